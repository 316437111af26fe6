/** What organisations and posts are told about a thread inside the product. */
import { defineNotices, type NoticeName } from '../../../notices/rules/index.ts'

/** [N2] The notices about threads. On a phone they open what everybody may read of it; who has a task finds it in the list of their own. */
export const threadNotices = defineNotices('thread', (subject) => ({ console: `/console/threads/${subject}`, field: `/threads/${subject}` }), {
  'thread.task_late': { say: { zh: '有一项任务过了日子，还没办完', en: 'A task is past its day and not done' } },
  'thread.your_task_late': { say: { zh: '交给您的一项过了日子：办完了写一句，要延就写为什么', en: 'A task of yours is past its day: say what came of it, or why it takes longer' },
    at: (subject) => ({ console: '/console/threads', field: `/threads/${subject}` }) },
})

/** The names of the notices about threads. */
export type ThreadNotice = NoticeName<typeof threadNotices>
