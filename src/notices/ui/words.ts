import { words } from '../../ui-kit/index.ts'

/** Words of the pages of notices. */
export const noticeWords = words({
  title: { zh: '消息', en: 'Notices' },
  line: { zh: '这个岗位该知道的事，都在这里说一声。看没看过只有您自己知道；180天后自动清掉，事情本身都在。',
    en: 'What your post is to know. What you have read is known to you alone. Forgotten after 180 days; the matters stay.' },
  rail: { zh: '消息', en: 'Notices' },
  railWhat: { zh: '有人派给您、答复您、到期了，都在这里说一声。点开就到那件事。', en: 'Told here when something comes to you, is answered or runs late. Each opens what it is about.' },
  today: { zh: '今天', en: 'Today' },
  yesterday: { zh: '昨天', en: 'Yesterday' },
  unread: { zh: '没看过', en: 'Not read' },
  more: (n: number) => ({ zh: `同一天另有${n}条`, en: n === 1 ? 'one more that day' : `${n} more that day` }),
  onDesk: { zh: '到工作台上看', en: 'opens in the console' },
  waiting: (n: number) => ({ zh: `${n > 99 ? '99+' : n}条没看过`, en: `${n > 99 ? '99+' : n} not read` }),
  newOnes: (n: number) => ({ zh: `${n > 99 ? '99+' : n}条新消息`, en: n === 1 ? 'One new notice' : `${n > 99 ? '99+' : n} new notices` }),
  all: { zh: '消息', en: 'Notices' },
  seeAll: { zh: '全部看过', en: 'Mark all as read' },
  seen: { zh: '全部记成看过了', en: 'All marked as read' },
  needLine: { zh: '有信号再记', en: 'Needs a signal' },
  notSeen: { zh: '没有记上', en: 'Not marked' },
  earlier: { zh: '再看更早的', en: 'Show earlier ones' },
  none: { zh: '没有新消息', en: 'No notices' },
  noneLine: { zh: '有事派给您、答复您，或者快到期了，会在这里说一声。', en: 'When something comes to you, is answered or runs late, you are told here.' },
  end: { zh: '就这些，再早没有了。', en: 'These are all.' },
  failed: { zh: '消息没有取到', en: 'The notices could not be read' },
  again: { zh: '再试一次', en: 'Try again' },
  me: { zh: '我', en: 'Me' },
})
