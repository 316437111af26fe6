import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { withScope } from '../../kit/db.ts'
import { readCode, sha256 } from '../../kit/ids.ts'
import { sendNotice } from '../../kit/jobs.ts'
import { common, problemSchema, sendRefusal, words, type App } from '../../kit/http.ts'
import { ok } from '../../kit/pure.ts'
import { runCommand } from '../../kit/command.ts'
import { askPhoneCode, checkPhoneCode, clockActor, cookieText, followCookie, signFollow, standInSubject, type Actor } from '../../trust/index.ts'
import { receiptOf } from '../../record/index.ts'
import { addNote } from '../commands/add-note.ts'
import { enterVerdict } from '../commands/enter-verdict.ts'
import { setBoard } from '../commands/publish.ts'
import { withdrawMatter } from '../commands/withdraw-matter.ts'
import { explainClocks } from '../views/clocks.ts'
import { matterForReporter } from '../views/detail.ts'
import { FOLLOW_SECONDS } from './public-routes.ts'
import { Clocks, Done, Followed } from './replies.ts'
import { BoardBody, Noted, VerdictBody } from './requests.ts'
import { act, followerOf, read, type Wiring } from './wiring.ts'

const problems = { '4xx': problemSchema }
const tags = ['follow']
const Receipt = z.strictObject({ receipt: words(40), phone: words(20).optional() })
const ReceiptCode = z.strictObject({ receipt: words(40), phone: words(20), code: z.string().regex(/^[\d０-９ ]{6,8}$/) })
const Opened = z.object({ opened: z.boolean(), needs: z.enum(['phone', 'code']).nullable() })
const notFollowed = {
  ...common.notFound,
  explain: { zh: '没有找到这件事：回执码可能少了一位，或者要手机验证码。', en: 'Not found: the receipt code may lack a character, or a phone code is needed.' },
}

type Found = { readonly id: string; readonly contact: string | null }

/** The matter of a receipt code; looked for as the clock, since the code itself is the right to see it. */
async function matterOf(wiring: Wiring, path: string, receipt: string): Promise<Found | undefined> {
  const { district } = wiring.trust
  return withScope(wiring.db, clockActor(district, path), (tx) => tx.selectFrom('matter').select(['id', 'contact'])
    .where('district', '=', district).where('receipt', '=', sha256(readCode(receipt))).executeTakeFirst())
}

function opened(wiring: Wiring, reply: FastifyReply, matter: string) {
  const { district, now, mode } = wiring.trust
  const token = signFollow({ district, matter, expires: Math.floor(now().getTime() / 1000) + FOLLOW_SECONDS })
  void reply.header('set-cookie', cookieText(followCookie, token, FOLLOW_SECONDS, mode === 'live'))
  return { opened: true, needs: null }
}

function receiptRoutes(app: App, wiring: Wiring, path: string): void {
  app.post('/api/v1/receipts/open', {
    schema: {
      operationId: 'openReceipt', summary: 'Open a matter by its receipt; one with a phone needs a phone code too',
      tags, body: Receipt, response: { 200: Opened, ...problems },
    },
  }, async (request, reply) => {
    const { district, now } = wiring.trust
    const { receipt, phone } = request.body
    const found = await matterOf(wiring, path, receipt)
    if (found && !found.contact) return opened(wiring, reply, found.id)
    if (!phone) return { opened: false, needs: 'phone' as const } // the same for a receipt that does not exist
    const subject = found ? { kind: 'matter', id: found.id } : standInSubject('matter', readCode(receipt))
    const at = now()
    const asked = await runCommand(wiring.db, clockActor(district, path), at, undefined, async (tx) => {
      const code = await askPhoneCode(tx, { district, subject, phone, person: found?.contact ?? null, at })
      if (!code.ok) return code
      if (code.value.send) {
        await sendNotice(
          tx,
          { district, channel: 'sms', recipient: `contact:${code.value.send.person}`, template: 'phone.code', facts: { code: code.value.send.code } },
          at,
        )
      }
      return ok({ needs: 'code' })
    })
    return asked.ok ? { opened: false, needs: 'code' as const } : sendRefusal(reply, asked.refusal)
  })
  app.post('/api/v1/receipts/confirm', {
    schema: {
      operationId: 'confirmReceipt', summary: 'Open a matter by receipt, phone and the code sent to it',
      tags, body: ReceiptCode, response: { 200: Opened, ...problems },
    },
  }, async (request, reply) => {
    const { district, now } = wiring.trust
    const { receipt, phone, code } = request.body
    const found = await matterOf(wiring, path, receipt)
    const subject = found ? { kind: 'matter', id: found.id } : standInSubject('matter', readCode(receipt))
    const checked = await checkPhoneCode(wiring.db, { district, subject, phone, code, at: now() })
    return checked.ok && found ? opened(wiring, reply, found.id) : sendRefusal(reply, checked.ok ? notFollowed : checked.refusal)
  })
}

