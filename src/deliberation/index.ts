/** The front door of deliberation for other server code. */
import type { Db } from '../kit/db.ts'
import type { App } from '../kit/http.ts'
import { photoFolder, photosIn } from '../matters/index.ts'
import type { Trust } from '../trust/index.ts'
import { bodyRoutes } from './http/body-routes.ts'
import { covenantRoutes } from './http/covenant-routes.ts'
import { meetingPaperRoutes } from './http/meeting-paper-routes.ts'
import { meetingPhotoRoutes } from './http/meeting-photo-routes.ts'
import { meetingRoutes } from './http/meeting-routes.ts'
import { pollRoutes } from './http/poll-routes.ts'
import { speechRoutes } from './http/speech-routes.ts'
import { threadPhotoRoutes } from './http/thread-photo-routes.ts'
import { threadRoutes } from './http/thread-routes.ts'

export * as meetingSteps from './commands/meetings/index.ts'
export * as threadSteps from './commands/threads/index.ts'
export { sayFor } from './commands/speech/say.ts'
export { bodyActs } from './rules/bodies/index.ts'
export { covenantActs } from './rules/covenant/index.ts'
export { settleCovenants } from './commands/covenant/adopt.ts'
export { drawPollOnce, openMapDrawer, pollTimers } from './jobs/draw-maps.ts'
export { meetingTimers } from './jobs/meeting-clock.ts'
export { meetingActs, meetingNotices } from './rules/meetings/index.ts'
export { meetingTitles, moderationTitles, threadTitles } from './views/notice-titles.ts'
export { pollActs } from './rules/opinions/index.ts'
export { speechActs } from './rules/speech/acts.ts'
export { threadActs } from './rules/threads/acts.ts'
export { threadNotices } from './rules/threads/index.ts'
export { speechNotices } from './rules/speech/index.ts'
export { forgetAskers } from './jobs/forget-askers.ts'
export { eraseMember } from './store/erase-member.ts'
export { eraseSpeaker } from './store/erase-speaker.ts'

/** What the routes of deliberation work with: `path` is the district's, `dataDir` the folder of the installation, `limit` writes of one address in ten minutes. */
export type DeliberationParts = { readonly db: Db; readonly trust: Trust; readonly dataDir: string; readonly host: string; readonly path: string; readonly limit: number }

/** All routes of deliberation. One line per part. */
export async function deliberationRoutes(app: App, parts: DeliberationParts): Promise<void> {
  bodyRoutes(app, parts)
  covenantRoutes(app, parts)
  speechRoutes(app, parts)
  threadRoutes(app, parts)
  pollRoutes(app, parts)
  meetingRoutes(app, parts)
  meetingPaperRoutes(app, parts)
  const photos = photoFolder(photosIn(parts.dataDir))
  meetingPhotoRoutes(app, { ...parts, photos })
  threadPhotoRoutes(app, { ...parts, photos })
}
