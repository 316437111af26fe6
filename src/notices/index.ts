/** The front door of notices for other server code. */
export { keepNotices } from './store/keep-notice.ts'
export { saveFirstMarks } from './store/marks.ts'
export { forgetNotices } from './store/forget-notices.ts'
export { noticeRoutes } from './http/routes.ts'
export type { NoticeWords } from './views/notices.ts'
