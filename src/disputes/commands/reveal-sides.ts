import type { Tx } from '../../kit/db.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { revealField, type Actor, type PersonField, type RevealPurpose } from '../../trust/index.ts'
import { standingOf } from '../rules/dispute.ts'
import { loadDispute } from '../store/load-dispute.ts'

export type Revealed = readonly { readonly side: string; readonly persons: readonly { name: string; phone: string | null;
  address: string | null }[] }[]

/** [D8] Full names of both sides for a paper, to the mediator alone; each field that is shown is an act that its person can see. */
export async function revealSides(tx: Tx, actor: Actor, id: string, purpose: RevealPurpose, at: Date): Promise<Result<Revealed>> {
  const loaded = await loadDispute(tx, actor.district, id)
  if (!loaded || !standingOf(loaded.dispute, actor).mediates) return refuse(common.notFound)
  const show = async (person: string, field: PersonField): Promise<string | null> => {
    const shown = await revealField(tx, actor, person, field, purpose, at)
    return shown.ok ? shown.value : null
  }
  const sides = []
  for (const { side, persons } of loaded.sides) {
    const shown = []
    for (const person of persons) {
      shown.push({ name: await show(person, 'name') ?? '', phone: await show(person, 'phone'), address: await show(person, 'address') })
    }
    sides.push({ side, persons: shown })
  }
  return ok(sides)
}
