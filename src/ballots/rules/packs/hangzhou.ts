/** Hangzhou. Where the text is silent there is no term: the national one counts, or none. */
import { moreThan, share } from '../share.ts'
import { cite } from './article.ts'
import { term, type BallotPack } from './terms.ts'

const law = cite('《杭州市物业管理条例》（2021年）')

export const HANGZHOU: BallotPack = {
  id: 'ballots-hangzhou', region: '3301', version: '2021-08-09', validFrom: '2021-08-09', validTo: null,
  name: { zh: '杭州市规定', en: 'Rules of Hangzhou' },
  source: [law()],
  values: {
    firstAssembly: term(law(22), { ways: [{ areaPercent: 60 }, { years: 2, areaPercent: 30 }], askedBy: [], developerMayAsk: false }),
    preparatoryGroup: term(law(22), { by: 'property_committee' }),
    draftsPosted: term(law(22), { days: 15 }),
    regular: term(law(18), { perYear: null }),
    temporary: term(law(18), { owners: share(20, 100), also: ['emergency', 'authority_finding'] }),
    notice: term(law(19), { days: 15, temporaryDays: 7 }),
    onlyPosted: term(law(19), { postedTopicsOnly: true }),
    eVoting: term(law(20), { byDefault: 'electronic', paperOnRequest: true }),
    window: term(law(20), { minDays: 5, maxDays: 60 }),
    resultPosted: term(law(19), { inWriting: true }),
    committeeSize: term(law(27), { least: 5, most: 11, odd: true, small: { least: 3, homes: 100 } }),
    reserves: term(law(28), { from: 'losers_with_majority' }),
    term: term(law(33), { leastYears: 3, mostYears: 5 }),
    candidatesPosted: term(law(26), { days: 7, daysBefore: 15 }),
    filingOfChanges: term(law(30), { days: 7 }),
    meets: term(law(29), { everyMonths: null, callers: share(1, 3) }),
    meeting: term(law(29), { present: moreThan(1, 2), agree: moreThan(1, 2), signed: true, proxy: false }),
    residentsToldOfMeeting: term(law(29), { before: true, after: true }),
    decisionPosted: term(law(29), { days: 3 }),
    seal: term(law(30), { listEveryMonths: 6 }),
    disclosure: term(law(30), { incomeMonths: 6, sealMonths: 6, publicDays: 15 }),
    reelection: term(law(33), { monthsBefore: 3 }),
    handOver: term(law(34), { days: 10 }),
    dataDuty: term(law(31, 13), { noLeak: true, noReuse: true, mayAskRegistry: true }),
    setUpMoney: term(law(23), { fenPerSquareMetre: 120, leastFen: 6_000_000 }),
    substitute: term(law(22), { body: { zh: '物业管理委员会', en: 'property management committee' } }),
  },
}
