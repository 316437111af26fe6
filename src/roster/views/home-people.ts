/** People tied to a home, as a reader of some audience sees them. */
import { shanghaiDay } from '../../kit/clock.ts'
import { fieldsShownTo, type DwellerField, type SourceKind, type UntilSaid } from '../rules/index.ts'
import type { DwellerRow } from '../store/dweller.ts'
import type { ValueRow } from '../store/value.ts'

/** One value: masked, or a code in clear (sex, relation). `seenOn`: day on which the source said so. */
export type SeenValue = {
  readonly id: string; readonly tie: string; readonly field: DwellerField; readonly shown: string; readonly sealed: boolean
  readonly state: 'current' | 'past' | 'waiting'; readonly seenOn: string; readonly source: SourceKind; readonly endedOn: string | null
}
/** A tie of somebody to this home. */
export type SeenTie = {
  readonly id: string; readonly lives: boolean; readonly registered: boolean; readonly owns: boolean; readonly rents: boolean
  readonly since: string | null; readonly until: string | null; readonly whyUntil: string | null; readonly untilSaid: UntilSaid; readonly source: SourceKind;
    readonly recordedOn: string
}
/** Another home of the same person within the reader's reach. */
export type OtherHome = {
  readonly home: string; readonly name: string; readonly lives: boolean; readonly registered: boolean; readonly owns: boolean; readonly rents: boolean
}
/** Somebody of the household; `group` says under which heading. */
export type SeenPerson = {
  readonly who: string; readonly group: 'lives' | 'owns' | 'registered' | 'left'; readonly name: string | null
  readonly ties: readonly SeenTie[]; readonly values: readonly SeenValue[]; readonly elsewhere: readonly OtherHome[]
}

/** A row of a value as it is shown; null where the reader's audience does not see the field. [RO43] */
export function seeValue(row: ValueRow, fields: readonly DwellerField[]): SeenValue | null {
  const field = row.field as DwellerField // the table's check allows these words alone, as of state and source below
  if (!fields.includes(field)) return null
  return {
    id: row.id, tie: row.dweller, field, shown: row.code ?? row.masked ?? '', sealed: row.cipher !== null, state: row.state as SeenValue['state'],
    seenOn: row.seen_on, source: row.source_kind as SourceKind, endedOn: row.ended_at === null ? null : shanghaiDay(row.ended_at),
  }
}

/** A row of a tie as it is shown. */
export const seeTie = (row: DwellerRow): SeenTie => ({
  id: row.id, lives: row.lives, registered: row.registered, owns: row.owns, rents: row.rents, since: row.since, until: row.until,
  whyUntil: row.why_until, untilSaid: row.until_said, source: row.source_kind, recordedOn: shanghaiDay(row.recorded_at),
})

function groupOf(ties: readonly DwellerRow[]): SeenPerson['group'] {
  const held = ties.filter(({ until }) => until === null)
  if (held.some(({ lives, rents }) => lives || rents)) return 'lives'
  return held.some(({ owns }) => owns) ? 'owns' : held.length > 0 ? 'registered' : 'left'
}

const order = ['head', 'spouse', 'parent', 'grandparent', 'son', 'daughter', 'grandchild', 'sibling', 'other']
const groups = ['lives', 'owns', 'registered', 'left']
const rank = (person: SeenPerson): number => {
  const relation = person.values.find(({ field, state }) => field === 'relation' && state === 'current')?.shown ?? 'other'
  return groups.indexOf(person.group) * 100 + order.indexOf(relation)
}

/** What a file is made of: ties of the home, their values, all ties of those persons, names of the other homes. */
export type People = {
  readonly home: string; readonly ties: readonly DwellerRow[]; readonly values: readonly ValueRow[]; readonly all: readonly DwellerRow[]
  readonly nameOf: ReadonlyMap<string, string>
}

/**
 * Everybody of a home, once each however many sources name them: who lives there, head first; then owners and registered elsewhere; then who
 * left.
 */
export function seePeople({ home, ties, values, all, nameOf }: People, audience: readonly string[]): readonly SeenPerson[] {
  const fields = fieldsShownTo(audience)
  const wrong = (row: DwellerRow): boolean => row.why_until === 'undone' || row.why_until === 'asked'
  const byWho = Map.groupBy(ties.filter((row) => !wrong(row)), ({ who }) => who)
  const byTie = Map.groupBy(values, ({ dweller }) => dweller)
  const people = [...byWho].map(([who, own]): SeenPerson => {
    const seen = own.flatMap(({ id }) => (byTie.get(id) ?? []).flatMap((row) => seeValue(row, fields) ?? []))
    const elsewhere = all.filter((row) => row.who === who && row.home !== home && row.until === null).map((row): OtherHome => ({
      home: row.home, name: nameOf.get(row.home) ?? '', lives: row.lives, registered: row.registered, owns: row.owns, rents: row.rents,
    }))
    const name = seen.find(({ field, state }) => field === 'name' && state === 'current')?.shown ?? null
    return { who, group: groupOf(own), name, ties: own.map(seeTie), values: seen, elsewhere }
  })
  return people.sort((a, b) => rank(a) - rank(b))
}
