/** Words that pure rules, the server and pages share. Nothing here touches a clock, the network or the machine. */

/** Where a rule comes from: a law, a local measure, a paper or a habit, with its article where it has one. */
export type Source = { readonly law: string; readonly article?: string }

/** A sentence in both languages of the screens. */
export type Said = { readonly zh: string; readonly en: string }

/** Why something may not be done: a value, never an exception. `rule` is the number in the capability's README, as 'M4'. */
export type Refusal = {
  readonly code: string
  readonly rule: string
  readonly explain: Said
  readonly source?: Source
  /** When it will become possible, as an ISO time, where that is known. */
  readonly from?: string
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/** A good result. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

/** A refusal as a result. */
export const refuse = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({ ok: false, refusal })
