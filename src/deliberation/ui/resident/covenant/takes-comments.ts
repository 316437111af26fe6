import type { CovenantFile } from '../../covenant-api.ts'
import { today } from '../../parts/meetings/day.ts'

/** Whether one may comment and amend now: a version is posted, and its posting runs. */
export const takesComments = ({ next }: CovenantFile): boolean => next?.state === 'posted' && (next.commentsUntil === null || next.commentsUntil >= today())
