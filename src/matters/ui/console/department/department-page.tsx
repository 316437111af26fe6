/** The day of those who are called: what to answer first, by when, and what is in hand. */
import { Button, ClockChip, clockTime, ConsoleFrame, Empty, ErrorNote, Go, moment, Row, SectionTitle, Skeleton, storyTime, useNow, useSay,
  useSettings,
  useWords, comma } from '../../../../ui-kit/index.ts'
import { entrySays } from '../story-words.ts'
import { useWhistles } from '../../whistle-api.ts'
import { useCalled, type Called } from './called.ts'
import { FirstCall, NextCall } from './called-card.tsx'
import { DayStrip } from './day-strip.tsx'
import { departmentWords } from './department-words.ts'

type Kind = 'station' | 'utility' | 'firm'

function Summary({ waiting, kind }: { waiting: readonly Called[]; kind: Kind }) {
  const w = useWords(departmentWords)
  const now = useNow()
  const { lang } = useSettings()
  const n = waiting.length
  const late = waiting.filter((c) => c.answerBy !== null && c.answerBy < now).length
  const next = waiting.map((c) => c.answerBy).find((at) => at !== null && at >= now)
  return <p className="lk-second">{kind === 'station' ? w.sumWhistles(n) : kind === 'utility' ? w.sumSlips(n) : w.sumAssigned(n)}{late > 0 &&
    w.late(late)}{next && w.nearest(moment(next, now, lang))}{w.nowIs(clockTime(now))}</p>
}

function Working({ rows, title }: { rows: readonly Called[]; title: string }) {
  const w = useWords(departmentWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  if (rows.length === 0) return null
  return <section className="cs-working"><SectionTitle aside={w.workingCount(rows.length)}>{title}</SectionTitle>
    {rows.map((row) => {
      const last = row.matter.story[0]
      const due = row.finishBy ?? (row.matter.due ? Date.parse(row.matter.due) : undefined)
      return <Row key={row.matter.id} href={`/console/m/${row.matter.id}`} middle title={row.matter.title}
        meta={last && w.lastSaid(storyTime(Date.parse(last.at), now, lang), last.said || say(entrySays(last)))}
        right={<ClockChip now={now} state="running" due={due} from={row.matter.dueFrom ? Date.parse(row.matter.dueFrom) : undefined} />} />
    })}</section>
}

function Rules({ kind }: { kind: Kind }) {
  const w = useWords(departmentWords)
  return <aside className="cs-rules">
    <SectionTitle>{kind === 'station' ? w.rulesTitle : w.rulesTitleFirm}</SectionTitle>
    {kind === 'utility' ? <p>{w.slipSay}</p> : <>
      <div><h3>{w.clock}</h3><p>{kind === 'station' ? w.clockWhistle : w.clockFirm}</p></div>
      <div><h3>{w.dispute}</h3><p>{kind === 'station' ? w.disputeSay : w.disputeFirm}</p></div></>}
    <div><h3>{w.judged}</h3><p>{w.judgedSay}</p></div>
    <p className="cs-small">{w.plain}</p>
  </aside>
}

/** What a station says of whistles that are done, and what reviews ask it to change. */
function Afterwards() {
  const w = useWords(departmentWords)
  const rate = useWhistles('to_rate').data ?? []
  const open = (useWhistles('promised').data ?? []).filter((row) => row.review?.mayEnd)
  return <>
    <div><h3>{w.rateTitle}</h3><p>{w.rateSay}</p>{rate.length === 0 ? <p>{w.rateNone}</p> : <ul>{rate.slice(0,
      5).map((row) => <li key={row.whistle}><Go className="lk-link"
      href={`/console/m/${row.matter}/whistle`}>{row.title}</Go></li>)}</ul>}</div>
    {open.length > 0 && <div><h3>{w.promisedTitle}</h3><ul>{open.map((row) => <li key={row.whistle}><Go className="lk-link"
      href="/console/whistles">{row.review?.changes}</Go>{comma()}{w.untilDay(row.review?.until ?? '')}</li>)}</ul></div>}
  </>
}

export function DepartmentPage() {
  const w = useWords(departmentWords)
  const { called, isPending, error, refetch, post } = useCalled()
  const kind: Kind = post?.audience === 'station' ? 'station' : post?.audience === 'utility' ? 'utility' : 'firm'
  const waiting = called.filter((c) => c.answer !== null)
  const working = called.filter((c) => c.answer === null)
  const [first, ...rest] = waiting
  const answerWord = kind === 'station' ? w.reportBy : w.takeBy
  const title = { station: w.whistles, utility: w.slips, firm: w.assigned }[kind]
  return <ConsoleFrame current="/console">
    <header className="cs-day-head"><div><h1 className="lk-title">{title}</h1>{!isPending && <Summary waiting={waiting} kind={kind} />}</div>
      {kind !== 'utility' && <p className="cs-legend"><span><i className="cs-mark cs-mark--answer" />{answerWord}</span><span><i
        className="cs-mark cs-mark--finish" />{w.finishBy}</span><span><i className="cs-mark cs-mark--off" />{w.offDay}</span></p>}</header>
    {error && called.length === 0 && <ErrorNote title={w.failed} error={error}><Button look="primary"
      onClick={() => void refetch()}>{w.again}</Button></ErrorNote>}
    {isPending && called.length === 0 && <Skeleton lines={[40, 100, 100, 84]} repeat={2} />}
    {kind !== 'utility' && called.length > 0 && <DayStrip rows={called.slice(0, 8)} answerWord={answerWord} />}
    <div className="cs-day">
      <div>
        {first && <div className="cs-calls"><FirstCall key={first.matter.id} called={first} />{rest.map((one) => <NextCall key={one.matter.id}
          called={one} />)}</div>}
        {!first && !isPending && !error && <Empty title={kind === 'station' ? w.none : kind === 'utility' ? w.noneSlips : w.noneAssigned}
          line={w.noneLine} />}
        <Working rows={working} title={kind === 'station' ? w.working : w.workingPlain} />
      </div>
      <div><Rules kind={kind} />{kind === 'station' && <aside className="cs-rules cs-after"><Afterwards /></aside>}</div>
    </div>
  </ConsoleFrame>
}
