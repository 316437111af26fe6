import { demoOrgPlaces, demoOrgs } from './orgs.ts'
import { demoPlaces } from './places.ts'
import { districtCode } from './plan.ts'
import { demoPeople, demoPosts, demoTenures } from './posts.ts'
import { demoSignIns, demoTeams } from './teams.ts'
import type { DemoCommunity } from './types.ts'

export type * from './types.ts'
export { demoSignIns } from './teams.ts'

/** The whole made-up community as plain data, the same bytes every time. Nobody in it exists; phones are 1990000xxxx. */
export const demoCommunity = (): DemoCommunity => ({
  district: districtCode, asOf: '2026-11-20T10:40:00+08:00', places: demoPlaces(), people: demoPeople(), orgs: demoOrgs(), orgPlaces: demoOrgPlaces(),
  posts: demoPosts(), tenures: demoTenures(), teams: demoTeams(), signIns: demoSignIns(), matters: [], photos: [],
})
