import type { FastifyReply, FastifyRequest } from 'fastify'
import { shanghaiDay } from '../../kit/clock.ts'
import { runCommand, type Context, type Outcome } from '../../kit/command.ts'
import { withScope, type Tx } from '../../kit/db.ts'
import { keyOf, problemSchema, sendRefusal, sendResult, type App } from '../../kit/http.ts'
import type { Result } from '../../kit/pure.ts'
import { isWithin } from '../../places/rules/index.ts'
import type { Actor } from '../../trust/index.ts'
import { publishYear, saveCalendarDay, saveDutyHours } from '../commands/keep-time.ts'
import { isOrgKind, mayKeepTime, ORG_KINDS } from '../rules/index.ts'
import { timeParts } from '../store/time-rows.ts'
import { DayBody, DayEntered, HoursBody, HoursSet, WorkingTime, YearBody, YearPublished } from './time-schemas.ts'
import type { Wiring } from './wiring.ts'

const problems = { '4xx': problemSchema }
const tags = ['offices']

const placeOf = (kind: string): number => ORG_KINDS.findIndex((one) => one === kind)

/** Everything as it stands now, past the memory of commands: whoever keeps the calendar sees what was just entered. */
async function overview(tx: Tx, actor: Actor, today: string) {
  const { days, years, hours, standard } = await timeParts(tx, actor.district)
  const rows = await tx.selectFrom('org').select(['id', 'name', 'kind', 'path']).where('district', '=', actor.district)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>', new Date(`${today}T00:00:00+08:00`))])).orderBy('name').execute()
  rows.sort((one, other) => placeOf(one.kind) - placeOf(other.kind))
  const mayKeep = mayKeepTime(actor.postKind)
  return {
    today, mayKeep, standard, years: [...years],
    days: days.map((one) => ({ ...one, source: { ...one.source } })),
    hours: hours.map((one) => ({ ...one, source: { ...one.source },
      week: one.week.map((spans) => spans.map(([from, to]): [number, number] => [from, to])) })),
    orgs: rows.flatMap(({ id, name, kind, path }) => (!isOrgKind(kind) ? []
      : [{ id, name, kind, mayKeep: mayKeep && actor.scopes.some((scope) => isWithin(path, scope)) }])),
  }
}

/** Calendar and duty hours: read by all staff, kept by the street. */
export function timeRoutes(app: App, { db, trust }: Wiring): void {
  async function write<T extends Outcome>(
    request: FastifyRequest, reply: FastifyReply, work: (ctx: Context<Actor>) => Promise<Result<T>>,
  ): Promise<T | FastifyReply> {
    const staff = await trust.staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    const [actor, at] = [staff.value, trust.now()]
    const result = await runCommand(db, actor, at, keyOf(request, actor.post ?? ''), (tx) => work({ tx, actor, at }))
    return sendResult(reply, result, (value) => value)
  }
  app.get('/api/v1/working-time', {
    schema: { operationId: 'readWorkingTime', summary: 'Calendar entries, published years and duty hours of the district', tags,
      response: { 200: WorkingTime, ...problems } },
  }, async (request, reply) => {
    const staff = await trust.staffOf(request)
    if (!staff.ok) return sendRefusal(reply, staff.refusal)
    return withScope(db, staff.value, (tx) => overview(tx, staff.value, shanghaiDay(trust.now())))
  })
  app.post('/api/v1/working-time/days', {
    schema: { operationId: 'enterCalendarDay', summary: 'Enter that a day is worked or not, or take it back', tags, body: DayBody,
      response: { 200: DayEntered, ...problems } },
  }, async (request, reply) => write(request, reply, (ctx) => saveCalendarDay(ctx, request.body)))
  app.post('/api/v1/working-time/years', {
    schema: { operationId: 'publishCalendarYear', summary: 'Enter the published holidays of a year', tags, body: YearBody,
      response: { 200: YearPublished, ...problems } },
  }, async (request, reply) => write(request, reply, (ctx) => publishYear(ctx, request.body)))
  app.post('/api/v1/working-time/hours', {
    schema: { operationId: 'setDutyHours', summary: 'Set the duty hours of an organisation from a day on', tags, body: HoursBody,
      response: { 200: HoursSet, ...problems } },
  }, async (request, reply) => write(request, reply, (ctx) => saveDutyHours(ctx, request.body)))
}
