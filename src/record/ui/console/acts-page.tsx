/** Everything that the person signed in did, day by day, with what the record holds of it. */
import './acts.css'
import { Button, clockTime, ConsoleFrame, dayAndWeekday, daysBetween, Empty, ErrorNote, Go, Icon, moment, now, PageHead, SectionTitle, Skeleton,
  useNow, useSay, useSettings, useWords } from '../../../ui-kit/index.ts'
import { saveXlsx } from '../../../ui-kit/xlsx.ts'
import { useOwnActs, type OwnAct } from './acts-api.ts'
import { actsWords } from './acts-words.ts'

export default function ActsPage() {
  const w = useWords(actsWords)
  const list = useOwnActs()
  const save = useExport(list.acts)
  return <ConsoleFrame current="/console/acts">
    <PageHead title={w.title} line={w.line} tools={list.acts.length > 0 && <><Button icon="download"
      onClick={save}>{w.export}</Button><Button icon="print" onClick={() => print()}>{w.print}</Button></>} />
    {list.isPending && <Skeleton repeat={4} />}
    {list.error && <ErrorNote title={w.failed} error={list.error}><Button look="primary"
      onClick={() => void list.refetch()}>{w.again}</Button></ErrorNote>}
    {list.data && list.acts.length === 0 && <Empty title={w.none} line={w.noneLine} />}
    {byDay(list.acts).map(([first, acts]) => <Day key={first} acts={acts} />)}
    {list.acts.length > 0 && <p className="ra-end lk-small"><span>{list.hasNextPage ? '' : w.all(list.acts.length)}{w.sealedNote}</span>
      {list.hasNextPage && <Button className="lk-no-print" busy={list.isFetchingNextPage}
        onClick={() => void list.fetchNextPage()}>{w.more}</Button>}</p>}
  </ConsoleFrame>
}

/** Acts by day of Asia/Shanghai, newest first; each group under the id of its first act. */
function byDay(acts: readonly OwnAct[]): readonly (readonly [string, readonly OwnAct[]])[] {
  const groups: (readonly [string, OwnAct[]])[] = []
  for (const act of acts) {
    const last = groups.at(-1)
    const before = last?.[1][0]
    if (last && before && daysBetween(Date.parse(before.at), Date.parse(act.at)) === 0) last[1].push(act)
    else groups.push([act.id, [act]])
  }
  return groups
}

function Day({ acts }: { acts: readonly OwnAct[] }) {
  const w = useWords(actsWords)
  const { lang } = useSettings()
  const present = useNow()
  const [first] = acts
  if (!first) return null
  const at = Date.parse(first.at)
  return <section className="ra-day"><SectionTitle rule="hair">{daysBetween(present, at) === 0 ? w.today
    : dayAndWeekday(at, present, lang)}</SectionTitle>
    <ul>{acts.map((act) => <ActLine key={act.id} act={act} />)}</ul></section>
}

function ActLine({ act }: { act: OwnAct }) {
  const w = useWords(actsWords)
  const say = useSay()
  const facts = Object.entries(act.facts)
  return <li className="ra-act">
    <time className="lk-second" dateTime={act.at}>{clockTime(Date.parse(act.at))}</time>
    <div className="ra-act__what"><b>{say(act.said)}</b>
      {act.subject?.label && <Go className="ra-act__on" href={`/console/m/${act.subject.id}`}>{act.subject.label}</Go>}
      {facts.length > 0 && <details><summary>{w.details}</summary><dl>{facts.map(([name, fact]) =>
        <div key={name}><dt>{name}</dt><dd>{String(fact)}</dd></div>)}
        <div><dt>{w.id}</dt><dd>{act.id}</dd></div></dl></details>}</div>
    <span className="lk-small">{wayOf(act.channel, w)}</span>
    <span className={act.sealed ? 'ra-sealed' : 'lk-small'}>{act.sealed && <Icon name="lock" size={14} />}{act.sealed ? w.sealed : w.waiting}</span>
  </li>
}

type Words = ReturnType<typeof useWords<typeof actsWords>>
const WAYS = ['web', 'field', 'desk', 'phone', 'chat', 'paper', 'link', 'outside', 'import'] as const satisfies readonly (keyof Words)[]
function wayOf(channel: string, w: Words): string {
  const way = WAYS.find((one) => one === channel)
  return way ? w[way] : channel
}

function useExport(acts: readonly OwnAct[]): () => void {
  const w = useWords(actsWords)
  const say = useSay()
  const { lang } = useSettings()
  return () => {
    const later = now() + 86_400_000 * 400 // so that the year is written
    const lines = acts.map((act) => [moment(Date.parse(act.at), later, lang), say(act.said), act.subject?.label ?? null, act.kind,
      wayOf(act.channel, w), act.sealed ? w.sealed : w.waiting,
      Object.entries(act.facts).map(([name, fact]) => `${name}=${String(fact)}`).join(' '), act.id])
    saveXlsx(w.title, [[w.time, w.what, w.on, w.kind, w.way, w.kept, w.facts, w.id], ...lines])
  }
}
