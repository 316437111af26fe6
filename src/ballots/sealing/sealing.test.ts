import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { cipherNames } from '../../kit/config.ts'
import { openKeys, useKeys } from '../../trust/index.ts'
import { newVoteSeal } from '../../trust/crypto/vote-key.ts'
import { answersIn, contentOf, groupsOf, mayOpenLink, type LinkAsk, type OpenChoice } from '../rules/sealed/index.ts'
import { ballotReceipt, commitmentOf, makeVoteKeys, newBallotSalt, openChoice, openLink, openLinkKey, openSealKey, pseudonymOf, sealChoice, sealLink,
  sealTree, type LinkCode } from './index.ts'

const [district, vote, other] = ['990106', '019a9f3e-5c00-7a01-8b02-00000000000a', '019a9f3e-5c00-7a01-8b02-00000000000b']
const elector = '019a9f3e-5c00-7a01-8b02-0000000000e1'
const keys = openKeys('', { LINLI_KEY: '07'.repeat(32) })
beforeAll(() => useKeys(keys))

const rowOf = ({ rows }: ReturnType<typeof makeVoteKeys>, kind: 'seal' | 'link') => {
  const row = rows.find((one) => one.kind === kind)
  if (!row) throw new Error(`no key ${kind}`)
  return row
}
const choice = (content: string, seq = 1): OpenChoice =>
  ({ pseudonym: 'ab'.repeat(16), seq, channel: 'paper', area: 8956, heads: 1, content, salt: newBallotSalt() })

test.each(cipherNames)('[B51] %s: a choice opens for its own vote, pseudonym and time alone, and its length tells nothing', (LINLI_CIPHER) => {
  useKeys({ ...keys, cipher: LINLI_CIPHER })
  const made = makeVoteKeys(district, vote)
  const row = (kind: 'seal' | 'link') => rowOf(made, kind)
  const seal = openSealKey(district, vote, row('seal'))
  const agreed = choice('q1=agree\nq2=against')
  const { sealed, commitment } = sealChoice(made.seal, vote, agreed)
  expect(openChoice(seal, agreed, sealed)).toEqual({ content: agreed.content, salt: agreed.salt })
  expect(commitment).toBe(commitmentOf(vote, agreed))
  expect(() => openChoice(seal, { ...agreed, seq: 2 }, sealed)).toThrow()
  expect(() => openChoice(seal, { ...agreed, pseudonym: 'cd'.repeat(16) }, sealed)).toThrow()
  expect(() => openChoice(makeVoteKeys(district, other).seal, agreed, sealed)).toThrow()
  expect(() => openSealKey(district, other, row('seal'))).toThrow()
  expect(() => openSealKey(district, vote, row('link'))).toThrow()
  const lengths = ['q1=agree', 'q1=against', 'q1=abstain', 'q1=c1,c10,c11,c2'].map((said) => sealChoice(made.seal, vote, choice(said)).sealed.length)
  expect(new Set(lengths).size).toBe(1)
  useKeys(keys)
})

test('[B53] one elector has one pseudonym in a vote, another in the next, and none can be found again without the link key', () => {
  const made = makeVoteKeys(district, vote)
  const again = openLinkKey(district, vote, rowOf(made, 'link'))
  expect(pseudonymOf(again, elector)).toBe(pseudonymOf(made.link, elector.toUpperCase()))
  expect(pseudonymOf(again, elector)).toMatch(/^[0-9a-f]{32}$/)
  expect(pseudonymOf(makeVoteKeys(district, other).link, elector)).not.toBe(pseudonymOf(again, elector))
  expect(() => openLinkKey(district, other, rowOf(made, 'link'))).toThrow()
})

test('[B52] commitments lead to the same root in whatever order they come, and each has a proof', () => {
  const commitments = Array.from({ length: 21 }, (_, n) => commitmentOf(vote, choice('q1=agree', n + 1)))
  const tree = sealTree(commitments)
  expect(sealTree([...commitments].reverse()).root).toBe(tree.root)
  expect(commitments.every((one) => ballotReceipt(tree, vote, one, {})?.proof.length !== undefined)).toBe(true)
  expect(ballotReceipt(tree, vote, 'f'.repeat(64), {})).toBeUndefined()
  expect(() => sealTree([...commitments, commitments[3] ?? ''])).toThrow('the same commitment')
  expect(sealTree([]).size).toBe(0)
})

