import { useEffect, useRef, useState } from 'react'
import { problemOf, useOnline } from '../../../ui-kit/index.ts'
import type { Filed } from '../filing.ts'
import { useFile, type Filing } from '../resident-api.ts'

/** Sends a filing once, and by itself as soon as there is a signal when there is none now. */
export function useSending(onSent: (filed: Filed, filing: Filing) => void) {
  const online = useOnline()
  const [waiting, wait] = useState<Filing | null>(null)
  const last = useRef<Filing | null>(null)
  const file = useFile((filed) => { if (last.current) onSent(filed, last.current) })
  const { mutate } = file
  const send = (filing: Filing) => {
    last.current = filing
    if (navigator.onLine) mutate(filing, { onError: (error) => { if (problemOf(error).status === 0 && !navigator.onLine) wait(filing) } })
    else wait(filing)
  }
  useEffect(() => {
    if (!online || waiting === null) return
    wait(null)
    mutate(waiting)
  }, [online, waiting, mutate])
  return { send, busy: file.isPending, waiting: waiting !== null, error: waiting === null ? file.error : null }
}
