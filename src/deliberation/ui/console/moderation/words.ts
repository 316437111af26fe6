import { words } from '../../../../ui-kit/index.ts'

/** Words of looking after what is said. */
export const deskWords = words({
  title: { zh: '看发言', en: 'Looking after what is said' }, line: { zh: '有号码、姓名、门牌的，和没满18岁的人说的，先看一遍再放出来。拿掉要写明哪一条、为什么；申诉换一个人来看。',
    en: 'What holds a number, name or door, and what somebody under 18 says, is looked at first. A removal names its rule and reason; an appeal goes to somebody else.' },
  writeDown: { zh: '替人记一句', en: 'Write one down' }, log: { zh: '看记录', en: 'The log' }, held: { zh: '等人看', en: 'Waiting for a look' }, appeals: { zh: '申诉', en: 'Appeals' }, rulingDue: (day: string) => ({ zh: `${day}以前答复`, en: `answer by ${day}` }), recent: { zh: '最近说的', en: 'Said last' },
  noneHeld: { zh: '没有要看的', en: 'Nothing waits' }, noneHeldLine: { zh: '有人写了号码、门牌，或者没满18岁，会先到这里。', en: 'What holds a number or door, or comes from somebody under 18, arrives here first.' },
  noneAppeals: { zh: '没有人申诉', en: 'No appeals' }, noneAppealsLine: { zh: '说的人不服，会到这里，由另一个人来看。', en: 'Appeals arrive here and are ruled on by somebody else.' },
  noneRecent: { zh: '还没有人说话', en: 'Nobody has spoken' }, noneRecentLine: { zh: '有人在议事里说了话，会排在这里。', en: 'What is said in threads stands here.' },
  failed: { zh: '没有取到', en: 'Not read' }, again: { zh: '再取一次', en: 'Try again' }, older: { zh: '更早说的', en: 'Earlier' }, newest: { zh: '回到最新', en: 'Newest' },
  minor: { zh: '没满18岁', en: 'under 18' }, private: { zh: '像是有号码、姓名或门牌', en: 'seems to hold a number, name or door' },
  byPost: (post: string) => ({ zh: `${post}代记`, en: `written by ${post}` }), removals: (n: number) => ({ zh: `被拿掉过${n}条`, en: `${n} removed before` }),
  show: { zh: '看过，放出来', en: 'Looked: show it' }, remove: { zh: '拿掉…', en: 'Take away…' }, ban: { zh: '暂停发言…', en: 'Keep from speaking…' },
  removeTitle: { zh: '拿掉这一条', en: 'Take this away' }, banTitle: { zh: '暂停这个人发言', en: 'Keep this speaker from speaking' }, rule: { zh: '按哪一条', en: 'By which rule' },
  ruleNote: { zh: '不同意、有意见、批评谁，都不是理由。', en: 'To disagree or to criticise is no reason.' }, reason: { zh: '为什么', en: 'Why' }, reasonHint: { zh: '会公布，里面别写人名和电话', en: 'Public: no names or phones in it' },
  days: { zh: '几天', en: 'Days' }, day: (n: number) => ({ zh: `${n}天`, en: `${n} days` }), banNote: { zh: '最长30天，说的人可以申诉一次。', en: 'At most 30 days; the speaker may appeal once.' },
  removeIt: { zh: '拿掉，公布理由', en: 'Take away and post the reason' }, banIt: { zh: '暂停发言', en: 'Keep from speaking' }, pick: { zh: '选一条规则', en: 'Choose a rule' }, why: { zh: '写一句为什么', en: 'Say why' },
  notDone: { zh: '没办成', en: 'Not done' }, decided: (post: string, n: number | null) => ({ zh: `${post}按第${n ?? ''}条拿掉的`, en: `taken away by ${post}, rule ${n ?? ''}` }),
  decidedBan: (post: string, n: number | null) => ({ zh: `${post}按第${n ?? ''}条暂停了发言`, en: `kept from speaking by ${post}, rule ${n ?? ''}` }),
  theirReason: (reason: string) => ({ zh: `当时的理由：${reason}`, en: `Reason given: ${reason}` }), appealSays: { zh: '申诉的人说', en: 'The appeal says' },
  restore: { zh: '放回来…', en: 'Put back…' }, stands: { zh: '还是拿掉…', en: 'Let it stand…' }, ruleTitle: { zh: '答复申诉', en: 'Rule on the appeal' },
  restoreIt: { zh: '放回来，公布理由', en: 'Put it back' }, standsIt: { zh: '维持，公布理由', en: 'Let it stand' }, about: (title: string) => ({ zh: `在“${title}”里`, en: `in “${title}”` }),
})
