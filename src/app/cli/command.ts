/** What every command of the command line looks like. Adding one is a file beside this one and a line in registry.ts. */
import type { ParseArgsOptionsConfig } from 'node:util'
import type { Settings } from '../../kit/config.ts'
import type { Teller } from './tell.ts'

/** The command was called in a way that it doesn't understand: exit code 2. */
export class WrongUsage extends Error {
  override name = 'WrongUsage'
}

/** The command understood and won't do it: exit code 3. */
export class Refused extends Error {
  override name = 'Refused'
}

export const exitCodes = { ok: 0, failed: 1, usage: 2, refused: 3 } as const

export type Call = {
  /** Values of the options, checked against `options` of the command. */
  readonly values: { readonly [option: string]: string | boolean | (string | boolean)[] | undefined }
  readonly positionals: readonly string[]
  readonly settings: Settings
  readonly tell: Teller
  /** Ends with exit code 1 although there is a result to print, as when a check found something. */
  failed(): void
}

export type Command = {
  /** Line of usage without the program's name, as 'import matters <file> [--place <code>]'. */
  readonly usage: string
  /** What it does, in plain text, Chinese then English. */
  readonly help: string
  /** Options besides --help and --json, as of Node's parseArgs. */
  readonly options?: ParseArgsOptionsConfig
  /**
   * Does it. The value is the result that --json prints; undefined prints nothing. Throws WrongUsage, Refused, or any other Error for a failure.
   */
  run(call: Call): Promise<unknown>
}

/** A line of the registry: enough for the list of commands without loading what they need. */
export type Entry = {
  readonly name: string
  readonly zh: string
  readonly en: string
  load(): Promise<{ readonly command: Command }>
}
