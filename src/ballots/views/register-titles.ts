/** Lists of titles: building by building, by room number, by what is to be done. Names are masked. */
import type { Tx } from '../../kit/db.ts'
import type { Actor } from '../../trust/index.ts'
import type { Stop } from '../rules/register/stops.ts'
import type { HeadKind } from '../store/register-bulk.ts'
import { keptBy, type TitleRow } from '../store/register-rows.ts'
import { countsFor, groupOf, stopIn, wholeRegister, type WholeRegister } from './register.ts'

/** A title in a list. `owners`: masked names, the one who votes first; `of`: how many counting titles its head has. Area in 0.01 m². */
export type ListedTitle = Pick<TitleRow, 'id' | 'label' | 'kind' | 'area' | 'status'> & {
  readonly source: TitleRow['area_source']; readonly group: string; readonly head: string; readonly headKind: HeadKind;
    readonly company: string | null
  readonly owners: readonly string[]; readonly chosen: boolean; readonly stop: Stop | null; readonly proxy: boolean; readonly of: number
  readonly counts: boolean
}
export const REGISTER_LISTS = ['all', 'stopped', 'joint', 'several', 'proxy'] as const
export type RegisterList = (typeof REGISTER_LISTS)[number]
export type TitlesAsked = { readonly compound: string; readonly group?: string | undefined; readonly q?: string | undefined;
  readonly list: RegisterList }

/** The most that one answer holds: a building of a tower and the garage fit. */
const MOST = 700

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s号楼栋幢座单元室房#-]+/g, '-').replace(/^-|-$/g, '').toLowerCase()
function fits(label: string, q: string): boolean {
  const [mine, sought] = [plain(label), plain(q)]
  return sought === '' || mine.startsWith(sought) || mine.endsWith(`-${sought}`) || mine.replaceAll('-', '') === sought.replaceAll('-', '')
}

/** Every title as a line, in the order of the doors. */
export function linesOf(whole: WholeRegister): ListedTitle[] {
  const counted = whole.titles.filter(({ kind }) => countsFor(whole.rule, kind) !== 'nothing')
  const of = new Map([...Map.groupBy(counted, ({ head }) => head)].map(([head, all]) => [head, all.length]))
  return whole.titles.flatMap((title): ListedTitle[] => {
    const head = whole.heads.get(title.head)
    if (!head) return []
    const owners = whole.owners.get(head.id) ?? []
    return [{ id: title.id, label: title.label, kind: title.kind, area: title.area, status: title.status, source: title.area_source,
      group: groupOf(title), head: head.id, headKind: head.kind, company: head.company, owners: owners.map(({ name_masked }) => name_masked),
      chosen: owners.some(({ chosen }) => chosen), stop: stopIn(whole, head), proxy: whole.proxies.has(head.id), of: of.get(head.id) ?? 0,
      counts: countsFor(whole.rule, title.kind) !== 'nothing' }]
  })
}

const inList = (one: ListedTitle, list: RegisterList): boolean => list === 'all' || one.counts && (list === 'stopped' ? one.stop !== null
  : list === 'joint' ? one.owners.length > 1 : list === 'several' ? one.of > 1 : one.proxy)

/** Titles of the register by part, room number, or what is to be done; null for whoever does not keep it. [B80] */
export async function listTitles(
  tx: Tx, actor: Actor, { compound, group, q = '', list }: TitlesAsked, at: Date,
): Promise<{ readonly items: ListedTitle[]; readonly total: number } | null> {
  if (!await keptBy(tx, actor, compound)) return null
  const items = linesOf(await wholeRegister(tx, actor.district, compound, at))
    .filter((one) => inList(one, list) && (group === undefined || one.group === group) && fits(one.label, q))
  return { items: items.slice(0, MOST), total: items.length }
}
