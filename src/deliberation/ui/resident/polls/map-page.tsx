/** '/polls/:id/map': what a neighbourhood said, in one sentence, in words, as a picture and as a table that say the same. [OM6] [OM9] [OM11] */
import { Button, Empty, ErrorNote, Go, Icon, Meta, now, problemOf, ResidentShell, SectionTitle, Skeleton, Tools, useSettings, useWords,
  wholeDay } from '../../../../ui-kit/index.ts'
import { MapBody, useMapSaid } from '../../parts/polls/map-body.tsx'
import { drawnOf, isDrawn, type Drawn } from '../../parts/polls/map-said.ts'
import { mapWords } from '../../parts/polls/map-words.ts'
import { mapFile, mapTable, usePoll, type PublicPoll } from '../../parts/polls/poll-api.ts'
import { pollWords } from '../../parts/polls/poll-words.ts'
import { sayDay, sayNumber } from '../../parts/polls/say.ts'
import { peopleForLiveMap } from '../../../rules/opinions/held-back.ts'
import { lastSheetDay } from '../../../rules/opinions/poll.ts'
import { useBoardBack } from '../../../../places/ui/parts/board-back.ts'
import { Decided } from '../../parts/talk.tsx'
import { useTable } from '../../parts/polls/table-address.ts'
import './map-page.css'

export default function MapPage({ params }: { params: Record<string, string | undefined> }) {
  const w = useWords(pollWords)
  const poll = usePoll(params['id'])
  if (poll.data) return <Whole poll={poll.data} />
  return <ResidentShell back={{ href: '/', word: w.home }} wide>
    {poll.isPending ? <Skeleton lines={[40, 100, 80]} repeat={3} />
      : problemOf(poll.error).status === 404 || problemOf(poll.error).status === 400 ? <Empty title={w.notFound} line={w.notFoundLine} />
        : <ErrorNote title={w.failed} error={poll.error}><Button look="primary" onClick={() => void poll.refetch()}>{w.again}</Button></ErrorNote>}
  </ResidentShell>
}

function Whole({ poll }: { poll: PublicPoll }) {
  const w = useWords(mapWords)
  const p = useWords(pollWords)
  const board = useBoardBack(poll.place.id, p.home)
  const { lang } = useSettings()
  const { table, turn } = useTable()
  const drawn = isDrawn(poll.map) ? drawnOf(poll.map, poll.statements) : undefined
  const day = sayDay(poll.closesOn, lang)
  const counts = poll.map ?? { people: poll.counts.people, answers: poll.counts.answers }
  const answer = poll.phase === 'open' && <Button look="primary" size="bar" href={`/polls/${poll.id}`}>{w.answer}</Button>
  return <ResidentShell back={poll.thread ? { href: `/threads/${poll.thread}`, word: p.thread } : board} wide bar={answer} right={<>
    {drawn && <PageTools poll={poll} table={table} turn={turn} />}<Tools /></>}>
    <p className="lk-second"><Meta>{[poll.place.name, p.kicker, poll.keeper.name]}</Meta></p>
    <h1 className="pmp-title">{poll.question}</h1>
    {drawn && <Said drawn={drawn} />}
    <p className="pmp-counts"><Meta>{[w.people(sayNumber(counts.people)), w.statements(sayNumber(poll.counts.statements)),
      w.answers(sayNumber(counts.answers)),
      poll.phase === 'closed' ? w.closedOn(day) : w.until(day)]}</Meta></p>
    <NotYet poll={poll} />
    {drawn && <p className="pmp-below"><PageTools poll={poll} table={table} turn={turn} /></p>}
    {drawn ? <><MapBody drawn={drawn} table={table} /><How poll={poll} drawn={drawn} /></> : <NotDrawn poll={poll} />}
    <Removed poll={poll} />
    {answer && <p className="pmp-answer"><Go className="lk-button lk-button--primary" href={`/polls/${poll.id}`}>{w.answer}</Go></p>}
  </ResidentShell>
}

/** The table, the data, the printer: in the head on a desk, below the counts on a phone. */
function PageTools({ poll, table, turn }: { poll: PublicPoll; table: boolean; turn: () => void }) {
  const w = useWords(mapWords)
  return <span className="pmp-tools"><button type="button" className="lk-tool" onClick={turn} aria-pressed={table}><Icon name={table ? 'chart'
    : 'doc'} size={18} />{table ? w.picture : w.table}</button>
    <a className="lk-tool" href={poll.file ? mapFile(poll.id) : mapTable(poll.id)} download><Icon name="download" size={18} />{poll.file ? w.download
      : w.csv}</a>
    <button type="button" className="lk-tool" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button></span>
}

const Said = ({ drawn }: { drawn: Drawn }) => <p className="pmp-said">{useMapSaid(drawn)}</p>

/** What the picture lacks before it is the last one: who answered just now, and sheets that are still under way. [OM14] [OM16] */
function NotYet({ poll }: { poll: PublicPoll }) {
  const w = useWords(mapWords)
  const { lang } = useSettings()
  if (poll.map?.final) return null
  const later = poll.map ? poll.counts.people - poll.map.people : 0
  const sheets = poll.phase === 'closed' ? w.sheetsUntil(sayDay(lastSheetDay(poll), lang)) : ''
  return later > 0 || sheets ? <p className="pmp-counts">{later > 0 && w.later(sayNumber(later))}{sheets}</p> : null
}

function NotDrawn({ poll }: { poll: PublicPoll }) {
  const w = useWords(mapWords)
  const need = peopleForLiveMap
  const { people } = poll.counts
  if (poll.state === 'closed') return <Empty title={w.never} line={w.neverLine(people)} />
  return people < need ? <Empty title={w.early} line={w.earlyLine(w.needsPeople(people, need))} /> : <Empty title={w.waiting} line={w.waitingLine} />
}

/** Nothing disappears in silence: which statements were taken away, by which rule and why. [DS6] */
function Removed({ poll }: { poll: PublicPoll }) {
  const w = useWords(mapWords)
  const p = useWords(pollWords)
  const board = useBoardBack(poll.place.id, p.home)
  if (poll.removed.length === 0) return null
  return <section className="pmp-removed"><SectionTitle aside={String(poll.removed.length)}>{w.removed}</SectionTitle>
    <ul>{poll.removed.map(({ n, decision }) => <li key={n}><b>{p.number(n)}</b><Decided decision={decision} state="removed" mine={false} /></li>)}</ul></section>
}

/** By what it was drawn, so that anybody can draw it again. */
function How({ poll, drawn: { map } }: { poll: PublicPoll; drawn: Drawn }) {
  const w = useWords(mapWords)
  const { lang } = useSettings()
  return <footer className="pmp-how"><p>{w.howLine(map.version, map.seed)}{!poll.file && w.fileLater}</p>
    <p className="pmp-printed">{w.printed(`${location.host}${location.pathname}`, wholeDay(now(), lang))}</p></footer>
}
