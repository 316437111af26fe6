/** '/meetings/:id': a meeting as everybody reads it: when, where, what it may decide, the agenda, what was decided, and how one objects. */
import './meetings.css'
import { useState } from 'react'
import { Button, clockTime, dayAndWeekday, daysBetween, ErrorNote, Facts, now, ResidentShell, SectionTitle, Skeleton, useSay, useSettings,
  useWords, comma } from '../../../../ui-kit/index.ts'
import { useBoardBack } from '../../../../places/ui/parts/board-back.ts'
import { Marked } from '../../../../ballots/ui/parts/marked.tsx'
import { meetingKindWords, roleWords } from '../../../rules/meetings/index.ts'
import { noticeHref, usePublicMeeting, type PublicMeeting } from '../../meeting-api.ts'
import { sayDay } from '../../parts/meetings/day.ts'
import { openMeetingWords } from './meeting-words.ts'
import { ObjectForm } from './object-form.tsx'
import { Decided, ObjectionList, SaidList } from './outcome-parts.tsx'

export default function MeetingPage({ params }: { params: Record<string, string | undefined> }) {
  const w = useWords(openMeetingWords)
  const meeting = usePublicMeeting(params['id'])
  const [objecting, object] = useState(false)
  const data = meeting.data
  const board = useBoardBack(data && !data.thread ? data.place.id : undefined, w.home)
  const back = data?.thread ? { href: `/threads/${data.thread.id}`, word: w.threadBack } : board
  if (data && objecting) return <ObjectForm meeting={data} onBack={() => { object(false); scrollTo(0, 0) }} />
  return <ResidentShell back={back} wide bar={data?.mayObject && <Button look="primary" size="bar"
    onClick={() => { object(true); scrollTo(0, 0) }}>{w.object}</Button>}>
    {data ? <Whole meeting={data} /> : meeting.error
      ? <ErrorNote title={w.failed} error={meeting.error}><Button look="primary" onClick={() => void meeting.refetch()}>{w.again}</Button></ErrorNote>
      : <Skeleton lines={[50, 90, 100, 80]} repeat={2} />}
  </ResidentShell>
}

/** Where it stands, in one sentence; a day between bars is kept together. */
function useStanding(meeting: PublicMeeting): string {
  const w = useWords(openMeetingWords)
  const { lang } = useSettings()
  const { state, objectionsUntil, reason, resolutions } = meeting
  const carried = resolutions.filter((one) => one.carried).length
  if (state === 'cancelled') return w.cancelledSaid(reason ?? '')
  if (state === 'held') return w.goingSaid
  if (state === 'minuted') return w.minutedSaid
  if (state === 'approved') return carried > 0 ? w.approvedSaid(carried) : w.doneSaid
  if (state === 'posted') return carried > 0 ? w.postedSaid(carried, sayDay(objectionsUntil, lang)) : w.objectSaid(sayDay(objectionsUntil, lang))
  return w.soonSaid(Math.max(0, daysBetween(now(), Date.parse(meeting.startsAt))))
}

function Whole({ meeting }: { meeting: PublicMeeting }) {
  const w = useWords(openMeetingWords)
  const say = useSay()
  const { lang } = useSettings()
  const { kind, title, place, startsAt, endsAt, venue, presider, keeper, rules, number, state } = meeting
  const decides = { nothing: w.talks, opinions: w.hears, resolutions: w.resolves, verdicts: w.judges }[rules.decides]
  const before = ['planned', 'called', 'held'].includes(state)
  return <>
    <p className="lk-second">{place.name}{comma()}{say(meetingKindWords[kind])}</p>
    <h1 className="om-title">{title}</h1>
    <p className="om-said"><Marked said={useStanding(meeting)} /></p>
    <Facts facts={[[w.when,
      `${dayAndWeekday(Date.parse(startsAt), now(), lang)} ${clockTime(Date.parse(startsAt))}–${clockTime(Date.parse(endsAt))}`], [w.where, venue],
      [w.holds, keeper.name], ...(presider ? [[w.presides, presider] as const] : []), [w.decides, decides],
        ...(number ? [[w.number, number] as const] : [])]} />
    <div className="om-columns"><div>
      {!before && <Decided meeting={meeting} />}
      {before && <Agenda meeting={meeting} />}
      {!before && <SaidList meeting={meeting} />}
    </div><div>
      {before && meeting.thread && state !== 'held' && <section className="om-part"><SectionTitle
        rule="above">{w.cannot}</SectionTitle><p>{w.cannotLine}</p>
        <Button href={`/threads/${meeting.thread.id}`}>{w.toThread}</Button></section>}
      <ObjectionList meeting={meeting} />
      <Invited meeting={meeting} />
      {!before && <Agenda meeting={meeting} />}
      <Papers meeting={meeting} />
      <NoticePhoto meeting={meeting} />
    </div></div>
  </>
}

