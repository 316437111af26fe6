/** What a phone keeps of the doors of a building, and what it sends of what was said there. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ProblemError, request, sendFromPhone, type Waiting } from '../../../ui-kit/index.ts'
import type { DwellingState } from '../../rules/fields.ts'
import type { DoorMove } from '../../rules/door.ts'

export type DoorPerson = {
  readonly who: string; readonly ties: readonly string[]; readonly name: string | null; readonly phone: string | null; readonly phoneTie: string
  readonly relation: string | null; readonly rents: boolean
}
export type DoorFile = {
  readonly home: string; readonly version: number; readonly state: DwellingState; readonly children: number; readonly confirmedOn: string | null
  readonly waiting: boolean; readonly people: readonly DoorPerson[]
}
const keyOf = (building: string) => ['roster', 'door', building] as const
const never = (home: string): DoorFile => ({ home, version: 0, state: 'unknown', children: 0, confirmedOn: null, waiting: false, people: [] })

/** The doors of a building, kept on the phone. */
export const useDoorFiles = (building: string) => useQuery({
  queryKey: keyOf(building), staleTime: 30_000, retry: false,
  queryFn: async ({ signal }) => (await request<{ homes: readonly DoorFile[] }>('GET', `/api/v1/roster/door/${building}`, { signal })).homes,
})
/** The file of one door; of a home that nobody has written about it is empty. */
export function useDoorFile(building: string, home: string) {
  const files = useDoorFiles(building)
  return { ...files, file: files.data && (files.data.find((one) => one.home === home) ?? never(home)) }
}

const subjectOf = (building: string, home: string): string => `home:${building}:${home}`
/** Building and home of an act that waits, null when it is about something else. */
export function doorIn(subject: string): { readonly building: string; readonly home: string } | null {
  const [kind, building, home] = subject.split(':')
  return kind === 'home' && building !== undefined && home !== undefined ? { building, home } : null
}
/** What waits on this phone for a door. */
export const waitingAt = (items: readonly Waiting[], building: string, home: string): readonly Waiting[] =>
  items.filter((item) => item.subject === subjectOf(building, home) && item.state !== 'sent')

/** Says something at a door: kept here first, sent once and in order. `title` is what it does, as people read it. */
export function useSayAtDoor(building: string, file: DoorFile, about: string) {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const underWay = useRef(false)
  const say = async (said: DoorMove, title: string, shown: string, onMade: (how: 'sent' | 'saved') => void): Promise<void> => {
    if (underWay.current) return
    underWay.current = true
    setBusy(true)
    setError(null)
    try {
      const handed = await sendFromPhone({ subject: subjectOf(building, file.home), path: `/api/v1/roster/door/${file.home}`,
        body: { said, toldAt: new Date().toISOString() }, version: file.version, photos: [], shown: { title, about, said: shown } })
      if (handed.how !== 'saved') void client.invalidateQueries({ queryKey: ['roster'] })
      if (handed.how === 'refused') setError(new ProblemError(handed.problem))
      else onMade(handed.how)
    } catch (failed) { setError(failed) } finally {
      underWay.current = false
      setBusy(false)
    }
  }
  return { say, busy, error, reset: () => setError(null) }
}
