/** The program's own diary: one JSON object per line on standard error. For operators; what counts for residents is in the record of acts. */

/** Codes, ids and numbers. A name, a phone or the words of a matter don't belong in a log. */
export type LogFacts = { readonly [key: string]: string | number | boolean | null | undefined }

function write(level: 'info' | 'warn' | 'error', event: string, facts: LogFacts): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })}\n`)
}

/** What an error says, in one line, for the fact `error`. */
export const errorLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''

/** Writes one line: `event` is a fixed noun phrase such as 'timer fired', everything that varies is in `facts`. */
export const log = {
  info: (event: string, facts: LogFacts = {}): void => write('info', event, facts),
  warn: (event: string, facts: LogFacts = {}): void => write('warn', event, facts),
  error: (event: string, facts: LogFacts = {}): void => write('error', event, facts),
}
