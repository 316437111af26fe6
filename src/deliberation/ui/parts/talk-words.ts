import { words } from '../../../ui-kit/index.ts'

/** A sentence without the stop at its end. */
const bare = (said: string): string => said.trim().replace(/[。.]$/, '')

/** Words of what people say. */
export const talkWords = words({
  title: { zh: '大家说', en: 'What people say' }, count: (n: number) => ({ zh: `${n}条`, en: String(n) }),
  none: { zh: '还没有人说话，您来开个头。', en: 'Nobody has spoken yet: be the first.' }, closed: { zh: '这里已经不收发言了。', en: 'No more comments are taken here.' },
  held: (n: number) => ({ zh: `另有${n}条等人看过再放出来。`, en: `${n} more wait for a look.` }),
  box: { zh: '我也说一句', en: 'Say something' }, boxHint: { zh: '别写别人的姓名、电话、门牌', en: 'Please leave out names, phones and door numbers' },
  send: { zh: '说出来', en: 'Say it' }, sending: { zh: '正在交…', en: 'Sending…' }, writeFirst: { zh: '先写一句', en: 'Write something first' },
  offline: { zh: '没有信号，写的先留在这台手机上', en: 'No signal: what you wrote stays on this phone' }, notSent: { zh: '没说出去', en: 'Not sent' },
  said: { zh: '说出来了。', en: 'Said.' },
  answering: (name: string) => ({ zh: `回“${name}”`, en: `Answering ${name}` }), notAnswering: { zh: '不回了，单独说', en: 'Say it on its own' },
  answer: { zh: '回这条', en: 'Answer' }, answered: (name: string) => ({ zh: `回 ${name}`, en: `To ${name}` }),
  mine: { zh: '我', en: 'me' }, withdraw: { zh: '撤回', en: 'Take back' }, withdrawTitle: { zh: '撤回这一条', en: 'Take this back' },
  withdrawLine: { zh: '话会删掉，这里只写“本人撤回”。别人回您的还在。', en: 'The words go; “taken back” stands here. Answers to it stay.' }, withdrawIt: { zh: '撤回，删掉这句话', en: 'Take it back' },
  keep: { zh: '留着', en: 'Keep it' },
  withdrawn: { zh: '本人撤回', en: 'Taken back by who said it' }, left: { zh: '说话的人已离开', en: 'Who said it has left' },
  waits: { zh: '只有您看得到，等人看过再放出来', en: 'Only you see it until somebody has looked' },
  removed: (n: number | null, rule: string) => ({ zh: n === null ? '这条拿掉了。' : `这条按第${n}条拿掉了：${rule}。`, en: n === null ? 'Taken away. ' : `Taken away by rule ${n}: ${rule}. ` }),
  reason: (reason: string) => ({ zh: `理由：${bare(reason)}。`, en: `Reason: ${bare(reason)}. ` }),
  appealed: (day: string) => ({ zh: `说的人申诉了，换一个人在看，${day}以前答复。`, en: `Its speaker appealed; somebody else is looking and answers by ${day}.` }),
  ownAppealed: (day: string) => ({ zh: `您申诉了，换一个人在看，${day}以前答复，答复写在这里。`, en: `You appealed; somebody else is looking. The answer stands here by ${day}.` }),
  stands: (by: string) => ({ zh: `申诉后${by}看过，还是拿掉。`, en: `On appeal ${by} let it stand. ` }),
  restored: (by: string) => ({ zh: `拿掉过，申诉后由${by}放回来。`, en: `Taken away once; put back by ${by} on appeal. ` }),
  goAppeal: { zh: '去申诉', en: 'Appeal' }, more: { zh: '再看20条', en: '20 more' }, rules: { zh: '什么样的话会拿掉', en: 'What is taken away' },
  failed: { zh: '没有取到大家说的', en: 'Not read' }, again: { zh: '再取一次', en: 'Try again' },
  paper: { zh: '纸条', en: 'on paper' }, door: { zh: '上门听的', en: 'at the door' }, meeting: { zh: '会上说的', en: 'in a meeting' }, by: (post: string) => ({ zh: `${post}代记`, en: `written down by ${post}` }),
})
