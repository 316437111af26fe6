/** Moves made on a phone: kept here first, sent at once where there is a line, and shown as made until the server says more. */
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ProblemError, sendFromPhone, type Waiting } from '../../../ui-kit/index.ts'
import type { Done, MatterDetail, MoveInput } from '../staff-api.ts'

/** What acts on one matter are lined up by. */
export const subjectOf = (id: string): string => `matter:${id}`

/** The acts that wait for one matter, in the order in which they were written. */
export const waitingOn = (items: readonly Waiting[], id: string): readonly Waiting[] =>
  items.filter((item) => item.subject === subjectOf(id) && item.state !== 'sent')

/** The move that an act makes, as its address says it. */
export const moveIn = ({ path }: Pick<Waiting, 'path'>): string => path.split('/').at(-1)?.replaceAll('-', '_') ?? ''

/** Moves after which the matter is in other hands: until they are sent, only a note can be added. */
const PASSES_ON: readonly string[] = ['finish', 'hand_over', 'assign', 'whistle', 'verify', 'verdict']

/** A matter as it will be once what waits has been sent, as far as a phone can tell. */
export function withWaiting<M extends Pick<MatterDetail, 'state' | 'moves'>>(matter: M, waiting: readonly Waiting[]): M {
  const made = waiting.map(moveIn)
  if (made.some((move) => PASSES_ON.includes(move))) return { ...matter, yoursToVerify: false, moves: matter.moves.filter((move) => move === 'note') }
  if (!made.includes('take')) return matter
  return { ...matter, state: matter.state === 'filed' ? 'taken' : matter.state,
    moves: [...new Set([...matter.moves.filter((move) => move !== 'take'), 'log' as const])] }
}

/** Whether what waits passes a matter on, so that it is off one's list. */
export const isPassedOn = (waiting: readonly Waiting[]): boolean => waiting.some((item) => PASSES_ON.includes(moveIn(item)))

type Made = 'sent' | 'saved'

/** A move on a matter. `send` takes what the form holds (its photos by their ids on this phone) and the name of the move as people read it. */
export function useKeptMove<M extends keyof MoveInput>(matter: Pick<MatterDetail, 'id' | 'version' | 'title'>, move: M) {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const underWay = useRef(false)
  const send = async (input: MoveInput[M], title: string, onMade: (how: Made) => void): Promise<void> => {
    if (underWay.current) return
    underWay.current = true
    setBusy(true)
    setError(null)
    try {
      const { photos = [], ...body } = input as { readonly photos?: readonly string[]; readonly note?: string } // every move's input is one of these
      const handed = await sendFromPhone({ subject: subjectOf(matter.id), path: `/api/v1/matters/${matter.id}/${move}`, body, version: matter.version,
        photos, shown: { title, about: matter.title, said: body.note ?? '' } })
      if (handed.how === 'refused') {
        setError(new ProblemError(handed.problem))
        void client.invalidateQueries({ queryKey: ['matters', 'one', matter.id] })
        return
      }
      if (handed.how === 'sent') {
        const done = handed.reply as Done // the border: the reply of every move
        client.setQueryData<MatterDetail>(['matters', 'one', matter.id], (known) => known && { ...known, state: done.state, version: done.version })
        void client.invalidateQueries({ queryKey: ['matters'] })
      }
      onMade(handed.how)
    } catch (failed) { setError(failed) } finally {
      underWay.current = false
      setBusy(false)
    }
  }
  return { send, busy, error, reset: () => setError(null) }
}
