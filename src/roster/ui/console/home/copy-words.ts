import { words } from '../../../../ui-kit/index.ts'

/** Words of the copy on paper that somebody is given in person. */
export const copyWords = words({
  copy: { zh: '给一份', en: 'Copy' }, ask: (name: string) => ({ zh: `给本人一份：${name}`, en: `A copy for themselves: ${name}` }),
  askLine: { zh: '先看身份证，再打印，当面交。上面是这一个人的明文，没有家里别人的。会记一笔，本人看得到。',
    en: 'Look at the ID card, print, and hand it over. It is in clear, of this one person and nobody else at home. That it was given is recorded, and they see it.' },
  who: { zh: '交到谁手上', en: 'Into whose hands' }, self: { zh: '本人', en: 'Themselves' }, guardian: { zh: '监护人', en: 'Their guardian' },
  open: { zh: '打开来打印', en: 'Open it to print' }, print: { zh: '打印', en: 'Print' }, back: { zh: '交好了，收起', en: 'Handed over, close' },
  closes: { zh: '三分钟后自己收起，不留底。', en: 'Closes by itself after three minutes; nothing of it is kept.' },
  title: (name: string) => ({ zh: `${name}：社区留着的您的信息`, en: `${name}: what the community keeps of you` }),
  given: (community: string, by: string, at: string, taker: string) => ({ zh: `${community} ${by} ${at} 打印，交给${taker}。`,
    en: `Printed for ${community} by ${by}, ${at}. For: ${taker}.` }),
  mark: (taker: string, by: string, at: string) => ({ zh: `交给${taker} · ${by} · ${at}`, en: `For: ${taker} · ${by} · ${at}` }),
  what: { zh: '哪一项', en: 'Field' }, kept: { zh: '留着的', en: 'Kept' }, from: { zh: '从哪里来', en: 'From' }, why: { zh: '为什么留', en: 'Why' },
  past: { zh: '以前的', en: 'before' }, waits: { zh: '等人定', en: 'waits for a decision' },
  notHere: { zh: '这张纸上没有：您同意过的事、关照的约定、党员信息、谁看过您的信息。这些只给您本人看：用手机打开“我的信息”。',
    en: 'Not on this paper: what you agreed to, arrangements of care, party membership, and who looked. These are shown to you alone: open your own file with your phone.' },
  rights: { zh: '哪一项不对、不想留，当面说，或者在“我的信息”里提。社区最迟15个工作日书面答复。依据：个人信息保护法第45至47条。',
    en: 'If something is wrong or should go, say so here or in your own file. The community answers in writing within 15 working days. Law: PIPL art. 45–47.' },
  sign: { zh: '领取人签字：＿＿＿＿＿＿＿＿　日期：＿＿＿＿＿＿', en: 'Received by: ________________  Date: ____________' },
})
