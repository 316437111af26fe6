import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addVotes, noOpinions, type Sign } from './ledger.ts'
import { drawMap } from './map.ts'
import { pictureOf, type Picture } from './picture.ts'
import { closesAt, mayAnswer, mayClose, mayEnter, phaseOf, pollMoves, type Poll } from './poll.ts'
import { campVotes } from './polls.testing.ts'
import { proposalOf } from './proposal.ts'
import { alikeStatements, sameStatement, statementLength } from './statements.ts'

const camp = fc.record({ people: fc.integer({ min: 1, max: 30 }), sides: fc.array(fc.constantFrom<Sign>(1, 0, -1), { minLength: 9, maxLength: 9 }),
  firm: fc.constantFrom(0.6, 0.9, 1) })
const polls = fc.tuple(fc.array(camp, { minLength: 1, maxLength: 4 }), fc.string(), fc.constantFrom(0.5, 0.9, 1))
const mapOf = (camps: Parameters<typeof campVotes>[0], seed: string, answered: number) =>
  drawMap(addVotes(noOpinions(), campVotes(camps, seed, answered)), { seed, statements: Array.from({ length: 9 }, (_, n) => String(n)) })

test('[OM6] [OM17] a statement that fewer than half agree to always stands somewhere, no group of under five is drawn, and no share of under five told', () => {
  fc.assert(fc.property(polls, ([camps, seed, answered]) => {
    const map = mapOf(camps, seed, answered)
    const picture = pictureOf(map)
    const told = new Set([...picture.groups.flatMap(({ holds }) => holds), ...picture.undecided, ...picture.minority, ...picture.common].map(({ n }) => n))
    for (const { n, agree, disagree, pass } of picture.table) if (agree > 0 && 2 * agree < agree + disagree + pass) expect(told).toContain(n)
    for (const { size, dots, outline } of picture.groups) expect([size >= 5, dots.length === size, outline.every((corner) => dots.includes(corner))]).toEqual([true, true, true])
    map.groups.forEach(({ tally }, at) => map.statements.forEach((_, column) => {
      expect((picture.table[column]?.groups[at]?.agree ?? null) === null).toBe((tally.seen[column] ?? 0) < 5)
    }))
    expect(picture.groups.reduce((sum, { size }) => sum + size, 0) + picture.apart + picture.unplaced).toBe(picture.people)
  }), { numRuns: 80 })
})

test('[OM17] the picture has whole numbers in an order that nobody’s name or time has a part in', () => {
  fc.assert(fc.property(polls, fc.integer({ min: 1, max: 40 }), ([camps, seed, answered], turn) => {
    const votes = campVotes(camps, seed, answered)
    const renamed = votes.map((vote) => ({ ...vote, person: `${(Number(vote.person.split('-')[1]) * 7 + turn) % 101}/${vote.person}` })).toReversed()
    const [one, other] = [votes, renamed].map((list) => pictureOf(drawMap(addVotes(noOpinions(), list), { seed })))
    expect(JSON.stringify(other)).toBe(JSON.stringify(one))
    expect(one?.groups.flatMap(({ dots }) => dots.flat()).every((value) => Number.isInteger(value) && Math.abs(value) <= 100)).toBe(true)
  }), { numRuns: 30 })
})

test('[OM18] the draft is what every group agrees to, word for word; what all reject is not in it', () => {
  const common: Picture['common'] = [{ n: 4, side: 'agree', ground: 0.9, shares: [0.95, 0.8] }, { n: 2, side: 'disagree', ground: 0.9, shares: [0.9, 0.9] },
    { n: 6, side: 'agree', ground: 0.8, shares: [0.7, null] }]
  const words = new Map([[4, '遛狗拴绳'], [2, '花园停车'], [6, '中考静一静！']])
  expect(proposalOf({ common }, words)).toEqual({ ok: true, value: { words: '一、遛狗拴绳。\n二、中考静一静！', from: [{ n: 4, side: 'agree', least: 0.8 }, { n: 6, side: 'agree', least: 0.7 }] } })
  expect(proposalOf({ common: common.slice(1, 2) }, words)).toMatchObject({ refusal: { code: 'no_common_ground' } })
})

test('[OM13] [OM14] [OM16] a poll runs on its days alone, and nobody may cut it short', () => {
  const poll: Poll = { state: 'open', opensOn: '2026-06-28', closesOn: '2026-07-12', perPerson: 5 }
  expect(['2026-06-27', '2026-06-28', '2026-07-12', '2026-07-13'].map((day) => phaseOf(poll, day))).toEqual(['soon', 'open', 'open', 'closed'])
  expect(mayAnswer({ ...poll, state: 'draft' }, '2026-07-01')).toMatchObject({ refusal: { code: 'not_begun' } })
  expect([mayClose(poll, '2026-07-11').ok, mayClose(poll, '2026-07-12').ok]).toEqual([false, true])
  expect(new Date(closesAt(poll)).toISOString()).toBe('2026-07-15T16:00:00.000Z')
  const sheet = (today: string, filledOn: string | null, state: Poll['state'] = 'open') => {
    const may = mayEnter({ ...poll, state }, today, ['2026-07-01', filledOn])
    return may.ok ? 'taken' : may.refusal.code
  }
  expect([sheet('2026-07-12', null), sheet('2026-07-15', '2026-07-12'), sheet('2026-07-16', '2026-07-12'), sheet('2026-07-13', '2026-07-13'), sheet('2026-07-13', null),
    sheet('2026-07-13', '2026-06-27'), sheet('2026-07-13', '2026-07-12', 'closed')]).toEqual(['taken', 'taken', 'poll_closed', 'filled_late', 'filled_late', 'filled_late', 'poll_closed'])
  const who = { keeps: true, carries: false, statements: 3, common: 0 }
  expect([pollMoves(poll, '2026-07-01', who), pollMoves(poll, '2026-07-12', { ...who, common: 2 }), pollMoves(poll, '2026-07-01', { ...who, keeps: false, carries: true })])
    .toEqual([['add'], ['close', 'add', 'draft'], ['sheets']])
})

test('[OM15] characters count as people count them, and likeness sees through punctuation, width and order of words', () => {
  expect([statementLength(' 𠮷野家 '), sameStatement('ＡＢ，停车！', 'ab停车')]).toEqual([3, true])
  const list = ['晚上八点半以后音响关掉', '遛狗拴绳走外圈', '音响晚上八点半关掉'].map((words) => ({ words }))
  expect(alikeStatements('八点半以后，音响要关掉', list).map(({ words }) => words)).toEqual(['晚上八点半以后音响关掉', '音响晚上八点半关掉'])
  expect(alikeStatements('狗', [{ words: '猫' }, { words: '' }])).toEqual([])
})
