import { words } from '../../../ui-kit/index.ts'

/** What waits for money, and what an outcome rests on, in words for the reporter. */
export const settledWords = words({
  aside: { zh: '这件事在等钱', en: 'This waits for money' },
  asideLine: { zh: '等钱的时候，时限都停着；钱到了接着办，停了几天就顺延几天。', en: 'Its clocks stand still meanwhile, and go on when the money is there.' },
  after: { zh: '办完的照片', en: 'Photos of afterwards' }, afterNth: (n: number) => ({ zh: `办完的照片，第${n}张`, en: `Photo of afterwards ${n}` }),
  afterCaption: { zh: '办后', en: 'after' },
  accept: { zh: '照片看过，是这样', en: 'The photo shows it' },
  acceptLine: { zh: '您点了，就算看过，接着请您答三问。', en: 'With that it counts as looked at, and three questions follow.' },
  orLooked: { zh: '不点也行，会有没经手的人去看。', en: 'If you leave it, somebody who did no work on it looks.' },
  orLookedBy: { zh: '不点也行，会有没经手的人去看，最晚', en: 'If you leave it, somebody who did no work on it looks by ' },
  nobody: { zh: '没有人复核。', en: 'Not verified.' },
  nobodyLine: { zh: '到时候没有人去看，这里只是办的人说的。请您自己看一眼再答。', en: 'Nobody looked in time: this is only what those say who did it. Please look for yourself.' },
  confirmed: (by: string) => ({ zh: `复核：${by}。`, en: `Verified: ${by}.` }),
  rests: (basis: string) => ({ zh: `依据${basis}`, en: `It rests on ${basis}` }),
  linkEnded: { zh: '这个链接打不开了', en: 'This link has ended' },
})
