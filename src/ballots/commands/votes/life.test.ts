import { afterAll, beforeAll, expect, test } from 'vitest'
import { withScope } from '../../../kit/db.ts'
import { newId, sha256 } from '../../../kit/ids.ts'
import { start, sure } from '../../../offices/testing.ts'
import { afterClose, cast, clock, closesAt, deliverAll, district, during, electorOf, frozenVote, motion, openedVote, opensAt, openVoting, run, team, TEAM, told,
  type Voting } from '../../votes.testing.ts'
import { vacantHomesOf } from '../../store/vacant-homes.ts'
import { electorsOf } from '../../views/electors.ts'
import { loadVote } from '../../store/votes.ts'
import { answerObjection, archiveVote, fileVote, objectToVote, publishResult } from './after.ts'
import { enterChange, takeEnvelopes } from './collect.ts'
import { sealVote } from './count.ts'
import { enterPapers, lookAtPaper } from './enter.ts'
import { freezeRegister } from './freeze.ts'
import { homeBack } from './home-back.ts'
import { closeVote, openVote } from './open-close.ts'
import { keepDoors } from './keep-doors.ts'
import { giveOpinion, nameTeam, postNotice, withdrawVote } from './prepare.ts'
import { startVote } from './start-vote.ts'

let n: Voting
beforeAll(async () => { n = await openVoting() })
afterAll(async () => { await n.close() })

const owner = async <Row>(text: string, values: unknown[]): Promise<Row[]> => (await n.database.pool('linli_owner').query(text, values)).rows as Row[] // as asked
const rowOf = (id: string) => withScope(n.db, clock, (tx) => loadVote(tx, district, id))
const envelope = async (vote: string, label: string, channel: 'paper' | 'door' = 'paper') => ({ code: (await electorOf(n, vote, label)).code, channel,
  envelope: `E-${label}`, collectors: [n.person('grid'), n.person('grid2')], proxy: null })
const reading = async (vote: string, label: string, choose: string) => ({ code: (await electorOf(n, vote, label)).code, answers: [{ n: 1, choose: [choose] }], spoilt: false })

test('[B22] a matter of the assembly is never the committee’s, a committee’s matter needs no ballots, and only whoever keeps the register holds a vote', async () => {
  const start1 = async (who: 'owners' | 'secretary' | 'firm', more: object) => told(await run(n, who, start, startVote, motion(n, more)))
  expect([await start1('owners', { body: 'committee' }), await start1('owners', { body: 'committee', item: 'committee_matter' }), await start1('owners', { item: null }),
    await start1('secretary', {}), await start1('firm', {}), await start1('owners', {})])
    .toEqual(['not_for_committee', 'committee_meets', 'name_the_item', 'not_yours', 'not_yours', 'ok'])
})

