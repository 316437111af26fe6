/** Draws the maps of polls while answers come in, and for good when a poll is closed. */
import { sql } from 'kysely'
import { withScope, type Db, type Tx } from '../../kit/db.ts'
import { setTimer, type TimerHandler } from '../../kit/jobs.ts'
import { clockActor, type Actor } from '../../trust/index.ts'
import { closePoll } from '../commands/polls/keep-poll.ts'
import { recordPoll } from '../commands/polls/on-poll.ts'
import { voterOf } from '../commands/polls/voter.ts'
import { closesAt, missingByBuilding, parameters, pollActs, readyAnswers, type Sign, type Steady } from '../rules/opinions/index.ts'
import { GONE_NAME } from '../rules/speech/index.ts'
import { mapPoll, pollById, statementsOf, undrawnPolls, type PollRow } from '../store/polls.ts'
import type { Missing, StoredMap } from '../views/polls.ts'
import { startMapThread, type MapThread, type Read, type With } from './map-worker.ts'

/** What is kept of a drawing besides the map: what keeps it steady, what the lottery weighs by, and how far answers were read. */
type State = { readonly steady: Steady; readonly weights: readonly (readonly number[])[]; readonly seq: number }

/**
 * What is known of an open poll: answers up to `floor` are surely read; those above it in `above` were read as well. `waiting` was read and is in no map yet.
 */
type Known = { floor: number; top: number; above: Set<number>; waiting: readonly Read[]; drawn: State | undefined; shown: string; banned: string; closing: boolean }

const AT_ONCE = 20_000

/** The timer of a poll: at the end of the last day for sheets it closes by itself. `pathOf` gives the district's path. */
export const pollTimers = (pathOf: (district: string) => string): ReadonlyMap<string, TimerHandler> => new Map([
  ['poll.close', async (tx, timer, at) => {
    const row = await pollById(tx, timer.district, timer.subject)
    const due = row && closesAt(mapPoll(row))
    if (due !== undefined && at.getTime() < due) return void await setTimer(tx, { district: timer.district, due: new Date(due), kind: 'poll.close', subject: timer.subject, facts: {} })
    await closePoll({ tx, actor: clockActor(timer.district, pathOf(timer.district)), at }, { id: timer.subject }) // refused where it was closed by hand
  }],
])

type AnswerRow = { voter: string; statement: number; sign: number; seq: string }
const readOf = ({ voter, statement, sign, seq }: AnswerRow): Read => [voter, statement, sign as Sign, Number(seq)] // the table's check
async function answersAbove(tx: Tx, district: string, poll: string, floor: number): Promise<Read[]> {
  const all: Read[] = []
  for (let from = floor; ;) {
    const rows = await tx.selectFrom('poll_answer').select(['voter', 'statement', 'sign', 'seq']).where('district', '=', district).where('poll', '=', poll)
      .where('seq', '>', String(from)).orderBy('seq').limit(AT_ONCE).execute()
    all.push(...rows.map(readOf))
    from = all.at(-1)?.[3] ?? from
    if (rows.length < AT_ONCE) return all
  }
}

/** [OM2] Who may not speak, or has left, has no influence, so that leaving and coming back is not two voices: their voters in this poll, told by the same keyed hash, and marked so that no count holds them. */
async function syncBanned(tx: Tx, district: string, poll: string, speakers: readonly string[], known: Known): Promise<readonly string[]> {
  const voters = speakers.map((speaker) => voterOf(district, poll, speaker))
  if (known.banned === voters.join()) return voters
  await sql`update poll_voter set banned = voter = any (${voters}::uuid[])
    where district = ${district}::char(6) and poll = ${poll}::uuid and banned <> (voter = any (${voters}::uuid[]))`.execute(tx)
  known.banned = voters.join()
  return voters
}