test('[B50] what a ballot says has one text, whatever order it was said in', () => {
  expect(contentOf([{ question: 'q1', said: 'agree' }, { question: 'q2', said: ['c5', 'c10', 'c2'] }])).toBe('q1=agree\nq2=c10,c2,c5')
  expect(contentOf([{ question: 'q1', said: [] }])).toBe('q1=')
  for (const said of ['agree\nq2=agree', '', 'a,b', 'c=1']) expect(() => contentOf([{ question: 'q1', said }])).toThrow(RangeError)
  expect(() => contentOf([{ question: 'q1', said: ['c1', 'c1'] }])).toThrow(RangeError)
  fc.assert(fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9_]{0,5}$/)), (said) => {
    expect(answersIn(contentOf([{ question: 'q1', said }]))?.[0]?.said).toEqual([...said].sort())
  }))
  for (const text of ['', 'q1', 'q1=b,a', 'q1=a,a', 'q1=a\nq1=b', 'x=a', 'q1=a\n']) expect(answersIn(text), text).toBeUndefined()
  expect(groupsOf('0123456789abcdef'.repeat(4))).toHaveLength(8)
})

const posts = ['p1', 'p2', 'p3'] as const
const slip = (codes: readonly LinkCode[], post: string): LinkCode => codes.find((one) => one.post === post) ?? { post, code: '' }

test('[B54] two scrutineers of three open the link of one dispute, one alone does not, and their codes are spent', () => {
  const { link } = makeVoteKeys(district, vote)
  const list = newVoteSeal(district, vote, 'list')
  const pseudonym = pseudonymOf(link, elector)
  const { pairs, codes } = sealLink(list, vote, link, posts)
  const [one, two, three] = [slip(codes, 'p1'), slip(codes, 'p2'), slip(codes, 'p3')]
  expect(one.code).toMatch(/^[0-9A-Z]{20}$/)
  for (const given of [[one, two], [three, one], [two, { ...three, code: three.code.toLowerCase() }]] as const)
    expect(openLink(list, vote, pairs, given, [elector])?.pseudonyms).toEqual([{ elector, pseudonym }])
  for (const given of [[one, one], [one, { ...two, code: one.code }], [{ ...one, post: 'p2' }, two], [one, { post: 'p9', code: two.code }]] as const)
    expect(openLink(list, vote, pairs, given, [elector])).toBeUndefined()
  const again = openLink(list, vote, pairs, [one, two], [elector])?.again ?? { pairs, codes }
  expect(openLink(list, vote, again.pairs, [one, two], [elector])).toBeUndefined()
  const fresh = [slip(again.codes, 'p1'), slip(again.codes, 'p3')] as const
  expect(openLink(list, vote, again.pairs, fresh, [elector])?.pseudonyms).toEqual([{ elector, pseudonym }])
  expect(() => openLink(newVoteSeal(district, other, 'list'), vote, pairs, [one, two], [elector])).toThrow()
  expect(() => sealLink(list, vote, link, ['p1', 'p1'])).toThrow('each once')
})

test('[B54] the list opens only for a listed dispute, for two people of the scrutineers within ten minutes, before it expires', () => {
  const scrutineers = posts.map((post) => ({ post, person: `person of ${post}` }))
  const twice = { post: 'p4', person: 'person of p1' }
  const list = { scrutineers: [...scrutineers, twice], disputes: ['d1'], expires: 1_000_000_000 }
  const ask = (post: string, at: number, dispute = 'd1'): LinkAsk => ({ post, person: `person of ${post}`, dispute, at })
  const code = (dispute: string, asks: readonly LinkAsk[], now = 700_000) => {
    const answer = mayOpenLink(list, dispute, asks, now)
    return answer.ok ? 'open' : answer.refusal.code
  }
  expect(code('d1', [ask('p1', 100_000), ask('p3', 700_000)])).toBe('open')
  expect(code('d1', [ask('p1', 99_999), ask('p3', 700_000)])).toBe('ballots.two_together')
  expect(code('d1', [ask('p1', 600_000), ask('p1', 700_000)])).toBe('ballots.two_together')
  expect(code('d1', [ask('p1', 600_000), { ...ask('p2', 700_000), person: 'person of p1' }])).toBe('ballots.two_together')
  expect(code('d1', [ask('p1', 600_000), { ...ask('p4', 700_000), ...twice }])).toBe('ballots.two_together')
  expect(code('d1', [ask('p1', 600_000), ask('p2', 700_000, 'd2')])).toBe('ballots.two_together')
  expect(code('d1', [ask('p1', 600_000), ask('p9', 700_000)])).toBe('ballots.two_together')
  expect(code('d2', [ask('p1', 600_000, 'd2'), ask('p2', 700_000, 'd2')])).toBe('ballots.not_listed')
  expect(code('d1', [ask('p1', 999_999_999), ask('p2', 999_999_999)], 1_000_000_000)).toBe('ballots.list_expired')
})
