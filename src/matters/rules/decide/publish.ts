import { ok, refuse, type Result, type Said } from '../../../kit/pure.ts'
import { change, type Change } from '../change.ts'
import type { Matter, Standing } from '../matter.ts'
import { categoryOf } from '../categories.ts'
import { mayMove } from '../moves.ts'
import { blockRelease } from '../privacy.ts'

/** [M20] A public title is approved by a person and names nobody: names, phones and door numbers are found and block it (P23). */
export function decideTitle(matter: Matter, standing: Standing, title: string): Result<Change> {
  const may = mayMove('title', matter, standing)
  if (!may.ok) return may
  const clean = blockRelease(title)
  if (!clean.ok) return clean
  return ok(change('title', { set: { title }, seenBy: 'staff' }))
}

/** [M20] Whether a matter may stand on the board at all: some categories never do, and never where a person is in danger (P16). */
export const mayBePublic = (matter: Pick<Matter, 'category' | 'sensitive'>): boolean =>
  categoryOf(matter.category).board && matter.sensitive !== 'harm'

/** [M20] The reporter decides whether it may stand on the board; what the category keeps off stays off. */
export function decideBoard(matter: Matter, standing: Standing, shown: boolean): Result<Change> {
  const may = mayMove('board', matter, standing)
  if (!may.ok) return may
  const explain: Said = { zh: '这类事不上公开栏，也一样办、一样算数。', en: 'This kind of matter stays off the board; it is handled and counted all the same.' }
  if (shown && !mayBePublic(matter)) return refuse({ code: 'never_public', rule: 'M20', explain })
  const others = matter.closedTo.filter((a) => a !== 'board')
  return ok(change('board', { facts: { shown }, set: { closedTo: shown ? others : [...others, 'board'].sort() } }))
}
