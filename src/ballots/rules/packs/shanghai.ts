/** Shanghai. Where the text is silent there is no term: the national one counts, or none. */
import { moreThan, share } from '../share.ts'
import { cite } from './article.ts'
import { term, type BallotPack } from './terms.ts'

const law = cite('《上海市住宅物业管理规定》（2020年）')

export const SHANGHAI: BallotPack = {
  id: 'ballots-shanghai', region: '31', version: '2020-12-30', validFrom: '2020-12-30', validTo: null,
  name: { zh: '上海市规定', en: 'Rules of Shanghai' },
  source: [law(), cite('《上海市居民委员会工作条例》（2020年）')(20)],
  values: {
    firstAssembly: term(law(13), { ways: [{ areaPercent: 50 }, { years: 2 }], askedBy: [], developerMayAsk: false }),
    preparatoryGroup: term(law(15), { by: 'group', formDays: 60, odd: true, owners: share(1, 2), listPostedDays: 7 }),
    draftsPosted: term(law(16), { days: 15 }),
    firstWithin: term(law(16), { daysAfterGroup: 90 }),
    regular: term(law(25), { perYear: null }),
    temporary: term(law(25), { owners: share(20, 100), also: [] }),
    committeeSize: term(law(20), { least: 5, odd: true, small: { least: 3, area: 1_000_000 } }),
    term: term(law(20), { leastYears: 3, mostYears: 5 }),
    candidatesPosted: term(law(20), { days: null }),
    firstMeeting: term(law(21), { namesPostedDays: 3 }),
    filing: term(law(23, 34), { days: 30, answerDays: 20 }),
    meets: term(law(26), { everyMonths: 2, callers: share(1, 3) }),
    meeting: term(law(26), { present: null, agree: moreThan(1, 2), signed: true }),
    residentsToldOfMeeting: term(law(26), { after: true }),
    decisionPosted: term(law(26), { days: 3 }),
    seal: term(law(), { inRules: true }),
    disclosure: term(law(66), { fundMonths: 6, incomeMonths: 3 }),
    absence: term(law(31, 32), { ofMeetingsInYear: share(1, 2), idleMonths: 6 }),
    reelection: term(law(28), { monthsBefore: 5, groupDays: 60 }),
    handOver: term(law(29, 30), { days: 10 }),
    substitute: term(cite('《上海市居民委员会工作条例》（2020年）')(20), { body: { zh: '居民委员会代行', en: 'residents’ committee in its place' } }),
    commonIncome: term(law(51), { toFund: moreThan(1, 2), everyMonths: 3 }),
    temporaryService: term(law(52), { mostMonths: 6 }),
    buildingGroup: term(law(35), { by: ['building', 'unit'] }),
    candidates: term(law(20), {
      conditions: ['structure_damaged', 'illegal_building', 'use_changed', 'fees_unpaid', 'fund_unpaid', 'illegal_letting', 'promise_signed'],
    }),
  },
}
