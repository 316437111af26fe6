/** Homes in which nobody lives, in a vote of households: who says so, how they are named, what everybody reads of them. [B113] */
import { ok, refuse, type Refusal, type Result, type Said } from '../../kit/pure.ts'

/** Where it is known from that a home stands empty. */
export const VACANT_SOURCES = ['visit', 'meters', 'owner', 'firm'] as const
export type VacantSource = (typeof VACANT_SOURCES)[number]
export const VACANT_SOURCE_WORDS: Readonly<Record<VacantSource, Said>> = {
  visit: { zh: '上门看过', en: 'seen at the door' }, meters: { zh: '水电长期不走', en: 'water and power unused for long' },
  owner: { zh: '房主说的', en: 'said by the owner' }, firm: { zh: '物业登记', en: 'from the property firm’s books' },
}

/** What is frozen with a vote of its vacant homes. `told`: whether the number may be said to everybody. */
export type VacantSum = { readonly homes: number; readonly source: VacantSource; readonly told: boolean }
/** From so many households on a number of empty homes may be said: of fewer it would point at doors where nobody is. P13 */
const FEW = 30
export const vacantSum = (homes: number, counted: number, source: VacantSource): VacantSum => ({ homes, source, told: counted >= FEW })

/** [B113] What everybody reads of homes that were left out: a number of many, none of few, never a door. */
export function vacantSaid({ homes, source, told }: VacantSum): Said {
  const from = VACANT_SOURCE_WORDS[source]
  return told ? { zh: `空着没人住的${homes}户不算在总户数里（${from.zh}）`, en: `${homes} homes that stand empty are not among the households (${from.en})` }
    : { zh: `空着没人住的不算在总户数里（${from.zh}）`, en: `Homes that stand empty are not among the households (${from.en})` }
}

const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').replace(/室$/, '').replace(/号楼|单元|栋|幢|[-—－]+/g, '-').replace(/-+/g, '-').replace(/^-|-$/g, '')

type Home = { readonly id: string; readonly fullName: string }
const unknown = (lines: readonly string[]): Refusal => ({ code: 'no_such_home', rule: 'B113',
  explain: { zh: `名册里没有：${lines.join('、')}。一行写一户，像“3号楼2单元1201”。`, en: `Not in the register: ${lines.join(', ')}. One home a line, as “3号楼2单元1201”.` } })
const everybody: Refusal = { code: 'nobody_left', rule: 'B113', explain: { zh: '全都空着就没有人能投票了。', en: 'With every home empty nobody could vote.' } }

/**
 * [B113] The homes that lines name: by full name or without `within`, the name of the place that votes; 号楼, 单元 and dashes say the same. Twice is once. Refused
 * where a line names no home here, or nobody would be left.
 */
export function vacantHomes<H extends Home>(lines: readonly string[], homes: readonly H[], within: string): Result<readonly H[]> {
  const known = new Map<string, H>()
  for (const home of homes) {
    const name = bare(home.fullName)
    known.set(name, home)
    if (home.fullName.startsWith(within)) known.set(bare(home.fullName.slice(within.length)), home)
  }
  const found = lines.map((line) => ({ line, home: known.get(bare(line)) }))
  const missing = found.filter(({ home }) => home === undefined).map(({ line }) => line)
  if (missing.length > 0) return refuse(unknown(missing.slice(0, 5)))
  const vacant = [...new Set(found.flatMap(({ home }) => home ?? []))]
  return vacant.length > 0 && vacant.length === homes.length ? refuse(everybody) : ok(vacant)
}