test('[B23] [B26] [B27] the step that is missing is named: team, posting days, doors of another compound; a draft can be taken back', async () => {
  const { id } = sure(await run(n, 'owners', start, startVote, motion(n)))
  const notice = { id, day: '2026-11-20', opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() }
  expect(told(await run(n, 'owners', start, freezeRegister, { id }))).toBe('wrong_state')
  expect(told(await run(n, 'owners', start, postNotice, { ...notice, day: '2026-11-21' }))).toBe('notice_ahead')
  expect(await run(n, 'owners', start, postNotice, { ...notice, opensAt: '2026-11-28T00:00:00Z' })).toMatchObject({ refusal: { code: 'opens_too_early',
    from: '2026-12-08T00:00:00+08:00', explain: { zh: '公告要公示满15天，最早12月8日开始投票。' } } })
  sure(await run(n, 'owners', start, postNotice, notice))
  expect(told(await run(n, 'captain', start, nameTeam, { id, members: team(n) }))).toBe('not_found')
  sure(await run(n, 'owners', start, nameTeam, { id, members: team(n, TEAM.slice(0, 5)) }))
  const doors = sure(await run(n, 'owners', start, keepDoors, { id, photos: ['990106003001K1-03', '990106003001K1-07', '990106003002K1-01']
    .map((code) => ({ place: n.place(code).id, photo: null })) }))
  expect(doors).toMatchObject({ done: 2, refused: [{ at: 2, code: 'not_here' }] })
  const claim = 'ABCDEFGHJKMNPQRSTVWXYZ0123'
  await owner('insert into upload (district, id, claim, file, width, height, bytes, at) values ($1, $2, $3, $4, 1, 1, 1, $5)', [district, newId(), sha256(claim), newId(), start])
  const [first, second] = ['990106003001K1-03', '990106003001K1-07'].map((code) => ({ place: n.place(code).id, photo: claim }))
  expect(sure(await run(n, 'owners', start, keepDoors, { id, photos: [first ?? { place: '', photo: null }] }))).toMatchObject({ done: 1, refused: [] })
  expect(sure(await run(n, 'owners', start, keepDoors, { id, photos: [second ?? { place: '', photo: null }] }))).toMatchObject({ done: 0, refused: [{ code: 'photo_gone' }] })
  sure(await run(n, 'branch', start, giveOpinion, { id, saidBy: 'branch' as const, stance: 'supports' as const, words: '同意续聘' }))
  sure(await run(n, 'owners', start, freezeRegister, { id }))
  const refused = await run(n, clock, new Date('2026-11-28T00:00:00Z'), openVote, { id })
  expect(refused).toMatchObject({ refusal: { explain: { zh: expect.stringContaining('还不能投票') } } })
  expect(told(await run(n, 'owners', start, withdrawVote, { id, reason: '议题要改' }))).toBe('ok')
  expect(told(await run(n, 'owners', start, withdrawVote, { id, reason: '再撤' }))).toBe('wrong_state')
})

