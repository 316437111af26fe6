/** Shandong. Where the text is silent there is no term: the national one counts, or none. */
import { moreThan, share } from '../share.ts'
import { cite } from './article.ts'
import { term, type BallotPack } from './terms.ts'

const law = cite('《山东省物业管理条例》（2021年）')

export const SHANDONG: BallotPack = {
  id: 'ballots-shandong', region: '37', version: '2021-12-03', validFrom: '2021-12-03', validTo: null,
  name: { zh: '山东省规定', en: 'Rules of Shandong' },
  source: [law()],
  values: {
    firstAssembly: term(law(20), { ways: [{ areaPercent: 50 }, { headsPercent: 50 }, { years: 2, headsPercent: 25 }], askedBy: [],
      developerMayAsk: false }),
    preparatoryGroup: term(law(21), { by: 'group', formDays: 60, least: 7, odd: true, owners: share(1, 2), listPostedDays: 10 }),
    draftsPosted: term(law(22), { days: 15 }),
    firstWithin: term(law(22), { daysAfterGroup: 90 }),
    regular: term(law(), { perYear: null }),
    temporary: term(law(28), { owners: share(20, 100), also: [] }),
    resultPosted: term(law(32), { days: 3 }),
    committeeSize: term(law(30), { least: 5, odd: true }),
    term: term(law(30), { mostYears: 5 }),
    firstMeeting: term(law(30), { days: 7 }),
    filing: term(law(31), { days: 30, answerDays: 10 }),
    meeting: term(law(), { present: share(2, 3), agree: moreThan(1, 2), signed: false }),
    decisionPosted: term(law(32), { days: 3 }),
    reelection: term(law(33), { assemblyDaysBefore: 90 }),
  },
}
