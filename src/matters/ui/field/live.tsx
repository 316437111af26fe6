/** Keeps the pages of the field app fresh while somebody is signed in: when a matter moves, and when something kept here was sent. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useOutbox } from '../../../ui-kit/index.ts'
import { useLive, useSession } from '../staff-api.ts'

export function Live() {
  const client = useQueryClient()
  const { data } = useSession()
  useLive(data?.post != null)
  const sent = useOutbox().filter(({ state }) => state === 'sent').at(-1)?.key
  useEffect(() => {
    if (sent === undefined) return
    for (const queryKey of [['matters'], ['visits']]) void client.invalidateQueries({ queryKey })
  }, [client, sent])
  return null
}
