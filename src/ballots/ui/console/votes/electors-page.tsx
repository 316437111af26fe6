/** Delivering, collecting, reminding: building by building, for the ballot team alone, until the close; afterwards the entry of paper. P13 */
import './votes.css'
import { useParams, useRouter, useSearch } from '@tanstack/react-router'
import { Button, Choices, ConsoleFrame, Empty, ErrorNote, PageHead, ProblemError, Select, Skeleton, useSettings, useWords, comma } from '../../../../ui-kit/index.ts'
import { sayDay, today } from '../../parts/day.ts'
import { ElectorsList } from './electors-list.tsx'
import { EntryForm, EnvelopeForm } from './envelope-form.tsx'
import { VacantPart } from './vacant-part.tsx'
import { useElectors, useVote, type Detail } from './vote-api.ts'
import { deskWords } from './vote-words.ts'

const SHOWN = ['undelivered', 'no', 'yes', 'all'] as const
type Shown = (typeof SHOWN)[number]

export default function ElectorsPage() {
  const w = useWords(deskWords)
  const { id = '' } = useParams({ strict: false }) as { id?: string } // the route's own parameter
  const vote = useVote(id)
  return <ConsoleFrame current="/console/votes">{vote.data ? <Doors vote={vote.data} />
    : vote.error ? <ErrorNote title={w.failed} error={vote.error}><Button look="primary" onClick={() => void vote.refetch()}>{w.again}</Button>
      </ErrorNote>
      : <Skeleton repeat={4} />}</ConsoleFrame>
}

/** The filters stand in the address: which building, and what is shown of it; who has not voted only where somebody asks, as each look is kept. [P13] */
function useFilters(vote: Detail) {
  const router = useRouter()
  const search: Record<string, unknown> = useSearch({ strict: false })
  const building = vote.buildings.find(({ id }) => id === search['building'])?.id ?? vote.buildings[0]?.id
  const shown: Shown = SHOWN.find((one) => one === search['show']) ?? (vote.may.includes('deliveries') && !vote.may.includes('casts') ? 'undelivered' : 'all')
  const change = (next: { building?: string; show?: Shown }) => router.history.replace(`/console/votes/${vote.id}/electors?${new URLSearchParams({
    ...(building ? { building } : {}), show: shown, ...next })}`)
  return { building, shown, change }
}

function Doors({ vote }: { vote: Detail }) {
  const w = useWords(deskWords)
  const { lang } = useSettings()
  const { building, shown, change } = useFilters(vote)
  const electors = useElectors(vote.id, { building, ...(shown === 'yes' || shown === 'no' ? { voted: shown } : {}) }, building !== undefined)
  const items = (electors.data?.items ?? []).map((one) => (shown === 'undelivered'
    ? { ...one, titles: one.titles.filter(({ deliveredOn }) => deliveredOn === null) } : one))
    .filter(({ titles }) => titles.length > 0)
  const running = vote.may.includes('casts') || vote.may.includes('deliveries')
  const buildings = vote.buildings.map(({ id, name }) => ({ value: id, word: id === vote.place.id ? w.noBuilding : name }))
  return <>
    <PageHead over={vote.title} title={running ? w.electors : w.entries} line={running ? w.electorsLine : w.entriesLine}
      back={{ href: `/console/votes/${vote.id}`, word: w.toVote }} tools={<Button icon="print" onClick={() => print()}>{w.print}</Button>} />
    <div className="vc-page vc-doors">
      <div className="vc-doors__list">
        <div className="vc-filters lk-no-print"><Select label={w.building} value={building ?? ''}
          onChange={(event) => change({ building: event.target.value })} options={buildings} />
          {running && <Choices legend={w.shown} shown value={shown} onChange={(show) => change({ show })} options={[{ value: 'undelivered', word: w.undelivered },
            { value: 'no', word: w.notVoted }, { value: 'yes', word: w.voted }, { value: 'all', word: w.all }]} />}</div>
        {electors.error instanceof ProblemError && electors.error.problem.status === 404 ? <Empty title={w.teamOnly} line={w.teamOnlyLine} />
          : electors.error && !electors.data ? <ErrorNote title={w.failed} error={electors.error}><Button look="primary"
          onClick={() => void electors.refetch()}>{w.again}</Button></ErrorNote>
          : !electors.data ? <Skeleton repeat={4} /> : items.length === 0 ? <Empty title={emptyWord(shown, w)} />
            : <><p className="lk-second"><span className="vc-print-only">{buildings.find(({ value }) => value === building)?.word}{comma()}{running && <>
              {saidOf(shown, w)}{comma()}</>}{w.printedOn(sayDay(today(), lang))}{comma()}</span>{w.homes(items.length)}{(shown === 'no' || shown === 'yes') && vote.may.includes('casts') && w.lookKept}</p><ElectorsList vote={vote} items={items} /></>}
        <VacantPart vote={vote} />
      </div>
      {vote.may.includes('casts') ? <div className="vc-doors__form lk-no-print"><EnvelopeForm vote={vote} /></div>
        : vote.may.includes('entries') && <div className="vc-doors__form lk-no-print"><EntryForm vote={vote} /></div>}
    </div>
  </>
}

const saidOf = (shown: Shown, w: ReturnType<typeof useWords<typeof deskWords>>): string =>
  (shown === 'undelivered' ? w.undelivered : shown === 'no' ? w.notVoted : shown === 'yes' ? w.voted : w.all)

const emptyWord = (shown: Shown, w: ReturnType<typeof useWords<typeof deskWords>>): string =>
  (shown === 'undelivered' ? w.noneUndelivered : shown === 'no' ? w.noneMissing : shown === 'yes' ? w.noneVoted : w.noneHere)
