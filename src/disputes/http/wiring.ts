import type { FastifyReply, FastifyRequest } from 'fastify'
import { runCommand, type Context, type Outcome } from '../../kit/command.ts'
import { withScope, type Db, type Tx } from '../../kit/db.ts'
import { common, keyOf, sendRefusal } from '../../kit/http.ts'
import type { Result } from '../../kit/pure.ts'
import { clockActor, cookieIn, cookieText, readFollow, residentActor, signFollow, type Actor, type Trust } from '../../trust/index.ts'
import type { Party } from '../commands/on-dispute.ts'

/** What the routes of disputes work with. `path` is the district's path. */
export type Wiring = { readonly db: Db; readonly trust: Trust; readonly path: string }

/** Name of the cookie that holds a side's token; it names a side, never a matter. */
export const sideCookie = 'linli_mediation'
/** How long a side's session lasts, in seconds. */
export const SIDE_SECONDS = 30 * 86_400

const senderOf = (actor: Party): string => actor.post ?? actor.person ?? (actor.disputes?.[0] ? `${actor.disputes[0]} ${actor.side ?? ''}`
  : actor.kind)

/** Runs a command for `actor` with the request's key, and sends its value through `view` or its refusal. */
export async function act<In, Out extends Outcome, V>(
  wiring: Wiring, request: FastifyRequest, reply: FastifyReply, actor: Party,
  command: (ctx: Context<Party>, input: In) => Promise<Result<Out>>, input: In, view: (value: Out) => V | Promise<V>,
): Promise<V | FastifyReply> {
  const at = wiring.trust.now()
  const result = await runCommand(wiring.db, actor, at, keyOf(request, senderOf(actor)), (tx) => command({ tx, actor, at }, input))
  return result.ok ? view(result.value) : sendRefusal(reply, result.refusal)
}

/** Reads for `actor` in a transaction of its scope; sends 'not found' when there is nothing. */
export async function read<V>(wiring: Wiring, reply: FastifyReply, actor: Party,
  view: (tx: Tx) => Promise<V | undefined>): Promise<V | FastifyReply> {
  const value = await withScope(wiring.db, actor, view)
  return value === undefined ? sendRefusal(reply, common.notFound) : value
}

/** Runs `work` as the signed-in member of staff in their post, or says that they are signed out. */
export async function asStaff<V>(wiring: Wiring, request: FastifyRequest, reply: FastifyReply,
  work: (actor: Actor) => Promise<V>): Promise<V | FastifyReply> {
  const staff = await wiring.trust.staffOf(request)
  return staff.ok ? work(staff.value) : sendRefusal(reply, staff.refusal)
}

/** Gives the browser the cookie of one side. */
export function openSide(wiring: Wiring, reply: FastifyReply, side: string): void {
  const { district, now, mode } = wiring.trust
  const token = signFollow({ district, matter: side, expires: Math.floor(now().getTime() / 1000) + SIDE_SECONDS }, 'side')
  void reply.header('set-cookie', cookieText(sideCookie, token, SIDE_SECONDS, mode === 'live'))
}

const notOpen = { ...common.notFound, explain: { zh: '请输入告知单上的12位码。', en: 'Please enter the 12-character code on your slip.' } }

/** Runs `work` as the side whose cookie the request carries: it reaches that dispute and nothing else. */
export async function asSide<V>(wiring: Wiring, request: FastifyRequest, reply: FastifyReply,
  work: (actor: Party) => Promise<V>): Promise<V | FastifyReply> {
  const { district, now } = wiring.trust
  const follow = readFollow(cookieIn(request.headers.cookie, sideCookie), now(), 'side')
  if (!follow || follow.district !== district) return sendRefusal(reply, notOpen)
  const found = await withScope(wiring.db, clockActor(district, wiring.path), (tx) => tx.selectFrom('dispute_side').select(['dispute', 'side'])
    .where('district', '=', district).where('id', '=', follow.matter).executeTakeFirst())
  if (!found) return sendRefusal(reply, notOpen)
  return work({ ...residentActor(district, null), disputes: [found.dispute], side: found.side === 'b' ? 'b' : 'a' })
}
