/** The compounds within reach of the post, for a choice among them. */
import { useQuery } from '@tanstack/react-query'
import { request } from '../../../ui-kit/index.ts'
import { usePost } from '../../../trust/ui/parts/session.ts'

type PlaceShort = {
  readonly id: string; readonly kind: string; readonly name: string; readonly fullName: string
  readonly compound: string | null; readonly community: string | null
}
type Within = { readonly place: PlaceShort; readonly above: readonly PlaceShort[]; readonly below: readonly PlaceShort[] }

const read = (id: string): Promise<Within> => request<Within>('GET', `/api/v1/places/${id}`)

/** Compounds below a place: of a community directly, of a street by its communities. */
async function compoundsOf(place: string): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const here = await read(place)
  if (here.place.kind === 'compound') return [here.place]
  const communities = here.place.kind === 'community' ? [here] : await Promise.all(here.place.kind === 'street'
    ? here.below.filter((p) => p.kind === 'community').map((p) => read(p.id))
    : here.above.filter((p) => p.kind === 'community').map((p) => read(p.id)))
  return communities.flatMap((c) => c.below.filter((p) => p.kind === 'compound')).map(({ id, name }) => ({ id, name }))
}

/** The compounds that the post works for; empty until they are known. */
export function useCompounds(): readonly { readonly id: string; readonly name: string }[] {
  const place = usePost()?.place
  const query = useQuery({ queryKey: ['compounds', place], enabled: place !== undefined, staleTime: Infinity, queryFn: () =>
    compoundsOf(place ?? '') })
  return query.data ?? []
}