test('[B27]–[B33] a whole vote: phone and paper, nobody knows how it stands, paper by two, one differing, sealed, counted, posted, objected to, filed, archived', async () => {
  const id = await openedVote(n, { item: 'covenant' })
  sure(await deliverAll(n, id))
  for (const [label, choose] of [['3-101', 'agree'], ['3-302', 'against'], ['7-101', 'agree']] as const) sure(await cast(n, id, label, choose))
  sure(await cast(n, id, '3-302', 'agree', { at: new Date('2026-12-13T04:00:00Z') }))
  const taken = sure(await run(n, 'grid', during, takeEnvelopes, { id, envelopes: [await envelope(id, '3-602'), await envelope(id, '7-302', 'door'), await envelope(id, '3-101')] }))
  expect(taken).toMatchObject({ done: 3, refused: [] })
  const turnout = await owner<{ channel: string; heads: string }>("select channel, sum(heads) as heads from turnout where vote = $1 and channel <> 'delivered' group by channel order by 1", [id])
  expect(turnout.map(({ channel, heads }) => [channel, Number(heads)])).toEqual([['again', 2], ['door', 1], ['paper', 1], ['phone', 3]])
  expect(told(await run(n, 'deputy', during, enterPapers, { id, entries: [await reading(id, '3-602', 'agree')] }))).toBe('wrong_state')
  expect(told(await run(n, clock, during, closeVote, { id }))).toBe('window_runs')
  sure(await run(n, clock, afterClose, closeVote, { id }))
  expect([told(await cast(n, id, '7-602', 'agree', { at: afterClose })), told(await run(n, 'grid', afterClose, takeEnvelopes, { id, envelopes: [await envelope(id, '7-602')] }))])
    .toEqual(['vote_closed', 'vote_closed'])
  expect(told(await run(n, 'owners', afterClose, sealVote, { id }))).toBe('paper_entered')
  const enter = async (who: 'deputy' | 'worker', labels: readonly (readonly [string, string])[]) => sure(await run(n, who, afterClose, enterPapers,
    { id, entries: await Promise.all(labels.map(([label, choose]) => reading(id, label, choose))) }))
  expect(await enter('deputy', [['3-602', 'agree'], ['7-302', 'abstain'], ['3-101', 'against']])).toMatchObject({ done: 3, equal: 0, differing: 0 })
  expect(await enter('worker', [['3-602', 'agree'], ['7-302', 'against'], ['3-101', 'against']])).toMatchObject({ done: 3, equal: 2, differing: 1 })
  expect(await enter('worker', [['7-302', 'abstain']])).toMatchObject({ done: 0, refused: [{ code: 'two_entered' }] })
  expect(told(await run(n, 'owners', afterClose, sealVote, { id }))).toBe('paper_entered')
  sure(await run(n, 'captain', afterClose, lookAtPaper, { ...await reading(id, '7-302', 'abstain'), id, seq: 1 }))
  sure(await run(n, 'owners', afterClose, sealVote, { id }))
  const counted = await rowOf(id)
  // 3-101 said agree on the phone and then against on paper: by the compound's rule the last holds, and it is listed
  expect(counted?.result).toMatchObject({ shown: { outcome: 'passed', conflicts: 2, tookPart: { heads: 5, area: 48_925 },
    questions: [{ options: [{ id: 'agree', heads: 3, area: 29_969 }, { id: 'against', heads: 1, area: 10_000 }, { id: 'abstain', heads: 1, area: 8956 }] }] } })
  expect(counted?.size).toBe(7)
  expect(await owner('select wrapped from vote_key where vote = $1 and kind = $2', [id, 'link'])).toEqual([{ wrapped: null }])
  expect(await owner('select 1 from paper_entry where vote = $1', [id])).toEqual([])
  const [act] = await owner<{ facts: { size: number; root: string[] } }>('select facts from act where subject_id = $1 and kind = $2', [id, 'ballots.sealed'])
  expect(act?.facts).toMatchObject({ size: 7 })
  expect(act?.facts.root.join('')).toBe(counted?.root?.toString('hex'))
  sure(await run(n, 'owners', afterClose, publishResult, { id }))
  const objection = sure(await run(n, 'branch', afterClose, objectToVote, { id, about: 'proxy' as const, words: '有一份委托书过期了' }))
  expect(objection.due).toBe('2026-12-25T16:00:00.000Z')
  sure(await run(n, 'owners', afterClose, answerObjection, { id, objection: objection.id, answer: '核过，没有过期' }))
  expect(told(await run(n, 'owners', afterClose, archiveVote, { id }))).toBe('filed')
  sure(await run(n, 'owners', afterClose, fileVote, { id, day: '2026-12-20', reference: '桐街备〔2026〕3号' }))
  expect(told(await run(n, 'owners', afterClose, archiveVote, { id }))).toBe('ok')
})

test('[B29] sold during the vote: what was said stands, and a new owner speaks only where nothing was; a court’s order shrinks the register and is traced', async () => {
  const id = await openedVote(n, { secret: true })
  sure(await cast(n, id, '3-101', 'against'))
  const happened = async (label: string, kind: 'changed_hands' | 'died' | 'court_struck') => told(await run(n, 'owners', during, enterChange,
    { id, code: (await electorOf(n, id, label)).code, kind, day: '2026-12-12', paper: '过户登记' }))
  expect([await happened('3-101', 'changed_hands'), await happened('7-101', 'died'), await happened('7-602', 'court_struck')]).toEqual(['ok', 'ok', 'ok'])
  expect([told(await cast(n, id, '3-101', 'agree')), told(await cast(n, id, '7-101', 'agree')), told(await cast(n, id, '7-602', 'agree'))])
    .toEqual(['elector_blocked', 'elector_blocked', 'elector_blocked'])
  const [code101, code602] = [(await electorOf(n, id, '3-101')).code, (await electorOf(n, id, '7-101')).code]
  const lift = (code: string) => run(n, 'owners', during, enterChange, { id, code, kind: 'lifted' as const, day: '2026-12-13', paper: '继承人推选' })
  expect([told(await lift(code101)), told(await lift(code602))]).toEqual(['said_already', 'ok'])
  for (const label of ['7-101', '3-302', '3-602', '7-302']) sure(await cast(n, id, label, 'agree'))
  sure(await run(n, clock, closesAt, closeVote, { id }))
  sure(await run(n, 'owners', closesAt, sealVote, { id }))
  expect((await rowOf(id))?.result).toMatchObject({ shown: { outcome: 'passed', tookPart: { heads: 5 } }, file: { rules: { totals: { heads: 6 },
    orders: [{ kind: 'court_struck', heads: 1, area: 9000 }] } } })
})

