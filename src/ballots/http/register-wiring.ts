import type { FastifyReply, FastifyRequest } from 'fastify'
import { runCommand, type Context, type Outcome } from '../../kit/command.ts'
import { withScope, type Db, type Tx } from '../../kit/db.ts'
import { common, keyOf, sendRefusal } from '../../kit/http.ts'
import type { Result } from '../../kit/pure.ts'
import type { Actor, Trust } from '../../trust/index.ts'

/** A row of a table as its file shows it. */
export type TableLine = { readonly line: number; readonly cells: readonly string[] }
/**
 * `path` is the district's; `readTable` reads CSV and workbooks and is put in by the application; with a `mark`, as in a demo, only tables that bear
 * it are taken, so that nobody leaves real people there.
 */
export type RegisterWiring = { readonly db: Db; readonly trust: Pick<Trust, 'staffOf' | 'now'>; readonly path: string; readonly mark: string | null
  readonly readTable: (bytes: Buffer) => Promise<Result<readonly TableLine[]>> }

/** Reads as staff; null is not found. Nothing of it is kept on the way. */
export async function readAs<V>({ db, trust }: RegisterWiring, request: FastifyRequest, reply: FastifyReply,
  view: (tx: Tx, actor: Actor, at: Date) => Promise<V | null>): Promise<V | FastifyReply> {
  const staff = await trust.staffOf(request)
  if (!staff.ok) return sendRefusal(reply, staff.refusal)
  const value = await withScope(db, staff.value, (tx) => view(tx, staff.value, trust.now()))
  void reply.header('cache-control', 'no-store')
  return value === null ? sendRefusal(reply, common.notFound) : value
}

/** Runs a command as staff with the request's key. */
export async function actAs<Out extends Outcome>({ db, trust }: RegisterWiring, request: FastifyRequest, reply: FastifyReply,
  work: (ctx: Context<Actor>) => Promise<Result<Out>>): Promise<Out | FastifyReply> {
  const staff = await trust.staffOf(request)
  if (!staff.ok) return sendRefusal(reply, staff.refusal)
  const [actor, at] = [staff.value, trust.now()]
  const result = await runCommand(db, actor, at, keyOf(request, actor.post ?? ''), (tx) => work({ tx, actor, at }))
  return result.ok ? result.value : sendRefusal(reply, result.refusal)
}

/** Runs a command whose answer is never kept with a key: what is in clear, and tables that somebody takes along. */
export async function showAs<Out>({ db, trust }: RegisterWiring, request: FastifyRequest, reply: FastifyReply,
  work: (ctx: Context<Actor>) => Promise<Result<Out>>): Promise<Out | FastifyReply> {
  const staff = await trust.staffOf(request)
  if (!staff.ok) return sendRefusal(reply, staff.refusal)
  const [actor, at] = [staff.value, trust.now()]
  let shown: { readonly value: Out } | undefined
  const result = await runCommand(db, actor, at, undefined, async (tx) => {
    const made = await work({ tx, actor, at })
    if (!made.ok) return made
    shown = { value: made.value }
    return { ok: true, value: {} }
  })
  void reply.header('cache-control', 'no-store')
  if (!result.ok) return sendRefusal(reply, result.refusal)
  return shown === undefined ? sendRefusal(reply, common.notFound) : shown.value
}
