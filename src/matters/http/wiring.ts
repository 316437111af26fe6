import type { FastifyReply, FastifyRequest } from 'fastify'
import { runCommand, type Context, type Outcome } from '../../kit/command.ts'
import { withScope, type Db, type Tx } from '../../kit/db.ts'
import { common, keyOf, sendRefusal } from '../../kit/http.ts'
import type { Result } from '../../kit/pure.ts'
import { cookieIn, followCookie, readFollow, residentActor, type Actor, type Trust } from '../../trust/index.ts'
import type { PhotoStore } from '../store/photo-store.ts'

/** What the routes of matters work with. `filingLimit`: how many a network address may file in ten minutes without signing in; 0: no limit. */
export type Wiring = { readonly db: Db; readonly trust: Trust; readonly photos: PhotoStore; readonly host: string; readonly filingLimit: number }

/** Who writes, for the idempotency key: never a name or a phone. A follower is known by the matter in hand. */
export const senderOf = (actor: Actor & { readonly matters?: readonly string[] }): string =>
  actor.post ?? actor.person ?? actor.matters?.[0] ?? actor.kind

/** A resident's actor for one matter, from the follow cookie: sees that matter and nothing else. */
export function followerOf(wiring: Wiring, request: FastifyRequest): { actor: Actor & { matters: readonly string[] }; matter: string } | null {
  const follow = readFollow(cookieIn(request.headers.cookie, followCookie), wiring.trust.now())
  if (!follow || follow.district !== wiring.trust.district) return null
  return { actor: { ...residentActor(follow.district, null), matters: [follow.matter] }, matter: follow.matter }
}

/** Runs a command for `actor` with the request's key, and sends its value through `view` or its refusal. */
export async function act<In, Out extends Outcome, V>(
  wiring: Wiring, request: FastifyRequest, reply: FastifyReply, actor: Actor,
  command: (ctx: Context<Actor>, input: In) => Promise<Result<Out>>, input: In, view: (value: Out) => V | Promise<V>,
): Promise<V | FastifyReply> {
  const at = wiring.trust.now()
  const result = await runCommand(wiring.db, actor, at, keyOf(request, senderOf(actor)), (tx) => command({ tx, actor, at }, input))
  return result.ok ? view(result.value) : sendRefusal(reply, result.refusal)
}

/** Reads for `actor` in a transaction of its scope; sends 'not found' when there is nothing. */
export async function read<V>(
  wiring: Wiring, reply: FastifyReply, actor: Actor, view: (tx: Tx) => Promise<V | undefined>,
): Promise<V | FastifyReply> {
  const value = await withScope(wiring.db, actor, view)
  return value === undefined ? sendRefusal(reply, common.notFound) : value
}
