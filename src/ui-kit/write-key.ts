/** The Idempotency-Key of a write that may be pressed twice or tried again. */
import { newKey, problemOf } from './http.ts'

/** Keeps one key per input until it is known what became of it. */
export type WriteKeys = { readonly keyFor: (input: unknown) => string; readonly done: () => void; readonly failed: (error: unknown) => void }

/**
 * `keyFor` gives the same key while the same input (compared as JSON) is tried again. `done` and a definite no (4xx) end that key: the next
 * try is a new act. No answer, 408, 429 and 5xx keep it, as the first try may have been carried out.
 */
export function writeKeys(): WriteKeys {
  let last: { input: string; key: string } | null = null
  return {
    keyFor(input) {
      const text = JSON.stringify(input) ?? ''
      if (last?.input !== text) last = { input: text, key: newKey() }
      return last.key
    },
    done() { last = null },
    failed(error) {
      const { status } = problemOf(error)
      if (status >= 400 && status < 500 && status !== 408 && status !== 429) last = null
    },
  }
}
