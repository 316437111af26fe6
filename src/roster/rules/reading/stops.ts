import type { ProblemCode } from './types.ts'

/** Without a fix, these are for somebody to look at; all others without one merely tell something. [RO10] */
export const STOPS: readonly ProblemCode[] = ['no_home', 'home_unclear', 'no_name', 'name_odd']
