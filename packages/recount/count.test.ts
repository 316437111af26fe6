import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { linesOf, sealedReceipt, sealVote, type Choice } from './ballots.testing.ts'
import { checkBallotReceipt, commitmentOf, rootOf, rulesHash, textHash } from './ballot.mjs'
import { countBudget } from './budget.mjs'
import { checkCount } from './count.mjs'

type Vectors = {
  rulesHash: string; commitments: string[]; receipt: { [key: string]: unknown }
  file: [{ vote: string; root: string; rules: object }, ...Choice[]]
}
const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/ballot-format.md'), 'utf8')
const vectors = JSON.parse(/```json\n([\s\S]*?)\n```/.exec(page)?.[1] ?? '') as Vectors
const [header, ...ballots] = vectors.file
const lines = linesOf(header, ballots)
const dir = mkdtempSync(path.join(tmpdir(), 'recount-'))
afterAll(() => rmSync(dir, { recursive: true }))

function file(name: string, content: string | object): string {
  const where = path.join(dir, name)
  writeFileSync(where, typeof content === 'string' ? content : JSON.stringify(content))
  return where
}
function run(...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(import.meta.dirname, 'recount.mjs'), ...args], { encoding: 'utf8' })
  return { status, out: stdout, err: stderr }
}
/** What does not hold, in English. */
const wrong = (checks: readonly { ok: boolean; en: string }[]): string => checks.filter(({ ok }) => !ok).map(({ en }) => en).join('; ')

const vote = header.vote
const [half, twoThirds] = [{ of: [1, 2], more: true }, { of: [2, 3], more: false }]
const choice = (n: number, content: string, seq = 1, channel: Choice['channel'] = 'paper', area = 8956): Choice =>
  ({ pseudonym: n.toString(16).padStart(32, '0'), seq, channel, area, heads: 1, content, salt: textHash(`${n}/${seq}/${content}`).slice(0, 32) })
const motion = (holds: string, heads: number, more: object = {}) => ({
  kind: 'motion', holds, totals: { area: heads * 8956, heads }, questions: [{ id: 'q1', item: 'property', quorum: twoThirds, majority: half }],
  silence: { means: 'not_counted', delivered: { area: 0, heads: 0 } }, orders: [], ...more })
/** A vote sealed with the result that the program itself finds. */
function sealCounted(rules: object, choices: readonly Choice[]) {
  const first = sealVote(vote, rules, {}, choices)
  return sealVote(vote, rules, checkCount(linesOf(first.header, first.choices)).result, choices)
}
const named = (receipts: readonly object[]) => receipts.map((value, n) => ({ name: `${n}.json`, value }))

test('commitments, root, hash of the rules, receipt and result are those of docs/ballot-format.md', () => {
  expect(ballots.map(one => commitmentOf(vote, one).toString('hex'))).toEqual(vectors.commitments)
  expect(rootOf(vectors.commitments.map(one => Buffer.from(one, 'hex'))).toString('hex')).toBe(header.root)
  expect(rulesHash(header.rules)).toBe(vectors.rulesHash)
  expect(wrong(checkBallotReceipt(vectors.receipt).checks)).toBe('')
  expect(wrong(checkCount(lines, { receipts: named([vectors.receipt]) }).checks)).toBe('')
})

const answers = fc.constantFrom('q1=agree', 'q1=against', 'q1=abstain', 'q1=')
const votes = fc.tuple(fc.array(answers, { minLength: 1, maxLength: 20 }), fc.constantFrom('first', 'last', 'paper_first')).map(([said, holds]) =>
  sealCounted(motion(holds, said.length + 1), said.map((one, n) => choice(n % 15, one, 1 + Math.trunc(n / 15), n % 3 === 0 ? 'phone' : 'paper'))))

test('whatever happens to a ballot after the sealing, the program says which proof fails', () => {
  fc.assert(fc.property(votes, fc.nat(), fc.nat(), (sealed, at, other) => {
    const { header: head, choices, receipts } = sealed
    const says = (changed: readonly object[]): string => wrong(checkCount(linesOf(head, changed), { receipts: named(receipts) }).checks)
    const [n, m] = [at % choices.length, other % choices.length]
    const one = choices[n] ?? choice(0, '')
    expect(says(choices)).toBe('')
    const changed = { ...one, content: one.content === 'q1=agree' ? 'q1=against' : 'q1=agree' }
    expect(says(choices.with(n, changed))).toMatch(new RegExp(`the root computed again is not.*the ballot of receipt ${n}\\.json is not in the file`))
    expect(says(choices.with(n, { ...one, area: one.area + 1 }))).toContain('the root computed again is not')
    expect(says(choices.toSpliced(n, 1))).toMatch(/1 are missing from the file.*the root.*the ballot of receipt/)
    expect(says(choices.toSpliced(m, 0, choice(99, 'q1=agree')))).toMatch(/the file has 1 more.*the root/)
    expect(says([...choices, one])).toMatch(/the file has 1 more.*that was there already/)
    if (n !== m) {
      const moved = says(choices.with(n, choices[m] ?? one).with(m, one))
      expect(moved).toMatch(/^line [0-9, and more]+ is out of place: it was moved, or its content changed$/)
    }
  }), { numRuns: 60 })
})

