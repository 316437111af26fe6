import { words } from '../../../ui-kit/index.ts'

/** Words of the register that anybody reads. */
export const privacyWords = words({
  title: { zh: '记了您什么，为了什么', en: 'What is kept of you, and why' }, home: { zh: '首页', en: 'Start' },
  lead: { zh: '每一项都写着用途、依据、存多久、谁看得到。没有写在这里的，一项也不记。',
    en: 'Each item says why, by what right, how long and who sees it. What does not stand here is not kept.' },
  why: { zh: '用来', en: 'For' }, basis: { zh: '依据', en: 'By right of' }, kept: { zh: '存多久', en: 'Kept' }, seen: { zh: '谁看得到', en: 'Seen by' },
  and: { zh: '、', en: ', ' },
  never: { zh: '从来不收', en: 'Never taken' }, neverLine: { zh: '表格里有这些，导入时也不读。', en: 'Where a spreadsheet has these, they are not read.' },
  rooms: { zh: '谁看不到', en: 'Who does not see it' },
  roomsLine: { zh: '物业、业委会、站所都看不到花名册；街道只看得到户数。数据库自己挡着，不靠自觉。',
    en: 'Firm, owners’ committee and stations see nothing of the roster, the street sees numbers of homes. The database itself keeps it so.' },
  rights: { zh: '您可以', en: 'You may' },
  see: { zh: '看自己的档案：记了什么、从哪来、谁看过', en: 'see your own file: what is kept, where it came from, who looked' },
  correct: { zh: '改不对的，补不全的', en: 'have what is wrong corrected' }, copy: { zh: '要一份带走', en: 'take a copy along' },
  remove: { zh: '要求删除；不删要书面说理由', en: 'ask for deletion; a refusal is written and has a reason' },
  withdraw: { zh: '撤回同意，说一声就删，不影响办别的事', en: 'withdraw a consent: deleted at once, and no other service depends on it' },
  clock: { zh: '15个工作日或者30天，先到的那个之前答复。', en: 'Answered within 15 working days or 30 days, whichever is earlier.' },
  own: { zh: '看自己的档案', en: 'See your own file' },
  contact: { zh: '有话找谁', en: 'Whom to ask, or complain to' }, noPhone: { zh: '电话还没公布，请当面问', en: 'no telephone published; ask in person' },
  contactLine: { zh: '对答复不满意，可以向街道反映，也可以依法投诉、起诉。', en: 'If the answer does not satisfy, turn to the street, or complain and sue as the law allows.' },
  count: (n: number) => ({ zh: `${n}项`, en: `${n}` }), failed: { zh: '没有取到', en: 'Not read' }, again: { zh: '再取一次', en: 'Try again' },
  basisOf: { zh: '总的依据：《中华人民共和国个人信息保护法》第5条到第9条、第17条、第19条。', en: 'On the whole: 个人信息保护法 art. 5 to 9, 17, 19.' },
})
