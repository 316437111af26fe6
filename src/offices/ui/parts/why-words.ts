import { words } from '../../../ui-kit/index.ts'

export const whyWords = words({
  lunch: { zh: '午休', en: 'break' },
  paused: { zh: '暂停', en: 'paused' },
  minutes: (n: number) => ({ zh: `${n}分`, en: `${n} min` }),
  provisional: { zh: '暂定', en: 'Provisional' },
})
