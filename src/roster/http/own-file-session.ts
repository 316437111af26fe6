import type { FastifyReply, FastifyRequest } from 'fastify'
import { runCommand, type Outcome } from '../../kit/command.ts'
import { withScope, type Db, type Tx } from '../../kit/db.ts'
import { common, keyOf, sendRefusal } from '../../kit/http.ts'
import type { Result } from '../../kit/pure.ts'
import { cookieIn, cookieText, readFollow, signFollow, type CodeSubject, type EraseHook, type Trust } from '../../trust/index.ts'
import type { OwnContext } from '../commands/data-request-ask.ts'
import { ownOf, ownScope, type Own, type OwnDesk } from '../commands/own-file-open.ts'
import { FILE_MINUTES } from '../rules/own-file/index.ts'

/**
 * What the routes of one's own file work with. `path`: the district's path. `limit`: how many codes one address may ask for in ten minutes, 0 without
 * limit. `hooks`: what the capabilities delete with a person.
 */
export type OwnWiring = {
  readonly db: Db; readonly trust: Pick<Trust, 'staffOf' | 'now' | 'district' | 'mode'>; readonly path: string; readonly limit: number
  readonly hooks: readonly EraseHook[]
}

/** Name of the cookie that holds an opened file: httpOnly, SameSite=Lax, half an hour. It names a tie, never a person's data. */
export const fileCookie = 'linli_file'
/** How long a proof of phone and name lasts while the room is asked, in seconds. */
const PROOF_SECONDS = 600

export const deskOf = ({ db, trust, path }: OwnWiring): OwnDesk => ({ db, district: trust.district, path })
const seconds = (at: Date): number => Math.floor(at.getTime() / 1000)

/** Gives the browser the cookie of an opened file; null takes it away. */
export function giveFile({ trust }: OwnWiring, reply: FastifyReply, tie: string | null): void {
  const life = FILE_MINUTES * 60
  const token = tie === null ? '' : signFollow({ district: trust.district, matter: tie, expires: seconds(trust.now()) + life }, 'file')
  void reply.header('set-cookie', cookieText(fileCookie, token, tie === null ? 0 : life, trust.mode === 'live'))
}

/** A ticket that says that a code was right for a phone and an end of a name, and opens nothing by itself. */
export const ticketFor = ({ trust }: OwnWiring, subject: CodeSubject): string =>
  signFollow({ district: trust.district, matter: subject.id, expires: seconds(trust.now()) + PROOF_SECONDS }, 'file_proof')
export const isTicketFor = ({ trust }: OwnWiring, ticket: string | undefined) => (subject: CodeSubject): boolean => {
  const read = readFollow(ticket, trust.now(), 'file_proof')
  return read !== null && read.district === trust.district && read.matter === subject.id
}

const notOpen = { ...common.notFound, rule: 'RO51', explain: { zh: '档案没有打开，或者过了半小时。请用手机号再打开一次。',
  en: 'No file is open, or half an hour has passed. Open it again with your phone.' } }

/** Runs `work` as the person whose file the request's cookie opens; nothing that is read is kept by anybody on the way. */
export async function asOwn<V>(wiring: OwnWiring, request: FastifyRequest, reply: FastifyReply,
  work: (own: Own) => Promise<V>): Promise<V | FastifyReply> {
  void reply.header('cache-control', 'no-store')
  const read = readFollow(cookieIn(request.headers.cookie, fileCookie), wiring.trust.now(), 'file')
  const own = read?.district === wiring.trust.district ? await ownOf(deskOf(wiring), read.matter, read.expires * 1000) : null
  return own === null ? sendRefusal(reply, notOpen) : work(own)
}

/** Reads in a transaction of the person's; null is no file. */
export async function readOwn<V>(wiring: OwnWiring, request: FastifyRequest, reply: FastifyReply,
  view: (tx: Tx, own: Own, at: Date) => Promise<V | null>): Promise<V | FastifyReply> {
  return asOwn(wiring, request, reply, async (own) => {
    const value = await withScope(wiring.db, ownScope(wiring.trust.district, own), (tx) => view(tx, own, wiring.trust.now()))
    return value === null ? sendRefusal(reply, notOpen) : value
  })
}

/** Runs a command of the person's with the request's key. */
export async function actOwn<In, Out extends Outcome>(wiring: OwnWiring, request: FastifyRequest, reply: FastifyReply,
  command: (ctx: OwnContext, input: In) => Promise<Result<Out>>, input: In): Promise<Out | FastifyReply> {
  return asOwn(wiring, request, reply, async (own) => {
    const at = wiring.trust.now()
    const result = await runCommand(wiring.db, ownScope(wiring.trust.district, own), at, keyOf(request, `own ${own.tie.id}`), (tx) =>
      command({ tx, desk: deskOf(wiring), own, at }, input))
    return result.ok ? result.value : sendRefusal(reply, result.refusal)
  })
}
