import { now } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { namesOf } from '../../offices/index.ts'
import { placeById, type PlaceView } from '../../places/index.ts'
import { maskedFields, type Actor } from '../../trust/index.ts'
import { dutyFor, type CompoundType } from '../rules/duty-list.ts'
import { mayBePublic } from '../rules/decide/publish.ts'
import { maskText } from '../rules/privacy.ts'
import { standingOf, type Matter, type Standing } from '../rules/matter.ts'
import { movesFor } from '../rules/moves.ts'
import { mapRow, type Row } from '../store/load-matter.ts'
import { withNames } from './cards.ts'
import { clocksFor, type ClockView } from './clocks.ts'
import { courseOf, restsOn } from './course.ts'
import { storyOf } from './story.ts'

async function load(tx: Tx, district: string, id: string): Promise<{ row: Row; matter: Matter } | undefined> {
  const row = await tx.selectFrom('matter').selectAll().where('district', '=', district).where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const parties = await tx.selectFrom('matter_party').selectAll().where('district', '=', district).where('matter', '=', id).execute()
  return { row, matter: mapRow(row, parties) }
}

async function partiesOf(tx: Tx, row: Row) {
  const rows = await tx.selectFrom('matter_party').selectAll().where('district', '=', row.district).where('matter', '=', row.id).execute()
  const names = await namesOf(tx, row.district, { orgs: rows.map((p) => p.org) })
  return rows.filter((p) => p.role !== 'verify').map((p) => ({
    org: p.org, name: names.org(p.org)?.name ?? '', badge: names.org(p.org)?.badge ?? '',
    kind: names.org(p.org)?.kind ?? '', role: p.role, state: p.state, task: p.task,
    reportBy: p.report_by?.toISOString() ?? null, finishBy: p.finish_by?.toISOString() ?? null, reportedAt: p.reported_at?.toISOString() ?? null,
    finishedAt: p.finished_at?.toISOString() ?? null, outsideNumber: p.outside_number, phone: names.org(p.org)?.phone ?? null,
  }))
}

function dutyOf(matter: Matter, compoundType: CompoundType | null) {
  const duty = dutyFor(matter.category, compoundType, () => true)
  return { why: duty.why, source: duty.source, hint: duty.hint, holder: duty.holder }
}

/** Who answers to the resident reads their words as they were said; parties from outside read them without phones, names and doors (P04). */
const ANSWERS_TO_RESIDENT: readonly string[] = ['captain', 'grid', 'community', 'street']
const wordsFor = (actor: Actor, words: string): string => (actor.audience.some((one) => ANSWERS_TO_RESIDENT.includes(one)) ? words : maskText(words))

const standingView = (s: Standing) => ({ ...s, audience: [...s.audience] })

async function around(tx: Tx, row: Row) {
  const place = await placeById(tx, row.district, row.place)
  const compound = row.compound ? await placeById(tx, row.district, row.compound) : null
  const where = (p: PlaceView | null) => (p ? { id: p.id, name: p.fullName, kind: p.kind } : null)
  return {
    place: where(place), compound: where(compound), compoundType: compound?.compoundType ?? null,
    roomName: place?.kind === 'room' ? place.name : null,
  }
}

/** One matter in full for staff, with where they stand towards it and what they may do now; undefined when they may not see it. */
export async function matterDetail(tx: Tx, actor: Actor, id: string, at: Date = now()) {
  const found = await load(tx, actor.district, id)
  if (!found) return undefined
  const { row, matter } = found
  const standing = standingOf(matter, actor)
  const [card] = await withNames(tx, actor, [row])
  if (!card) return undefined
  const { compoundType, ...where } = await around(tx, row)
  return {
    ...card, ...where, words: wordsFor(actor, row.words), titleFrom: row.title_from, channel: row.channel,
    reason: row.reason, answer: row.answer, handovers: row.handovers,
    reached: row.reached, judgedAt: row.judged_at?.toISOString() ?? null, situation: row.situation,
    plan: row.plan, closedTo: row.closed_to, outsideNumber: row.outside_number,
    clocks: await clocksFor(tx, actor, matter, at), remindedAt: row.reminded_at?.toISOString() ?? null, supervisedAt: row.supervised_at?.toISOString() ?? null,
    accountable: (await namesOf(tx, row.district, { orgs: [row.accountable] })).org(row.accountable)?.name ?? '',
    reporter: row.contact ? await maskedFields(tx, row.district, row.contact) : null,
    story: await storyOf(tx, row.district, id, 'staff'), parties: await partiesOf(tx, row), duty: dutyOf(matter, compoundType),
    standing: standingView(standing), moves: [...movesFor(matter, standing)], ...await courseOf(tx, actor, row),
  }
}

/** The clock that rules for the reporter: who has not signed owes that first, then what is due first. A party's own deadlines are not theirs. */
function promised(clocks: readonly ClockView[]): ClockView | null {
  const running = clocks.filter(({ state }) => state === 'running').sort((a, b) => (a.due < b.due ? -1 : 1))
  return running.find(({ stage }) => stage === 'sign') ?? running[0] ?? null
}

/** One matter for its reporter: who has it, until when, why, what was done; the actor is a follow session. */
export async function matterForReporter(tx: Tx, actor: Actor, id: string, at: Date = now()) {
  const found = await load(tx, actor.district, id)
  if (!found) return undefined
  const { row, matter } = found
  const [card] = await withNames(tx, actor, [row])
  if (!card) return undefined
  const { roomName: _room, compoundType, ...where } = await around(tx, row)
  const holder = (await namesOf(tx, row.district, { orgs: [row.held_by] })).org(row.held_by)
  const clocks = await clocksFor(tx, actor, matter, at)
  const due = promised(clocks)
  return {
    id: card.id, number: card.number, title: card.title, words: row.words,
    ...where, category: card.category, state: card.state, outcome: card.outcome,
    answer: row.answer, holder: { ...card.holder, phone: holder?.phone ?? null },
    clocks, due: due?.due ?? card.due, dueKind: due?.stage ?? card.dueKind, dueFrom: due?.from ?? card.dueFrom,
    supervised: card.supervised, suspended: card.suspended, reviewOn: card.reviewOn,
    reopened: card.reopened, satisfied: row.satisfied, solved: row.solved,
    reached: row.reached, filedAt: card.filedAt, version: card.version, urgent: row.urgent,
    onBoard: !row.closed_to.includes('board'), mayBoard: mayBePublic(matter), keepsPhone: row.contact !== null,
    duty: dutyOf(matter, compoundType), moves: [...movesFor(matter, standingOf(matter, actor))],
    story: await storyOf(tx, row.district, id, 'reporter'), ...restsOn(row),
  }
}
