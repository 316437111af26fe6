/** '/bodies/:id': who sits on a standing body, when it meets next, what was brought and answered, what it decided and what came of it. [DB5] [DB8] */
import { useState } from 'react'
import { Button, Empty, ErrorNote, Go, Meta, OfflineBar, ResidentShell, SectionTitle, Skeleton, TextArea, useOnline, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { useBoardBack } from '../../../../places/ui/parts/board-back.ts'
import { answerBy, bodyKindLines, bodyKindWords, powerWords } from '../../../rules/bodies/index.ts'
import { useBody, useBodyStep, type BodyFile } from '../../body-api.ts'
import { bodyWords } from '../../body-words.ts'
import { Decisions, Intakes, Members, Rhythm } from '../../parts/bodies/body-parts.tsx'
import { sayDay, sayDayOf, today } from '../../parts/meetings/day.ts'
import { SpeakAs, useSpeaker } from '../../parts/speak-as.tsx'

export default function BodyPage({ params }: { params: Record<string, string | undefined> }) {
  const w = useWords(bodyWords)
  const body = useBody(params['id'] ?? '')
  const back = useBoardBack(body.data?.place.id, w.home)
  const [writing, write] = useState(false)
  const top = (on: boolean) => { write(on); scrollTo(0, 0) }
  if (writing && body.data) return <BringForm body={body.data} onBack={() => top(false)} />
  return <ResidentShell back={back} bar={body.data && body.data.endedOn === null && <Button look="primary" size="bar" onClick={() => top(true)}>{w.bring}</Button>}>
    {body.data ? <Whole body={body.data} />
      : body.error ? <><h1 className="lk-title">{w.title}</h1><ErrorNote title={w.failed} error={body.error}><Button look="primary" onClick={() => void body.refetch()}>{w.again}</Button></ErrorNote></>
        : <Skeleton lines={[60, 100, 100, 90]} repeat={3} />}
  </ResidentShell>
}

function Whole({ body }: { body: BodyFile }) {
  const w = useWords(bodyWords)
  const say = useSay()
  const { lang } = useSettings()
  return <>
    <p className="lk-second"><Meta>{[body.place.name, say(bodyKindWords[body.kind])]}</Meta></p>
    <h1 className="bo-title">{body.name}</h1>
    <p className="lk-second">{say(bodyKindLines[body.kind])}</p>
    <p className="bo-stand"><Rhythm body={body} /></p>
    {body.next && <p className="lk-second"><Go className="lk-link" href={`/meetings/${body.next.id}`} outside>{body.next.title}</Go>{' '}{body.next.venue}{body.next.state === 'planned' && `（${w.tentative}）`}</p>}
    <div className="bo-stack">
      <section className="bo-part"><SectionTitle rule="above" aside={body.composition.open > 0 ? w.open(body.composition.open) : w.full}>{w.members}</SectionTitle>
        <p className="lk-second bo-lead">{say(body.composition.say)}</p>
        {body.members.length === 0 ? <Empty title={w.noMembers} /> : <Members items={body.members} />}</section>
      <section className="bo-part"><SectionTitle rule="above" aside={body.intakes.length > 0 && String(body.intakes.length)}>{w.intakes}</SectionTitle>
        {body.intakes.length === 0 ? <Empty title={w.noIntakes} line={w.noIntakesLine} /> : <Intakes items={body.intakes} />}</section>
      <section className="bo-part"><SectionTitle rule="above" aside={body.decisions.length > 0 && String(body.decisions.length)}>{w.decisions}</SectionTitle>
        {body.decisions.length === 0 ? <Empty title={w.noDecisions} line={w.noDecisionsLine} /> : <Decisions items={body.decisions} />}</section>
      <section className="bo-part"><SectionTitle rule="above">{w.about}</SectionTitle>
        <p className="lk-second bo-lead"><Meta>{[body.keeper, w.every(body.rhythmDays), `${w.term} ${w.months(body.termMonths)}`, w.since(sayDay(body.foundedOn, lang))]}</Meta></p>
        <ul className="bo-powers">{body.powers.map((one) => <li key={one}>{say(powerWords[one])}</li>)}</ul>
        {body.charter && <p className="bo-charter">{body.charter}</p>}
        {body.meetings.length > 0 && <p className="lk-second"><Meta>{body.meetings.slice(0, 6).map((one) => <Go key={one.id} className="lk-link bo-met" href={`/meetings/${one.id}`} outside>
          {`${sayDayOf(one.startsAt, lang)} ${one.title}`}</Go>)}</Meta></p>}</section>
    </div>
  </>
}

/** Bringing something: words under the free name, and until which day it is answered. */
function BringForm({ body, onBack }: { body: BodyFile; onBack: () => void }) {
  const w = useWords(bodyWords)
  const { lang } = useSettings()
  const online = useOnline()
  const speaker = useSpeaker()
  const [words, type] = useState('')
  const [sent, done] = useState<string>()
  const bring = useBodyStep<{ state: string }>(({ state }) => { done(state); scrollTo(0, 0) })
  if (sent) return <ResidentShell bar={<Button look="primary" size="bar" onClick={onBack}>{body.name}</Button>}>
    <h1 className="lk-title">{sent === 'held' ? w.held : w.sent}</h1><p className="lk-second">{w.sendNext(sayDay(answerDay(body), lang))}</p></ResidentShell>
  const send = () => bring.mutate({ to: `public/councils/${body.id}/intakes`, body: { words: words.trim() } })
  const whyNot = !online ? w.offline : !speaker.data ? w.speakFirst : [...words.trim()].length < 4 ? w.tooShort : undefined
  return <ResidentShell right={<Button look="quiet" size="small" icon="left" onClick={onBack}>{body.name}</Button>} barNote={w.sendNext(sayDay(answerDay(body), lang))}
    bar={<Button look="primary" size="bar" busy={bring.isPending} whyNot={whyNot} onClick={send}>{w.send}</Button>}>
    <h1 className="lk-title">{w.bringTitle}</h1>
    {!online && <OfflineBar />}
    <div className="lk-stack bo-bring">
      <TextArea label={w.bringTitle} quietLabel hint={w.bringHint} rows={5} most={500} value={words} onChange={(event) => type(event.target.value)} />
      <SpeakAs place={body.place.id} />
      {bring.error && <ErrorNote title={w.notSent} error={bring.error}><Button look="primary" onClick={send}>{w.again}</Button></ErrorNote>}
    </div>
    <p className="bo-paper">{w.byPaper}</p>
  </ResidentShell>
}

/** The day by which something brought today is answered: one rhythm from now. */
const answerDay = (body: BodyFile): string => answerBy(body, today())
