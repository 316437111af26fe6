/** Which of several expressions of one elector holds. Everything that is not plain is listed; nothing is decided silently. */
import { HOLDS_WORDS } from './compound-rule.ts'
import type { Said } from '../../kit/pure.ts'
import type { Channel, Expression, Holds } from './vote.ts'

/** More than one expression of one elector. `held`: the seq that holds, null where none can; `differ`: they do not say the same. */
export type Conflict = {
  readonly elector: string
  readonly given: readonly { readonly seq: number; readonly channel: Channel; readonly content: string }[]
  readonly held: number | null
  readonly differ: boolean
  readonly say: Said
}
/** An expression that is none: a word that the vote does not have, or too many marks. */
export type Invalid = { readonly elector: string; readonly seq: number; readonly channel: Channel; readonly content: string }
export type Held = { readonly held: readonly Expression[]; readonly conflicts: readonly Conflict[]; readonly invalid: readonly Invalid[] }

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
const inOrder = (one: Expression, other: Expression): number =>
  order(one.elector, other.elector) || one.seq - other.seq || order(one.channel, other.channel) || order(one.content, other.content)

/** Expressions of one elector by that elector, in one order whatever order they came in. Throws RangeError where one elector has two weights. */
function byElector(expressions: readonly Expression[]): readonly (readonly Expression[])[] {
  const groups: Expression[][] = []
  for (const one of [...expressions].sort(inOrder)) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group === undefined || first?.elector !== one.elector) groups.push([one])
    else if (first.area !== one.area || first.heads !== one.heads) throw new RangeError(`${one.elector} has two weights`)
    else group.push(one)
  }
  return groups
}

/** The one that holds of valid expressions in order; null when two that differ claim the same place. */
function choose(given: readonly Expression[], holds: Holds): Expression | null {
  const paper = given.filter(({ channel }) => channel !== 'phone')
  const among = holds === 'paper_first' && paper.length > 0 ? paper : given
  const one = holds === 'last' ? among.at(-1) : among[0]
  if (one === undefined) return null
  return among.some(({ seq, content }) => seq === one.seq && content !== one.content) ? null : one
}

function conflictOf(given: readonly Expression[], held: Expression | null, holds: Holds): Conflict {
  const say = held
    ? { zh: `第${held.seq}次表达算数：${HOLDS_WORDS[holds].zh}`, en: `Expression ${held.seq} holds: ${HOLDS_WORDS[holds].en}` }
    : { zh: '分不出先后，哪次都不算，请监票人处理', en: 'No order can be told: none holds, the scrutineers decide' }
  return {
    elector: given[0]?.elector ?? '', given: given.map(({ seq, channel, content }) => ({ seq, channel, content })), held: held?.seq ?? null,
    differ: new Set(given.map(({ content }) => content)).size > 1, say,
  }
}

/**
 * [B12] What holds by the compound's rule: of each elector's valid expressions the first, the last, or paper and door before phone (of several the
 * first). `isValid` says whether a content is one of the vote's; what is none is listed, never holds, and is no conflict. The answer depends on no
 * order of the input. Throws RangeError where one elector comes with two weights.
 */
export function holdingOf(expressions: readonly Expression[], holds: Holds, isValid: (content: string) => boolean): Held {
  const held: Expression[] = []
  const conflicts: Conflict[] = []
  const invalid: Invalid[] = []
  for (const group of byElector(expressions)) {
    const given = group.filter(({ content }) => isValid(content))
    for (const { elector, seq, channel, content } of group) if (!isValid(content)) invalid.push({ elector, seq, channel, content })
    const one = choose(given, holds)
    if (one) held.push(one)
    if (given.length > 1) conflicts.push(conflictOf(given, one, holds))
  }
  return { held, conflicts, invalid }
}
