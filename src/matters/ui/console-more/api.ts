/** Calls of the desk's pages: drafts out of a pasted chat, and filing for somebody at the counter or on the telephone. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request, useAct } from '../../../ui-kit/index.ts'
import { useFiling, type Filed, type Filing } from '../filing.ts'

/** An open draft: words without nicknames, a guess of the place, and when it was said as the chat wrote it. */
export type Draft = {
  readonly id: string; readonly words: string; readonly placeText: string; readonly place: { readonly id: string; readonly name: string } | null
  readonly category: string | null; readonly saidAt: string
}
export type Pasted = { readonly drafts: number; readonly smallTalk: number }
/** `sensitive`: closed to somebody, so that a group must not read of it. */
export type FiledDraft = { readonly id: string; readonly number: string; readonly receipt: string; readonly sensitive: boolean }
export type FileDraft = { readonly place: string; readonly category: string; readonly words: string; readonly onBoard: boolean }
/** A matter for the ready answer: category, public words for its place, its number. */
export type Answered = { readonly category: string; readonly place: string; readonly number: string | null }

const DRAFTS = ['drafts']

/** Open drafts of one's organisation, newest first. */
export const useDrafts = () => useQuery({
  queryKey: DRAFTS, queryFn: async ({ signal }) => (await request<{ readonly items: readonly Draft[] }>('GET', '/api/v1/drafts', { signal })).items,
})

/** Makes drafts of a pasted chat; `within` is the compound whose group it was. */
export function usePaste(onDone: (pasted: Pasted) => void) {
  const client = useQueryClient()
  return useAct((input: { readonly text: string; readonly within?: string }, key) => request<Pasted>('POST', '/api/v1/drafts', { body: input, key }),
    (pasted) => { void client.invalidateQueries({ queryKey: DRAFTS }); onDone(pasted) })
}

/** Files one draft. The draft stays in the list of this screen until it is read anew. */
export function useFileDraft(id: string, onDone: (filed: FiledDraft, input: FileDraft) => void) {
  const client = useQueryClient()
  return useAct((input: FileDraft, key) => request<FiledDraft>('POST', `/api/v1/drafts/${id}/file`, { body: input, key }),
    (filed, input) => { onDone(filed, input); void client.invalidateQueries({ queryKey: DRAFTS });
      void client.invalidateQueries({ queryKey: ['matters'] }) })
}

/** Drops a draft that is no matter. */
export function useDropDraft(id: string) {
  const client = useQueryClient()
  return useAct((_: null, key) => request('DELETE', `/api/v1/drafts/${id}`, { key }), () => { void client.invalidateQueries({ queryKey: DRAFTS }) })
}

/** The ready answer for the group, for the matters filed so far. */
export const useReadyAnswer = (items: readonly Answered[]) => useQuery({
  queryKey: ['drafts', 'answer', items], enabled: items.length > 0, staleTime: Infinity,
  queryFn: async ({ signal }) => (await request<{ readonly text: string }>('POST', '/api/v1/drafts/answer', { body: { items }, signal })).text,
})

export type FileAtDesk = Filing<'desk' | 'phone' | 'reception'>

/** Files a matter for somebody at the counter, on the telephone or at the reception day. */
export function useFileAtDesk(onDone: (filed: Filed, input: FileAtDesk) => void) {
  const client = useQueryClient()
  return useFiling((filed, input: FileAtDesk) => { onDone(filed, input); void client.invalidateQueries({ queryKey: ['matters'] }) })
}

/** Copies a text; on plain http in a local network, where the clipboard is closed to pages, by way of a selection. */
export const useCopy = () => useMutation({
  mutationFn: async (text: string) => {
    if (navigator.clipboard) { await navigator.clipboard.writeText(text); return }
    const area = document.createElement('textarea')
    area.value = text
    document.body.append(area)
    area.select()
    const copied = document.execCommand('copy')
    area.remove()
    if (!copied) throw new Error('not copied')
  },
})
