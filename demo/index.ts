import { autumn } from './fixed/autumn.ts'
import { spring } from './fixed/spring.ts'
import { today } from './fixed/today.ts'
import { winter } from './fixed/winter.ts'
import { generated } from './generate.ts'
import { demoOrgPlaces, demoOrgs } from './orgs.ts'
import { demoPhotos } from './photos.ts'
import { demoPlaces } from './places.ts'
import { districtCode } from './plan.ts'
import { demoPeople, demoPosts, demoTenures } from './posts.ts'
import { demoSignIns, demoTeams } from './teams.ts'
import type { DemoCommunity, DemoMatter } from './types.ts'

export type * from './types.ts'
export { demoRoster, type DemoRoster } from './roster.ts'
export { demoSignIns } from './teams.ts'
export { demoVisits } from './visits.ts'
export { demoManagerPaths, demoNorms } from './norms.ts'
export { demoWorkingTime } from './working-time.ts'

/** Places, offices and people: what has to be there before the first page opens. The year of matters takes longer and follows behind. */
export const demoGround = (): Omit<DemoCommunity, 'matters' | 'photos'> => ({
  district: districtCode, asOf: '2026-11-20T10:40:00+08:00', places: demoPlaces(), people: demoPeople(), orgs: demoOrgs(), orgPlaces: demoOrgPlaces(),
  posts: demoPosts(), tenures: demoTenures(), teams: demoTeams(), signIns: demoSignIns(),
})

/** The whole made-up community as plain data, the same bytes every time. Nobody in it exists; phones are 1990000xxxx. */
export const demoCommunity = (): DemoCommunity => ({ ...demoGround(), matters: demoMatters(), photos: demoPhotos() })

/** All matters, oldest first: those told by hand, and those generated around them. */
export const demoMatters = (): DemoMatter[] =>
  [...winter(), ...spring(), ...autumn(), ...today(), ...generated()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))