/** [OM11] Who is missing, by building. */
async function missingOf(tx: Tx, row: PollRow): Promise<Missing> {
  const { rows } = await sql<{ id: string; name: string; homes: number; answers: number }>`select b.id, case when b.compound = ${row.place}::uuid or b.id = ${row.place}::uuid
      then b.name else b.full_name end as name,
    coalesce(b.homes, (select count(*)::int from place r where r.district = b.district and r.building = b.id and r.kind = 'room' and r.valid_to is null)) as homes,
    (select count(*)::int from poll_voter v where v.district = b.district and v.poll = ${row.id}::uuid and v.building = b.id and not v.banned) as answers
    from place b where b.district = ${row.district}::char(6) and b.kind = 'building' and b.valid_to is null
      and (b.path <@ ${row.path}::ltree or b.compound_path <@ ${row.compound_path}::ltree) order by b.code`.execute(tx)
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const { shown, others, total } = missingByBuilding(rows)
  return { buildings: shown.map(({ id, homes, answers, missing }) => ({ id, name: names.get(id) ?? '', homes, answers, missing: Math.round(missing * 100) / 100 })),
    others: others ?? null, total: total ?? null }
}

type Drawn = { readonly map: StoredMap; readonly state: State; readonly answers: number; readonly at: Date; readonly final: boolean; readonly file: Uint8Array | null }
async function keepMap(tx: Tx, { district, id, path, compound_path }: PollRow, { map, state, answers, at, final, file }: Drawn): Promise<void> {
  const values = { drawn_at: at, answers: String(answers), people: map.people, map: JSON.stringify(map), state: JSON.stringify(state), final, file: file && Buffer.from(file) }
  await tx.insertInto('poll_map').values({ district, poll: id, path, compound_path, ...values })
    .onConflict((c) => c.columns(['district', 'poll']).doUpdateSet(values)).execute()
}

const newlyKnown = (): Known => ({ floor: 0, top: 0, above: new Set(), waiting: [], drawn: undefined, shown: '', banned: '', closing: false })

/** What was drawn before this process began, so that it goes on where that stopped. */
async function resumed(tx: Tx, { district, id }: PollRow): Promise<Known> {
  const row = await tx.selectFrom('poll_map').select('state').where('district', '=', district).where('poll', '=', id).executeTakeFirst()
  return { ...newlyKnown(), drawn: row?.state as unknown as State | undefined } // written by keepMap alone
}

/** Reads what is new. Answers are numbered before they are committed, so what the last step had seen is looked through once more. */
async function takeNew(tx: Tx, row: PollRow, known: Known, thread: MapThread): Promise<void> {
  const read = (await answersAbove(tx, row.district, row.id, known.floor)).filter(([, , , seq]) => !known.above.has(seq))
  const drawn = known.top === 0 ? known.drawn?.seq ?? 0 : 0 // a worker that begins reads once more what the map on show was drawn from
  const before = read.filter(([, , , seq]) => seq <= drawn)
  if (before.length > 0) await thread.add(row.id, before)
  known.waiting = [...known.waiting, ...read.filter(([, , , seq]) => seq > drawn)].sort((a, b) => a[3] - b[3])
  const top = read.reduce((most, [, , , seq]) => Math.max(most, seq), known.top)
  known.above = new Set([...known.above, ...read.map(([, , , seq]) => seq)].filter((seq) => seq > known.top))
  ;[known.floor, known.top] = [known.top, top]
}

type Seen = { readonly row: PollRow; readonly known: Known; readonly given: With; readonly words: readonly (readonly [number, string])[] }

/** [OM14] Draws with what is ready. What somebody said last waits until five more have come, so that the final map does not tell it. */
async function drawLive(tx: Tx, { row, known, given }: Seen, thread: MapThread, at: Date): Promise<boolean> {
  const { waiting } = known
  const ready = waiting.slice(0, readyAnswers(waiting.map(([voter]) => voter), parameters.smallestGroup))
  // a statement that went is drawn out at once, from the same answers
  const gone = known.shown !== '' && known.shown.split(',').some((n) => !given.shown.includes(Number(n)))
  if (ready.length === 0 && !gone) return false
  if (ready.length > 0) await thread.add(row.id, ready)
  const { picture, steady, weights } = await thread.draw(row.id, given, known.drawn?.steady)
  const state = { steady, weights, seq: Math.max(known.drawn?.seq ?? 0, ready.at(-1)?.[3] ?? 0) }
  await keepMap(tx, row, { map: { ...picture, missing: await missingOf(tx, row) }, state, answers: picture.answers, at, final: false, file: null })
  ;[known.drawn, known.waiting, known.shown] = [state, waiting.slice(ready.length), given.shown.join()]
  return true
}

