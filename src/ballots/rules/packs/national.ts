/**
 * The country's own: the Civil Code since 2021, and of the State Council's regulation what the code leaves. The regulation still prints
 * other majorities (art. 12); the code prevails, so they are not here.
 */
import { moreThan, share } from '../share.ts'
import { CIVIL_CODE, REGULATION } from './article.ts'
import { term, type BallotPack } from './terms.ts'

export const NATIONAL: BallotPack = {
  id: 'ballots-cn', region: 'CN', version: '2021-01-01', validFrom: '2021-01-01', validTo: null,
  name: { zh: '全国规定', en: 'National rules' },
  source: [CIVIL_CODE(), REGULATION()],
  values: {
    quorum: term(CIVIL_CODE(278), share(2, 3)),
    ordinary: term(CIVIL_CODE(278), moreThan(1, 2)),
    special: term(CIVIL_CODE(278), share(3, 4)),
    revoke: term(CIVIL_CODE(280), { years: 1 }),
    proxies: term(REGULATION(12), { allowed: true }),
    temporary: term(REGULATION(13), { owners: share(20, 100), also: [] }),
    notice: term(REGULATION(14), { days: 15 }),
    residentsTold: term(REGULATION(14), { withNotice: true }),
    filing: term(REGULATION(16), { days: 30 }),
    mayDelegate: term(CIVIL_CODE(278), { nineMatters: false }),
    firmNotice: term(CIVIL_CODE(946, 947, 948), { dismissDays: 60, notGoingOnDays: 90, openEndedDays: 60 }),
  },
}
