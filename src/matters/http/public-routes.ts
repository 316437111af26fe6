import { z } from 'zod'
import { runCommand } from '../../kit/command.ts'
import { shanghaiDay } from '../../kit/clock.ts'
import { actAs, withScope, type Tx } from '../../kit/db.ts'
import { addressLimit } from '../../kit/limit.ts'
import { common, id, keyOf, problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import { refuse } from '../../kit/pure.ts'
import { chainOf, holdersAt, partiesOf, publicPost } from '../../offices/index.ts'
import { isPublicKind, placeByDoor, placeById, type PlaceView } from '../../places/index.ts'
import { cookieText, followCookie, publicActor, receiptCodeOf, signFollow, staff, type Actor } from '../../trust/index.ts'
import { fileMatter } from '../commands/file-matter.ts'
import { publicScope } from '../commands/public-root.ts'
import { dangersIn } from '../rules/danger.ts'
import { boardOf, boardScope } from '../views/board.ts'
import { explainedShares, shareScope } from '../views/explained-share.ts'
import { publicCount, similarAt } from '../views/similar.ts'
import { Board, Door, Filed, Similar } from './replies.ts'
import { FileBody, SimilarBody } from './requests.ts'
import { senderOf, type Wiring } from './wiring.ts'

const problems = { '4xx': problemSchema }
const tags = ['public']
/** How long a follow session lasts, in seconds. */
export const FOLLOW_SECONDS = 30 * 86_400

/** A resident filing at a place: sees exactly that place while the matter is saved, and nothing afterwards. */
const filerAt = (district: string, place: PlaceView): Actor =>
  ({ ...publicActor(district), audience: ['public'], scopes: [place.path, ...(place.compoundPath ? [place.compoundPath] : [])], kind: 'resident' })

/** Who answers for a place, as a poster and the board name them: only what those people made public. */
async function peopleOf(tx: Tx, wiring: Wiring, place: PlaceView) {
  const day = shanghaiDay(wiring.trust.now())
  const chain = await chainOf(tx, wiring.trust.district, place.id, day)
  const parties = await partiesOf(tx, wiring.trust.district, place, day)
  // The level of the community holds several posts: each is called by its own name, so that nobody reads 社区 twice.
  const people = (chain?.levels ?? []).filter(({ level }) => level !== 'street').flatMap(({ level, said, posts }) => posts.slice(0, 2).map(publicPost)
    .map(({ title, held, name, phone }) => ({ role: level === 'community' ? { zh: title, en: said.en } : said, held, name, phone })))
  const bodies = BODIES.flatMap(({ kind, role }) =>
    parties.filter((org) => org.kind === kind).slice(0, 1).map(({ name, phone }) => ({ role, held: true, name, phone: phone ?? null })))
  return [...people, ...bodies]
}

/** Bodies of a compound that stand beside the chain, in the order in which they are named. */
const BODIES = [
  { kind: 'branch', role: { zh: '小区支部', en: 'Compound branch' } }, { kind: 'owners', role: { zh: '业委会', en: 'Owners\' committee' } },
  { kind: 'firm', role: { zh: '物业', en: 'Property company' } },
] as const

/** What the report page shows of a place: who answers for it, and who has which duty there, so that the page can say who will get a matter. */
async function doorOf(tx: Tx, wiring: Wiring, door: string | null, place: PlaceView | null) {
  if (!place?.community || !isPublicKind(place.kind)) return undefined
  const { district, now, mode } = wiring.trust
  const compound = place.compound ? await placeById(tx, district, place.compound) : null
  const community = await placeById(tx, district, place.community)
  const holders = await holdersAt(tx, district, place, shanghaiDay(now()))
  return {
    door, place: { id: place.id, name: place.fullName, kind: place.kind }, compound: compound ? { id: compound.id, name: compound.name } : null,
    compoundType: compound?.compoundType ?? null, holders: [...holders].map(([word, { name }]) => ({ word, name })),
    community: community?.name ?? '', people: await peopleOf(tx, wiring, place), demo: mode === 'demo',
  }
}

function boardRoute(app: App, wiring: Wiring): void {
  app.get('/api/v1/boards/:compound', {
    schema: {
      operationId: 'readBoard', summary: 'The public board of a compound', tags,
      params: z.object({ compound: id() }), response: { 200: Board, ...problems },
    },
  }, async (request, reply) => {
    const { district, now } = wiring.trust
    const board = await withScope(wiring.db, publicActor(district), async (tx) => {
      const compound = await placeById(tx, district, request.params.compound)
      if (compound?.kind !== 'compound' || !compound.community) return undefined
      const above = [compound.community, compound.street].map((one) => (one ? placeById(tx, district, one) : null))
      const [community, street] = await Promise.all(above)
      return community && { compound, within: community, street: street?.name ?? '', people: await peopleOf(tx, wiring, compound) }
    })
    if (!board) return sendRefusal(reply, common.notFound)
    void reply.header('x-robots-tag', 'noindex')
    const { compound, within, ...rest } = board
    const items = await withScope(wiring.db, boardScope(district, compound), (tx) => boardOf(tx, district, compound, now()))
    const explained = await withScope(wiring.db, shareScope(district, within), (tx) => explainedShares(tx, district, within, compound, now()))
    return { ...rest, ...items, community: within.name, explained, compound: { id: compound.id, name: compound.name, type: compound.compoundType } }
  })
}

const tooMany = (at: Date, seconds: number) => ({
  code: 'too_many', rule: 'M20', from: new Date(at.getTime() + seconds * 1000).toISOString(),
  explain: { zh: `从这里报的事太多了，请 ${Math.ceil(seconds / 60)} 分钟后再报。您写的还在。急事请直接打110、119、120。`,
    en: `Too many matters came from here: please wait ${Math.ceil(seconds / 60)} minutes. What you wrote is kept. In danger dial 110, 119 or 120.` },
})

function fileRoute(app: App, wiring: Wiring): void {
  const waitOf = addressLimit(wiring.filingLimit, 10)
  app.post('/api/v1/matters', {
    schema: {
      operationId: 'fileMatter', summary: 'Say what is wrong; no account needed', tags, body: FileBody, response: { 200: Filed, ...problems },
    },
  }, async (request, reply) => {
    const { district, now, mode } = wiring.trust
    const signedIn = await wiring.trust.actorOf(request)
    // From a door or a page everybody reports as a resident; staff who write for somebody say how the matter reached them.
    const onBehalf = signedIn !== null && staff(signedIn, undefined) && request.body.channel !== 'qr' && request.body.channel !== 'page'
    const at = now()
    const wait = onBehalf ? 0 : waitOf(request.ip)
    if (wait > 0) return sendRefusal(reply, tooMany(at, wait))
    const channel = onBehalf || request.body.channel === 'qr' ? request.body.channel : 'page'
    const sender = onBehalf ? signedIn : publicActor(district)
    const result = await runCommand(wiring.db, sender, at, keyOf(request, senderOf(sender)), async (tx) => {
      const place = await placeById(tx, district, request.body.place)
      if (!place) return refuse(common.notFound)
      const actor = onBehalf ? { ...signedIn, scopes: [...signedIn.scopes, place.path] } : filerAt(district, place)
      const scoped = actAs(tx, actor)
      const filed = await fileMatter({ tx, actor, at }, { ...request.body, channel }, place)
      await scoped
      return filed
    })
    if (!result.ok) return sendRefusal(reply, result.refusal)
    const { value } = result
    if (!onBehalf) {
      const token = signFollow({ district, matter: value.id, expires: Math.floor(at.getTime() / 1000) + FOLLOW_SECONDS })
      void reply.header('set-cookie', cookieText(followCookie, token, FOLLOW_SECONDS, mode === 'live'))
    }
    const danger = dangersIn(request.body.words)[0]
    return {
      id: value.id, number: value.number, receipt: receiptCodeOf(value.id), due: value.due,
      sensitive: value.sensitive, phoneKept: request.body.phone !== undefined,
      joined: value.joined, holder: { name: value.holder, post: value.heldPost === null ? null : value.holder, person: null },
      danger: danger ? { kind: danger.kind, name: danger.name, duty: danger.duty, minutes: danger.minutes, numbers: danger.numbers } : null,
    }
  })
}

/** What anybody may open or do without an account: a door's page, filing, the public board. */
export function publicRoutes(app: App, wiring: Wiring): void {
  app.get('/api/v1/doors/:door', {
    schema: {
      operationId: 'readDoor', summary: 'The place of a door code, and who answers for it', tags,
      params: z.object({ door: z.string().max(20) }), response: { 200: Door, ...problems },
    },
  }, async (request, reply) => {
    const { district } = wiring.trust
    const { door } = request.params
    const found = await withScope(wiring.db, publicActor(district), async (tx) => doorOf(tx, wiring, door, await placeByDoor(tx, district, door)))
    return found ?? sendRefusal(reply, common.notFound)
  })
  app.get('/api/v1/places/:id/report', {
    schema: {
      operationId: 'readReportPlace', summary: 'A place to report at, as its door would show it',
      tags, params: z.object({ id: id() }), response: { 200: Door, ...problems },
    },
  }, async (request, reply) => {
    const { district } = wiring.trust
    const found = await withScope(wiring.db, publicActor(district), async (tx) =>
      doorOf(tx, wiring, null, await placeById(tx, district, request.params.id)))
    return found ?? sendRefusal(reply, common.notFound)
  })
  fileRoute(app, wiring)
  boardRoute(app, wiring)
  similarRoute(app, wiring)
}

function similarRoute(app: App, wiring: Wiring): void {
  app.post('/api/v1/similar', { schema: { operationId: 'findSimilar', summary: 'Open matters of the board that may be the same as what is being written', tags,
    body: SimilarBody, response: { 200: Similar, ...problems } } },
  async (request, reply) => {
    const { district, now } = wiring.trust
    const { place: id, words, category = null } = request.body
    const items = await withScope(wiring.db, publicActor(district), async (tx) => {
      const place = await placeById(tx, district, id)
      if (!place?.community) return undefined
      await actAs(tx, publicScope(district, place))
      return similarAt(tx, district, place, { words, category, at: now().getTime() })
    })
    return items ? { items: items.map(({ id: _id, version: _version, also, ...item }) => ({ ...item, also: publicCount(also) })) }
      : sendRefusal(reply, common.notFound)
  })
}
