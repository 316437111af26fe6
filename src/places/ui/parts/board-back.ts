import { useWords, words } from '../../../ui-kit/index.ts'
import { usePlace } from './places.ts'

const backWords = words({ board: { zh: '公开栏', en: 'The board' } })

/**
 * The way back from a resident's page about a place: to the board of its compound, which is where residents come from; to the first page, under the word
 * `home`, while that is not known or where the place lies in no compound.
 */
export function useBoardBack(id: string | null | undefined, home: string): { readonly href: string; readonly word: string } {
  const w = useWords(backWords)
  const place = usePlace(id ?? undefined).data?.place
  const compound = place?.kind === 'compound' ? place.id : place?.compound
  return compound ? { href: `/board/${compound}`, word: w.board } : { href: '/', word: home }
}
