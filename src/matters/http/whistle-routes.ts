import { z } from 'zod'
import { shanghaiDay } from '../../kit/clock.ts'
import { problemSchema, type App } from '../../kit/http.ts'
import { partiesOf, type ServingOrg } from '../../offices/index.ts'
import { placeById } from '../../places/index.ts'
import { revealField } from '../../trust/index.ts'
import { runCommand, type Keyed } from '../../kit/command.ts'
import { common, keyOf, sendRefusal } from '../../kit/http.ts'
import { ok, refuse } from '../../kit/pure.ts'
import { ById, RevealBody } from './requests.ts'
import { asStaff } from './staff-routes.ts'
import { read, senderOf, type Wiring } from './wiring.ts'

const problems = { '4xx': problemSchema }
const Party = z.object({
  org: z.string(), kind: z.string(), stationKind: z.string().nullable(), name: z.string(), badge: z.string(), phone: z.string().nullable(),
  urgentByPhone: z.boolean(), hours: z.string().nullable(), firstInLine: z.boolean(), move: z.enum(['assign', 'whistle', 'slip', 'none']),
})

/** [M10] Which move reaches a kind of party: an organ's station hears a whistle, a utility gets a slip, a party of the compound is assigned. */
function moveTowards(kind: string): 'assign' | 'whistle' | 'slip' | 'none' {
  if (kind === 'station') return 'whistle'
  if (kind === 'utility') return 'slip'
  return ['firm', 'owners', 'developer', 'branch'].includes(kind) ? 'assign' : 'none'
}

const view = ({ org, kind, stationKind, name, badge, phone, urgentByPhone, hours, firstInLine }: ServingOrg) =>
  ({ org, kind, stationKind, name, badge, phone, urgentByPhone, hours, firstInLine, move: moveTowards(kind) })

/** The parties that one matter can go to, with the move that reaches each; and the reporter's contact, shown for a purpose and recorded. */
export function whistleRoutes(app: App, wiring: Wiring): void {
  app.get('/api/v1/matters/:id/parties', {
    schema: {
      operationId: 'listParties', summary: 'Parties of the place, with the move that reaches each',
      tags: ['matters'], params: ById, response: { 200: z.object({ items: z.array(Party) }), ...problems },
    },
  }, async (request, reply) => asStaff(wiring, request, reply, (actor) => read(wiring, reply, actor, async (tx) => {
    const row = await tx.selectFrom('matter').select(['place', 'closed_to'])
      .where('district', '=', actor.district).where('id', '=', request.params.id).executeTakeFirst()
    const place = row ? await placeById(tx, actor.district, row.place) : null
    if (!row || !place) return undefined
    const parties = await partiesOf(tx, actor.district, place, shanghaiDay(wiring.trust.now()))
    return { items: parties.filter((p) => !row.closed_to.includes(p.kind)).map(view) }
  })))
  app.post('/api/v1/matters/:id/reveal', {
    schema: { operationId: 'revealReporter', summary: 'Show the reporter’s contact for 60 seconds; the reporter can see who looked and why',
      tags: ['matters'], params: ById, body: RevealBody,
      response: { 200: z.object({ value: z.string() }), ...problems } },
  }, async (request, reply) => asStaff(wiring, request, reply, async (actor) => {
    const at = wiring.trust.now()
    const { field, purpose } = request.body
    let value: string | undefined
    const show = (key: Keyed | undefined) => runCommand(wiring.db, actor, at, key, async (tx) => {
      const row = await tx.selectFrom('matter').select('contact')
        .where('district', '=', actor.district).where('id', '=', request.params.id).executeTakeFirst()
      if (!row?.contact || !actor.audience.some((a) => a === 'community' || a === 'grid')) return refuse(common.notFound)
      const shown = await revealField(tx, actor, row.contact, field, purpose, at)
      if (!shown.ok) return shown
      value = shown.value
      return ok({ shown: field })
    })
    const first = await show(keyOf(request, senderOf(actor)))
    // What was shown is never kept with the key: a repeat shows it anew, and that is an act too.
    const result = first.ok && value === undefined ? await show(undefined) : first
    return result.ok ? { value: value ?? '' } : sendRefusal(reply, result.refusal)
  }))
}