test('changed rules, totals, results and seals are told from changed ballots', () => {
  const sealed = sealCounted(motion('first', 5), [choice(1, 'q1=agree'), choice(2, 'q1=agree'), choice(3, 'q1=against'), choice(4, 'q1=agree')])
  const says = (change: object): string => wrong(checkCount(linesOf({ ...sealed.header, ...change }, sealed.choices)).checks)
  expect(says({})).toBe('')
  expect(says({ rules: motion('first', 4) })).toBe('the rules of the count are not those that were sealed')
  expect(says({ rules: motion('first', 3) })).toContain('more took part than the register holds')
  expect(says({ rules: motion('last', 5) })).toBe('the rules of the count are not those that were sealed')
  const result = JSON.parse(JSON.stringify(sealed.header.result).replace('"heads":3', '"heads":4')) as object
  expect(says({ result })).toBe('result questions.0.agree.heads: the file says 4, counted again it is 3')
  expect(says({ result: {} })).toContain('result questions: the file says —')
  const act = { vote, root: sealed.root, size: 4, rules: rulesHash(sealed.header.rules) }
  expect(says({ sealed: sealedReceipt({ ...act, size: 3 }) })).toContain('what was sealed then is another vote, root or number of ballots')
  expect(says({ sealed: sealedReceipt({ ...act, vote: vote.replace('a', 'b') }) })).toContain('another vote, root')
  expect(says({ sealed: sealedReceipt(act, 'ballots.opened') })).toContain('is not the sealing of ballots')
  expect(says({ sealed: null })).toBe('')
  // a whole other file under the same vote: only the record and the receipts tell
  const other = sealCounted(motion('first', 5), [choice(1, 'q1=against'), choice(2, 'q1=against'), choice(3, 'q1=against'), choice(4, 'q1=against')])
  const forged = { ...other.header, sealed: sealed.header.sealed }
  expect(wrong(checkCount(linesOf(forged, other.choices), { receipts: named(sealed.receipts.slice(0, 1)) }).checks))
    .toMatch(/what was sealed then is another.*receipt 0\.json names another vote or root/)
})

test('which expression holds is the rule of the compound, and every conflict is listed', () => {
  const choices = [choice(1, 'q1=agree', 1, 'phone'), choice(1, 'q1=against', 2, 'paper'), choice(1, 'q1=abstain', 3, 'door'), choice(2, 'q1=agree')]
  const side = (holds: string) => checkCount(linesOf(sealCounted(motion(holds, 2), choices).header, choices)).result
  const [first, last, paper] = ['first', 'last', 'paper_first'].map(side)
  expect(first).toMatchObject({ questions: [{ agree: { heads: 2 } }], conflicts: [{ held: 1 }] })
  expect(last).toMatchObject({ questions: [{ abstain: { heads: 1 } }], conflicts: [{ held: 3 }] })
  expect(paper).toMatchObject({ questions: [{ against: { heads: 1 } }], conflicts: [{ held: 2 }] })
})

test('exactly half of the area does not pass, exactly two thirds of the heads are a quorum, exactly three quarters pass (V1, V3, V4)', () => {
  const outcome = (agree: number, took: number, of: number, majority: object) => {
    const rules = motion('first', of, { questions: [{ id: 'q1', item: 'x', quorum: twoThirds, majority }] })
    const choices = Array.from({ length: took }, (_, n) => choice(n, n < agree ? 'q1=agree' : 'q1=against'))
    return (checkCount(linesOf(sealCounted(rules, choices).header, choices)).result['questions'] as [{ outcome: string }])[0].outcome
  }
  const quarters = { of: [3, 4], more: false }
  expect([outcome(3, 6, 9, half), outcome(4, 6, 9, half), outcome(5, 5, 9, half), outcome(3, 4, 6, quarters), outcome(2, 4, 6, quarters)])
    .toEqual(['not_passed', 'passed', 'no_quorum', 'passed', 'not_passed'])
  expect(outcome(0, 0, 9, half)).toBe('no_quorum')
})

const projects = [['p1', 98_000], ['p2', 118_000], ['p3', 46_000], ['p4', 38_000], ['p5', 24_000]]
  .map(([id, yuan]) => ({ id: String(id), cost: 100 * Number(yuan) }))
const kinds: [number, string][] = [[150, 'p1,p2'], [72, 'p1'], [58, 'p2'], [96, 'p3'], [34, 'p2,p3'], [64, 'p4'], [36, 'p4,p5'],
  [30, 'p3,p5'], [20, 'p5'], [40, 'p3,p4']]

