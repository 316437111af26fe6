/** The registry of notices: what every capability tells inside the product, how it is said, and what its subjects are called. */
import { meetingNotices, meetingTitles, moderationTitles, speechNotices, threadNotices, threadTitles } from '../deliberation/index.ts'
import { disputeTitles } from '../disputes/index.ts'
import { disputeNotices } from '../disputes/rules/index.ts'
import { matterTitles } from '../matters/index.ts'
import { matterNotices } from '../matters/rules/index.ts'
import type { NoticeWords } from '../notices/index.ts'
import { joinNotices } from '../notices/rules/index.ts'

/** All notices by name, and the titles of what they are about. */
export const noticeWords: NoticeWords = {
  kinds: joinNotices([matterNotices, disputeNotices, meetingNotices, threadNotices, speechNotices]),
  titles: { matter: matterTitles, dispute: disputeTitles, meeting: meetingTitles, thread: threadTitles, moderation: moderationTitles },
}
