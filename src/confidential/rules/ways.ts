import type { Said } from '../../kit/pure.ts'

/** A way that the law gives to everybody, outside of this product. */
export type Way = { readonly key: string; readonly name: Said; readonly reach: Said; readonly site: string | null; readonly for: Said }

/** The statutory ways, shown before anything is asked. [C1] */
export const WAYS: readonly Way[] = [
  { key: 'discipline', name: { zh: '纪检监察举报', en: 'Discipline and supervision' }, reach: { zh: '12388', en: '12388' }, site: '12388.gov.cn',
    for: { zh: '党员、干部和其他公职人员违纪违法。可以不留姓名；留了姓名会优先办、答复您。',
      en: 'Wrongdoing of party members and public officials. Without a name if you like; with one it goes first and is answered.' } },
  { key: 'police', name: { zh: '公安', en: 'Police' }, reach: { zh: '110', en: '110' }, site: null,
    for: { zh: '眼下有危险，被打、被威胁、被跟踪。', en: 'Danger now: violence, threats, being followed.' } },
  { key: 'hotline', name: { zh: '政务服务热线', en: 'Government hotline' }, reach: { zh: '12345', en: '12345' }, site: null,
    for: { zh: '办事推诿、态度、收费。会有工单号。', en: 'Passing the buck, rudeness, charges. You get a number.' } },
  { key: 'petition', name: { zh: '信访', en: 'Letters and visits' }, reach: { zh: '信访局', en: 'Petitions' }, site: 'gjxfj.gov.cn',
    for: { zh: '对处理不服，写信或者走访区信访局。15日内告知收不收。', en: 'Against a decision, in writing or in person. Within 15 days you are told whether it is taken.' } },
]
