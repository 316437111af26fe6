import { ok, refuse, type Result } from '../../kit/pure.ts'

/** Somebody's time in a post. Dates are 'YYYY-MM-DD'; `to` is the first day no longer held, null while held. */
export type Term = { readonly from: string; readonly to: string | null }

/** True when a term covers a day. [O6] */
export const coversDay = ({ from, to }: Term, day: string): boolean => from <= day && (to === null || day < to)

const overlap = (one: Term, two: Term): boolean =>
  (one.to === null || two.from < one.to) && (two.to === null || one.from < two.to) && one.from !== one.to && two.from !== two.to

/** A post has one holder on any day: refuses a term that overlaps another holder's. Deputies are not counted. [O6] */
export function checkTerm(term: Term, others: readonly Term[]): Result<Term> {
  if (term.to !== null && term.to < term.from) {
    return refuse({ code: 'term_backwards', rule: 'O6', explain: { zh: '任期的结束不能早于开始。', en: 'A term cannot end before it starts.' } })
  }
  const other = others.find((one) => overlap(term, one))
  if (other === undefined) return ok(term)
  return refuse({
    code: 'post_held', rule: 'O6', ...(other.to === null ? {} : { from: other.to }),
    explain: { zh: '这段时间已有人在任，请先办离任交接。', en: 'Somebody holds this post then: end that term first.' },
  })
}

/** What a hand-over needs: the day, the holder's term, and for a captain the new holder's yes in writing. */
export type HandOver = { readonly day: string; readonly holder: Term | null; readonly captain: boolean; readonly consentAt: string | null }

/** Decides whether a post may be handed over to somebody on a day. A captain is a neighbour who said yes in writing first. [O6] [O7] */
export function checkHandOver({ day, holder, captain, consentAt }: HandOver): Result<{ readonly from: string }> {
  if (holder !== null && day < holder.from) {
    return refuse({ code: 'hand_over_too_early', rule: 'O6', from: holder.from,
      explain: { zh: '交接日不能早于前任到任的日子。', en: 'The hand-over cannot be before the present holder came.' } })
  }
  if (captain && (consentAt === null || consentAt > day)) {
    return refuse({
      code: 'consent_missing', rule: 'O7', source: { law: 'M04' },
      explain: { zh: '楼栋长是热心邻居，上任前要有本人的书面同意。', en: 'A captain is a neighbour who volunteers: their yes in writing comes first.' },
    })
  }
  return ok({ from: day })
}

/** True when a time of day ('HH:MM') lies in quiet hours, which may pass midnight (21:00 to 08:00). [O8] */
export function isQuiet(time: string, from: string | null, to: string | null): boolean {
  if (from === null || to === null || from === to) return false
  return from < to ? from <= time && time < to : from <= time || time < to
}