type Follower = { actor: Actor; matter: string }
async function asFollower<V>(
  wiring: Wiring, request: FastifyRequest, reply: FastifyReply, work: (follower: Follower) => Promise<V>,
): Promise<V | FastifyReply> {
  const follower = followerOf(wiring, request)
  return follower ? work(follower) : sendRefusal(reply, notFollowed)
}

/** Following one matter by its receipt: what the reporter reads and does. `path` is the district's path. */
export function followRoutes(app: App, wiring: Wiring, path: string): void {
  receiptRoutes(app, wiring, path)
  app.get('/api/v1/followed',
    { schema: { operationId: 'readFollowed', summary: 'The matter in hand, for its reporter', tags, response: { 200: Followed, ...problems } } },
    async (request, reply) =>
      asFollower(wiring, request, reply, ({ actor, matter }) => read(wiring, reply, actor, (tx) => matterForReporter(tx, actor, matter, wiring.trust.now()))))
  app.get('/api/v1/followed/clocks', { schema: { operationId: 'explainFollowed', summary: 'Why it is due when it is, for its reporter', tags,
    response: { 200: Clocks, ...problems } } },
    async (request, reply) => asFollower(wiring, request, reply, ({ actor, matter }) =>
      read(wiring, reply, actor, (tx) => explainClocks(tx, actor, matter, wiring.trust.now()))))
  app.get('/api/v1/followed/receipt',
    {
      schema: {
        operationId: 'readFollowedReceipt', summary: 'Proof that the matter is in the sealed record',
        tags, response: { 200: z.unknown(), ...problems },
      },
    },
    async (request, reply) => asFollower(wiring, request, reply, ({ actor, matter }) => read(wiring, reply, actor, async (tx) => {
      const first = await tx.selectFrom('matter_entry').select('act').where('district', '=', actor.district)
        .where('matter', '=', matter).where('kind', '=', 'filed').executeTakeFirst()
      return first ? receiptOf(tx, actor.district, first.act) : undefined
    })))
  app.post('/api/v1/followed/note',
    { schema: { operationId: 'noteFollowed', summary: 'Add a word', tags, body: Noted, response: { 200: Done, ...problems } } },
    async (request, reply) => asFollower(wiring, request, reply, ({ actor, matter }) =>
      act(wiring, request, reply, actor, addNote, { ...request.body, id: matter, seenBy: 'reporter' as const }, (v) => v)))
  app.post('/api/v1/followed/verdict',
    { schema: { operationId: 'judgeFollowed', summary: 'The three answers', tags, body: VerdictBody, response: { 200: Done, ...problems } } },
    async (request, reply) => asFollower(wiring, request, reply, ({ actor, matter }) =>
      act(wiring, request, reply, actor, enterVerdict, { ...request.body, id: matter, via: 'follow' as const }, (v) => v)))
  app.post('/api/v1/followed/withdraw',
    { schema: { operationId: 'withdrawFollowed', summary: 'Take the matter back', tags, body: Noted, response: { 200: Done, ...problems } } },
    async (request, reply) => asFollower(wiring, request, reply, ({ actor, matter }) =>
      act(wiring, request, reply, actor, withdrawMatter, { ...request.body, id: matter }, (v) => v)))
  app.post('/api/v1/followed/board',
    {
      schema: {
        operationId: 'boardFollowed', summary: 'Put it on the public board or take it off',
        tags, body: BoardBody, response: { 200: Done, ...problems },
      },
    },
    async (request, reply) => asFollower(wiring, request, reply, ({ actor, matter }) =>
      act(wiring, request, reply, actor, setBoard, { ...request.body, id: matter }, (v) => v)))
}
