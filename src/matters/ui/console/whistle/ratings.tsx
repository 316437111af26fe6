/** What the community and each department say of each other: sealed until both are in, then side by side. */
import { useState } from 'react'
import { Button, Choices, Icon, PartyBadge, SectionTitle, TextArea, useSay, useWords } from '../../../../ui-kit/index.ts'
import { OF_DEPARTMENT, OF_WHISTLE, STEPS, type RatingQuestion } from '../../../rules/index.ts'
import type { MatterDetail } from '../../staff-api.ts'
import { useRate, type AroundWhistle, type Pair, type Side } from '../../whistle-api.ts'
import { MoveDialog } from '../moves/move-dialog.tsx'
import { courseWords } from './course-words.ts'

function SideView({ side, questions, shown }: { side: Side | null; questions: readonly RatingQuestion[]; shown: boolean }) {
  const w = useWords(courseWords)
  const say = useSay()
  if (!side) return <p className="lk-second">{shown ? w.none : w.notYet}</p>
  return <>
    {!side.shown && <p className="cs-sealed"><Icon name="lock" size={16} />{w.sealed}</p>}
    <dl className="cs-scores">{questions.map((question, i) => <div key={question.fact}><dt>{say(question.ask)}</dt>
      <dd>{say((STEPS.find((step) => step.value === side.answers[i]) ?? STEPS[1] ?? STEPS[0])?.say ?? { zh: '', en: '' })}</dd></div>)}</dl>
    {side.said !== '' && <blockquote className="lk-entry__quote">{side.said}</blockquote>}
  </>
}

/** The three questions and a sentence; handed in once. */
export function RateDialog({ matter, pair, byCommunity, onClose }: { matter: Pick<MatterDetail,
  'id' | 'version'>; pair: Pair; byCommunity: boolean; onClose: () => void }) {
  const w = useWords(courseWords)
  const say = useSay()
  const [answers, choose] = useState<readonly (string | undefined)[]>([undefined, undefined, undefined])
  const [said, write] = useState('')
  const rate = useRate(matter.id, onClose)
  const whole = answers.every((one) => one !== undefined)
  const send = () => { if (whole && pair.rate) rate.mutate({ version: matter.version, of: pair.rate, answers: answers.map(Number),
    said: said.trim() }) }
  return <MoveDialog title={byCommunity
    ? w.rateIt(pair.name) : w.rateWhistle} onClose={onClose} tells={w.rateTells} label={w.rateDo} busy={rate.isPending}
    error={rate.error} whyNot={whole ? undefined : w.allThree} onSend={send}>
    {(byCommunity ? OF_DEPARTMENT : OF_WHISTLE).map((question, i) => <Choices key={question.fact} legend={say(question.ask)} shown value={answers[i]}
      onChange={(value) => choose(answers.map((one, at) => (at === i ? value : one)))} options={STEPS.map((step) => ({ value: String(step.value),
        word: say(step.say) }))} />)}
    <TextArea label={w.said} hint={w.saidHint} optional value={said} most={300} rows={2} onChange={(event) => write(event.target.value)} />
  </MoveDialog>
}

export function Ratings({ matter, around }: { matter: MatterDetail; around: AroundWhistle }) {
  const w = useWords(courseWords)
  const [rating, rate] = useState<Pair | null>(null)
  if (around.pairs.length === 0) return null
  const over = matter.state === 'answered' || matter.state === 'closed'
  const byCommunity = (pair: Pair) => pair.rate === pair.org
  return <section className="lk-stack">
    <SectionTitle>{w.ratings}</SectionTitle>
    <p className="cs-small">{over ? w.ratingsSay : w.later}</p>
    {over && <div className="cs-pairs">{around.pairs.map((pair) => <article key={pair.org} className="cs-pair">
      <header><PartyBadge kind="station" name={pair.name} />{pair.rate
        && <Button size="small" onClick={() => rate(pair)}>{byCommunity(pair) ?
        w.rateIt(pair.name) : w.rateWhistle}</Button>}</header>
      <div className="cs-pair__sides"><section><h3>{w.ofDepartment}</h3><SideView side={pair.ofDepartment} questions={OF_DEPARTMENT}
        shown={pair.shown} /></section>
        <section><h3>{w.ofWhistle}</h3><SideView side={pair.ofWhistle} questions={OF_WHISTLE} shown={pair.shown} /></section></div></article>)}</div>}
    {rating && <RateDialog matter={matter} pair={rating} byCommunity={byCommunity(rating)} onClose={() => rate(null)} />}
  </section>
}
