/** Blowing a whistle: what is hard, which situation, which plan, who comes until when, and what it sets going. */
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Button, ConsoleFrame, Dot, Empty, ErrorNote, Go, Icon, problemOf, RadioCards, Refused, Select, Skeleton, TextArea, useNavigate,
  useSay, useSettings, useWords } from '../../../ui-kit/index.ts'
import { mayMove, plansFor, SITUATIONS } from '../../rules/index.ts'
import { useMatter, useMove, useParties, type MatterDetail, type PlaceParty } from '../staff-api.ts'
import { paceWord } from '../parts/pace-word.ts'
import { matterWords } from './matter-words.ts'
import { useMedia } from './media.ts'
import { Precedents } from './moves/precedents.tsx'
import { printOnly } from './print.ts'
import { Course } from './whistle/course.tsx'
import { AskedTable } from './whistle/asked-table.tsx'
import { plansInOrder, useWhistle, type WhistleDraft } from './whistle/use-whistle.ts'
import { WhistleSlip, WhistleWhy } from './whistle/whistle-why.tsx'
import { whistleWords } from './whistle/whistle-words.ts'

const WHISTLES = '/console?tab=all&state=whistled'

export default function WhistlePage() {
  const w = useWords(whistleWords)
  const m = useWords(matterWords)
  const { id }: { id?: string } = useParams({ strict: false })
  const matter = useMatter(id)
  const parties = useParties(id)
  if (matter.data && parties.data) {
    const may = mayMove('whistle', { state: matter.data.state, parties: [], suspended: matter.data.suspended, clocks: [], heldBy: '',
      accountable: '', ruledTo: null }, matter.data.standing)
    if (may.ok) return <Blowing key={matter.data.id} matter={matter.data} parties={parties.data} />
    if (matter.data.story.some(({ kind }) => kind === 'whistle')) return <Course key={matter.data.id} matter={matter.data} current={WHISTLES} />
    return <ConsoleFrame current={WHISTLES}><div className="lk-stack"><Refused title={w.cannot} refusal={may.refusal}><Button
      href={`/console/m/${matter.data.id}`}>{w.back}</Button></Refused></div></ConsoleFrame>
  }
  const error = matter.error ?? parties.error
  return <ConsoleFrame current={WHISTLES}>
    {error === null ? <Skeleton lines={[30, 62, 100, 100, 84]} /> : problemOf(error).status === 404 ? <Empty title={m.gone} line={m.goneLine} />
      : <ErrorNote title={w.failed} error={error}><Button look="primary" onClick={() => { void matter.refetch();
        void parties.refetch() }}>{w.again}</Button></ErrorNote>}
  </ConsoleFrame>
}

const Step = ({ word, children }: { word: string; children: ReactNode }) => <section
  className="lk-form-step"><h2>{word}</h2><div>{children}</div></section>

function missingOf(draft: WhistleDraft, w: ReturnType<typeof useWords<typeof whistleWords>>): string | undefined {
  if (draft.difficulty.trim() === '') return w.needHard
  if (!draft.situation) return w.needSituation
  if (draft.asked.length === 0) return w.needLead
  return draft.asked.some((a) => a.task.trim() === '') ? w.needTask : undefined
}

