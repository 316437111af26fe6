import { afterAll, beforeAll, expect, test } from 'vitest'
import { afterClose, cast, clock, closesAt, electorOf, openVoting, openedVote, run, told, type Voting } from '../../votes.testing.ts'
import { withScope } from '../../../kit/db.ts'
import { sure } from '../../../offices/testing.ts'
import { voteDetail } from '../../views/vote-detail.ts'
import { objectToVote } from './after.ts'
import { sealVote } from './count.ts'
import { closeVote } from './open-close.ts'
import { agreeOpening, askOpening, expireList, takeSlip } from './open-link.ts'

let n: Voting
beforeAll(async () => { n = await openVoting() })
afterAll(async () => { await n.close() })
const later = (minutes: number): Date => new Date(afterClose.getTime() + minutes * 60_000)

async function counted(secret: boolean): Promise<{ readonly id: string; readonly objection: string }> {
  const id = await openedVote(n, { secret })
  for (const [label, choose] of [['3-101', 'agree'], ['3-302', 'against'], ['7-101', 'agree']] as const) sure(await cast(n, id, label, choose))
  sure(await run(n, clock, new Date(closesAt.getTime() + 1000), closeVote, { id }))
  sure(await run(n, 'owners', afterClose, sealVote, { id }))
  const objected = sure(await run(n, 'owners', afterClose, objectToVote, { id, about: 'count' as const, words: '302说自己投的是同意' }))
  return { id, objection: objected.id }
}

test('[B54] two scrutineers with their slips open one home’s ballot for a listed dispute, once; one alone, a stranger and a late second do not', async () => {
  const { id, objection } = await counted(false)
  const slipOf = async (who: 'secretary' | 'captain' | 'captain7') => sure(await run(n, who, afterClose, takeSlip, { id })).code
  const [first, second] = [await slipOf('secretary'), await slipOf('captain')]
  expect([told(await run(n, 'secretary', afterClose, takeSlip, { id })), told(await run(n, 'grid', afterClose, takeSlip, { id })), told(await run(n, 'owners', afterClose, takeSlip, { id }))])
    .toEqual(['no_slip', 'not_yours', 'not_yours'])
  const { code } = await electorOf(n, id, '3-302')
  const ask = { id, code, objection, reason: '核对' }
  const asked = sure(await run(n, 'secretary', afterClose, askOpening, { ...ask, slip: first }))
  const seen = async (who: 'captain' | 'secretary' | 'owners') => (await withScope(n.db, n.as(who), (tx) => voteDetail(tx, n.as(who), id, later(1))))?.openings
  expect([await seen('captain'), await seen('secretary'), await seen('owners')]).toMatchObject([[{ id: asked.id, mine: false }], [{ mine: true }], []])
  const agree = (who: 'secretary' | 'captain' | 'captain7', slip: string, at = later(2)) => run(n, who, at, agreeOpening, { id, opening: asked.id, slip })
  expect([told(await agree('secretary', first)), told(await agree('captain', first)), told(await agree('captain', second, later(11)))])
    .toEqual(['ballots.two_together', 'wrong_slip', 'ballots.two_together'])
  expect(sure(await agree('captain', second))).toMatchObject({ expressions: [{ seq: 1, channel: 'phone', chose: ['against'] }] })
  expect(told(await agree('captain', second))).toBe('not_found')
  expect(told(await run(n, 'captain', later(3), takeSlip, { id }))).toBe('ok') // the slips that were typed in are spent, new ones wait
  const { rows } = await n.database.pool('linli_owner').query("select facts::text as facts, kind from act where subject_id = $1 and kind like 'ballots.%link%' or kind = 'ballots.asked'", [id])
  expect(rows).toHaveLength(2)
  expect(JSON.stringify(rows)).not.toContain('against')
  await withScope(n.db, clock, (tx) => expireList(tx, '990106', id, later(600)))
  expect(told(await run(n, 'captain7', later(601), takeSlip, { id }))).toBe('no_list')
})

test('[B54] a secret vote has no list: nobody opens a ballot, whoever agrees', async () => {
  const { id, objection } = await counted(true)
  const { code } = await electorOf(n, id, '3-101')
  expect([told(await run(n, 'secretary', afterClose, takeSlip, { id })),
    told(await run(n, 'secretary', afterClose, askOpening, { id, code, objection, reason: '核对', slip: 'AAAAAAAAAAAAAAAAAAAA' }))]).toEqual(['no_list', 'no_list'])
})
