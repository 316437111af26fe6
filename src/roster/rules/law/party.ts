/** The compartment of party membership: the branch's alone (P07). [RO67] */
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'

const onlyBranch: Refusal = {
  code: 'not_found', rule: 'RO67', explain: { zh: '没有这一页。', en: 'There is no such page.' },
}

/** Whether somebody keeps the compartment. Others are told that there is none. [RO67] */
export const mayKeepParty = (audience: readonly string[]): Result<true> => (audience.includes('branch') ? ok(true) : refuse(onlyBranch))

/**
 * Whether a line of the compartment ends by itself: everybody of its home whom it could mean has left. `ties` are those of the person (written by
 * themselves) or with the same phone (written by the branch); where the roster knows nobody so, it stays. [RO67]
 */
export const hasMovedOut = (ties: readonly { readonly ended: boolean }[]): boolean => ties.length > 0 && ties.every(({ ended }) => ended)
