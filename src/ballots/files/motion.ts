/** A motion in one file: homes with their areas and owners, ballots and the matter. docs/count-formats.md describes it. */
import { z } from 'zod'
import {
  ballotPackFor, CHANNELS, checkCompoundRule, countMotion, EVENT_KINDS, headIdOf, headsOf, HOLDS, ITEMS, mayDecide, mayFreeze, SILENCES, thresholdsFor,
  TITLE_KINDS, TITLE_STATES, totalsOf, UNWRITTEN, type CompoundRule, type CountEvent, type Expression, type Head, type Measure, type MotionResult,
  type Title,
} from '../rules/index.ts'

/** The file cannot be counted; the message says why, Chinese then English. */
export class UnreadableMotion extends Error {
  override name = 'UnreadableMotion'
}
const bad = (zh: string, en: string): never => {
  throw new UnreadableMotion(`${zh}${en}`)
}

const name = z.string().min(1).max(80).refine((text) => !text.includes('+'), 'no + in an id')
const day = z.iso.date()
/** Square metres with at most two decimals, as text or number; whole numbers of 0.01 m² without a float between. */
const area = z.union([z.string(), z.number()]).transform((given, context) => {
  const [, whole, parts = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(String(given)) ?? []
  const hundredths = whole === undefined ? 0 : Number(whole) * 100 + Number(parts.padEnd(2, '0'))
  if (hundredths > 0) return hundredths
  context.addIssue({ code: 'custom', message: 'square metres above nothing, with at most two decimals' })
  return z.NEVER
})
const Home = z.strictObject({
  id: name, kind: z.enum(TITLE_KINDS).default('home'), area, state: z.enum(TITLE_STATES).default('sold'), owners: z.array(name).max(50).default([]),
  delivered: z.boolean().default(false),
})
const Ballot = z.strictObject({
  home: name.optional(), owner: name.optional(), choice: z.string().max(40), channel: z.enum(CHANNELS).default('paper'), seq: z.int().min(1).optional(),
}).refine(({ home, owner }) => (home === undefined) !== (owner === undefined), 'a ballot names a home or an owner')
const counting = z.enum(['area_and_head', 'area', 'nothing'])
const Rule = z.strictObject({
  adopted: z.strictObject({ file: z.string().min(1), day, vote: z.string().min(1) }).optional(), silence: z.enum(SILENCES).optional(),
  holds: z.enum(HOLDS).optional(), counts: z.strictObject({ home: counting, shop: counting, garage: counting, storeroom: counting }).partial().optional(),
})
const Event = z.strictObject({ kind: z.enum(EVENT_KINDS), home: name.optional(), on: day, paper: z.string().max(80).default('') })
const matter = z.union([z.enum([...ITEMS, 'committee_matter']), z.int().min(1).max(9).transform((n) => ITEMS[n - 1] ?? 'other')])
const MotionFile = z.strictObject({
  format: z.literal('linli-motion-1').default('linli-motion-1'), region: z.string().regex(/^(CN|\d{2,6})$/).default('CN'), day,
  body: z.enum(['assembly', 'committee']).default('assembly'), matter, rule: Rule.default({}),
  homes: z.array(Home).min(1).max(200_000), ballots: z.array(Ballot).max(400_000).default([]), events: z.array(Event).max(10_000).default([]),
})
export type MotionFile = z.output<typeof MotionFile>

/** Reads the text of a file. Throws UnreadableMotion with the place and the reason. */
export function readMotion(text: string): MotionFile {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return bad('不是 JSON。', 'This is not JSON.')
  }
  const read = MotionFile.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const [at, missing] = [issue?.path.join('.') ?? '', issue?.code === 'invalid_type' && issue.message.endsWith('received undefined')]
  if (issue?.code === 'unrecognized_keys') return bad(`不认识“${issue.keys.join('、')}”。`, `What is '${issue.keys.join(', ')}'?`)
  return missing ? bad(`缺少“${at}”。`, `'${at}' is missing.`) : bad(`“${at}”写得不对。`, `'${at}' is not right: ${issue?.message ?? ''}.`)
}

const ruleOf = ({ rule: { adopted, silence, holds, counts } }: MotionFile): CompoundRule => ({
  ...UNWRITTEN, adopted: adopted ?? null, ...(silence && { silence }), ...(holds && { holds }),
  counts: { ...UNWRITTEN.counts, ...Object.fromEntries(Object.entries(counts ?? {}).filter(([, value]) => value !== undefined)) },
})
const titlesOf = ({ homes }: MotionFile): readonly Title[] => {
  const ids = new Set(homes.map(({ id }) => id))
  if (ids.size < homes.length) bad('有两处房屋编号相同。', 'Two homes have the same id.')
  return homes.map(({ id, kind, area: size, state, owners }) => ({ id, kind, area: size, state, owners, building: null, unit: null }))
}

