import { z } from 'zod'
import { withScope, type Db } from '../../kit/db.ts'
import { common, id, problemSchema, sendRefusal, words, type App } from '../../kit/http.ts'
import { publicActor, type Trust } from '../../trust/index.ts'
import { COMPOUND_TYPES, isPublicKind, PLACE_KINDS } from '../rules/index.ts'
import { ancestors, children, placeById, type PlaceView } from '../views/place.ts'
import { lookUp } from '../views/look-up.ts'

/** What the routes of places work with. */
export type Wiring = { readonly db: Db; readonly trust: Pick<Trust, 'district' | 'actorOf'> }

/** A place as it goes over the wire: no path and no code of a door. */
const Place = z.object({
  id: z.uuid(), kind: z.enum(PLACE_KINDS), code: z.string(), name: z.string(), fullName: z.string(),
  compound: z.uuid().nullable(), building: z.uuid().nullable(), community: z.uuid().nullable(),
  compoundType: z.enum(COMPOUND_TYPES).nullable(), label: z.string().nullable(), homes: z.number().nullable(),
}).meta({ id: 'Place' })
const PlaceWithin = z.object({ place: Place, above: z.array(Place), below: z.array(Place) }).meta({ id: 'PlaceWithin' })
const Found = z.object({ places: z.array(Place) }).meta({ id: 'Places' })

const problems = { '4xx': problemSchema }
const tags = ['places']

/** The part of a place that leaves the server. */
export const placeReply = ({ id: place, kind, code, name, fullName, compound, building, community, compoundType, label,
  homes }: PlaceView): z.infer<typeof Place> =>
  ({ id: place, kind, code, name, fullName, compound, building, community, compoundType, label, homes })

/**
 * The look-up box and one place with what is above and below it. Anybody may ask, as a report names a place without an account;
 * without a post the answer stops at the unit. [P8]
 */
export function placeRoutes(app: App, { db, trust }: Wiring): void {
  app.get('/api/v1/places', {
    schema: {
      operationId: 'lookUpPlaces', summary: 'Find places by name, pinyin, code or address', tags,
      querystring: z.object({ q: words(60), within: id().optional(), limit: z.coerce.number().int().min(1).max(50).default(10) }),
      response: { 200: Found, ...problems },
    },
  }, async (request) => {
    const actor = await trust.actorOf(request) ?? publicActor(trust.district)
    const { q, within, limit } = request.query
    const shown = actor.post === null ? { shown: 'unit' as const } : {}
    const places = await withScope(db, actor, (tx) => lookUp(tx, actor.district, q, { limit, ...shown, ...(within === undefined ? {} : { within }) }))
    return { places: places.map(placeReply) }
  })
  app.get('/api/v1/places/:id', {
    schema: { operationId: 'readPlace', summary: 'A place with what it lies in and what lies in it', tags, params: z.object({ id: id() }),
      response: { 200: PlaceWithin, ...problems } },
  }, async (request, reply) => {
    const actor = await trust.actorOf(request) ?? publicActor(trust.district)
    const seen = (place: PlaceView): boolean => actor.post !== null || isPublicKind(place.kind)
    const found = await withScope(db, actor, async (tx) => {
      const place = await placeById(tx, actor.district, request.params.id)
      if (place === null || !seen(place)) return null
      return { place, above: await ancestors(tx, actor.district, place.id), below: (await children(tx, actor.district, place.id)).filter(seen) }
    })
    if (found === null) return sendRefusal(reply, common.notFound)
    return { place: placeReply(found.place), above: found.above.map(placeReply), below: found.below.map(placeReply) }
  })
}
