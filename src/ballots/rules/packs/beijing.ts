/** Beijing. Where the text is silent there is no term: the national one counts, or none. */
import { moreThan, share } from '../share.ts'
import { cite } from './article.ts'
import { term, type BallotPack } from './terms.ts'

const law = cite('《北京市物业管理条例》（2024年）')

export const BEIJING: BallotPack = {
  id: 'ballots-beijing', region: '11', version: '2024-03-29', validFrom: '2024-03-29', validTo: null,
  name: { zh: '北京市规定', en: 'Rules of Beijing' },
  source: [law()],
  values: {
    firstAssembly: term(law(30), { ways: [{ areaPercent: 50 }], askedBy: [share(5, 100)], developerMayAsk: true }),
    preparatoryGroup: term(law(31), { by: 'group', checkDays: 30, meetDays: 30, odd: true, owners: share(1, 2), listPostedDays: 7 }),
    draftsPosted: term(law(32), { days: 15 }),
    firstWithin: term(law(32), { daysAfterGroup: 60 }),
    regular: term(law(35), { perYear: 1 }),
    temporary: term(law(35), { owners: share(20, 100), also: [] }),
    notice: term(law(35), { days: 15 }),
    onlyPosted: term(law(35), { postedTopicsOnly: true }),
    eVoting: term(law(35), { only: 'city_system' }),
    resultPosted: term(law(37), { days: 3 }),
    committeeSize: term(law(39), { least: 5, odd: true, small: { least: 3, homes: 100 } }),
    reserves: term(law(39), { most: 'members' }),
    term: term(law(41), { mostYears: 5 }),
    candidatesPosted: term(law(32), { days: 15, withDrafts: true }),
    firstMeeting: term(law(42), { days: 7, namesPostedDays: 3 }),
    filing: term(law(43), { days: 30, answerWorkingDays: 5 }),
    meets: term(law(45), { everyMonths: 2, callers: share(1, 3) }),
    meeting: term(law(45), { present: moreThan(1, 2), agree: moreThan(1, 2), signed: true, proxy: false }),
    residentsToldOfMeeting: term(law(45), { daysBefore: 5 }),
    decisionPosted: term(law(45), { days: 3 }),
    seal: term(law(43), { signed: moreThan(1, 2) }),
    disclosure: term(law(44), { ownFeesMonths: 6 }),
    absence: term(law(46), { ofMeetingsInYear: share(1, 2) }),
    reelection: term(law(49), { monthsBefore: 6, groupDays: 60 }),
    dataDuty: term(law(47), { noLeak: true }),
    substitute: term(law(54, 55, 56, 57, 58), {
      body: { zh: '物业管理委员会', en: 'property management committee' }, least: 7, odd: true, owners: share(1, 2),
      chairOf: 'residents_committee', mostYears: 3, postedWorkingDays: 10,
    }),
    mayDelegate: term(law(34, 44), { nineMatters: false }),
    candidates: term(law(39), { conditions: ['civil_capacity', 'residence_time', 'firm_interest', 'defaulter', 'banned_use'] }),
  },
}
