import { words } from '../../../ui-kit/index.ts'

export const whyWords = words({
  lunch: { zh: '午休', en: 'break' },
  paused: { zh: '暂停', en: 'paused' },
  minutes: (n: number) => (n < 60 ? { zh: `${n}分`, en: `${n} min` }
    : { zh: `${Math.floor(n / 60)}时${n % 60 ? `${n % 60}分` : ''}`, en: `${Math.floor(n / 60)} h${n % 60 ? ` ${n % 60}` : ''}` }),
  provisional: { zh: '暂定', en: 'Provisional' },
})
