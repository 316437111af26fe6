import type { Context } from '../../kit/command.ts'
import { shanghaiDay } from '../../kit/clock.ts'
import { common } from '../../kit/http.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { copyGiven, type Actor, type CopyTaker } from '../../trust/index.ts'
import { mayCopy } from '../rules/index.ts'
import { lockTie } from '../store/dweller.ts'
import { copyOfPerson, type FileTie } from '../views/person-file.ts'

/** A copy on paper: what this community keeps of one person, in clear. */
export type DeskCopy = { readonly name: string | null; readonly on: string; readonly taker: CopyTaker; readonly ties: readonly FileTie[] }

/**
 * A copy of what is kept of somebody who came in person, or of their guardian's ward, to be printed: homes, ties and values within the reach of the community
 * that gives it. What they agreed to, care (P18) and the branch's compartment (P07) stand on no paper, who looked is shown to them alone. The person sees
 * that a copy was given, by which post and into whose hands; nothing of it is kept. [RO57]
 */
export async function copyAtDesk(ctx: Context<Actor>, input: { readonly tie: string; readonly taker: CopyTaker }): Promise<Result<DeskCopy>> {
  const { tx, actor, at } = ctx
  const may = mayCopy(actor.audience)
  if (!may.ok) return may
  const [tie] = await lockTie(tx, { district: actor.district, id: input.tie })
  const file = tie && await copyOfPerson(tx, actor.district, tie.person)
  if (!file) return refuse(common.notFound)
  for (const person of file.persons) await copyGiven(tx, actor, person, at, 'desk', input.taker)
  const gone = ['undone', 'asked', 'wrong'] // an import that was taken back, a mistake, or what the person had deleted
  const ties = file.ties.filter(({ whyUntil }) => !gone.includes(whyUntil ?? ''))
  const name = ties.flatMap(({ values }) => values).find(({ field, state }) => field === 'name' && state === 'current')?.shown ?? null
  return ok({ name, on: shanghaiDay(at), taker: input.taker, ties })
}
