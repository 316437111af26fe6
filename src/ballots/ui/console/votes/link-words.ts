import { words } from '../../../../ui-kit/index.ts'

const CHOICES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = { agree: { zh: '同意', en: 'agree' }, against: { zh: '反对', en: 'against' }, abstain: { zh: '弃权', en: 'abstain' } }

/** Words of the key list. */
export const linkWords = words({
  title: { zh: '密钥条', en: 'Key list' }, line: { zh: '有人对自己的票有异议时，两位监票人拿各自的条一起打开那一户，留痕，用完就废。', en: 'For an objection two scrutineers open that home’s ballot together; it is recorded, and the slips are spent.' },
  take: { zh: '领我的条', en: 'Take my slip' }, once: { zh: '只显示这一次，请抄在纸上收好。', en: 'Shown this once: write it down.' }, ask: { zh: '要求打开一户', en: 'Ask to open one' }, agree: { zh: '第二人同意打开', en: 'Agree as the second' },
  objection: { zh: '哪一件异议', en: 'Which objection' }, code: { zh: '那一户票上的码', en: 'Code on that home’s ballot' }, slip: { zh: '我的条', en: 'My slip' }, asked: { zh: '十分钟内请另一位监票人输入：', en: 'Within ten minutes a second scrutineer enters: ' },
  opening: { zh: '第一位给的编号', en: 'The number from the first' }, reason: { zh: '核对异议', en: 'checking an objection' }, not: { zh: '没有办成', en: 'Not done' }, nth: (n: number) => ({ zh: `第${n}次：`, en: `${n}: ` }),
  said: (choice: string) => CHOICES[choice] ?? { zh: choice, en: choice },
})
