import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { withScope, type Db, type Scope, type Tx } from '../../kit/db.ts'
import { problemSchema, sendRefusal, type App } from '../../kit/http.ts'
import type { Result } from '../../kit/pure.ts'
import type { ActKinds } from '../rules/index.ts'
import { ownActs } from '../views/acts.ts'

/** What subjects of acts are called, by id, for those that the reader may see. */
export type LabelsOf = (tx: Tx, district: string, subjects: readonly { readonly kind: string; readonly id: string }[]) => Promise<ReadonlyMap<string,
  string>>

/** What the route works with: `kinds` are the declared acts of all capabilities; who asks and what subjects are called is known above the record. */
export type Wiring = {
  readonly db: Db; readonly kinds: ActKinds; readonly staffOf: (request: FastifyRequest) => Promise<Result<Scope>>; readonly labelsOf: LabelsOf
}

const Act = z.object({
  id: z.uuid(), at: z.iso.datetime(), kind: z.string(), said: z.object({ zh: z.string(), en: z.string() }), channel: z.string(),
    post: z.string().nullable(),
  subject: z.object({ kind: z.string(), id: z.string(), label: z.string().nullable() }).nullable(),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  sealed: z.boolean(),
}).meta({ id: 'OwnAct' })
const Acts = z.object({ items: z.array(Act), next: z.string().nullable() }).meta({ id: 'OwnActs' })
const Page = z.object({ after: z.string().max(80).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) })

/** The acts of the person who asks, in full and newest first; of anybody else's there is no such list. [R11] */
export function recordRoutes(app: App, { db, kinds, staffOf, labelsOf }: Wiring): void {
  app.get('/api/v1/acts/mine', {
    schema: { operationId: 'listOwnActs', summary: 'Everything recorded that I did', tags: ['record'], querystring: Page,
      response: { 200: Acts, '4xx': problemSchema } },
  }, async (request, reply) => {
    const staff = await staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    const { after, limit } = request.query
    const { district } = staff.value
    const { acts, next, labels } = await withScope(db, staff.value, async (tx) => {
      const own = await ownActs(tx, district, { limit, ...(after === undefined ? {} : { after }) })
      const subjects = own.acts.flatMap(({ subjectKind, subjectId }) =>
        (subjectKind !== null && subjectId !== null ? [{ kind: subjectKind, id: subjectId }] : []))
      return { ...own, labels: await labelsOf(tx, district, subjects) }
    })
    void reply.header('cache-control', 'no-store')
    return {
      items: acts.map(({ id, at, kind, channel, actorPost, subjectKind, subjectId, facts, sealed }) => ({
        id, at: new Date(at).toISOString(), kind, said: kinds[kind]?.say ?? { zh: kind, en: kind }, channel, post: actorPost,
        subject: subjectKind !== null && subjectId !== null ? { kind: subjectKind, id: subjectId, label: labels.get(subjectId) ?? null } : null,
          sealed,
        facts: Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'object' ? [...fact] : fact])),
      })),
      next: next ?? null,
    }
  })
}
