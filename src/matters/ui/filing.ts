/** What all front ends send and show alike: filing a matter, its answer, and photos. */
import type { Said } from '../../kit/pure.ts'
import { inPost, request, upload, useAct } from '../../ui-kit/index.ts'

/** What is filed; each front end has its own `Channel`s. `place` is an id, `photos` are the claims of `sendPhoto`. */
export type Filing<Channel extends string> = {
  readonly place: string; readonly words: string; readonly category: string; readonly onBoard: boolean; readonly channel: Channel
  readonly phone?: string; readonly name?: string; readonly photos?: readonly string[]
  /** Number of the public matter that is the same: 'me too'. */
  readonly join?: string
}

/** A danger that the words tell of: whose duty it is and which numbers to dial first. */
export type FiledDanger = {
  readonly name: Said; readonly duty: Said; readonly numbers: readonly { readonly dial: string | null; readonly said: Said }[]
}

/** The answer: who has it and until when (ISO time). */
export type Filed = {
  readonly id: string; readonly number: string; readonly receipt: string; readonly due: string; readonly sensitive: boolean
  readonly phoneKept: boolean; readonly danger: FiledDanger | null
  readonly holder: { readonly name: string; readonly post: string | null; readonly person: string | null }
  /** What it was joined to, where it was. */
  readonly joined: { readonly number: string; readonly title: string } | null
}

/** Files a matter, once however often it is pressed. */
export const useFiling = <Channel extends string>(onDone: (filed: Filed, filing: Filing<Channel>) => void) =>
  useAct((filing: Filing<Channel>, key) => request<Filed>('POST', '/api/v1/matters', { body: filing, key }), onDone)

/** Sends one photo; `id` is the claim that the act which follows names. `onShare` hears how much is sent, 0 to 1. */
export const sendPhoto = async (file: File, onShare: (share: number) => void): Promise<{ id: string }> =>
  ({ id: (await upload<{ claim: string }>('/api/v1/photos', file, onShare)).claim })

/** The address of a photo of a matter, for the post that the reader acts in. */
export const photoAddress = (id: string, size: 'small' | 'full' = 'small'): string => inPost(`/api/v1/photos/${id}?size=${size}`)