test('600 voters and ¥240,000: greedy buys p2, p1, p5; equal shares p3, p4, completed p2, p3, p4, p5', () => {
  const voters = kinds.flatMap(([number, said]) => Array.from({ length: number }, () => said.split(',')))
  const shared = (rule: string, completion: string) =>
    countBudget({ rule, completion, budget: 24_000_000, step: 100, projects, lottery: { order: [] } }, voters)
  expect(shared('greedy', 'none')).toEqual({ winners: ['p2', 'p1', 'p5'], spent: 24_000_000 })
  expect(shared('equal-shares', 'none')).toMatchObject({ spent: 8_400_000 })
  const { winners, spent } = shared('equal-shares', 'add1u')
  expect([[...winners].sort(), spent]).toEqual([['p2', 'p3', 'p4', 'p5'], 22_600_000])
})

test('lots that were not drawn from the seed committed to before the vote are told', () => {
  const seed = 'feather'
  const order = ['c1', 'c2', 'c3'].sort((a, b) => (textHash(`linli-lottery-1\n${seed}\n${a}`) < textHash(`linli-lottery-1\n${seed}\n${b}`) ? -1 : 1))
  const election = (lottery: object) => ({ kind: 'election', holds: 'first', totals: { area: 4 * 8956, heads: 4 }, question: 'q1',
    options: ['c1', 'c2', 'c3'], most: 2, seats: 1, reserves: 1, quorum: twoThirds, majority: half, rankBy: 'heads', orders: [], lottery })
  const cast = [choice(1, 'q1=c1,c2'), choice(2, 'q1=c1,c2'), choice(3, 'q1=c1,c2'), choice(4, 'q1=c1,c2,c3')]
  const good = { seed, committed: textHash(seed), order }
  const sealed = sealCounted(election(good), cast)
  const { result, checks } = checkCount(linesOf(sealed.header, sealed.choices))
  const lucky = order.filter((id) => id !== 'c3')
  expect([wrong(checks), result['elected'], result['reserves'], result['took_part']])
    .toEqual(['', [lucky[0]], [lucky[1]], { area: 3 * 8956, heads: 3 }])
  for (const lottery of [{ ...good, order: order.toReversed() }, { ...good, seed: 'stone' }])
    expect(wrong(checkCount(linesOf({ ...sealed.header, rules: election(lottery) }, sealed.choices)).checks)).toMatch(/seed/)
})

test('the command: good files 0, changed ones 1, others 2, in plain words and as JSON', () => {
  const good = file('count.jsonl', `${lines.join('\n')}\n`)
  const folder = path.join(dir, 'receipts')
  mkdirSync(folder)
  file('receipts/mine.json', vectors.receipt)
  expect(run(good, '--receipts', folder)).toMatchObject({ status: 0, out: expect.stringContaining('1 张回执的票都在里面') })
  expect(run(good, '--receipts', file('all.jsonl', `${JSON.stringify(vectors.receipt)}\n`), '--json').status).toBe(0)
  expect(JSON.parse(run(good, '--json').out)).toMatchObject(
    { ok: true, vote, result: { questions: [{ outcome: 'passed' }, { outcome: 'no_quorum' }] } })
  expect(run(path.join(folder, 'mine.json'))).toMatchObject({ status: 0, out: expect.stringContaining('您的票在封存的 5 张票里') })
  expect(run(file('mine-changed.json', { ...vectors.receipt, index: 1 }))).toMatchObject({ status: 1, out: expect.stringContaining('从这张票算不到树根') })
  const changed = file('changed.jsonl', lines.join('\n').replace('q1=abstain', 'q1=against'))
  expect(run(changed)).toMatchObject({ status: 1, out: expect.stringContaining('有票被改过或换过') })
  expect(run(file('named.jsonl', lines.join('\n').replace('"seq":1', '"seq":1,"name":"x"'))))
    .toMatchObject({ status: 1, out: expect.stringContaining('不是一张票的写法') })
  const bad = [lines[0]?.replace('"holds":"first"', '"holds":"best"') ?? '', '{"format":"linli-count-1"}', lines[1] ?? '',
    JSON.stringify({ ...vectors.receipt, proof: 'x' }),
    `{"format":"linli-count-1","rules":${'['.repeat(100_000)}${']'.repeat(100_000)}}`]
  for (const [n, content] of bad.entries()) expect(run(file(`bad${n}.jsonl`, content)), content.slice(0, 80)).toMatchObject({ status: 2, out: '' })
  expect(run(path.join(folder, 'mine.json'), '--receipts', folder).status).toBe(2)
  expect(run(good, '--receipts', path.join(dir, 'nowhere')).status).toBe(2)
})

test('nothing in a count file steers the terminal', () => {
  const escape = '\u001b[2J\u009b31m\u202e'
  const sealed = { ...header, result: { [escape]: escape } }
  for (const args of [[], ['--json']]) {
    const { status, out } = run(file('steer.jsonl', linesOf(sealed, ballots).join('\n')), ...args)
    expect(status).toBe(1)
    expect(out).not.toMatch(/[\u001b\u009b\u202e]/)
  }
})
