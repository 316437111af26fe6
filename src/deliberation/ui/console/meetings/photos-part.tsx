/** The photos of a meeting for who holds it: the notice that hangs, the paper list, what experts wrote. [DM17] */
import { Button, ErrorNote, SectionTitle, useWords } from '../../../../ui-kit/index.ts'
import { photoHref, useStep, type StaffMeeting } from '../../meeting-api.ts'
import { meetingWords } from './meeting-words.ts'
import { useOnePhoto } from './one-photo.tsx'

export function PhotosPart({ meeting }: { meeting: StaffMeeting }) {
  const w = useWords(meetingWords)
  const photo = useOnePhoto()
  const step = useStep(meeting.id, photo.clear)
  const keeps = meeting.mine && ['called', 'held', 'minuted'].includes(meeting.state) // from the day it hangs, long before anybody signs in
  const kept = [[meeting.noticePhoto, w.photo], [meeting.listPhoto, w.listPhoto],
    ...meeting.lines.map(({ file, label }) => [file, w.opinionPhoto(label)] as const)].flatMap(([id, word]) => (id && word ? [{ id, word }] : []))
  if (!meeting.mine || (!keeps && kept.length === 0)) return null
  return <section className="me-photos lk-no-print"><SectionTitle>{w.photos}</SectionTitle>
    {kept.length > 0 && <ul>{kept.map(({ id, word }) => <li key={id}><a href={photoHref(meeting.id, id, 'full')} target="_blank" rel="noreferrer">
      <img src={photoHref(meeting.id, id, 'small')} alt={word} loading="lazy" /></a><span className="lk-caption">{word}</span></li>)}</ul>}
    {keeps && <div className="me-stack"><p className="lk-second">{meeting.noticePhoto ? w.noticeAgain : w.noticeWanted}</p>{photo.picker}
      {(photo.claim !== null || photo.waits) && <Button size="small" busy={step.isPending} whyNot={photo.waits ? w.photoWaits : undefined}
        onClick={() => step.mutate({ to: 'photos', body: { of: 'notice', photo: photo.claim } })}>{w.keepPhoto}</Button>}
      {step.error && <ErrorNote title={w.refused} error={step.error} />}</div>}
  </section>
}
