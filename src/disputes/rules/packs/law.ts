/** What the law and the customs of mediation say here, dated, each sentence with its article. A place replaces what is its own. */
import type { Said, Source } from '../../../kit/pure.ts'

const mediation = (article: string): Source => ({ law: '《中华人民共和国人民调解法》（2010年）', article })

export const LAW = {
  voluntary: mediation('第三条'), free: mediation('第四条'), asked: mediation('第十七条'), mediator: mediation('第十九条'),
  rights: mediation('第二十三条'), report: mediation('第二十五条'), ways: mediation('第二十六条'), form: mediation('第二十九条'),
  binding: mediation('第三十一条'), court: mediation('第三十二条'), confirm: mediation('第三十三条'), secrecy: mediation('第十五条'),
  month: { law: '《人民调解工作若干规定》（司法部令第75号，2002年）', article: '第三十三条' },
  civilMonth: { law: '《中华人民共和国民法典》（2020年）', article: '第二百零二条' },
  violence: { law: '《中华人民共和国反家庭暴力法》（2015年）', article: '第十三条、第十四条' },
} as const satisfies Record<string, Source>

/** Days after which who was asked is asked once more, and after which silence counts as no agreement. A habit of the place, not a law. */
export const ASK_DAYS = { remind: 7, lapse: 14 } as const
/** Days within which both sides may ask the court to confirm an agreement; the day of signing is not counted. */
export const CONFIRM_DAYS = 30

/** What both sides are told before they say yes or no. */
export const ABOUT: readonly { readonly code: string; readonly say: Said; readonly source: Source }[] = [
  { code: 'voluntary', source: LAW.voluntary, say: { zh: '愿意才调。一方不愿意，就不调；中途也可以随时说不调了。',
    en: 'It is voluntary: if one side does not want it, it does not happen, and either may end it at any time.' } },
  { code: 'free', source: LAW.free, say: { zh: '不收一分钱。', en: 'It costs nothing.' } },
  { code: 'open', source: LAW.voluntary, say: { zh: '调解不挡打官司。您照样可以去法院、仲裁，或者找主管部门。',
    en: 'No court door is closed: you may still go to court, to arbitration or to the authority.' } },
  { code: 'mediator', source: LAW.rights, say: { zh: '调解员和两边都没有关系。不合适，您可以要求换一次。',
    en: 'The mediator is tied to neither side. If you are not at ease with them, you may ask for another once.' } },
  { code: 'secret', source: LAW.secrecy, say: { zh: '谈的话不外传。楼栋长、邻居、社区都看不到。',
    en: 'What is said stays inside: captain, neighbours and community do not see it.' } },
]

/** Ways on when mediation has ended without an agreement, or one was not kept. */
export const WAYS: readonly { readonly code: string; readonly name: Said; readonly say: Said; readonly source?: Source }[] = [
  { code: 'court', name: { zh: '向人民法院起诉', en: 'Go to court' }, source: LAW.ways,
    say: { zh: '到房屋所在地或对方住所地的基层人民法院立案，也可以在“人民法院在线服务”上办。',
      en: 'File at the basic people’s court of the place or of the other side’s home, or online.' } },
  { code: 'arbitration', name: { zh: '申请仲裁', en: 'Arbitration' }, source: LAW.ways,
    say: { zh: '合同里写了仲裁的，按写的仲裁委员会办。', en: 'Where your contract names arbitration, at the commission it names.' } },
  { code: 'authority', name: { zh: '请主管部门处理', en: 'The authority in charge' }, source: LAW.ways,
    say: { zh: '扰民报派出所，违建报执法队，物业收费报住建部门；也可以打12345。',
      en: 'Noise: the police station; illegal building: enforcement; fees: housing; or call 12345.' } },
  { code: 'legal_aid', name: { zh: '打12348问法律援助', en: 'Legal aid, call 12348' },
    say: { zh: '免费问律师；经济困难的可以申请法律援助。', en: 'Ask a lawyer free of charge; who is in need may apply for legal aid.' } },
]

/** What an amount of money in an agreement may rest on. */
export const MONEY_BASES: readonly { readonly code: string; readonly say: Said }[] = [
  { code: 'damage', say: { zh: '赔偿损失（《民法典》第一千一百六十五条、第一千一百八十四条）', en: 'Damage done (Civil Code arts 1165, 1184)' } },
  { code: 'neighbour', say: { zh: '相邻关系（《民法典》第二百八十八条至第二百九十六条）', en: 'Neighbouring rights (Civil Code arts 288–296)' } },
  { code: 'contract', say: { zh: '合同约定（写明哪一条）', en: 'A contract (name the clause)' } },
  { code: 'support', say: { zh: '赡养、扶养（《民法典》第一千零六十七条）', en: 'Care of parents or family (Civil Code art. 1067)' } },
  { code: 'repair', say: { zh: '分担修理费（附票据或报价）', en: 'Share of a repair (with bill or quotation)' } },
]
