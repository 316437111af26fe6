/** Which rows of a table belong to one head, and what a table says against what the register holds. Pure. */
import type { Said } from '../../../kit/pure.ts'
import type { AreaSource, TitleState } from '../heads.ts'
import type { TitleKind } from '../vote.ts'
import type { TableOwner, TableProblem, TitleSaid } from './table.ts'

/** A title that is known already, with its head's owners in clear for as long as they are compared. */
export type Known = { readonly id: string; readonly head: string; readonly label: string; readonly kind: TitleKind; readonly area: number;
  readonly source: AreaSource
  readonly status: TitleState; readonly company: string | null; readonly owners: readonly TableOwner[] }
/** A head to be made, or one that is there (`id`), with the titles that go to it. */
export type HeadSaid = { readonly id: string | null; readonly kind: 'owners' | 'company' | 'developer'; readonly company: string | null
  readonly owners: readonly TableOwner[]; readonly titles: readonly TitleSaid[] }
export type Plan = {
  readonly heads: readonly HeadSaid[]
  /** Known titles whose area or kind the table says otherwise, from a source that is as good or better. */
  readonly changed: readonly { readonly id: string; readonly head: string; readonly before: number; readonly area: number;
    readonly source: AreaSource; readonly kind: TitleKind }[]
  readonly added: number; readonly same: number; readonly problems: readonly TableProblem[]
}

const RANK: readonly AreaSource[] = ['register', 'survey', 'contract']
const say = (zh: string, en: string): Said => ({ zh, en })

/**
 * What makes two titles one head: the same company, the same owners with the same telephones, or the developer. Null where that can't be told, as
 * for a name without a telephone: then each title is a head of its own.
 */
function keyOf({ status, company, owners }: Pick<TitleSaid, 'status' | 'company' | 'owners'>): string | null {
  if (status !== 'sold') return 'developer'
  if (company !== null) return `company ${company}`
  if (owners.length === 0 || owners.some(({ phone }) => phone === null)) return null
  return owners.map(({ name, phone }) => `${name} ${phone ?? ''}`).sort().join('+')
}

const sameOwners = (said: readonly TableOwner[], known: readonly TableOwner[]): boolean => said.length === known.length
  && said.every(({ name, phone }) => known.some((one) => one.name === name && (phone === null || one.phone === null || one.phone === phone)))

function against(row: TitleSaid, known: Known): { readonly what: 'same' } | { readonly what: 'changed' } | { readonly what: 'problem';
  readonly said: Said } {
  if (row.status !== known.status) return { what: 'problem', said: say('出售状态和名册里的不一样，请在这一套里改。',
    'Sold or unsold differs from the register: change it there.') }
  const owned = row.owners.length + (row.company === null ? 0 : 1) === 0
  if (!owned && (row.company !== known.company || row.company === null && !sameOwners(row.owners, known.owners))) {
    return { what: 'problem', said: say('业主和名册里的不一样，请在这一套里办过户。', 'The owners differ from the register: enter a transfer there.') }
  }
  if (row.area === known.area && row.kind === known.kind && row.source === known.source) return { what: 'same' }
  if (RANK.indexOf(row.source) > RANK.indexOf(known.source)) {
    return row.area === known.area ? { what: 'same' } : { what: 'problem', said: say('面积不一样，但来源不如名册里的可靠，没有改。',
      'The area differs, from a weaker source: left as it is.') }
  }
  return { what: 'changed' }
}

/**
 * [B87] What taking a table in would do. A table adds titles and corrects areas; it never changes who owns what. The same table again does nothing.
 */
export function planTable(rows: readonly TitleSaid[], known: readonly Known[]): Plan {
  const byLabel = new Map(known.map((one) => [one.label, one]))
  const headOfKey = new Map(known.flatMap((one) => { const key = keyOf(one); return key === null ? [] : [[key, one.head] as const] }))
  const problems: TableProblem[] = []
  const changed: Plan['changed'][number][] = []
  const fresh: TitleSaid[] = []
  let same = 0
  for (const row of rows) {
    const mine = byLabel.get(row.label)
    if (!mine) { fresh.push(row); continue }
    const found = against(row, mine)
    if (found.what === 'same') same++
    else if (found.what === 'changed') changed.push({ id: mine.id, head: mine.head, before: mine.area, area: row.area, source: row.source,
      kind: row.kind })
    else problems.push({ line: row.line, room: row.label, grave: true, said: found.said })
  }
  const named = Map.groupBy(fresh.filter((row) => row.status === 'sold' && row.company === null && keyOf(row) === null && row.owners.length > 0),
    ({ owners }) =>
    owners.map(({ name }) => name).sort().join('、'))
  for (const [name, all] of named) {
    if (all.length > 1) for (const { line, label } of all) problems.push({ line, room: label, grave: false,
      said: say(`${all.length}套都写着${name.slice(0, 1)}姓同一个名字，没有电话分不出是不是同一个人，各算一人。`,
        `${all.length} titles bear the same name without a telephone: each counts as one person.`) })
  }
  const heads = [...Map.groupBy(fresh, (row) => keyOf(row) ?? `row ${row.line}`)].map(([key, titles]): HeadSaid => {
    const [{ status, company, owners } = { status: 'sold', company: null, owners: [] }] = titles
    const kind = status !== 'sold' ? 'developer' : company === null ? 'owners' : 'company'
    return { id: headOfKey.get(key) ?? null, kind, company: kind === 'developer' ? company ?? '建设单位' : company, owners, titles }
  })
  return { heads, changed, added: fresh.length, same, problems }
}
