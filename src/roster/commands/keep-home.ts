import { shanghaiDay } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { appendAct } from '../../record/index.ts'
import type { Actor } from '../../trust/index.ts'
import { homeActs, mayKeep, type ConfirmedHow, type DwellingState } from '../rules/index.ts'
import { lockDwelling, saveDwelling } from '../store/dwelling.ts'
import { roomInReach } from './reach.ts'

/** What somebody says of a home. Absent: as it is. `confirm`: how they know that all of it holds today. `version`: what they had before them. */
export type KeepHome = {
  readonly home: string; readonly version: number; readonly state?: DwellingState | undefined; readonly children?: number | undefined
  readonly householdNo?: string | null | undefined; readonly confirm?: ConfirmedHow | undefined
}

/** What was told and not yet looked at is settled once somebody confirms the home. */
const settled = (doubts: readonly string[]): readonly string[] => doubts.filter((one) => !one.startsWith('told_'))

/**
 * Writes down how a home is used, how many children live there, and that it was confirmed today. A page that is out of date is told. [RO41] [RO46]
 */
export async function keepHome(ctx: Context<Actor>, input: KeepHome): Promise<Result<{ readonly version: number }>> {
  const { tx, actor, at } = ctx
  const may = mayKeep(actor.audience)
  if (!may.ok) return may
  const place = await roomInReach(tx, actor, input.home)
  if (!place.ok) return place
  const row = await lockDwelling(tx, actor.district, place.value)
  if (row === null) return refuse(common.notFound)
  if (row.version !== input.version) return refuse(common.stale)
  const version = await saveDwelling(tx, actor.district, input.home, {
    state: input.state, children: input.children, household_no: input.householdNo,
    ...(input.confirm === undefined ? {} : { confirmed_on: shanghaiDay(at), confirmed_how: input.confirm, confirmed_post: actor.post,
      doubts: settled(row.doubts) }),
  })
  await appendAct(tx, {
    district: actor.district, at, channel: 'web', actorPerson: actor.person, actorPost: actor.post, place: place.value.id, path: place.value.path,
    compoundPath: place.value.compoundPath, subject: { kind: 'home', id: place.value.id },
    what: homeActs.state('home.kept', { state: input.state ?? row.state, children: input.children ?? row.children,
      ...(input.confirm === undefined ? {} : { confirmed: input.confirm }) }),
  })
  return ok({ version })
}
