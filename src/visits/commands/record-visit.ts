import { statement } from '../../kit/db.ts'
import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { placeById } from '../../places/index.ts'
import { isWithin } from '../../places/rules/index.ts'
import { appendAct } from '../../record/index.ts'
import type { Actor } from '../../trust/index.ts'
import { closedTo, mayRecord, visitActs, whenVisited, type Met, type Purpose, type Told } from '../rules/index.ts'

/** A visit as its maker tells it. `told`: the readings of the phone's clock, null when written at a desk. */
export type RecordVisit = {
  readonly place: string; readonly purpose: Purpose; readonly met: Met; readonly inPerson: boolean; readonly said: string; readonly told: Told | null
}

type VisitRow = {
  district: string; id: string; place: string; path: string; compound_path: string | null; community: string; building: string | null
  at: Date; happened_at: Date; said_at: Date | null; clock_ahead_ms: number; post: string; person: string; purpose: string; met: string
  in_person: boolean; closed_to: string[]
}
const insert = statement<VisitRow>('visit.insert', (db, p) => db.insertInto('visit').values({
  district: p('district'), id: p('id'), place: p('place'), path: p('path'), compound_path: p('compound_path'), community: p('community'),
  building: p('building'), at: p('at'), happened_at: p('happened_at'), said_at: p('said_at'), clock_ahead_ms: p('clock_ahead_ms'), post: p('post'),
  person: p('person'), purpose: p('purpose'), met: p('met'), in_person: p('in_person'), closed_to: p('closed_to'),
}))
const insertWord = statement<{ district: string; visit: string; person: string; said: string }>('visit.word', (db, p) => db
  .insertInto('visit_word').values({ district: p('district'), visit: p('visit'), person: p('person'), said: p('said') }))

/**
 * Records a visit at a door within the actor's reach. When it took place follows from the server's clock and how long ago the phone says it was;
 * what is written about it goes behind a wall of one person. No photo, no coordinates. [V1] [V2] [V4] [V5]
 */
export async function recordVisit(ctx: Context<Actor>, input: RecordVisit): Promise<Result<{ readonly id: string }>> {
  const { tx, actor, at } = ctx
  const { district, person, post } = actor
  const place = await placeById(tx, district, input.place)
  const within = place !== null && actor.scopes.some((scope) =>
    isWithin(place.path, scope) || (place.compoundPath !== null && isWithin(place.compoundPath, scope)))
  const may = mayRecord(actor.audience, place?.kind ?? 'room')
  if (!may.ok) return may
  if (place === null || !within || place.community === null || person === null || post === null) return refuse(common.notFound)
  const { happenedAt, aheadMs } = whenVisited(at.getTime(), input.told)
  const id = newId()
  const closed = [...closedTo(input.purpose)]
  const row = insert(tx, {
    district, id, place: place.id, path: place.path, compound_path: place.compoundPath, community: place.community, building: place.building,
    at, happened_at: new Date(happenedAt), said_at: input.told === null ? null : new Date(input.told.at), clock_ahead_ms: aheadMs,
    post, person, purpose: input.purpose, met: input.met, in_person: input.inPerson, closed_to: closed,
  })
  const word = input.said === '' ? undefined : insertWord(tx, { district, visit: id, person, said: input.said })
  await Promise.all([row, word])
  await appendAct(tx, {
    district, at, channel: input.told === null ? 'web' : 'field', actorPerson: person, actorPost: post, place: place.id, path: place.path,
    compoundPath: place.compoundPath, subject: { kind: 'visit', id }, closedTo: closed,
    what: visitActs.state('visit.recorded', {
      purpose: input.purpose, met: input.met, in_person: input.inPerson, minutes: Math.round((at.getTime() - happenedAt) / 60_000),
    }),
  })
  return ok({ id })
}
