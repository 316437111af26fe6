import type { ProblemCode } from '../types.ts'

/** A cell that was read: its value where there is one, and what is amiss. `fix` is what the cell should say, blank to leave it out. */
export type Read<T> = { readonly value?: T; readonly amiss?: { readonly code: ProblemCode; readonly fix?: string } }

export const nothing: Read<never> = {}
/** A cell that can't be taken as it stands. */
export const amiss = (code: ProblemCode, fix: string): Read<never> => ({ amiss: { code, fix } })
