/** The console's frame as every page of it uses it: who works here and what they can open comes from the entry, the page gives the rest. */
import { createContext, useContext, type ComponentProps } from 'react'
import { ConsoleShell } from './console-shell.tsx'

type ShellProps = ComponentProps<typeof ConsoleShell>
type Given = Pick<ShellProps, 'groups' | 'person' | 'personMenu' | 'onGo'>

const FrameContext = /* @__PURE__ */ createContext<Given | null>(null)

/** The entry gives the side column here once somebody is signed in. */
export const ConsoleFrameProvider = FrameContext.Provider

/** One page of the console: `current` is the address of its item in the side column; list, rail, foot and keys as in ConsoleShell. */
export function ConsoleFrame(props: Omit<ShellProps, keyof Given>) {
  const given = useContext(FrameContext)
  return given === null ? null : <ConsoleShell {...given} {...props} />
}
