import { ok, type Result } from '../../../kit/pure.ts'
import { deny } from './plan.ts'

export type Writers = { readonly clerkPost: string | null; readonly plannedBy: string | null }

/** [DM18] Whether somebody in this post writes the minutes: the clerk and who planned it. A meeting of before they were told apart is written by who holds it. */
export function mayWriteMinutes(post: string | null, { clerkPost, plannedBy }: Writers): Result<true> {
  if (plannedBy === null || (post !== null && (post === clerkPost || post === plannedBy))) return ok(true)
  return deny('not_clerk', 'DM18', '纪要由记录人和约这次会的人来写。要换人，先改记录人。', 'Minutes are written by the clerk and by who planned the meeting. Choose another clerk first.')
}

/** [DM18] Whether a post may be the clerk: of the organisation that holds the meeting, or a seat of the body that meets. */
export const mayBeClerk = (post: string, posts: readonly { readonly post: string }[]): Result<true> =>
  (posts.some((one) => one.post === post) ? ok(true) : deny('no_clerk', 'DM18', '记录人要是召集单位的岗位，或者这个议事组织里的岗位。', 'The clerk holds a post of who calls the meeting, or a seat of the body.'))
