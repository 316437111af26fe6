/** What every capability takes away when a person is erased. One line each; whoever erases passes these to `erasePerson`. */
import type { EraseHook } from '../trust/index.ts'

export const eraseHooks: readonly EraseHook[] = []
