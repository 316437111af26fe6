/** Sketches of compounds. Shapes follow src/places/http/plan-routes.ts. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { request, useAct } from '../../../ui-kit/index.ts'
import type { Spot } from '../../rules/plan.ts'

export type Building = { readonly id: string; readonly name: string; readonly units: number; readonly x: number | null; readonly y: number | null }
export type Plan = { readonly compound: { readonly id: string; readonly name: string }; readonly buildings: readonly Building[] }
type Compounds = { readonly compounds: readonly { readonly id: string; readonly name: string }[] }

const PLANS = '/api/v1/plans'

/** Compounds of one's own area. */
export const usePlans = () => useQuery({ queryKey: ['plans'], queryFn: ({ signal }) => request<Compounds>('GET', PLANS, { signal }) })

/** One compound's sketch; asks nothing without an id. */
export const usePlan = (compound: string | undefined) => useQuery({
  queryKey: ['plans', compound], enabled: compound !== undefined, queryFn: ({ signal }) => request<Plan>('GET', `${PLANS}/${compound}`, { signal }),
})

/** Saves where buildings stand. */
export function useDraw(compound: string, onDone: (moved: number) => void) {
  const queries = useQueryClient()
  return useAct((spots: readonly Spot[], key: string) => request<{ moved: number }>('POST', `${PLANS}/${compound}`, { body: { spots }, key }), async ({ moved }) => {
    await queries.invalidateQueries()
    onDone(moved)
  })
}
