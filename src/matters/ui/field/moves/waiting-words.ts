import { words } from '../../../../ui-kit/index.ts'

/** Words of putting aside, taking up again, asking for more time, and a vain return visit, on the phone. */
export const waitingMoveWords = words({
  suspendLead: { zh: '要花钱、钱一时没有的事，写明钱从哪来才能挂账。', en: 'Only what names its way to the money can be put aside.' },
  path: { zh: '钱从哪来', en: 'Where the money comes from' }, pathFirst: { zh: '先选钱从哪来', en: 'Choose where the money comes from' },
  day: { zh: '哪天再看', en: 'When it is looked at again' }, dayFirst: { zh: '定一个再看的日子', en: 'Set the day of review' },
  between: (last: string) => ({ zh: `从明天到${last}之间`, en: `Between tomorrow and ${last}` }),
  toReporter: { zh: '给报的人的话', en: 'The word to the reporter' }, toReporterHint: { zh: '差多少钱，谁去跑，到哪一步了',
    en: 'How much is lacking, who sees to it, how far it got' },
  suspendDo: { zh: '挂账，到那天再看', en: 'Put aside until that day' }, suspendAfter: { zh: '时限停表，报的人会知道。',
    en: 'Clocks stand still; the reporter is told.' },
  suspendDone: { zh: '挂好了，到那天提醒您。', en: 'Put aside; you will be reminded on that day.' },
  resumeDo: { zh: '接着办', en: 'Take it up again' }, resumeNote: { zh: '怎么能办了', en: 'What has changed' },
  resumeAfter: { zh: '停了几天，时限就顺延几天。', en: 'Clocks go on, later by what they stood still.' }, resumeDone: { zh: '接着办了，时限在走。',
    en: 'Taken up again; clocks run.' },
  days: { zh: '多给几个工作日', en: 'How many working days more' }, dayCount: (n: number) => ({ zh: `${n}天`, en: `${n}` }),
  askWhy: { zh: '为什么来不及', en: 'Why it takes longer' }, askHint: { zh: '报的人也看得到这句', en: 'The reporter reads this too' },
  askDo: (n: number) => ({ zh: `申请多给${n}个工作日`, en: `Ask for ${n} working days` }),
  askAfter: (most: number) => ({ zh: `由另一家来批，批之前时限照走；最多${most}次。`, en: `Another office decides; the clock runs. At most ${most} times.` }),
  askDone: { zh: '申请交上了，等批。', en: 'Asked; another office decides.' },
  nthTry: (n: number, most: number) => ({ zh: `这是第${n}次没联系上，一共试${most}次。`, en: `This is try ${n} of ${most}.` }),
  lastTry: { zh: '这是第三次，要换个人，或者换一天。记下后不再回访，单列，不算进三率。',
    en: 'The third, by somebody else or on another day: no more visits, counted apart, in no rate.' },
  triedNote: { zh: '怎么试的', en: 'What was tried' }, triedDo: { zh: '记下，没联系上', en: 'Note: nobody reached' },
  triedAfter: { zh: '没人应不算不满意。', en: 'No answer is not a bad answer.' }, triedDone: { zh: '记下了，换个时间再来。', en: 'Noted; try another time.' },
})
