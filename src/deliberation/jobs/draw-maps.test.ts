import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkOpinions } from '../../../packages/recount/opinions.mjs'
import { withScope, type Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { district, districtPath, openNeighbourhood, run, start, sure, type Neighbourhood } from '../../offices/testing.ts'
import { clockActor } from '../../trust/index.ts'
import { closePoll, draftResolution, openPoll, startPoll } from '../commands/polls/keep-poll.ts'
import { voterOf } from '../commands/polls/voter.ts'
import type { Sign } from '../rules/opinions/index.ts'
import { fileOf } from '../store/polls.ts'
import { mapCsv, publicPoll } from '../views/polls.ts'
import { openMapDrawer, pollTimers, type MapDrawer } from './draw-maps.ts'

let n: Neighbourhood
let drawer: MapDrawer
const clock = clockActor(district, districtPath)
const asClock = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => withScope(n.db, clock, work)
beforeAll(async () => {
  n = await openNeighbourhood()
  drawer = openMapDrawer(n.db, clock)
  // one building of 96 homes and one of 20, as the demo has them
  await asClock(async (tx) => {
    await tx.updateTable('place').set({ homes: 96 }).where('code', '=', '990106003001K1-03').execute()
    await tx.updateTable('place').set({ homes: 20 }).where('code', '=', '990106003001K1-07').execute()
  })
}, 120_000)
afterAll(async () => { await drawer?.close(); await n?.close() })

const [large, small] = ['990106003001K1-03', '990106003001K1-07']
/** Two camps: quiet homes and lively evenings, who both want dogs on a lead, and a statement that three people hold. */
const camps = { quiet: '+--++-+-', lively: '-++--++-' } as const
const signOf = (mark: string | undefined): Sign => (mark === '+' ? 1 : mark === '-' ? -1 : 0)
async function asked(): Promise<string> {
  const { id } = sure(await run(n, n.as('worker'), start, startPoll, { place: n.place('990106003001K1').id, thread: null, question: '中心花园怎么用', about: '', opensOn: '2026-11-20',
    closesOn: '2026-11-20', perPerson: 5, statements: ['安静', '跳舞', '踢球', '拴绳', '周末静', '定音量', '都让一让', '清晨也能唱歌'] }))
  sure(await run(n, n.as('worker'), start, openPoll, { id }))
  return id
}
async function answered(poll: string, who: readonly { voter: string; building: string; signs: string }[]): Promise<void> {
  await asClock(async (tx) => {
    const { path, compound_path } = await tx.selectFrom('poll').select(['path', 'compound_path']).where('id', '=', poll).executeTakeFirstOrThrow()
    await tx.insertInto('poll_voter').values(who.map(({ voter, building }) =>
      ({ district, poll, voter, path, compound_path, building: n.place(building).id, channel: 'phone', since: start }))).execute()
    await tx.insertInto('poll_answer').values(who.flatMap(({ voter, signs }) => [...signs].map((mark, i) =>
      ({ district, poll, voter, statement: i + 1, sign: signOf(mark), at: start })))).execute()
  })
}
const people = (count: number, signs: string, building: string = large) => Array.from({ length: count }, () => ({ voter: newId(), building, signs }))
const shown = async (id: string) => (await asClock((tx) => publicPoll(tx, district, id, start)))?.map

test('[OM6] [OM11] [OM14] [OM17] a live map shows groups of five and more, what each holds and all accept, keeps what few say, and names no small building', async () => {
  const id = await asked()
  await answered(id, people(4, camps.quiet))
  expect([await drawer.step(start), await shown(id)]).toEqual([0, null]) // four people: a map would tell what they said
  await answered(id, [...people(20, camps.quiet), ...people(3, '-++--+++'), ...people(9, camps.lively, small), ...people(17, camps.lively)])
  expect(await drawer.step(start)).toBe(1)
  const map = await shown(id)
  expect(map?.groups.map(({ size }) => size)).toEqual([24, 21]) // the last five wait, so that the final map does not tell what the last one said
  expect(map?.apart).toBe(3) // three of one mind would be somebody: counted, not drawn, and what they say stays
  expect(map?.groups.every(({ holds, dots, outline, size }) => holds.length > 0 && dots.length === size && outline.length > 0)).toBe(true)
  expect(map?.common).toMatchObject([{ n: 7, side: 'agree', shares: [1, 1] }, { n: 8, side: 'disagree', shares: [1, 1] }])
  expect(map?.minority).toEqual([{ n: 8, agree: 3, seen: 48 }])
  expect(map?.missing).toEqual({ buildings: [{ id: n.place(large).id, name: '3号楼', homes: 96, answers: 44, missing: 0.54 }], others: null, total: null })
  expect(JSON.stringify(map)).not.toMatch(/[0-9a-f]{8}-.*voter|"voter/)
  await answered(id, people(4, camps.quiet))
  expect(await drawer.step(start)).toBe(0)
  const other = openMapDrawer(n.db, clock) // a worker that was started again goes on where the other stopped
  expect(await other.step(start)).toBe(0)
  // taken away while nine wait: it goes at once, from the same answers as before
  await asClock((tx) => tx.updateTable('statement').set({ state: 'removed' }).where('poll', '=', id).where('n', '=', 2).execute())
  expect([await drawer.step(start), (await shown(id))?.people]).toEqual([1, 48])
  await asClock((tx) => tx.updateTable('statement').set({ state: 'shown' }).where('poll', '=', id).where('n', '=', 2).execute())
  await answered(id, people(1, camps.quiet))
  expect(await other.step(start)).toBe(1)
  await other.close()
  expect(await shown(id)).toMatchObject({ people: 53, answers: 424, final: false })
  expect(sure(await run(n, n.as('worker'), start, draftResolution, { id }))).toMatchObject({ words: '一、都让一让。', from: [{ n: 7, least: 1 }], people: 53, groups: 2 })
})

test('[OM2] [OM16] [OM19] a closed poll is drawn once more from its votes alone, without the banned and the removed, and published under new names', async () => {
  await drawer.step(start) // what other stories left
  const [id, speaker] = [await asked(), newId()]
  await asClock((tx) => tx.insertInto('speaker').values({ district, id: speaker, phone_hash: Buffer.from(speaker), person: newId(), name: '某人', since: start,
    banned_until: new Date(start.getTime() + 86_400_000) }).execute())
  const leaver = newId() // who leaves and comes back is not two voices
  await asClock((tx) => tx.insertInto('speaker').values({ district, id: leaver, phone_hash: Buffer.from(leaver), person: newId(), name: '已离开', since: start }).execute())
  const [banned, left] = [voterOf(district, id, speaker), voterOf(district, id, leaver)]
  await answered(id, [...people(18, camps.quiet), ...people(12, camps.lively), { voter: banned, building: large, signs: '++++++++' }, { voter: left, building: large, signs: '++++++++' }])
  await asClock((tx) => tx.updateTable('statement').set({ state: 'removed' }).where('poll', '=', id).where('n', '=', 3).execute())
  const ring = (at: Date) => withScope(n.db, clock, (tx) => pollTimers(() => districtPath).get('poll.close')?.(tx, { id: newId(), district, due: at, kind: 'poll.close', subject: id, facts: {} }, at)
    ?? Promise.resolve())
  const stateOf = () => asClock((tx) => tx.selectFrom('poll').select('state').where('id', '=', id).executeTakeFirstOrThrow())
  await ring(new Date('2026-11-23T23:59:00+08:00')) // three days in which sheets still come: it rings again after them
  expect(await stateOf()).toEqual({ state: 'open' })
  await ring(new Date('2026-11-24T00:00:00+08:00'))
  expect(await run(n, n.as('worker'), start, closePoll, { id })).toMatchObject({ refusal: { code: 'wrong_state' } })
  expect(await drawer.step(start)).toBe(0) // what was under way when it closed still lands
  expect(await drawer.step(start)).toBe(1)
  expect(await drawer.step(start)).toBe(0)
  const map = await shown(id)
  expect(map).toMatchObject({ final: true, people: 30, answers: 210, groups: [{ size: 18 }, { size: 12 }] })
  expect(map?.table.map((row) => row.n)).toEqual([1, 2, 4, 5, 6, 7, 8])
  const file = gunzipSync(await asClock((tx) => fileOf(tx, district, id)) ?? Buffer.alloc(0)).toString('utf8')
  const [head, ...lines] = file.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown> & string[]) // the format of the file
  expect(head).toMatchObject({ format: 'linli-opinions-1', poll: id, seed: id, people: 30, answers: 210, groups: [18, 12], drawing: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect([lines.length, lines.map(([name]) => name)]).toEqual([30, lines.map(([name]) => name).toSorted()])
  expect(checkOpinions(file.trimEnd().split('\n')).checks.filter(({ ok }) => !ok)).toEqual([])
  const voters = await n.database.pool('linli_owner').query('select voter::text, banned from poll_voter where poll = $1', [id])
  expect(new Set(voters.rows.filter((row: { banned: boolean }) => row.banned).map((row: { voter: string }) => row.voter))).toEqual(new Set([banned, left]))
  expect(voters.rows.some((row: { voter: string }) => file.includes(row.voter))).toBe(false)
  const acts = await n.database.pool('linli_owner').query("select facts from act where subject_id = $1 and kind = 'poll.publish'", [id])
  expect(acts.rows).toEqual([{ facts: { people: 30, answers: 210, groups: 2, drawing: String(head?.['drawing']).match(/.{8}/g) } }])
  expect((await asClock((tx) => mapCsv(tx, district, id)))?.split('\r\n')[1]).toBe('1,安静,18,12,0,1,0,0,1,')
})
