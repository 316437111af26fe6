import { words } from '../../../../ui-kit/index.ts'

const CHOICES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = { agree: { zh: '同意', en: 'agree' },
  against: { zh: '反对', en: 'against' }, abstain: { zh: '弃权', en: 'abstain' } }

/** Words of the key list. */
export const linkWords = words({
  title: { zh: '密钥条', en: 'Key list' }, line: { zh: '有人对自己的票有异议时，两位监票人拿各自的条一起打开那一户，留痕，用完就废。',
    en: 'For an objection two scrutineers open that home’s ballot together; it is recorded, and the slips are spent.' },
  take: { zh: '领我的条', en: 'Take my slip' }, once: { zh: '只显示这一次，请抄在纸上收好。', en: 'Shown this once: write it down.' },
  ask: { zh: '要求打开一户', en: 'Ask to open one' }, agree: { zh: '用我的条打开这一户', en: 'Open it with my slip' },
  noObjection: { zh: '没有异议，没有可以打开的。', en: 'No objection: nothing can be opened.' },
  objection: { zh: '哪一件异议', en: 'Which objection' }, choose: { zh: '选一件', en: 'Choose' }, code: { zh: '那一户票上的码', en: 'Code on that home’s ballot' },
  slip: { zh: '我的条', en: 'My slip' }, fill: { zh: '先选异议，写码和条', en: 'Objection, code and slip first' }, slipFirst: { zh: '先写我的条', en: 'Your slip first' },
  asked: (when: string) => ({ zh: `要求已经发出。请另一位监票人${when}前在自己的页面上用条打开。`, en: `Asked. Until ${when} a second scrutineer opens it on their own page.` }),
  waits: (when: string) => ({ zh: `您要求打开一户，等另一位监票人，${when}前有效。`, en: `You asked to open one: a second scrutineer is awaited until ${when}.` }),
  wanted: (when: string) => ({ zh: `另一位监票人要求打开一户，${when}前有效。`, en: `Another scrutineer asks to open one, until ${when}.` }),
  shown: { zh: '这一户投的是，只显示这一次：', en: 'What this home chose, shown this once:' },
  reason: { zh: '核对异议', en: 'checking an objection' }, not: { zh: '没有办成', en: 'Not done' }, nth: (n: number) => ({ zh: `第${n}次：`, en: `${n}: ` }),
  said: (choice: string) => CHOICES[choice] ?? { zh: choice, en: choice },
})
