/** What is asked next: a lottery with weights, repeatable from its seed. */
import { shareOf } from './proportions.ts'
import { seeded } from './seeded.ts'

/** 2^(-i/5) for i = 0 … 4, written out: ** may differ in the last bit from machine to machine. */
const fifths = [1, 0.8705505632961241, 0.757858283255199, 0.6597539553864471, 0.5743491774985175] as const

/** 2^(-seen/5). */
function novelty(seen: number): number {
  let value: number = fifths[seen % 5] ?? 1
  for (let halves = Math.min(1000, Math.floor(seen / 5)); halves > 0; halves--) value /= 2
  return value
}

/** What is known of a statement: its counts over everybody and how far it pulls people apart on the map (0 before there is a map). */
export type Standing = { readonly id: string; readonly agree: number; readonly disagree: number; readonly seen: number; readonly extremity: number }

/**
 * The weight of a statement in the lottery: more for what is new, for what few pass on, for what many agree to, and for what tells people apart.
 * Always above 0, so every statement is asked. [OM10] Source: the reference server's priority, without its standing rank for background questions.
 */
export function weightOf({ agree, disagree, seen, extremity }: Standing): number {
  const passed = shareOf(seen - agree - disagree, seen)
  const importance = (1 - passed) * (1 + extremity) * shareOf(agree, seen)
  const weight = importance * (1 + 8 * novelty(seen))
  return weight * weight
}

/**
 * Draws the statement that somebody is asked next, or undefined when they have answered all. Equal statements, `answered` and `seed` draw the same;
 * the order of statements does not matter. Each statement's chance is its weight's share of the weights of all that are unanswered. [OM10]
 */
export function drawNext(statements: readonly Standing[], answered: ReadonlySet<string>, seed: string): string | undefined {
  const open = statements.filter(({ id }) => !answered.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1))
  const weights = open.map(weightOf)
  let left = seeded(seed)() * weights.reduce((sum, weight) => sum + weight, 0)
  const at = weights.findIndex((weight) => (left -= weight) < 0)
  return open.at(at)?.id
}
