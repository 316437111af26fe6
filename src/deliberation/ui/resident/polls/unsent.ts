/** Answers given on this phone that the server does not have yet: kept through a reload, sent in order, each with the key it was born with. */
import { problemOf } from '../../../../ui-kit/index.ts'
import type { Asked, Sign } from '../../parts/polls/poll-api.ts'

export type Unsent = { readonly n: number; readonly sign: Sign; readonly key: string }
/** What became of sending: all sent (with the last reply), a speaker is wanted first, no line now, or refused. */
export type Fate = { readonly how: 'sent'; readonly reply: Asked | undefined } | { readonly how: 'speak' | 'later' } | { readonly how: 'refused';
  readonly error: unknown }
/** Where they are kept. */
export type Kept = { readonly read: () => readonly Unsent[]; readonly write: (list: readonly Unsent[]) => void }

const place = (poll: string): string => `linli.poll.${poll}`
const isUnsent = (one: unknown): one is Unsent => typeof one === 'object' && one !== null && 'n' in one && typeof one.n === 'number'
  && 'sign' in one && (one.sign === 1 || one.sign === 0 || one.sign === -1) && 'key' in one && typeof one.key === 'string'

/** The unsent answers of a poll as this browser keeps them. */
export function keptFor(poll: string): Kept {
  let list: readonly Unsent[] = []
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place(poll)) ?? '[]')
    list = Array.isArray(found) ? found.filter(isUnsent) : []
  } catch { /* storage is closed: lasts until the page is left */ }
  return {
    read: () => list,
    write: (next) => {
      list = next
      try { if (next.length === 0) localStorage.removeItem(place(poll)); else localStorage.setItem(place(poll),
        JSON.stringify(next)) } catch { /* as above */ }
    },
  }
}

const noLine = (status: number): boolean => status === 0 || status === 408 || status === 425 || status === 429 || status >= 500

/**
 * Sends what waits, the oldest first. What got no answer stays with its key, so that the server does it once. A statement that is gone is dropped, all
 * of them are when the poll is over.
 */
export async function sendInOrder({ read, write }: Kept, give: (one: Unsent) => Promise<Asked>): Promise<Fate> {
  let fate: Fate = { how: 'sent', reply: undefined }
  for (let one = read()[0]; one; one = read()[0]) {
    const { key } = one
    const drop = (): void => write(read().filter((other) => other.key !== key))
    try {
      fate = { how: 'sent', reply: await give(one) }
      drop()
    } catch (error) {
      const { status, code } = problemOf(error)
      if (noLine(status)) return { how: 'later' }
      if (code === 'signed_out') return { how: 'speak' }
      fate = { how: 'refused', error }
      if (code === 'statement_gone') drop()
      else { write([]); return fate }
    }
  }
  return fate
}