function Agenda({ meeting }: { meeting: PublicMeeting }) {
  const w = useWords(openMeetingWords)
  if (meeting.agenda.length === 0) return null
  return <section className="om-part"><SectionTitle rule="above">{w.agenda}</SectionTitle>
    <ol className="om-agenda">{meeting.agenda.map(({ n, title, minutes, from }) => <li key={n}><span className="om-n">{n}</span><b>{title}</b>
      <span className="lk-second">{w.itemWhen(clockTime(Date.parse(from)), minutes)}</span></li>)}</ol></section>
}

function Invited({ meeting }: { meeting: PublicMeeting }) {
  const w = useWords(openMeetingWords)
  const say = useSay()
  if (meeting.invited.length === 0) return null
  return <section className="om-part"><SectionTitle rule="above" aside={meeting.present > 0 ? w.people(meeting.present)
    : undefined}>{w.invited}</SectionTitle>
    <ul className="om-people">{meeting.invited.map(({ role, label, came }, at) => <li key={at}><span><b>{label}</b><span
      className="lk-second">{say(roleWords[role])}</span></span>
      {came !== 'unknown' && <span className={came === 'came' ? 'om-came' : 'lk-second'}>{came === 'came' ? w.came
        : w.absent}</span>}</li>)}</ul></section>
}

/** The notice as it hangs at the door. */
function NoticePhoto({ meeting }: { meeting: PublicMeeting }) {
  const w = useWords(openMeetingWords)
  return meeting.noticePhoto && <section className="om-part"><SectionTitle rule="above">{w.noticePhoto}</SectionTitle>
    <a className="om-photo" href={noticeHref(meeting.id, 'full')} target="_blank" rel="noreferrer"><img src={noticeHref(meeting.id, 'small')} alt={w.noticePhoto}
      loading="lazy" /></a></section>
}

/** The same papers that hang at the door, for anybody to print. */
function Papers({ meeting }: { meeting: PublicMeeting }) {
  const w = useWords(openMeetingWords)
  const minuted = meeting.state === 'posted' || meeting.state === 'approved'
  const papers: readonly (readonly [string, string, boolean])[] = [['notice', w.notice, !minuted && meeting.state !== 'cancelled'],
    ['minutes', w.minutesPaper, minuted],
    ['hearing', w.hearingPaper, minuted && meeting.kind === 'hearing'], ['posting', w.posting, minuted && meeting.resolutions.length > 0]]
  const shown = papers.filter(([, , is]) => is)
  if (shown.length === 0) return null
  return <section className="om-part"><SectionTitle rule="above">{w.papers}</SectionTitle>
    <ul className="om-people">{shown.map(([paper, word]) => <li key={paper}><b>{word}</b><span
      className="om-papers">{(['pdf', 'docx'] as const).map((kind) => <a key={kind} className="lk-link" download
      href={`/api/v1/public/meetings/${meeting.id}/papers/${paper}.${kind}`} aria-label={`${word} ${kind === 'pdf' ? 'PDF' : 'Word'}`}>{kind === 'pdf'
        ? 'PDF' : 'Word'}</a>)}</span></li>)}</ul></section>
}
