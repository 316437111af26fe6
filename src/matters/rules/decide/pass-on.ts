import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { change, type Change } from '../change.ts'
import type { Matter, Standing } from '../matter.ts'
import { mayMove } from '../moves.ts'

/**
 * [M43] A post that changes hands, or falls vacant, passes its open work on: no hand-over is counted and no clock is touched, since the reporter's
 * matter did not move. What it was to verify goes the same way; and so does, without a notice of its own, what is joined to another: undone, it would else
 * be back with a post that nobody holds.
 */
export function decidePassOn(matter: Matter, standing: Standing, from: string, to: { readonly org: string; readonly post: string | null }): Result<Change> {
  const may = mayMove('pass_on', matter, standing)
  if (!may.ok) return may
  const [holds, verifies] = [matter.heldPost === from, matter.verifier === from]
  if (!holds && !verifies) {
    return refuse({ code: 'moved_on', rule: 'M43', explain: { zh: '这件事已经不在原来的岗位手里。', en: 'It is no longer in the hands of that post.' } })
  }
  return ok(change('pass_on', {
    facts: { from, to: to.post ?? to.org }, seenBy: 'staff',
    set: { ...(holds ? { heldBy: to.org, heldPost: to.post } : {}), ...(verifies ? { verifier: to.post } : {}) },
    tell: matter.state === 'joined' ? [] : to.post ? [{ to: { post: to.post }, template: 'matter.passed_on' }] : [{ to: { org: to.org }, template: 'matter.passed_on' }],
  }))
}
