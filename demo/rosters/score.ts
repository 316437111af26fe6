/** Holds what was read from a dirty workbook against the right answers. */
import { openWorkbook } from '../../src/roster/file/index.ts'
import { openSheet, withFixes, type JudgedRow, type ReadPerson } from '../../src/roster/rules/reading/index.ts'
import type { DirtyBook } from './book.ts'
import type { Planted } from './sheet.ts'
import { homeText } from './spell.ts'

/** `flagged`: not read right, and told. `wrong`: not read right and not told. Both name where and what kind, never what stands there. */
export type Score = {
  readonly cells: number; readonly right: number; readonly flagged: readonly string[]; readonly wrong: readonly string[]; readonly rows: number;
    readonly unread: number
}

const list = (people: readonly ReadPerson[], of: (person: ReadPerson) => string | undefined): string | null => {
  const said = people.flatMap((person) => of(person) ?? [])
  return said.length === 0 ? null : said.join(',')
}

/** What the reading says where a planted cell should stand; null for nothing. */
function readingOf(what: string, row: JudgedRow): string | null {
  const [one] = row.people
  const owners = row.people.filter(({ ties }) => ties.includes('owns'))
  const tenants = row.people.filter(({ ties }) => ties.includes('rents'))
  switch (what) {
    case 'home': return homeText({ building: row.home.building ?? '', unit: row.home.unit ?? '', room: row.home.room ?? '' })
    case 'name': return one?.name ?? null
    case 'id': return one?.idNumber ?? null
    case 'phone': return one?.phones.join(';') ?? null
    case 'born': return one?.born ?? null
    case 'sex': return one?.sex ?? null
    case 'relation': return one?.relation ?? null
    case 'household_no': return row.householdNo ?? null
    case 'home_state': return row.homeState ?? null
    case 'moved_out': case 'dead': case 'remark': return one?.whyUntil ?? null
    case 'moved_on': case 'died_on': return one?.until ?? null
    case 'lives_at': return one?.livesAt ?? null
    case 'registered_at': return one?.registeredAt ?? null
    case 'person_kind': return one?.ties.includes('lives') ? 'lives' : one?.ties.join(',') ?? null
    case 'matches': case 'apart': return one?.ties.filter((tie) => tie !== 'owns' && tie !== 'rents').join(',') ?? null
    case 'owners': return list(owners, ({ name }) => name)
    case 'owner_ids': return list(owners, ({ idNumber }) => idNumber)
    case 'owner_phones': return owners.length > 1 ? list(owners, ({ phones }) => phones[0]) : owners[0]?.phones.join(';') ?? null
    case 'tenant': return list(tenants, ({ name }) => name)
    case 'tenant_id': return list(tenants, ({ idNumber }) => idNumber)
    case 'tenant_phone': return tenants[0]?.phones.join(';') ?? null
    case 'child': return row.people.length === 0 && row.problems.some(({ code }) => code === 'under_14') ? 'under_14' : one?.born ?? 'read'
    case 'colour': return row.problems.some(({ code }) => code === 'colour_unclear') ? 'colour_unclear' : null
    default: throw new Error(`nothing is read as ${what}`)
  }
}

const same = (read: string | null, want: string | null): boolean => (read ?? '') === (want ?? '')

/** A cell is right when it is read right as it stands or with the fixes offered, and when what had to be told was told. */
function judge(planted: Planted, raw: JudgedRow, fixed: JudgedRow): 'right' | 'flagged' | 'wrong' {
  const told = planted.flag === undefined || raw.problems.some(({ code }) => code === planted.flag)
  const reading = planted.what === 'colour' ? readingOf('colour', raw) : readingOf(planted.what, fixed)
  // A date that the ID number says in full is the better answer than the month alone; an apart row's kind is told by the other column.
  const better = planted.what === 'born' && reading !== null && (planted.want === null || reading.startsWith(planted.want))
    && fixed.people[0]?.idNumber !== undefined
  const apart = planted.what === 'person_kind' && fixed.people[0]?.ties.includes('registered') === true
  if (told && (same(reading, planted.want) || better || apart)) return 'right'
  // As it stands it says nothing or the right thing, and somebody is told: nothing was silently wrong.
  return raw.verdict !== 'ok' ? 'flagged' : 'wrong'
}

/** Reads a made-up workbook from its bytes or file, and counts. `today` is the day as of which ages count. */
export async function scoreBook(book: DirtyBook, source: string | Uint8Array, today = '2026-11-20'): Promise<Score> {
  const workbook = await openWorkbook(source)
  const waiting = Map.groupBy(book.planted, ({ sheet, n }) => `${sheet} ${n}`)
  const [flagged, wrong]: [string[], string[]] = [[], []]
  let [cells, right, rows] = [0, 0, 0]
  for (const { plan, holds } of workbook.sheets) {
    if (holds === 'nothing') continue
    const reader = openSheet(plan, today)
    for await (const batch of workbook.rows(plan)) {
      for (const row of batch) {
        rows += 1
        const raw = reader.read(row)
        const fixed = openSheet(plan, today).read(withFixes(row, raw.problems))
        for (const planted of waiting.get(`${row.sheet} ${row.n}`) ?? []) {
          const result = judge(planted, raw, fixed)
          cells += 1
          if (result === 'right') right += 1
          else (result === 'flagged' ? flagged
            : wrong).push(`${planted.sheet}:${planted.n} ${planted.what} ${planted.kind} ${raw.problems.map(({ code }) => code).join('+')}`)
        }
        waiting.delete(`${row.sheet} ${row.n}`)
      }
    }
  }
  await workbook.close()
  return { cells, right, flagged, wrong, rows, unread: [...waiting.values()].flat().length }
}
