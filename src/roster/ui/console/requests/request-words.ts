import type { Said } from '../../../../kit/pure.ts'
import { words } from '../../../../ui-kit/index.ts'
import type { RequestKind } from '../../../rules/own-file/request.ts'

export const requestWords = words({
  title: { zh: '居民对自己信息的申请', en: 'Requests about one’s own data' },
  line: { zh: '15个工作日和30天，哪个早按哪个。每一件都要书面答复，不能照办要写理由。',
    en: 'Due at the earlier of 15 working days and 30 days. Each is answered in writing; a refusal gives its reason.' },
  open: (n: number) => ({ zh: `等答复的 ${n}件`, en: `${n} waiting` }), closed: { zh: '答复过的', en: 'Answered' },
  none: { zh: '没有等答复的申请', en: 'No request waits' }, noneLine: { zh: '居民在“我的档案”里提了，会出现在这里。',
    en: 'What residents ask in their own file appears here.' },
  failed: { zh: '没有读到', en: 'It could not be read' }, again: { zh: '再试一次', en: 'Try again' },
  nobody: { zh: '没有记姓名', en: 'No name kept' }, guardian: { zh: '监护人替孩子', en: 'guardian, for a child' },
  asked: (day: string) => ({ zh: `${day}提`, en: `asked ${day}` }), late: { zh: '超时', en: 'overdue' },
  wants: (value: string) => ({ zh: `说应该是 ${value}`, en: `says it is ${value}` }),
  read: { zh: '看本人写的', en: 'Read it' }, readNote: { zh: '看了会记下，本人看得到', en: 'Reading is recorded and the person sees it' },
  noWords: { zh: '没有多写。', en: 'Nothing more was written.' },
  done: { zh: '办成了', en: 'Done' }, refuse: { zh: '不能照办', en: 'Refuse' }, file: { zh: '打开这户', en: 'Open the home' },
  answer: { zh: '告诉本人', en: 'Tell the person' }, reason: { zh: '理由', en: 'Reason' }, send: { zh: '答复', en: 'Answer' }, cancel: { zh: '先不答复',
    en: 'Not now' },
  wordsFirst: { zh: '先写一句告诉本人', en: 'Write a sentence first' }, reasonFirst: { zh: '先选理由', en: 'Choose a reason first' }, notSent: { zh: '没有答复成',
    en: 'Not answered' },
  doneCorrect: { zh: '答复后，底册就按本人说的改；原来的留在历史里。', en: 'The roster then says what they said; what stood there stays in its history.' },
  doneDelete: { zh: '答复后，本人打开的全部信息马上删掉，找不回来。这句答复本人也看不到了，请先打电话告诉。',
    en: 'Everything they opened is then deleted for good. They cannot read this answer any more: call them first.' },
  refuseLine: { zh: '这句话和理由，本人在自己的档案里看得到；不服可以投诉、起诉。', en: 'The person reads reason and sentence in their file, and may complain or sue.' },
  outcome: (what: string, day: string) => ({ zh: `${what}，${day}`, en: `${what}, ${day}` }), answered: { zh: '办成了', en: 'done' },
  refused: { zh: '没有照办', en: 'refused' }, withdrawn: { zh: '本人撤回了', en: 'withdrawn' },
})
export const ASKS: Readonly<Record<RequestKind, Said>> = {
  correct: { zh: '要改', en: 'Correct' }, copy: { zh: '要一份', en: 'A copy' }, delete: { zh: '要删除', en: 'Delete' }, explain: { zh: '问为什么记',
    en: 'Explain' },
}
