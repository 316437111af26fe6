/** How commands speak: text for people, or with --json the result alone on standard output and everything else on standard error. */

export type Progress = {
  /** `n` more are done. */
  step(n?: number): void
  /** Takes the bar away. */
  done(): void
}

export type Teller = {
  readonly json: boolean
  /** A line for people. */
  line(text?: string): void
  /** The result for programs; only with --json, one line on standard output. */
  result(value: unknown): void
  /** A bar on a terminal; elsewhere nothing. `total` 0 means that the end isn't known. */
  progress(label: string, total: number): Progress
  /** Text made dim, strong, red or green where colours are shown. */
  paint(style: 'dim' | 'strong' | 'red' | 'green', text: string): string
}

const codes = { dim: 2, strong: 1, red: 31, green: 32 } as const

const wide = new RegExp('[\\u1100-\\u115f\\u2e80-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f' +
  '\\uff00-\\uff60\\uffe0-\\uffe6\\u{1f300}-\\u{1faff}]', 'u')

/** Columns that `text` takes on a terminal; a Chinese character takes two. */
export function width(text: string): number {
  let columns = 0
  for (const sign of text) columns += wide.test(sign) ? 2 : 1
  return columns
}

/** `text` followed by spaces up to `columns`. */
export const pad = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)))

const FRAME_MS = 100
const BAR = 24

/** The line of a progress bar: bar, share, count and how many a second. Pure, so that it can be tested. */
export function bar(label: string, done: number, total: number, seconds: number): string {
  const rate = seconds > 0.5 ? ` ${Math.round(done / seconds).toLocaleString('en')}/s` : ''
  if (total === 0) return `${label} ${done.toLocaleString('en')}${rate}`
  const share = Math.min(1, done / total)
  const full = Math.round(share * BAR)
  const count = `${done.toLocaleString('en')}/${total.toLocaleString('en')}`
  return `${label} ${'━'.repeat(full)}${'·'.repeat(BAR - full)} ${Math.floor(share * 100)} % ${count}${rate}`
}

/** Makes the voice of one run of a command. */
export function teller(json: boolean): Teller {
  const out = json ? process.stderr : process.stdout
  const colours = out.isTTY && !process.env['NO_COLOR']
  return {
    json,
    line: (text = '') => void out.write(`${text}\n`),
    result: (value) => { if (json) process.stdout.write(`${JSON.stringify(value)}\n`) },
    paint: (style, text) => (colours ? `\u001b[${codes[style]}m${text}\u001b[0m` : text),
    progress(label, total) {
      if (!process.stderr.isTTY) return { step: () => undefined, done: () => undefined }
      const start = performance.now()
      let done = 0
      let drawn = 0
      const draw = (): void => {
        drawn = performance.now()
        process.stderr.write(`\r\u001b[2K${bar(label, done, total, (drawn - start) / 1000)}`)
      }
      draw()
      return {
        step(n = 1) {
          done += n
          if (performance.now() - drawn > FRAME_MS) draw()
        },
        done: () => void process.stderr.write('\r\u001b[2K'),
      }
    },
  }
}