/** The head that a ballot or event speaks for: its home's, or the one that an owner is alone, else the only one that they are part of. */
function finder(titles: readonly Title[], heads: readonly Head[]) {
  const byId = new Map(heads.map((head) => [head.id, head]))
  const byHome = new Map(titles.map((title) => [title.id, byId.get(headIdOf(title))]))
  const byOwner = new Map<string, Head[]>()
  for (const head of heads) for (const owner of head.owners) byOwner.set(owner, [...(byOwner.get(owner) ?? []), head])
  return (home: string | undefined, owner: string | undefined): Head => {
    const several = owner === undefined ? [] : byOwner.get(owner) ?? []
    const found = owner === undefined ? byHome.get(home ?? '') : byId.get(owner) ?? (several.length === 1 ? several[0] : undefined)
    if (found) return found
    return several.length > 1 ? bad(`${owner} 和别人共有几处，请写房屋编号。`, `${owner} owns with several others: name the home.`)
      : bad(`名册里没有 ${home ?? owner}。`, `${home ?? owner} is not in the register.`)
  }
}

/** What a counted file answers: its result, the register it was counted by, and which packs held. */
export type MotionCount = { readonly result: MotionResult; readonly totals: Measure; readonly homes: number; readonly ballots: number
  readonly packs: readonly string[] }

/**
 * Counts a motion from a file by the rules that held on its day. Ballots of what has no vote (as a garage where it counts for nothing) are refused, and
 * so is a matter that its body may not decide. Throws UnreadableMotion.
 */
export function countMotionFile(file: MotionFile): MotionCount {
  const pack = ballotPackFor(file.region === 'CN' ? '' : file.region, file.day) ?? bad('这一天还没有可依据的规定。', 'No rules held on that day.')
  const rule = ruleOf(file)
  const titles = titlesOf(file)
  for (const check of [mayDecide(file.body, file.matter, pack.terms), checkCompoundRule(rule, pack.terms), mayFreeze(titles, rule.counts)]) {
    if (!check.ok) bad(check.refusal.explain.zh, check.refusal.explain.en)
  }
  const { matter: item } = file
  if (item === 'committee_matter') return bad('业委会自己的事，看会议记录，不用这样计票。', 'A committee’s own matter is decided in its meeting.')
  const thresholds = thresholdsFor(item, pack.terms)
  if (!thresholds.ok) return bad(thresholds.refusal.explain.zh, thresholds.refusal.explain.en)
  const heads = headsOf(titles, rule.counts)
  const headOf = finder(titles, heads)
  const given = new Map<string, number>()
  const expressions = file.ballots.map(({ home, owner, choice, channel, seq }): Expression => {
    const head = headOf(home, owner)
    if (!head.counts) bad(`${home ?? owner} 按议事规则不计票。`, `${home ?? owner} has no vote by the compound’s rules.`)
    const nth = (given.get(head.id) ?? 0) + 1
    given.set(head.id, nth)
    return { elector: head.id, seq: seq ?? nth, channel, content: choice, area: head.area, heads: head.heads }
  })
  const events = file.events.map(({ kind, home, on, paper }): CountEvent => {
    const head = kind === 'court_stayed' ? null : headOf(home, undefined)
    return { kind, elector: head?.id ?? null, on, paper, area: head?.area ?? 0, heads: head?.heads ?? 0 }
  })
  const reached = new Set(file.homes.filter(({ delivered }) => delivered).map(({ id }) => id))
  const gone = new Set(events.filter(({ kind }) => kind === 'court_set_aside' || kind === 'court_struck').map(({ elector }) => elector))
  const silent = heads.filter(({ id, counts, of }) => counts && !given.has(id) && !gone.has(id) && of.every((title) => reached.has(title.id)))
  const totals = totalsOf(heads)
  const result = countMotion({
    item, totals, thresholds: thresholds.value, holds: rule.holds, silence: rule.silence, silentDelivered: totalsOf(silent), expressions, events,
  })
  return { result, totals, homes: titles.length, ballots: expressions.length, packs: pack.packs.map(({ id, version }) => `${id}@${version}`) }
}
