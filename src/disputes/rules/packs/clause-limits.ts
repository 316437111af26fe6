/** What may not stand in an agreement, as patterns over its words. Recognises phrases: the mediator reads the whole. */
import type { Said, Source } from '../../../kit/pure.ts'
import { LAW } from './law.ts'

export type Limit = { readonly code: string; readonly patterns: readonly RegExp[]; readonly say: Said; readonly source: Source }

export const LIMITS: readonly Limit[] = [
  { code: 'crime', source: LAW.report, patterns: [/(不|别|免予?|放弃)(再)?(追究|报案|报警|举报)/, /(撤案|销案|撤回报案|私了)/, /不.{0,6}(刑事|治安)(责任|处罚)/],
    say: { zh: '治安、刑事的事不归调解管，不能写“不报警”“不追究”。该报警的报警，这里只写民事的部分。',
      en: 'Police and criminal matters are not settled here: an agreement cannot waive reporting or prosecution.' } },
  { code: 'court_closed', source: LAW.voluntary, patterns: [/(不得|不能|不准|不再|放弃).{0,6}(起诉|诉讼|打官司|上诉|仲裁|信访)/],
    say: { zh: '不能写“不得起诉”：调解不挡任何一方去法院。', en: 'It cannot bar anybody from going to court.' } },
  { code: 'fine', source: { law: '《中华人民共和国行政处罚法》（2021年）', article: '第十七条' }, patterns: [/罚款/, /罚(交|缴|钱)/, /扣.{0,4}(低保|补贴|分红)/],
    say: { zh: '调解不能罚款。违约可以约定赔多少，写清楚赔的是什么。', en: 'Mediation sets no fines: say what loss is made good instead.' } },
  { code: 'dignity', source: { law: '《中华人民共和国民法典》（2020年）', article: '第一百零九条' }, patterns: [/(下跪|磕头|游街|当众检讨|张贴.{0,4}(姓名|照片))/],
    say: { zh: '不能伤人的尊严。赔礼道歉写当面或书面就好。', en: 'Nobody’s dignity may be hurt: an apology in person or in writing is enough.' } },
  { code: 'freedom', source: { law: '《中华人民共和国民法典》（2020年）', article: '第一百三十条' }, patterns: [/(断水|断电|停水|停电|锁门|换锁|限期搬离|不得(进出|回家))/],
    say: { zh: '不能用断水断电、锁门、不让回家来作条件。', en: 'Cutting water or power, locking doors or keeping somebody from home cannot be a condition.' } },
]

/** Words that pay for the end of a complaint. Such a clause needs a basis and a second person. */
export const ENDS_COMPLAINT: readonly RegExp[] = [
  /(不再|停止|撤回|撤销|放弃).{0,8}(投诉|反映|上访|举报|差评)/, /(息访|息诉|罢访|销号|了结此事|一次性了断)/,
]
