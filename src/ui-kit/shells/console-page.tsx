/** A page of the console in the frame that the entry gives: pages of every capability draw it without knowing who fills the menu. */
import { createContext, useContext } from 'react'
import { ConsoleShell, type ConsoleShellProps } from './console-shell.tsx'

/** What is the same on every page of the console: the menu, who works here, and ⌘K. */
export type ConsoleFrame = Pick<ConsoleShellProps, 'groups' | 'person' | 'personMenu' | 'onGo'>

const usual: ConsoleFrame = { groups: [], person: { name: '', line: '' } }
const FrameContext = /* @__PURE__ */ createContext<ConsoleFrame>(usual)

/** The entry gives the frame here, around its pages. */
export const ConsoleFrameProvider = FrameContext.Provider

/** A page inside that frame: `current` is the address of its item in the menu; the rest as of `ConsoleShell`. */
export function ConsolePage(props: Omit<ConsoleShellProps, keyof ConsoleFrame>) {
  return <ConsoleShell {...useContext(FrameContext)} {...props} />
}
