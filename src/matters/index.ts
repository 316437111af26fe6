/** The front door of matters for other server code. */
import type { Db } from '../kit/db.ts'
import type { App } from '../kit/http.ts'
import type { Trust } from '../trust/index.ts'
import { afterwardsRoutes } from './http/afterwards-routes.ts'
import { answerRoutes } from './http/answer-routes.ts'
import { bulkRoutes } from './http/bulk-routes.ts'
import { draftRoutes } from './http/draft-routes.ts'
import { followRoutes } from './http/follow-routes.ts'
import { joinRoutes } from './http/join-routes.ts'
import { jointRoutes } from './http/joint-routes.ts'
import { liveRoutes } from './http/live.ts'
import { photoRoutes } from './http/photo-routes.ts'
import { publicRoutes } from './http/public-routes.ts'
import { rateRoutes } from './http/rate-routes.ts'
import { rulingRoutes } from './http/ruling-routes.ts'
import { staffRoutes } from './http/staff-routes.ts'
import { visitRoutes } from './http/visit-routes.ts'
import { whistleRoutes } from './http/whistle-routes.ts'
import { photoFolder, photosIn } from './store/photo-store.ts'

export { matterTimers } from './jobs/clock.ts'
export { foldAllRates } from './jobs/rates.ts'
export { verifyRates } from './jobs/verify-rates.ts'
export { photoFolder, photosIn, type PhotoStore } from './store/photo-store.ts'
export { fileMatter } from './commands/file-matter.ts'
export { contactReporter } from './commands/contact-reporter.ts'
export { takeMatter } from './commands/take-matter.ts'
export { finishMatter } from './commands/finish-matter.ts'
export { handOverMatter } from './commands/hand-over-matter.ts'
export { assignMatter } from './commands/assign-matter.ts'
export { blowWhistle } from './commands/blow-whistle.ts'
export { answerSlip, sendSlip } from './commands/send-slip.ts'
export { reportIn } from './commands/report-in.ts'
export { objectToDispatch } from './commands/object-to-dispatch.ts'
export { ruleOnDispatch } from './commands/rule-on-dispatch.ts'
export { resumeMatter, suspendMatter } from './commands/suspend-matter.ts'
export { finishItem, moveItem, putItem } from './commands/joint-items.ts'
export { recordMeeting } from './commands/joint-meeting.ts'
export { logWork } from './commands/log-work.ts'
export { addNote } from './commands/add-note.ts'
export { verifyMatter } from './commands/verify-matter.ts'
export { enterVerdict } from './commands/enter-verdict.ts'
export { withdrawMatter } from './commands/withdraw-matter.ts'
export { approveTitle } from './commands/publish.ts'
export { passOnWithin } from './commands/pass-on-within.ts'
export { speaksAs, tellOfThread } from './commands/tell-of-thread.ts'
export { stepClock } from './commands/step-clock.ts'
export { importMatters, importPlace, type Imported } from './commands/import-matters.ts'
export { BadFile } from './import/bad-file.ts'
export { readMapping } from './import/mapping-file.ts'
export { openMatterFile, type MatterFile } from './import/matter-file.ts'
export { openReport } from './import/report.ts'
export { tallier, type Tally } from './import/tally.ts'
export { openMattersAt } from './views/at-home.ts'
export { matterLabels } from './views/labels.ts'
export { matterTitles } from './views/notice-titles.ts'
export { matterBehind, type MatterBehind } from './views/behind.ts'
export type { OnMatter } from './commands/on-matter.ts'

/** All routes of matters. `path` is the district's path, `dataDir` the folder of the installation. */
export async function matterRoutes(
  app: App,
  parts: {
    readonly db: Db; readonly trust: Trust; readonly dataDir: string; readonly host: string; readonly path: string; readonly filingLimit: number
  },
): Promise<void> {
  const wiring = { db: parts.db, trust: parts.trust, host: parts.host, filingLimit: parts.filingLimit, photos: photoFolder(photosIn(parts.dataDir)) }
  publicRoutes(app, wiring)
  followRoutes(app, wiring, parts.path)
  staffRoutes(app, wiring)
  rateRoutes(app, wiring)
  rulingRoutes(app, wiring)
  visitRoutes(app, wiring)
  joinRoutes(app, wiring)
  jointRoutes(app, wiring)
  bulkRoutes(app, wiring)
  whistleRoutes(app, wiring)
  answerRoutes(app, wiring, parts.path)
  afterwardsRoutes(app, wiring)
  draftRoutes(app, wiring)
  liveRoutes(app, wiring, parts.path)
  await photoRoutes(app, wiring)
}
