import { words } from '../../../ui-kit/index.ts'

/** Words of the roster at a door. */
export const doorWords = words({
  title: { zh: '谁住这里', en: 'Who lives here' }, holds: { zh: '还是这家人', en: 'Still the same' }, holdsNobody: { zh: '还是没人住', en: 'Still nobody' },
  confirmed: (day: string) => ({ zh: `${day}核过`, en: `confirmed ${day}` }), never: { zh: '还没核过', en: 'never confirmed' },
  nobody: { zh: '底册里没有人', en: 'Nobody is entered' }, noName: { zh: '没记姓名', en: 'No name' }, tenant: { zh: '租客', en: 'tenant' },
  children: (n: number) => ({ zh: `孩子${n}个`, en: `${n} ${n === 1 ? 'child' : 'children'}` }), waiting: { zh: '有一项等社区定',
    en: 'Something waits for the community' },
  change: { zh: '有变化', en: 'Something changed' }, close: { zh: '收起', en: 'Close' },
  left: { zh: '搬走了', en: 'Moved away' }, came: { zh: '新搬来', en: 'Moved in' }, phone: { zh: '换号了', en: 'New phone' },
  empty: { zh: '空着', en: 'Empty' }, let: { zh: '租出去了', en: 'Let' }, count: { zh: '孩子几个', en: 'Children' }, shop: { zh: '开店办公',
    en: 'In business use' },
  who: { zh: '谁', en: 'Who' }, whoPhone: { zh: '谁的电话', en: 'Whose phone' }, newPhone: { zh: '新号码', en: 'New number' }, name: { zh: '姓名', en: 'Name' },
  behalf: { zh: '本人在场，让我代改', en: 'They are here and asked me to' }, phoneBehalf: { zh: '代改了电话', en: 'Phone changed on their behalf' },
  phoneOptional: { zh: '手机号（可不填）', en: 'Phone (optional)' }, rents: { zh: '租的房', en: 'As a tenant' }, save: { zh: '记好', en: 'Save' },
  lastLeft: { zh: '都搬走了，再点一次“空着”。', en: 'When all have left, say that it is empty.' },
  more: { zh: '多一个', en: 'One more' }, less: { zh: '少一个', en: 'One less' },
  chooseWho: { zh: '先点是谁', en: 'Say who first' }, nameFirst: { zh: '先写姓名', en: 'Write the name first' }, phoneFirst: { zh: '11位手机号',
    en: 'A phone has 11 digits' },
  done: (what: string) => ({ zh: `记好了：${what}`, en: `Recorded: ${what}` }), doneKept: (what: string) => ({ zh: `存在手机里，有信号就送出：${what}`,
    en: `Kept on this phone until there is a signal: ${what}` }),
  notDone: { zh: '没有记上', en: 'Not recorded' }, keptHere: (n: number) => ({ zh: `${n}项存在手机里`, en: `${n} kept on this phone` }),
  nowIs: { zh: '现在底册里', en: 'In the roster now' }, drop: { zh: '不记了', en: 'Drop mine' }, again: { zh: '照我说的记', en: 'Record mine' },
})
