/** To whom a matter can be handed over from where it is: what the forms of field and console offer. */
import { categoryOf } from '../../rules/index.ts'
import { HAND_OVER_TO, type HandOverTo, type MatterDetail } from '../staff-api.ts'

type Handed = Pick<MatterDetail, 'place' | 'sensitive' | 'category' | 'closedTo' | 'holder'>

/**
 * Not to oneself (`audience` of one's post), not to whoever has it as a whole already, not to whom this kind of matter is closed, to a firm
 * only where there is one (`firm`), to a captain only at a home, to mediation and the named worker only what is theirs.
 */
export function receivers(matter: Handed, audience: string | null, firm: boolean): readonly HandOverTo[] {
  const atHome = ['building', 'unit', 'room'].includes(matter.place?.kind ?? '')
  const quarrel = matter.sensitive !== null || categoryOf(matter.category).group === 'dispute'
  const there: Readonly<Record<HandOverTo, boolean>> = {
    captain: atHome, grid: true, community: true, firm, named_worker: matter.sensitive !== null, mediation: quarrel,
  }
  const whole = matter.holder.post === null ? matter.holder.kind : null
  return HAND_OVER_TO.filter((to) => there[to] && to !== whole && !matter.closedTo.includes(to) && (to !== audience || audience === 'community'))
}
