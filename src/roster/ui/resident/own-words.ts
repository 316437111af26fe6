/** Words of one's own file. */
import type { Said } from '../../../kit/pure.ts'
import { words } from '../../../ui-kit/index.ts'
import type { RequestKind, RequestState } from '../../rules/own-file/request.ts'

export const ownWords = words({
  home: { zh: '首页', en: 'Home' },
  title: { zh: '社区底册里怎么记我', en: 'What the roster keeps of me' },
  titleLine: { zh: '用登记的手机号打开。看得到记了什么、哪里来的、谁看过；不对可以改，可以拿一份，可以要求删。',
    en: 'Open it with the phone you gave. See what is kept, from where, and who looked; correct it, take a copy, ask for deletion.' },
  phone: { zh: '登记的手机号', en: 'The phone in the roster' }, phoneFirst: { zh: '先填手机号', en: 'Enter the phone first' },
  send: { zh: '发验证码', en: 'Send the code' },
  codeLine: (tail: string) => ({ zh: `如果底册里有这个号，验证码已经发到尾号${tail}的手机，10分钟内有效。`,
    en: `If the roster has this number, a code was sent to the phone ending in ${tail}, valid for 10 minutes.` }),
  code: { zh: '短信里的6位数', en: 'The 6 digits from the message' }, last: { zh: '您名字的最后一个字', en: 'The last character of your name' },
  lastHint: { zh: '号码会换人，也会几个人合用，所以多问一句。', en: 'Numbers change hands and are shared, so this is asked too.' },
  room: { zh: '您的房号', en: 'Your room' }, roomHint: { zh: '这个号、这个字有不止一个人。填房号，比如 1201。', en: 'More than one person fits. Enter the room, as 1201.' },
  codeFirst: { zh: '填6位数和名字的最后一个字', en: 'Enter the digits and the character' }, roomFirst: { zh: '先填房号', en: 'Enter the room first' },
  open: { zh: '打开', en: 'Open' }, start: { zh: '换个手机号', en: 'Another phone' }, notOpen: { zh: '没有打开', en: 'It did not open' },
  demoCode: (code: string) => ({ zh: `演示：验证码是 ${code}`, en: `Demo: the code is ${code}` }),
  noPhone: { zh: '没有手机、换了号，带身份证到社区：当面给您看，不对的当面改，新号码记上就能自己打开。',
    en: 'No phone or a new number? Bring your card to the community office: they show you what is kept, correct it, and enter your number.' },
  again: { zh: '再试一次', en: 'Try again' }, failed: { zh: '没有读到', en: 'It could not be read' },
  mine: (name: string) => ({ zh: `${name}的档案`, en: `File of ${name}` }), opensFor: { zh: '半小时后自动关上，合用的手机也放心。',
    en: 'Closes by itself after half an hour, for shared phones.' },
  show: { zh: '看全（60秒）', en: 'Show all (60 s)' }, hide: { zh: '遮上', en: 'Hide' }, copy: { zh: '拿一份', en: 'Take a copy' }, close: { zh: '关上',
    en: 'Close' },
  atHome: { zh: '这一户', en: 'This home' }, since: (day: string) => ({ zh: `${day}起`, en: `since ${day}` }),
  from: (source: string, day: string) => ({ zh: `${source}，${day}`, en: `${source}, ${day}` }),
  wrong: { zh: '不对', en: 'Wrong' }, wrongOf: (field: string) => ({ zh: `${field}不对`, en: `${field} is wrong` }), missing: { zh: '没有记',
    en: 'not kept' },
  add: { zh: '补上', en: 'Add' }, addOf: (field: string) => ({ zh: `补上${field}`, en: `Add: ${field}` }),
  waits: { zh: '您说的，等社区核', en: 'as you said; the community is checking' }, before: { zh: '以前记的', en: 'Kept before' },
  why: { zh: '为什么记、谁看得到、记多久', en: 'Why it is kept, who sees it, for how long' },
  whyLine: (why: string, who: string, kept: string) => ({ zh: `${why}。${who}看得到。存到${kept}。`, en: `${why}. Seen by ${who}. Kept for ${kept}.` }),
  and: { zh: '、', en: ', ' }, register: { zh: '看整张用途登记', en: 'See the whole register of purposes' },
  seen: { zh: '谁看过', en: 'Who looked' }, seenNone: { zh: '还没有人看过您的明文信息。', en: 'Nobody has looked at your data in clear.' },
  seenLine: { zh: '看一次记一次，谁也删不掉。', en: 'Each look is recorded, and nobody can take it out.' },
  am: { zh: '上午', en: 'morning' }, pm: { zh: '下午', en: 'afternoon' }, someone: { zh: '系统', en: 'The program' }, everything: { zh: '全部',
    en: 'everything' },
  openedOn: (days: string) => ({ zh: `用您的手机号打开过：${days}。不是您？请马上告诉社区。`, en: `Opened with your phone: ${days}. Not you? Tell the community at once.` }),
  asked: { zh: '我提的申请', en: 'What I asked' }, askedNone: { zh: '还没有提过。', en: 'Nothing yet.' },
  due: (day: string) => ({ zh: `最晚${day}答复`, en: `answered by ${day}` }), dueProvisional: { zh: '（暂定，那年的放假安排还没出）',
    en: ' (provisional: holidays not published)' },
  overdue: (day: string) => ({ zh: `${day}该答复，已经超时`, en: `due ${day}: overdue` }),
  answered: (day: string) => ({ zh: `${day}答复`, en: `answered ${day}` }), because: (reason: string) => ({ zh: `理由：${reason}`,
    en: `Reason: ${reason}` }),
  withdraw: { zh: '撤回', en: 'Withdraw' },
  consents: { zh: '我同意过的', en: 'What I agreed to' }, takenBack: { zh: '我撤回过的', en: 'What I took back' }, given: (day: string) => ({ zh: `${day}同意`,
    en: `agreed ${day}` }), taken: (day: string) => ({ zh: `${day}撤回`, en: `withdrawn ${day}` }),
  can: { zh: '还可以', en: 'You can also' },
  canTie: { zh: '我不住这里了', en: 'I no longer live here' }, canDelete: { zh: '要求删除', en: 'Ask for deletion' }, canExplain: { zh: '问清楚为什么记',
    en: 'Ask why it is kept' },
  canGuardian: { zh: '替孩子问（监护人）', en: 'Ask for my child' },
  clock: { zh: '15个工作日和30天，哪个早按哪个，到期前一定有书面答复。不能照办要写理由。',
    en: 'Answered in writing by the earlier of 15 working days and 30 days. A refusal gives its reason.' },
  rightIs: (field: string) => ({ zh: `对的${field}是`, en: `The right ${field.toLowerCase()} is` }), note: { zh: '补一句（可不填）', en: 'A word (optional)' },
  inWords: { zh: '写一句', en: 'In your words' }, wantFirst: { zh: '先写对的是什么', en: 'Write what is right first' }, wordsFirst: { zh: '先写一句',
    en: 'Write a sentence first' },
  deleteLine: { zh: '这部手机打开的全部信息都会删，删了就找不回，也再打不开这一页；社区会先打电话告诉您。法律要求留的，会写明理由。',
    en: 'Everything this phone opens is deleted for good, and this page opens no more; the community calls you first. What the law requires to be kept is named with its reason.' },
  guardianLine: { zh: '您是监护人，替同一户不满14岁的孩子问。底册里孩子只记人数，除非您书面同意过。',
    en: 'As guardian of a child under 14 in the same home. The roster only counts children, unless you consented in writing.' },
  guardianKind: { zh: '要办什么', en: 'What for' }, submit: { zh: '交给社区', en: 'Send to the community' }, cancel: { zh: '不提了', en: 'Cancel' },
  notSent: { zh: '没有交上，您写的还在', en: 'Not sent; what you wrote is kept' },
  sent: (day: string) => ({ zh: `收到了。最晚${day}给您答复。`, en: `Received. You are answered by ${day}.` }),
  copyTitle: { zh: '我的信息，一份', en: 'A copy of my data' },
  print: { zh: '打印', en: 'Print' }, save: { zh: '存成文件', en: 'Save as a file' }, back: { zh: '回到档案', en: 'Back to the file' },
})

