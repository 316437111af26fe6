import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { shanghaiDay } from '../../kit/clock.ts'
import { runCommand } from '../../kit/command.ts'
import { withScope, type Tx } from '../../kit/db.ts'
import { common, id, keyOf, problemSchema, sendRefusal, sendResult, type App } from '../../kit/http.ts'
import { placeById, placesWithin, type PlaceView } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { handOverPost } from '../commands/hand-over-post.ts'
import { seenBy, type ChainLevel } from '../rules/index.ts'
import { chainOf, chainsOfCommunity } from '../views/chain.ts'
import { partiesOf } from '../views/holders.ts'
import { posterOf, type Poster as PosterView } from '../views/poster.ts'
import { handOversOf, officersFor } from '../views/hand-overs.ts'
import { Chain, CommunityChains, HandedOver, HandOvers, HandOverBody, Parties, Posters } from './schemas.ts'
import { compoundRoutes } from './compound-routes.ts'
import { timeRoutes } from './time-routes.ts'
import type { Wiring } from './wiring.ts'

const problems = { '4xx': problemSchema }
const tags = ['offices']
const params = z.object({ id: id() })
const onDay = z.object({ on: z.iso.date().optional() })

const short = ({ id: place, code, fullName }: PlaceView) => ({ id: place, code, fullName })
const levels = (all: readonly ChainLevel[], actor: Actor) =>
  all.map(({ posts, ...level }) => ({ ...level, posts: posts.map((post) => seenBy(post, actor.audience)) }))

/** Reads as a member of staff in their post; sends 'not found' for null, and the sign-in refusal to everybody else. */
async function staffRead<V>({ db, trust }: Wiring, request: FastifyRequest, reply: FastifyReply, view: (tx: Tx, actor: Actor) =>
  Promise<V | null>): Promise<V | FastifyReply> {
  const staff = await trust.staffOf(request)
  if (!staff.ok) return sendRefusal(reply, staff.refusal)
  const value = await withScope(db, staff.value, (tx) => view(tx, staff.value))
  return value === null ? sendRefusal(reply, common.notFound) : value
}

function chainRoutes(app: App, wiring: Wiring): void {
  const dayOf = (on: string | undefined): string => on ?? shanghaiDay(wiring.trust.now())
  app.get('/api/v1/places/:id/chain', {
    schema: { operationId: 'readChain', summary: 'Chain of responsibility of a place on a day', tags, params, querystring: onDay,
      response: { 200: Chain, ...problems } },
  }, async (request, reply) => staffRead(wiring, request, reply, async (tx, actor) => {
    const day = dayOf(request.query.on)
    const chain = await chainOf(tx, actor.district, request.params.id, day)
    if (chain === null) return null
    return { day, place: short(chain.place), levels: levels(chain.levels, actor), stations: [...chain.stations],
      teams: chain.teams.map((team) => ({ ...team, members: [...team.members] })) }
  }))
  app.get('/api/v1/places/:id/hand-overs', {
    schema: { operationId: 'listHandOvers', summary: 'Who held the posts of a place’s chain, newest first', tags, params, response: { 200: HandOvers, ...problems } },
  }, async (request, reply) => staffRead(wiring, request, reply, async (tx, actor) => {
    const chain = await chainOf(tx, actor.district, request.params.id, dayOf(undefined))
    if (chain === null) return null
    const posts = chain.levels.flatMap((level) => level.posts.map(({ post }) => post))
    return { terms: [...await handOversOf(tx, actor, posts)], officers: await officersFor(tx, actor) }
  }))
  app.get('/api/v1/communities/:id/chains', {
    schema: { operationId: 'readCommunityChains', summary: 'Chains of all buildings of a community, with vacancies', tags, params,
      querystring: onDay, response: { 200: CommunityChains, ...problems } },
  }, async (request, reply) => staffRead(wiring, request, reply, async (tx, actor) => {
    const day = dayOf(request.query.on)
    const chains = await chainsOfCommunity(tx, actor.district, request.params.id, day)
    if (chains === null) return null
    const buildings = chains.buildings.map(({ place, levels: own }) => ({ place: short(place), levels: levels(own, actor) }))
    return { day, community: short(chains.community), buildings, vacancies: [...chains.vacancies] }
  }))
}

function placeRoutesOfOffices(app: App, wiring: Wiring): void {
  const today = (): string => shanghaiDay(wiring.trust.now())
  app.get('/api/v1/places/:id/parties', {
    schema: { operationId: 'readParties', summary: 'Organisations that work at a place can be given to', tags, params,
      response: { 200: Parties, ...problems } },
  }, async (request, reply) => staffRead(wiring, request, reply, async (tx, actor) => {
    const place = await placeById(tx, actor.district, request.params.id)
    return place === null ? null : { parties: await partiesOf(tx, actor.district, place, today()) }
  }))
  app.get('/api/v1/places/:id/posters', {
    schema: { operationId: 'readPosters',
      summary: 'Posters of all doors of a building, compound or community, one each building or each unit', tags, params,
      querystring: z.object({ each: z.enum(['building', 'unit']).default('building') }), response: { 200: Posters, ...problems } },
  }, async (request, reply) => staffRead(wiring, request, reply, async (tx, actor) => {
    const { district } = actor
    const place = await placeById(tx, district, request.params.id)
    if (place === null) return null
    const { each } = request.query
    const doors = place.kind === 'unit' || place.kind === each ? [place] : await placesWithin(tx, district, place, each, 500)
    const posters: PosterView[] = []
    for (const door of doors) {
      const poster = await posterOf(tx, district, door.id, today(), wiring.domain)
      if (poster !== null) posters.push(poster)
    }
    return { posters: posters.map((poster) => ({ ...poster, captains: [...poster.captains] })) }
  }))
}

/** Chains, parties, posters and hand-overs: for staff in a post. What the public sees of offices stands on the pages of doors and boards. */
export function officeRoutes(app: App, wiring: Wiring): void {
  chainRoutes(app, wiring)
  timeRoutes(app, wiring)
  compoundRoutes(app, wiring)
  placeRoutesOfOffices(app, wiring)
  app.post('/api/v1/posts/:id/hand-over', {
    schema: { operationId: 'handOverPost', summary: 'Hand a post over, or leave it', tags, params, body: HandOverBody,
      response: { 200: HandedOver, ...problems } },
  }, async (request, reply) => {
    const staff = await wiring.trust.staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    const actor = staff.value
    const at = wiring.trust.now()
    const { person, day, termUntil, consentAt, publicName, publicPhone, name } = request.body
    const input = {
      post: request.params.id, person, ...(day && { day }), ...(termUntil && { termUntil }), ...(consentAt && { consentAt }), ...(name && { name }),
      ...(publicName !== undefined && { publicName }), ...(publicPhone !== undefined && { publicPhone }),
    }
    const result = await runCommand(wiring.db, actor, at, keyOf(request, actor.post ?? ''), (tx) => handOverPost({ tx, actor, at }, input))
    return sendResult(reply, result, (value) => value)
  })
}
