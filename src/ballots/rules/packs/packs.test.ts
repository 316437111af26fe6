import { expect, test } from 'vitest'
import { moreThan, share } from '../share.ts'
import { cite } from './article.ts'
import { ballotPackFor, BALLOT_PACKS, type TermName, type Terms } from './index.ts'

const CITIES = { Beijing: '11', Shanghai: '31', Hangzhou: '3301', Shandong: '37' } as const
const LAWS = {
  Beijing: cite('《北京市物业管理条例》（2024年）'), Shanghai: cite('《上海市住宅物业管理规定》（2020年）'), Hangzhou: cite('《杭州市物业管理条例》（2021年）'),
  Shandong: cite('《山东省物业管理条例》（2021年）'), ShanghaiResidents: cite('《上海市居民委员会工作条例》（2020年）'),
} as const
type City = keyof typeof CITIES
type Cell<N extends TermName> = readonly [value: Terms[N], ...articles: number[]]
/** One line of the table of local rules: what each city says and in which article; what is left out its text does not say. */
const line = <N extends TermName>(point: string, name: N, cells: { readonly [C in City]?: Cell<N> }) => ({ point, name, cells })

const half = moreThan(1, 2)
const [fifth, third, owners] = [share(20, 100), share(1, 3), share(1, 2)]
const TABLE = [
  line('When first assembly is possible', 'firstAssembly', {
    Beijing: [{ ways: [{ areaPercent: 50 }], askedBy: [share(5, 100)], developerMayAsk: true }, 30],
    Shanghai: [{ ways: [{ areaPercent: 50 }, { years: 2 }], askedBy: [], developerMayAsk: false }, 13],
    Hangzhou: [{ ways: [{ areaPercent: 60 }, { years: 2, areaPercent: 30 }], askedBy: [], developerMayAsk: false }, 22],
    Shandong: [{ ways: [{ areaPercent: 50 }, { headsPercent: 50 }, { years: 2, headsPercent: 25 }], askedBy: [], developerMayAsk: false }, 20] }),
  line('Preparatory group', 'preparatoryGroup', {
    Beijing: [{ by: 'group', checkDays: 30, meetDays: 30, odd: true, owners, listPostedDays: 7 }, 31],
    Shanghai: [{ by: 'group', formDays: 60, odd: true, owners, listPostedDays: 7 }, 15], Hangzhou: [{ by: 'property_committee' }, 22],
    Shandong: [{ by: 'group', formDays: 60, least: 7, odd: true, owners, listPostedDays: 10 }, 21] }),
  line('Drafts posted before first assembly', 'draftsPosted', { Beijing: [{ days: 15 }, 32], Shanghai: [{ days: 15 }, 16], Hangzhou: [{ days: 15 }, 22], Shandong: [{ days: 15 }, 22] }),
  line('First assembly deadline', 'firstWithin', { Beijing: [{ daysAfterGroup: 60 }, 32], Shanghai: [{ daysAfterGroup: 90 }, 16], Shandong: [{ daysAfterGroup: 90 }, 22] }),
  line('Regular assembly', 'regular', { Beijing: [{ perYear: 1 }, 35], Shanghai: [{ perYear: null }, 25], Hangzhou: [{ perYear: null }, 18], Shandong: [{ perYear: null }] }),
  line('Temporary assembly', 'temporary', { Beijing: [{ owners: fifth, also: [] }, 35], Shanghai: [{ owners: fifth, also: [] }, 25],
    Hangzhou: [{ owners: fifth, also: ['emergency', 'authority_finding'] }, 18], Shandong: [{ owners: fifth, also: [] }, 28] }),
  line('Notice', 'notice', { Beijing: [{ days: 15 }, 35], Hangzhou: [{ days: 15, temporaryDays: 7 }, 19] }),
  line('Notice: no vote on unposted topics', 'onlyPosted', { Beijing: [{ postedTopicsOnly: true }, 35], Hangzhou: [{ postedTopicsOnly: true }, 19] }),
  line('E-voting', 'eVoting', { Beijing: [{ only: 'city_system' }, 35], Hangzhou: [{ byDefault: 'electronic', paperOnRequest: true }, 20] }),
  line('Voting window', 'window', { Hangzhou: [{ minDays: 5, maxDays: 60 }, 20] }),
  line('Result posted', 'resultPosted', { Beijing: [{ days: 3 }, 37], Hangzhou: [{ inWriting: true }, 19], Shandong: [{ days: 3 }, 32] }),
  line('Committee size', 'committeeSize', { Beijing: [{ least: 5, odd: true, small: { least: 3, homes: 100 } }, 39],
    Shanghai: [{ least: 5, odd: true, small: { least: 3, area: 1_000_000 } }, 20],
    Hangzhou: [{ least: 5, most: 11, odd: true, small: { least: 3, homes: 100 } }, 27], Shandong: [{ least: 5, odd: true }, 30] }),
  line('Reserve members', 'reserves', { Beijing: [{ most: 'members' }, 39], Hangzhou: [{ from: 'losers_with_majority' }, 28] }),
  line('Term', 'term', { Beijing: [{ mostYears: 5 }, 41], Shanghai: [{ leastYears: 3, mostYears: 5 }, 20], Hangzhou: [{ leastYears: 3, mostYears: 5 }, 33],
    Shandong: [{ mostYears: 5 }, 30] }),
  line('Candidates posted', 'candidatesPosted', { Beijing: [{ days: 15, withDrafts: true }, 32], Shanghai: [{ days: null }, 20], Hangzhou: [{ days: 7, daysBefore: 15 }, 26] }),
  line('First committee meeting / names posted', 'firstMeeting', { Beijing: [{ days: 7, namesPostedDays: 3 }, 42], Shanghai: [{ namesPostedDays: 3 }, 21],
    Shandong: [{ days: 7 }, 30] }),
  line('Filing', 'filing', { Beijing: [{ days: 30, answerWorkingDays: 5 }, 43], Shanghai: [{ days: 30, answerDays: 20 }, 23, 34], Shandong: [{ days: 30, answerDays: 10 }, 31] }),
  line('Filing of changes', 'filingOfChanges', { Hangzhou: [{ days: 7 }, 30] }),
  line('Committee meets', 'meets', { Beijing: [{ everyMonths: 2, callers: third }, 45], Shanghai: [{ everyMonths: 2, callers: third }, 26],
    Hangzhou: [{ everyMonths: null, callers: third }, 29] }),
  line('Committee quorum / decision', 'meeting', { Beijing: [{ present: half, agree: half, signed: true, proxy: false }, 45],
    Shanghai: [{ present: null, agree: half, signed: true }, 26], Hangzhou: [{ present: half, agree: half, signed: true, proxy: false }, 29],
    Shandong: [{ present: share(2, 3), agree: half, signed: false }] }),
  line('Tell the residents’ committee', 'residentsToldOfMeeting', { Beijing: [{ daysBefore: 5 }, 45], Shanghai: [{ after: true }, 26],
    Hangzhou: [{ before: true, after: true }, 29] }),
  line('Decision posted', 'decisionPosted', { Beijing: [{ days: 3 }, 45], Shanghai: [{ days: 3 }, 26], Hangzhou: [{ days: 3 }, 29], Shandong: [{ days: 3 }, 32] }),
  line('Seal', 'seal', { Beijing: [{ signed: half }, 43], Shanghai: [{ inRules: true }], Hangzhou: [{ listEveryMonths: 6 }, 30] }),
  line('Disclosure', 'disclosure', { Beijing: [{ ownFeesMonths: 6 }, 44], Shanghai: [{ fundMonths: 6, incomeMonths: 3 }, 66],
    Hangzhou: [{ incomeMonths: 6, sealMonths: 6, publicDays: 15 }, 30] }),
  line('Absence', 'absence', { Beijing: [{ ofMeetingsInYear: owners }, 46], Shanghai: [{ ofMeetingsInYear: owners, idleMonths: 6 }, 31, 32] }),
  line('Re-election notice', 'reelection', { Beijing: [{ monthsBefore: 6, groupDays: 60 }, 49], Shanghai: [{ monthsBefore: 5, groupDays: 60 }, 28],
    Hangzhou: [{ monthsBefore: 3 }, 33], Shandong: [{ assemblyDaysBefore: 90 }, 33] }),
  line('Hand-over', 'handOver', { Shanghai: [{ days: 10 }, 29, 30], Hangzhou: [{ days: 10 }, 34] }),
  line('Data duty', 'dataDuty', { Beijing: [{ noLeak: true }, 47], Hangzhou: [{ noLeak: true, noReuse: true, mayAskRegistry: true }, 31, 13] }),
  line('Set-up money', 'setUpMoney', { Hangzhou: [{ fenPerSquareMetre: 120, leastFen: 6_000_000 }, 23] }),
  line('Substitute body', 'substitute', {
    Beijing: [{ body: { zh: '物业管理委员会', en: 'property management committee' }, least: 7, odd: true, owners, chairOf: 'residents_committee', mostYears: 3,
      postedWorkingDays: 10 }, 54, 55, 56, 57, 58],
    Hangzhou: [{ body: { zh: '物业管理委员会', en: 'property management committee' } }, 22] }),
  line('Common income', 'commonIncome', { Shanghai: [{ toFund: half, everyMonths: 3 }, 51] }),
  line('Temporary property service', 'temporaryService', { Shanghai: [{ mostMonths: 6 }, 52] }),
  line('Building-level group', 'buildingGroup', { Shanghai: [{ by: ['building', 'unit'] }, 35] }),
  line('Powers that cannot be delegated', 'mayDelegate', { Beijing: [{ nineMatters: false }, 34, 44] }),
  line('Candidate conditions', 'candidates', {
    Beijing: [{ conditions: ['civil_capacity', 'residence_time', 'firm_interest', 'defaulter', 'banned_use'] }, 39],
    Shanghai: [{ conditions: ['structure_damaged', 'illegal_building', 'use_changed', 'fees_unpaid', 'fund_unpaid', 'illegal_letting', 'promise_signed'] }, 20] }),
]
const cells = TABLE.flatMap(({ point, name, cells: byCity }) => (['Beijing', 'Shanghai', 'Hangzhou', 'Shandong'] as const).map((city) => ({ point, name, city, cell: byCity[city] })))
/** Shanghai's substitute body stands in another law of the city. */
const ELSEWHERE = { name: 'substitute', city: 'Shanghai' }

