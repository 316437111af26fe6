/** What stands on Today of visits: two homes to knock at, each one press away, and the way to all doors. */
import { Button, Go, Icon, now, Row, SectionTitle, useOutbox, useWords } from '../../../ui-kit/index.ts'
import { homesToOffer, VISITING, type DoorHome } from '../../rules/index.ts'
import { visitWords } from '../field/words.ts'
import { useDoors, useOwnVisits, visitsHere, type DoorBuilding } from './doors.ts'
import { useHomeName, useLastSaid } from './home-words.ts'

const OFFERED = 2
const WEEK_MS = 7 * 86_400_000

type Placed = DoorHome & { readonly building: DoorBuilding }

/** Monday midnight in Shanghai of the week of a moment. */
function weekBegin(at: number): number {
  const local = at + 8 * 3_600_000
  const days = Math.floor(local / 86_400_000)
  return (days - ((days + 3) % 7)) * 86_400_000 - 8 * 3_600_000 // 1970-01-01 was a Thursday
}

export function TodayVisits({ audience }: { audience: string }) {
  const w = useWords(visitWords)
  const may = VISITING.includes(audience)
  const { data } = useDoors(may)
  const own = useOwnVisits(may)
  const here = visitsHere(useOutbox())
  const nameOf = useHomeName()
  const lastSaid = useLastSaid()
  if (!may || !data || data.buildings.length === 0) return null
  const homes: readonly Placed[] = data.buildings.flatMap((building) => (building.homes ?? []).map((home) => ({ ...home, building })))
  const offered = homesToOffer(homes.filter(({ id }) => !here.has(id)), data.today, OFFERED)
  const from = weekBegin(now())
  const week = new Set([...(own.data?.items ?? []).filter(({ happenedAt }) => Date.parse(happenedAt) >= from && Date.parse(happenedAt) < from + WEEK_MS)
    .map(({ place }) => place), ...here.keys()]).size
  const many = data.buildings.length > 1
  return <section>
    <SectionTitle rule="hair" aside={week > 0 ? w.thisWeek(week) : w.noneThisWeek}>{w.visits}</SectionTitle>
    {offered.map((home) => {
      const name = nameOf(home, home.building.homes ?? [])
      return <Row key={home.id} middle title={many ? `${home.building.name}${name}` : name} meta={lastSaid(home, false)}
        right={<Button href={`/field/visit/${home.id}`} aria-label={w.noteFor(name)}>{w.note}</Button>} />
    })}
    <Go href="/field/doors" className="fd-more">{w.allDoors}<Icon name="right" size={16} /></Go>
  </section>
}