test('[B110] [B111] [B113] P35 households decide on their covenant: by the community alone, on paper, one vote a home whoever owns it, counted in households', async () => {
  const input = motion(n, { body: 'residents', item: 'residents_covenant', title: '通过邻里公约第1版', startedBy: 'residents', secret: true, channels: ['paper', 'door'] })
  const begin = async (who: 'secretary' | 'owners', more: object = {}) => told(await run(n, who, start, startVote, { ...input, ...more }))
  expect([await begin('owners'), await begin('secretary', { channels: ['phone', 'paper'] }), await begin('secretary', { item: 'property' }), await begin('owners', { body: 'assembly' })])
    .toEqual(['not_yours', 'paper_only', 'households_covenant', 'not_for_owners'])
  const { id } = sure(await run(n, 'secretary', start, startVote, input))
  const notice = { id, day: '2026-11-20', opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() }
  expect(await run(n, 'secretary', start, postNotice, { ...notice, opensAt: '2026-11-25T00:00:00Z' })).toMatchObject({ refusal: { code: 'opens_too_early' } })
  sure(await run(n, 'secretary', start, postNotice, notice))
  const roles = [['secretary', 'lead'], ['grid', 'collector'], ['grid2', 'collector'], ['worker', 'enterer'], ['owners', 'enterer'], ['deputy', 'scrutineer'], ['captain', 'scrutineer'],
    ['captain7', 'scrutineer']] as const
  sure(await run(n, 'secretary', start, nameTeam, { id, members: team(n, roles) }))
  // [B113] who lives nowhere is no household: the desk says where it knows that from; a home that is unknown, or nobody left, is refused
  const rooms = [['3号楼101', '3号楼302室', '3-602'], ['7-101', '7-302', '7-602']].flat()
  const freeze = (vacant: readonly string[]) => run(n, 'secretary', start, freezeRegister, { id, vacant: { homes: vacant, source: 'visit', reason: '三次上门没人' } })
  expect([told(await freeze(['9-999'])), told(await freeze(rooms)), told(await freeze(['3-101', '7-602', '梧桐苑3号楼101室']))]).toEqual(['no_such_home', 'nobody_left', 'ok'])
  expect(await rowOf(id)).toMatchObject({ electors: 4, rules: { titles: 4, vacant: { homes: 2, source: 'visit', told: false } } })
  const left = await withScope(n.db, { ...n.as('secretary'), votes: [id] }, (tx) => vacantHomesOf(tx, { district: '990106', id }))
  expect([left.map(({ label }) => label), await withScope(n.db, n.as('secretary'), (tx) => vacantHomesOf(tx, { district: '990106', id }))]).toEqual([[expect.stringContaining('101'), expect.stringContaining('602')], []])
  const back = (who: 'secretary' | 'captain', home: string | undefined, at = start) => run(n, who, at, homeBack, { id, home: home ?? '', reason: '租户来说住着' })
  expect([told(await back('captain', left[0]?.home)), told(await back('secretary', left[0]?.home)), told(await back('secretary', left[0]?.home))]).toEqual(['not_yours', 'ok', 'not_found'])
  sure(await run(n, clock, opensAt, openVote, { id }))
  sure(await back('secretary', left[1]?.home, during))
  expect(await rowOf(id)).toMatchObject({ electors: 6, rules: { titles: 6, buildings: [{ heads: 3 }, { heads: 3 }], vacant: { homes: 0 } } })
  const homes = await owner<{ code: string; area: string; label: string }>('select e.code, e.area, t.label from elector e join elector_title t on t.vote = e.vote and t.elector = e.id where e.vote = $1 order by t.label', [id])
  expect(homes.map(({ area, label }) => [area, /[37]/.test(label)])).toEqual(Array(6).fill(['1', true])) // neither owner nor area makes a difference
  const [first, second, third, fourth] = homes
  const given = [first, second, third, fourth].flatMap((one, i) => (one ? [{ code: one.code, channel: 'paper' as const, envelope: `H-${i}`, collectors: [n.person('grid'), n.person('grid2')], proxy: null }] : []))
  expect(sure(await run(n, 'grid', during, takeEnvelopes, { id, envelopes: given }))).toMatchObject({ done: 4, refused: [] })
  sure(await run(n, clock, afterClose, closeVote, { id }))
  const entries = given.map(({ code }, i) => ({ code, answers: [{ n: 1, choose: [i < 3 ? 'agree' : 'against'] }], spoilt: false }))
  for (const who of ['worker', 'owners'] as const) sure(await run(n, who, afterClose, enterPapers, { id, entries }))
  sure(await run(n, 'secretary', afterClose, sealVote, { id }))
  expect(told(await back('secretary', left[0]?.home, afterClose))).toBe('wrong_state')
  const { result } = await rowOf(id) ?? {}
  expect(result).toMatchObject({ shown: { outcome: 'passed', tookPart: { area: 0, heads: 4 }, questions: [{ options: [{ heads: 3, area: 0 }, { heads: 1 }, { heads: 0 }] }] } })
  const words = JSON.stringify((result as { shown: { reasons: object[] } }).shown.reasons) // what the count wrote
  expect([words.includes('参与表决4户，占66.67%；要过半数，即4户：够了'), words.includes('平方米'), words.includes('业主')]).toEqual([true, false, false])
})