function Blowing({ matter, parties }: { matter: MatterDetail; parties: readonly PlaceParty[] }) {
  const w = useWords(whistleWords)
  const m = useWords(matterWords)
  const navigate = useNavigate()
  const { lang } = useSettings()
  const draft = useWhistle(matter, parties)
  const wide = useMedia('(min-width: 1180px)')
  const blow = useMove(matter.id, 'whistle', () => navigate(`/console/m/${matter.id}?tab=following`))
  const count = draft.asked.length
  const send = () => {
    const [lead, ...supports] = draft.asked.map(({ party, task }) => ({ org: party.org, task: task.trim() }))
    if (!lead || !draft.situation) return
    blow.mutate({ version: matter.version, situation: draft.situation.code, ...(draft.plan ? { plan: draft.plan.code } : {}),
      difficulty: draft.difficulty.trim(), lead, supports })
  }
  const foot = <><p>{count > 0 && w.foot(count)}</p>
    <Button icon="print" onClick={() => printOnly('slip')}>{w.printSlip}</Button>
    <Button look="decide" icon="whistle" busy={blow.isPending} whyNot={missingOf(draft, w)} onClick={send}>{w.blow(count)}</Button></>
  const why = <WhistleWhy matter={matter} draft={draft} />
  return <ConsoleFrame current={WHISTLES} rail={wide ? why : undefined} foot={foot}>
    <div className="cs-form">
      <header className="cs-form__title">
        <Go className="cs-back" href={`/console/m/${matter.id}`}><Icon name="left"
          size={16} /><span>{matter.title}</span><Dot /><span>{m.nth(matter.number)}</span></Go>
        <h1 className="lk-title">{w.title}</h1>
      </header>
      {blow.error && <div className="cs-pad">{problemOf(blow.error).status === 409 ? <ErrorNote title={w.stale} what="" /> : <ErrorNote
        error={blow.error} />}</div>}
      <Step word={w.hard}><TextArea label={w.hard} quietLabel hint={w.hardHint} value={draft.difficulty} most={2000} rows={3}
        onChange={(e) => draft.write(e.target.value)} />
        <p className="cs-small">{w.theySaid}{lang === 'zh' ? '：' : ': '}{matter.words}</p></Step>
      <Step word={w.situation}><Situations draft={draft} /></Step>
      <Step word={w.plan}><Plans matter={matter} draft={draft} /></Step>
      <Step word={w.who}><Precedents matter={matter.id} /><AskedTable draft={draft} />{draft.missing.length > 0 && <p
        className="cs-small cs-due">{w.missing(draft.missing.map((kind) => w[`k_${kind}`]).join('、'))}</p>}</Step>
      <Step word={w.done}><Done draft={draft} /></Step>
      {!wide && <div className="cs-why">{why}</div>}
    </div>
    <WhistleSlip matter={matter} draft={draft} />
  </ConsoleFrame>
}

function Situations({ draft }: { draft: WhistleDraft }) {
  const w = useWords(whistleWords)
  const say = useSay()
  const { lang } = useSettings()
  return <RadioCards legend={w.situation} value={draft.situation?.code} onChange={draft.choose} options={SITUATIONS.map((s) => ({
    value: s.code, word: say(s.name), note: say(s.purpose), outcome: w.leadWithin(paceWord(s.leadReport, lang)),
    ...(draft.allowed.some((a) => a.code === s.code) ? {} : { whyNot: w.notYours }),
  }))} />
}

function Plans({ matter, draft }: { matter: MatterDetail; draft: WhistleDraft }) {
  const w = useWords(whistleWords)
  const say = useSay()
  const fits = plansFor(matter.category).some((p) => p.code === draft.planCode)
  return <div className="cs-plan"><Select label={w.plan} quietLabel empty={w.noPlan} value={draft.planCode}
    onChange={(e) => draft.pickPlan(e.target.value)}
    options={plansInOrder(matter.category).map((p) => ({ value: p.code, word: say(p.name) }))} />
    {draft.plan && <p className="cs-small">{fits ? w.planFits : w.planOther}</p>}</div>
}

function Done({ draft }: { draft: WhistleDraft }) {
  const w = useWords(whistleWords)
  const say = useSay()
  const { lang } = useSettings()
  if (!draft.plan) return <p className="lk-second">{w.doneOwn}</p>
  return <>
    <p>{say(draft.plan.done)}{lang === 'zh' ? '。' : '. '}<b>{w.verifyBy}</b></p>
    {draft.plan.also && <p className="cs-small cs-due">{w.also}{lang === 'zh' ? `：${say(draft.plan.also)}。` : `: ${say(draft.plan.also)}. `}{w.alsoHow}</p>}
  </>
}
