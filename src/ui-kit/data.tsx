/** What pages use to read and write: calm defaults for queries, and writes that are sent once however often they are pressed. */
import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { problemOf } from './http.ts'
import { writeKeys } from './write-key.ts'

const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (count, error) => count < 2 && retriable(problemOf(error).status), refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})

const retriable = (status: number): boolean => status === 0 || status >= 502

/** From now on reads ask at once also while the browser believes that it is offline: what answers then is what the phone keeps. */
export const readOffline = (): void => client.setDefaultOptions({
  queries: { ...client.getDefaultOptions().queries, networkMode: 'always' }, mutations: { retry: false, networkMode: 'always' },
})

/** Reads anew whatever is shown. */
export const readAnew = (): void => { void client.invalidateQueries() }

/** Gives the pages below one cache of answers. */
export const DataProvider = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>

/**
 * A write. `send` gets the input (plain data, no File) and its Idempotency-Key, so that a double press or another try after a lost answer
 * acts once: `mutate` with what is on its way already does nothing. Result: react-query's mutation (`mutate`, `isPending`, `error`).
 */
export function useAct<I, O>(send: (input: I, key: string) => Promise<O>, onDone?: (output: O, input: I) => void) {
  const [keys] = useState(writeKeys)
  const underWay = useRef<string | null>(null)
  const act = useMutation<O, Error, I>({
    mutationFn: (input) => send(input, keys.keyFor(input)),
    onSuccess: (output, input) => { keys.done(); onDone?.(output, input) },
    onError: (error) => keys.failed(error),
    onSettled: () => { underWay.current = null },
  })
  const mutate: typeof act.mutate = (...pressed) => {
    const said = JSON.stringify(pressed[0]) ?? ''
    if (underWay.current === said) return
    underWay.current = said
    act.mutate(...pressed)
  }
  return { ...act, mutate }
}
