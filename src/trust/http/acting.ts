import type { FastifyReply, FastifyRequest } from 'fastify'
import { runCommand, type Context, type Outcome } from '../../kit/command.ts'
import { withScope, type Db, type Tx } from '../../kit/db.ts'
import { common, keyOf, sendRefusal } from '../../kit/http.ts'
import type { Result } from '../../kit/pure.ts'
import type { Actor } from '../rules/index.ts'
import type { Trust } from '../trust.ts'

/** What every route of staff works with. */
export type StaffWiring = { readonly db: Db; readonly trust: Pick<Trust, 'staffOf' | 'now'> }

/** Reads as staff; null is not found, and nothing that is read is kept by anybody on the way. */
export async function readAs<V>(
  { db, trust }: StaffWiring, request: FastifyRequest, reply: FastifyReply, view: (tx: Tx, actor: Actor, at: Date) => Promise<V | null>,
): Promise<V | FastifyReply> {
  const staff = await trust.staffOf(request)
  if (!staff.ok) return sendRefusal(reply, staff.refusal)
  const value = await withScope(db, staff.value, (tx) => view(tx, staff.value, trust.now()))
  void reply.header('cache-control', 'no-store')
  return value === null ? sendRefusal(reply, common.notFound) : value
}

/** Does something as staff with the request's key. */
export async function runAs<Out extends Outcome>(
  { db, trust }: StaffWiring, request: FastifyRequest, reply: FastifyReply, work: (ctx: Context<Actor>) => Promise<Result<Out>>,
): Promise<Out | FastifyReply> {
  const staff = await trust.staffOf(request)
  if (!staff.ok) return sendRefusal(reply, staff.refusal)
  const [actor, at] = [staff.value, trust.now()]
  const result = await runCommand(db, actor, at, keyOf(request, actor.post ?? ''), (tx) => work({ tx, actor, at }))
  return result.ok ? result.value : sendRefusal(reply, result.refusal)
}

/** Runs a command as staff with the request's key. */
export const actAs = <In, Out extends Outcome>(
  wiring: StaffWiring, request: FastifyRequest, reply: FastifyReply, command: (ctx: Context<Actor>, input: In) => Promise<Result<Out>>, input: In,
): Promise<Out | FastifyReply> => runAs(wiring, request, reply, (ctx) => command(ctx, input))

/** Runs a command whose answer holds something in clear: it is never kept with a key; asked again it is shown again, and that is an act too. */
export async function showAs<In, Out>(
  { db, trust }: StaffWiring, request: FastifyRequest, reply: FastifyReply, command: (ctx: Context<Actor>, input: In) => Promise<Result<Out>>,
    input: In,
): Promise<Out | FastifyReply> {
  const staff = await trust.staffOf(request)
  if (!staff.ok) return sendRefusal(reply, staff.refusal)
  const [actor, at] = [staff.value, trust.now()]
  let shown: { readonly value: Out } | undefined
  const result = await runCommand(db, actor, at, undefined, async (tx) => {
    const made = await command({ tx, actor, at }, input)
    if (!made.ok) return made
    shown = { value: made.value }
    return { ok: true, value: {} }
  })
  void reply.header('cache-control', 'no-store')
  if (!result.ok) return sendRefusal(reply, result.refusal)
  return shown === undefined ? sendRefusal(reply, common.notFound) : shown.value
}
