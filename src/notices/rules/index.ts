/** Notices for other rules and for pages: how they are declared and said, who reads them. */
export { defineNotices, joinNotices, sentenceOf, type Addresses, type KnownNotice, type NoticeFacts, type NoticeName, type NoticeRegistry } from './notices.ts'
export { COUNTED_TO, inboxesOf, KEPT_DAYS, streetInbox } from './reading.ts'
