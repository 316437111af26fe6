import { words } from '../../../../ui-kit/index.ts'

/** Words of what is to come back to: rulings, what is put aside, return visits. */
export const waitingWords = words({
  failed: { zh: '没有取到', en: 'Not loaded' }, again: { zh: '再取一次', en: 'Load again' },
  print: { zh: '打印', en: 'Print' }, export: { zh: '导出', en: 'Export' },
  matter: { zh: '哪件事', en: 'Matter' }, number: { zh: '编号', en: 'Number' }, kind: { zh: '类别', en: 'Kind' }, place: { zh: '地方', en: 'Place' },
  holder: { zh: '在谁手里', en: 'With' },
  // rulings
  rulings: { zh: '裁定', en: 'Rulings' },
  rulingsLine: { zh: '说不归自己办的，退了三次的，都在这里定一家。裁定前时限照走，原来的人照办。',
    en: 'Objections and third returns: one owner is named here. Until then every clock runs on.' },
  toRule: (n: number) => ({ zh: `${n}件等街道裁定`, en: `${n} to rule on` }),
  rule: { zh: '裁定归谁办', en: 'Rule whose it is' },
  holds: (who: string) => ({ zh: `现在由${who}办`, en: `With ${who} meanwhile` }),
  askedAt: (when: string) => ({ zh: `${when}提的`, en: `raised ${when}` }),
  ruleBy: (when: string) => ({ zh: `最晚${when}定`, en: `rule by ${when}` }), ruleLate: (over: string) => ({ zh: `裁定已经${over}`, en: `ruling ${over}` }),
  noRulings: { zh: '没有等街道裁定的事', en: 'Nothing waits for a ruling' },
  noRulingsLine: { zh: '有部门提异议，会自己出现在这里。', en: 'An objection appears here by itself.' },
  twice: { zh: '两次都不满意', en: 'Unhappy twice' },
  twiceLine: { zh: '重新办过一次，报的人还是不满意。只重办一次，接下来由街道去谈。', en: 'Handled twice and still not content: the street takes it from here.' },
  twiceNone: { zh: '这90天里没有两次都不满意的', en: 'Nobody was unhappy twice in these 90 days' },
  // aside
  aside: { zh: '挂账', en: 'Put aside' },
  asideLine: { zh: '等钱的事。每一件都写明钱从哪来、哪天再看；到那天会提醒。', en: 'What waits for money: with the way to it and the day of review.' },
  asideSum: (n: number, first: string) => ({ zh: `挂着${n}件，最近的${first}再看。`, en: `${n} put aside; the first is looked at again ${first}.` }),
  path: { zh: '钱从哪来', en: 'Where the money comes from' }, reviewOn: { zh: '哪天再看', en: 'Looked at again' }, since: { zh: '挂了多久', en: 'For how long' },
  sinceDay: { zh: '哪天挂的', en: 'Since' }, steps: { zh: '要走的路', en: 'The way' },
  days: (n: number) => ({ zh: n === 0 ? '今天挂的' : `${n}天`, en: n === 0 ? 'today' : `${n} days` }),
  noAside: { zh: '没有挂账的事', en: 'Nothing is put aside' }, noAsideLine: { zh: '要花钱、一时没有钱的事，写明钱从哪来才能挂。',
    en: 'Only what names its way to the money can be put aside.' },
  // return visits
  visits: { zh: '回访名单', en: 'Return visits' },
  visitsLine: { zh: '办完了、报的人还没评的。经手过的人不在自己的名单里看到它。', en: 'Done and not judged yet. Whoever had a hand in it does not see it here.' },
  visitsSum: (n: number) => ({ zh: `${n}件要回访，等得最久的在上。`, en: `${n} to call, the longest waiting first.` }),
  who: { zh: '报的人', en: 'Reporter' }, tried: { zh: '试过', en: 'Tries' }, until: { zh: '评到哪天', en: 'Until' },
  answers: { zh: '三问', en: 'Three answers' }, blank: { zh: '联系了吗　解决了吗　满意吗', en: 'reached · solved · satisfied' },
  times: (n: number) => ({ zh: `${n}次没联系上`, en: `${n} in vain` }), none: { zh: '没有留联系方式', en: 'no contact left' },
  got: { zh: '打通了', en: 'Reached' }, met: { zh: '见到了', en: 'Met' }, vain: { zh: '没联系上', en: 'Nobody' },
  call: { zh: '回电话', en: 'call back' },
  noVisits: { zh: '没有要回访的', en: 'Nobody to call' }, noVisitsLine: { zh: '办完、复核过的事会自己出现在这里。',
    en: 'What is done and verified appears here by itself.' },
})