test.each(cells.filter(({ name, city }) => name !== ELSEWHERE.name || city !== ELSEWHERE.city))('[B1] $city, $point', ({ name, city, cell }) => {
  const own = BALLOT_PACKS.find(({ region }) => region === CITIES[city])?.values[name]
  if (cell === undefined) return expect(own).toBeUndefined()
  const [value, ...articles] = cell
  expect(own).toEqual({ value, source: LAWS[city](...articles) })
})

test('[B1] Shanghai, Substitute body: the residents’ committee, by art. 20 of the city’s law on it', () => {
  expect(ballotPackFor('310115', '2026-01-01')?.terms.substitute).toMatchObject({ value: { body: { zh: '居民委员会代行' } }, source: LAWS.ShanghaiResidents(20) })
})

test('[B1] the country’s word counts where a city is silent, no city’s counts elsewhere or before its day, and nothing counts before 2021', () => {
  const [shanghai, beijing] = [ballotPackFor('310115', '2026-01-01'), ballotPackFor('110105', '2024-03-28')]
  expect(shanghai?.terms.notice).toEqual({ value: { days: 15 }, source: { law: '《物业管理条例》（2018年修正）', article: '第十四条' } })
  expect(shanghai?.packs.map(({ id }) => id)).toEqual(['ballots-shanghai', 'ballots-cn'])
  expect([beijing?.terms.eVoting, ballotPackFor('330205', '2026-01-01')?.terms.window, ballotPackFor('110105', '2020-12-31')]).toEqual([undefined, undefined, null])
  expect(ballotPackFor('990106', '2026-01-01')?.terms).toMatchObject({ quorum: { value: share(2, 3) }, ordinary: { value: half }, special: { value: share(3, 4) },
    firmNotice: { value: { dismissDays: 60, notGoingOnDays: 90, openEndedDays: 60 } }, revoke: { value: { years: 1 }, source: { article: '第二百八十条' } } })
})
