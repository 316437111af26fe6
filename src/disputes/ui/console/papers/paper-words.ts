/** Texts of the papers. They are handed over in Chinese, whatever the language of the screen. */
import { LAW } from '../../../rules/index.ts'

export const PAPER = {
  slip: '人民调解告知单', slipLine: (kind: string, place: string) => `为了${place}的${kind}一事，人民调解委员会想请双方坐下来谈一谈。愿不愿意，由您自己定。`,
  about: '调解是怎么一回事', aboutBasis: `括号里是${LAW.voluntary.law}的条文。`, how: '怎么答复', code: '您的码',
    codeHow: (host: string) => `扫右边的码，或打开 ${host}/mediation，输入这12位。`,
  orPaper: '也可以在下面打勾，交给送单的人：', yes: '愿意调解', no: '不愿意调解', sign: '签名', day: '日期',
  agreement: '人民调解协议书', number: (n: string) => `编号：${n}`, sideRow: (side: string) => side, name: '姓名（单位）', phone: '电话', address: '住址',
  facts: '纠纷主要事实和争议事项', terms: '经调解，双方自愿达成如下协议', by: (who: string, what: string, until: string) => `${who}：${what}，最晚${until}。`,
  amount: (yuan: string, basis: string) => `金额${yuan}，依据：${basis}。`,
  copies: '本协议一式三份，双方各执一份，人民调解委员会留存一份。自双方签名（盖章、按指印）、调解员签名并加盖人民调解委员会印章之日起生效。',
  confirm: (day: string | null) => `双方可以自协议生效之日起三十日内${day ? `（到${day}）` : ''}共同向人民法院申请司法确认（${LAW.confirm.law}${LAW.confirm.article}）。`,
  signA: '甲方签名', signB: '乙方签名', mediator: '人民调解员签名', seal: '人民调解委员会（印）', both: '双方',
  ways: '调解终止告知书', waysLine: (kind: string, place: string) => `为了${place}的${kind}一事，调解已经结束，没有达成协议（或者没有都同意调解）。调解不影响您的权利，您可以走下面任何一条路：`,
  waysBasis: `依据：${LAW.ways.law}${LAW.ways.article}。`, received: '收到人签名',
  foot: (org: string, day: string) => [org, `${day}打印`] as const,
} as const
