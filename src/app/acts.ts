/** The registry of acts: every kind that any capability records, with how it is said. */
import { ballotActs, electionActs, projectActs, registerActs } from '../ballots/index.ts'
import { confidentialActs } from '../confidential/rules/index.ts'
import { bodyActs, covenantActs, meetingActs, pollActs, speechActs, threadActs } from '../deliberation/index.ts'
import { jointActs, matterActs } from '../matters/rules/index.ts'
import { disputeActs } from '../disputes/rules/index.ts'
import { officeActs } from '../offices/index.ts'
import { placeActs } from '../places/index.ts'
import { joinActs } from '../record/rules/index.ts'
import { homeActs, importActs, lawActs, ownFileActs, sizingActs } from '../roster/index.ts'
import { visitActs } from '../visits/index.ts'
import { trustActs } from '../trust/index.ts'

/** All kinds of act by name. */
export const actKinds = joinActs([trustActs, placeActs, officeActs, homeActs, importActs, lawActs, ownFileActs, visitActs, sizingActs, matterActs, jointActs, disputeActs, confidentialActs, registerActs, ballotActs, electionActs, projectActs, bodyActs, covenantActs, meetingActs, speechActs, threadActs, pollActs])
