import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { change, type Change } from '../change.ts'
import type { Matter, Standing } from '../matter.ts'
import { mayMove } from '../moves.ts'
import { findPrivate } from '../privacy.ts'
import { decideRating, type BlownWhistle, type Pair, type Rating } from '../rating.ts'

/** [M30] One side of a whistle says what it was like. Neither words nor answers stand in the act until the pair is opened. */
export function decideRate(
  matter: Matter, standing: Standing, org: string | null, whistle: BlownWhistle & { readonly id: string }, given: Rating,
  known: { readonly rated: boolean; readonly shown: boolean },
): Result<{ readonly change: Change; readonly pair: Pair }> {
  const may = mayMove('rate', matter, standing)
  if (!may.ok) return may
  const pair = decideRating(whistle, org, given, known)
  if (!pair.ok) return pair
  return ok({ pair: pair.value, change: change('rate', { facts: { whistle: whistle.id, of: given.of }, seenBy: 'staff',
    tell: [{ to: { org: given.of }, template: 'matter.rate_asked' }] }) })
}

export type Review = {
  readonly lacked: string; readonly changes: string
  /** Organisation that changes it, until which civil day, and the item of the public list that should be amended, or 'new'. */
  readonly by: string; readonly until: string; readonly item?: string | undefined
}
const no = (code: string, zh: string, en: string) => refuse({ code, rule: 'M31', explain: { zh, en } })

/** [M31] Two lines about the process after a whistle: what it lacked; what changes, by whom, until when. Nobody is named. `today` is a civil day. */
export function decideReview(
  matter: Matter, standing: Standing, org: string | null, whistle: BlownWhistle & { readonly id: string }, given: Review, today: string,
): Result<Change> {
  const may = mayMove('review', matter, standing)
  if (!may.ok) return may
  if (org !== whistle.byOrg) return no('not_yours', '复盘由吹哨的社区来写。', 'The community that blew writes the review.')
  if (whistle.reviewed) return no('reviewed', '这声哨已经复盘过。', 'This whistle has been reviewed.')
  if (given.until < today) return no('past_day', '改动的日子要在今天或以后。', 'The day of the change is today or later.')
  if ([given.lacked, given.changes].some((line) => findPrivate(line).length > 0)) {
    return no('names_somebody', '复盘写流程，不写人：请去掉姓名、电话和门牌。', 'A review is about the process: leave out names, phones and doors.')
  }
  return ok(change('review', { facts: { whistle: whistle.id, by: given.by, until: given.until, item: given.item }, seenBy: 'staff',
    tell: [{ to: { org: given.by }, template: 'matter.review_promised' }] }))
}