async function drawFinal(tx: Tx, { row, given, words }: Seen, thread: MapThread, clock: Actor, at: Date): Promise<void> {
  const votes = await answersAbove(tx, row.district, row.id, 0)
  const { picture, weights, drawing, file } = await thread.final(votes, given, { poll: row.id, question: row.question, opensOn: row.opens_on, closesOn: row.closes_on, words })
  const groups = picture.groups.length
  const state = { steady: { shown: groups, rival: groups, wins: 0 }, weights, seq: votes.at(-1)?.[3] ?? 0 }
  await keepMap(tx, row, { map: { ...picture, missing: await missingOf(tx, row) }, state, answers: picture.answers, at, final: true, file })
  await recordPoll({ tx, actor: clock, at }, row, pollActs.state('poll.publish', { people: picture.people, answers: picture.answers, groups, drawing: drawing.match(/.{8}/g) ?? [] }))
  await thread.forget(row.id)
}

async function seen(tx: Tx, row: PollRow, known: Known, speakers: readonly string[]): Promise<Seen> {
  const rows = await statementsOf(tx, row.district, row.id)
  const shown = rows.filter(({ state }) => state === 'shown')
  const banned = await syncBanned(tx, row.district, row.id, speakers, known)
  return { row, known, words: shown.map(({ n, words }) => [n, words]),
    given: { seed: row.seed, shown: shown.map(({ n }) => n), removed: rows.filter(({ state }) => state !== 'shown').map(({ n }) => n), banned } }
}

export type MapDrawer = {
  /** Looks at every poll once and draws what has to be drawn; answers how many maps were. A closed poll is drawn the second time it is seen, when the last answers have landed. */
  readonly step: (at: Date) => Promise<number>
  readonly close: () => Promise<void>
}

/** Draws one poll now, as of `at`: for stories that are laid out whole, as the demo's. */
export async function drawPollOnce(db: Db, clock: Actor, id: string, at: Date): Promise<void> {
  const thread = startMapThread()
  try {
    await withScope(db, clock, async (tx) => {
      const row = await pollById(tx, clock.district, id)
      if (!row) return
      const known = newlyKnown()
      const one = await seen(tx, row, known, [])
      if (row.state === 'closed') return drawFinal(tx, one, thread, clock, at)
      await takeNew(tx, row, known, thread)
      await drawLive(tx, one, thread, at)
    })
  } finally {
    await thread.close()
  }
}

/** Opens the drawer of a district's maps, with a thread of its own. One at a time in a district. */
export function openMapDrawer(db: Db, clock: Actor): MapDrawer {
  const { district } = clock
  let [thread, polls] = [undefined as MapThread | undefined, new Map<string, Known>()]
  const look = (row: PollRow, speakers: readonly string[], at: Date): Promise<number> => withScope(db, clock, async (tx) => {
    const drawing = thread ??= startMapThread()
    const known = polls.get(row.id) ?? await resumed(tx, row)
    polls.set(row.id, known)
    const one = await seen(tx, row, known, speakers)
    if (row.state === 'closed') {
      if (!known.closing) { known.closing = true; return 0 }
      await drawFinal(tx, one, drawing, clock, at)
      polls.delete(row.id)
      return 1
    }
    await takeNew(tx, row, known, drawing)
    return await drawLive(tx, one, drawing, at) ? 1 : 0
  })
  return {
    step: async (at) => {
      const { rows, speakers } = await withScope(db, clock, async (tx) => ({ rows: await undrawnPolls(tx, district), speakers: (await tx.selectFrom('speaker').select('id')
        .where('district', '=', district).where((e) => e.or([e('banned_until', '>', at), e('name', '=', GONE_NAME)])).orderBy('id').execute()).map(({ id }) => id) }))
      let drawn = 0
      try {
        for (const row of rows) drawn += await look(row, speakers, at)
      } catch (error) {
        // ledgers and what was read have to agree: begin both anew
        await thread?.close()
        ;[thread, polls] = [undefined, new Map()]
        throw error
      }
      return drawn
    },
    close: async () => { await thread?.close() },
  }
}
