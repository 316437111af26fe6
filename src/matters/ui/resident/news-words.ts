/** What was done on the matter that one's own was joined to. */
import { words } from '../../../ui-kit/index.ts'

export const newsWords = words({
  take: { zh: '接了，在办', en: 'took it on' },
  assign: (to: string) => ({ zh: `派给${to || '一方'}`, en: `assigned it to ${to || 'a party'}` }),
  hand_over: (to: string) => ({ zh: `转给${to || '别人'}`, en: `handed it to ${to || 'somebody else'}` }),
  whistle: { zh: '吹哨，请部门一起来办', en: 'blew a whistle for departments to come' },
  slip: { zh: '发了联系单', en: 'sent a slip' },
  slip_answer: { zh: '记下了对方的答复', en: 'entered the answer' },
  report_in: { zh: '报到了', en: 'reported in' },
  log: { zh: '记了一笔', en: 'logged work' },
  note: { zh: '说了一句', en: 'added a word' },
  finish: { zh: '说办完了', en: 'says it is done' },
  suspend: { zh: '挂账，等钱', en: 'put it on hold for money' },
  resume: { zh: '接着办', en: 'took it up again' },
  rule: { zh: '街道裁定了归谁办', en: 'the street ruled whose it is' },
})
