import { ok, refuse, type Refusal, type Result, type Source } from '../../kit/pure.ts'
import type { PostKind } from '../../offices/rules/index.ts'
import type { ConcernedKind } from './concerned.ts'

/** The kind of post that handles reports by default. [C2] */
export const HANDLER_KIND: PostKind = 'street_discipline'

/** A post in the street's chain, with everybody who is in it: holder and deputies. */
export type PostInChain = { readonly post: string; readonly kind: PostKind; readonly people: readonly string[] }

/** Whom a report is about: the kind of post, and the post itself with whoever is in it where it is named. */
export type Concerned = { readonly kind: ConcernedKind; readonly post: string | null; readonly people: readonly string[] }

/**
 * On whose word each possible handler depends: work, appraisal and promotion. Whoever is concerned must not stand there. The discipline
 * secretary of a street is led by its party committee and works under its director beside the district's organ. [C2]
 */
const DEPENDS_ON: Readonly<Partial<Record<PostKind, readonly PostKind[]>>> = { street_discipline: ['street_secretary', 'street_director'] }

/** Posts whose holders are above every handler here, so that the line refuses a report on them. */
const aboveTheHandler = (kind: ConcernedKind): boolean =>
  kind === HANDLER_KIND || (DEPENDS_ON[HANDLER_KIND] ?? []).some((one) => one === kind)

const source: Source = { law: '纪检监察机关处理检举控告工作规则' }
const refusal = (code: string, zh: string, en: string): Refusal => ({ code, rule: 'C2', explain: { zh, en }, source })

const concernsHandler = refusal('not_here',
  '这条线不收这一件：读信的人就是他，或者归他管。信没有留下。请打 12388，或者在 12388.gov.cn 上写，由区里和市里受理。',
  'This line does not take this one: who reads the letters is that person, or depends on them. Nothing was kept. ' +
    'Please call 12388 or write at 12388.gov.cn.')
const nobodyThere = refusal('not_here',
  '这里现在没有人能收这样的信。信没有留下。请打 12388，或者在 12388.gov.cn 上写。',
  'There is nobody here who could take such a letter. Nothing was kept. Please call 12388 or write at 12388.gov.cn.')

/**
 * Who handles a report: the street's discipline post, unless it is vacant, is itself concerned, depends on the post concerned, or is filled by
 * somebody who also holds the post concerned or a post on which it depends is held by that person. Then nobody here: the ways outside. [C2]
 */
export function handlerFor(concerned: Concerned, chain: readonly PostInChain[]): Result<PostInChain> {
  const handler = chain.find(({ kind, people }) => kind === HANDLER_KIND && people.length > 0)
  if (!handler) return refuse(nobodyThere)
  const above = chain.filter(({ kind }) => (DEPENDS_ON[handler.kind] ?? []).includes(kind))
  const tabooPosts = [handler.post, ...above.map(({ post }) => post)]
  const tabooPeople = [...handler.people, ...above.flatMap(({ people }) => people)]
  const touched = aboveTheHandler(concerned.kind) || concerned.post !== null && tabooPosts.includes(concerned.post)
    || concerned.people.some((person) => tabooPeople.includes(person))
  return touched ? refuse(concernsHandler) : ok(handler)
}
