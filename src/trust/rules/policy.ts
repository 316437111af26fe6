import type { Actor } from './actor.ts'

/** Whether an actor may, looking at the actor and one thing. Pure, one line per act, shared by pages and server. */
export type Policy<Thing = void> = (actor: Actor, thing: Thing) => boolean

/** An ltree path that lies at or below another. Labels are compared whole: `d1.s1` doesn't hold `d1.s12`. */
export const isWithin = (path: string, scope: string): boolean => path === scope || path.startsWith(`${scope}.`)

/** Only in one of these audiences, as `audience('community', 'street')`. */
export const audience = (...words: readonly string[]): Policy<unknown> => (actor) => actor.audience.some((word) => words.includes(word))

/** Only the clock: what deadlines do by themselves. */
export const theClock: Policy<unknown> = (actor) => actor.kind === 'clock'

/** Only somebody signed in who acts in a post. */
export const staff: Policy<unknown> = (actor) => actor.kind === 'staff' && actor.post !== null

/** Only where the thing's path (administrative or of its compound) lies in the post's reach. */
export const inReach: Policy<{ readonly path: string; readonly compoundPath?: string | null }> = (actor, thing) =>
  actor.scopes.some((scope) => isWithin(thing.path, scope) || (thing.compoundPath != null && isWithin(thing.compoundPath, scope)))

/** All of these. */
export const allOf = <Thing>(...policies: readonly Policy<Thing>[]): Policy<Thing> => (actor, thing) => policies.every((may) => may(actor, thing))

/** One of these is enough. */
export const anyOf = <Thing>(...policies: readonly Policy<Thing>[]): Policy<Thing> => (actor, thing) => policies.some((may) => may(actor, thing))

/** Turned round; for 'not the one who did it'. */
export const not = <Thing>(policy: Policy<Thing>): Policy<Thing> => (actor, thing) => !policy(actor, thing)

/** Who may issue sign-in cards to captains; that the captain lies in their reach is looked up. [T9] */
export const mayIssueCard: Policy<unknown> = audience('community')