export const KIND_SAID: Readonly<Record<RequestKind, Said>> = {
  correct: { zh: '改一项', en: 'Correct' }, copy: { zh: '要一份', en: 'Copy' }, delete: { zh: '删除', en: 'Delete' }, explain: { zh: '问为什么', en: 'Explain' },
}
export const STATE_ASKED: Readonly<Record<RequestState, Said>> = {
  open: { zh: '等答复', en: 'Waiting' }, done: { zh: '办成了', en: 'Done' }, refused: { zh: '没有照办', en: 'Refused' }, withdrawn: { zh: '撤回了',
    en: 'Withdrawn' },
}
export const LOOKED_FOR: Readonly<Record<string, Said>> = {
  know_homes: { zh: '核对底册', en: 'checking the roster' }, reach_in_emergency: { zh: '急事找人', en: 'an emergency' }, handle_matter: { zh: '办一件事',
    en: 'handling a matter' },
  care: { zh: '关爱探望', en: 'care' }, correct_roster: { zh: '改正底册', en: 'correcting the roster' }, person_asked: { zh: '您自己要的', en: 'you asked' },
  call_back: { zh: '回电话', en: 'calling back' }, visit: { zh: '上门', en: 'a visit' }, identity_check: { zh: '核对身份', en: 'checking identity' },
  deliver_notice: { zh: '送通知', en: 'delivering a notice' }, legal_request: { zh: '法律文书', en: 'a legal request' },
}
export const CONSENT_SAID: Readonly<Record<string, Said>> = {
  disability: { zh: '残疾信息', en: 'Disability' }, low_income: { zh: '低保信息', en: 'Low income' }, care_need: { zh: '照护需要', en: 'Care needs' },
  under_14: { zh: '孩子的姓名', en: 'A child’s name' }, party: { zh: '党员身份', en: 'Party membership' }, care: { zh: '有人敲门看望', en: 'Somebody knocks' },
}
export const TIE_FIELD: Said = { zh: '住不住这里', en: 'The home' }