test('[B20] P13 who is on the team reads who has not voted; the keeper who is not, the firm, the community and the street read no elector, and nobody a choice', async () => {
  const id = await frozenVote(n)
  const seen = (actor: Parameters<typeof withScope>[1]) => withScope(n.db, actor, async (tx) => Promise.all([
    tx.selectFrom('elector').select('id').where('vote', '=', id).execute(), tx.selectFrom('choice').select('id').execute(),
    tx.selectFrom('vote_key').select('kind').execute()]))
  for (const key of ['owners', 'firm', 'secretary', 'street', 'captain'] as const) expect((await seen(n.as(key))).map(({ length }) => length)).toEqual([0, 0, 0])
  expect((await seen({ ...n.as('owners'), votes: [id] })).map(({ length }) => length)).toEqual([6, 0, 0])
})

test('[B25] T2 who lost the post by which they were on the team reads and does nothing of the vote any more, whatever else they are, and is replaced one for one', async () => {
  const id = await openedVote(n)
  const owner = n.database.pool('linli_owner')
  expect(told(await run(n, 'owners', start, nameTeam, { id: await frozenVote(n), members: [...team(n), { person: n.person('firm'), post: n.post('firm'), role: 'collector' as const }] }))).toBe('no_such_post')
  const reads = (who: 'grid2' | 'captain1') => withScope(n.db, n.as(who), (tx) => electorsOf({ tx, actor: n.as(who), at: during }, id, { voted: 'no' }))
  const named = (from: string, to: 'captain1' | 'grid2', by: 'collector' | 'enterer' = 'collector') => run(n, 'owners', during, nameTeam, { id, members: team(n).map((one) =>
    (one.post === from && one.role === by ? { ...one, person: n.person(to), post: n.post(to) } : one)) })
  expect([(await reads('grid2'))?.items.length, told(await named(n.post('grid2'), 'captain1'))]).toEqual([6, 'team_stands'])
  await owner.query("update tenure set to_date = '2026-12-11' where post = $1", [n.post('grid2')])
  try {
    expect([await reads('grid2'), told(await run(n, 'grid2', during, takeEnvelopes, { id, envelopes: [] }))]).toEqual([null, 'not_found'])
    expect(told(await named(n.post('worker'), 'captain1', 'enterer'))).toBe('team_stands')
    expect([told(await named(n.post('grid2'), 'captain1')), (await reads('captain1'))?.items.length]).toEqual(['ok', 6])
  } finally {
    await owner.query('update tenure set to_date = null where post = $1', [n.post('grid2')])
  }
})
