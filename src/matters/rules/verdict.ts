import type { Said } from '../../kit/pure.ts'
import type { Outcome, Satisfied, Verdict } from './matter.ts'

type Answer = { readonly value: boolean | Satisfied; readonly say: Said }
type Question = { readonly key: keyof Verdict; readonly ask: Said; readonly answers: readonly Answer[] }

/** The three questions, in the order in which they are asked [M16]. */
export const QUESTIONS: readonly Question[] = [
  { key: 'reached', ask: { zh: '有人联系过您吗？', en: 'Did anybody get in touch with you?' },
    answers: [{ value: true, say: { zh: '联系过', en: 'Yes' } }, { value: false, say: { zh: '没有', en: 'No' } }] },
  { key: 'solved', ask: { zh: '事情解决了吗？', en: 'Is it solved?' },
    answers: [{ value: true, say: { zh: '解决了', en: 'Yes' } }, { value: false, say: { zh: '没解决', en: 'No' } }] },
  { key: 'satisfied', ask: { zh: '您满意吗？', en: 'Are you satisfied?' },
    answers: [{ value: 'yes', say: { zh: '满意', en: 'Yes' } }, { value: 'basically', say: { zh: '基本满意', en: 'On the whole' } },
      { value: 'no', say: { zh: '不满意', en: 'No' } }] },
]

/**
 * Whether the answers form a judgment: somebody was asked and said at least whether it is solved and whether they are satisfied.
 * 'Nobody got in touch' is an answer and counts; nobody answering is no judgment.
 * Source: the base of the three rates counts valid return visits only.
 */
export const isValid = (verdict: Verdict | null): verdict is Verdict => verdict !== null && verdict.solved !== null && verdict.satisfied !== null

/**
 * Whether the verdict brings the matter back to work: a solution was claimed, it is not solved or not satisfying, and it was never reopened.
 * Never twice.
 */
export const reopens = (verdict: Verdict, outcome: Outcome | null, reopened: number): boolean =>
  outcome === 'solved' && reopened === 0 && (verdict.solved === false || verdict.satisfied === 'no')

/** Who wants to enter the answers, as plain data. */
export type Entering = {
  /** The reporter, by receipt code and phone code or by the link. */
  readonly isReporter: boolean
  readonly personId: string | null
  readonly postId: string | null
}
/** Who had an act on the matter, by person and by post; the clock's acts have neither. */
export type Hands = { readonly persons: readonly string[]; readonly posts: readonly string[] }

/** Whether somebody may enter the three answers [P03]: the reporter, or a post and a person without any act on this matter. */
export function mayEnter(who: Entering, hands: Hands): boolean {
  if (who.isReporter) return true
  if (who.personId === null || who.postId === null) return false
  return !hands.persons.includes(who.personId) && !hands.posts.includes(who.postId)
}

/** One ended matter as the board counts it. */
export type Judged = { readonly outcome: Outcome | null; readonly verdict: Verdict | null }

/** A share of a whole: fractions of integers, and a word where there is too little. */
export type Share = { readonly part: number; readonly base: number; readonly permille: number | null; readonly say: Said }

export type Tally = {
  /** All matters that ended. */
  readonly ended: number
  /** Those with a valid judgment: the base of the three shares. */
  readonly judged: number
  /** Ended without a judgment, counted apart and in no base. */
  readonly unjudged: number
  readonly reached: Share
  readonly solved: Share
  readonly satisfied: Share
  /** Outcomes of their own, over all that ended; 'explained' counts as reached, never as solved. */
  readonly unable: number
  readonly explained: number
}

/** Below this many judgments a share is not shown as a number. */
export const SMALL_BASE = 10
const NO_DATA: Said = { zh: '还没有评价', en: 'Not judged yet' }
const FEW: Said = { zh: '样本少', en: 'Too few to say' }

function share(part: number, base: number): Share {
  if (base === 0) return { part, base, permille: null, say: NO_DATA }
  if (base < SMALL_BASE) return { part, base, permille: null, say: FEW }
  // Half up in integers: rates on the board hold no floats.
  const permille = Math.floor((2000 * part + base) / (2 * base))
  const shown = `${Math.floor(permille / 10)}.${permille % 10}%`
  return { part, base, permille, say: { zh: shown, en: shown } }
}

/**
 * The board's counts over ended matters [M16]. Solved needs the resident's yes to a claimed solution; 'explained' and 'unable' stay in the base and
 * never count as solved. Basically satisfied counts as satisfied. No data is a word, never 0 %.
 */
export function tallyOf(matters: readonly Judged[]): Tally {
  const judged = matters.filter((m): m is Judged & { verdict: Verdict } => isValid(m.verdict))
  const count = (test: (m: Judged & { verdict: Verdict }) => boolean): Share => share(judged.filter(test).length, judged.length)
  return {
    ended: matters.length, judged: judged.length, unjudged: matters.length - judged.length,
    reached: count(m => m.verdict.reached), solved: count(m => m.outcome === 'solved' && m.verdict.solved === true),
    satisfied: count(m => m.verdict.satisfied === 'yes' || m.verdict.satisfied === 'basically'),
    unable: matters.filter(m => m.outcome === 'unable').length, explained: matters.filter(m => m.outcome === 'explained').length,
  }
}
