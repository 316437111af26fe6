/** What pages use to read and write: calm defaults for queries, and writes that are sent once however often they are pressed. */
import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query'
import { useRef, type ReactNode } from 'react'
import { newKey, problemOf } from './http.ts'

const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (count, error) => count < 2 && retriable(problemOf(error).status), refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})

const retriable = (status: number): boolean => status === 0 || status >= 502

/** Gives the pages below one cache of answers. */
export const DataProvider = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>

/**
 * A write. `send` gets the input and its Idempotency-Key: the key stays the same while the same input is tried again and is new after a
 * success, so a double press or a retry after a lost answer acts once. Result: react-query's mutation (`mutate`, `isPending`, `error`).
 */
export function useAct<I, O>(send: (input: I, key: string) => Promise<O>, onDone?: (output: O, input: I) => void) {
  const last = useRef<{ input: string; key: string } | null>(null)
  return useMutation<O, Error, I>({
    mutationFn: (input) => {
      const text = JSON.stringify(input) ?? ''
      if (last.current?.input !== text) last.current = { input: text, key: newKey() }
      return send(input, last.current.key)
    },
    onSuccess: (output, input) => { last.current = null; onDone?.(output, input) },
  })
}
