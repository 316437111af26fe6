/** The words of what becomes of a matter that is solved together with others. */
import { words } from '../../../ui-kit/index.ts'

export const threadWords = words({
  taken: { zh: '您报的事，放到一起议了', en: 'Yours is being deliberated with others' },
  decided: { zh: '一起定下来了，正在办', en: 'It was decided together and is being done' },
  judge: { zh: '您报的事在这里一起解决，请评一评', en: 'Yours was solved here with others: please judge it' },
  back: { zh: '退回一步，重新来', en: 'It went back a step' },
  ended: { zh: '大家评过了', en: 'It was judged' },
  declined: { zh: '没有接着议', en: 'It was not taken up after all' },
  judgeLine: { zh: '不住在这里也可以评，用您的回执就行，不用手机号。', en: 'You may judge it wherever you live: your receipt is enough, no phone is asked for.' },
  toJudge: { zh: '去评一评', en: 'Judge it' },
  see: { zh: '看走到哪一步了', en: 'See how far it is' },
})
