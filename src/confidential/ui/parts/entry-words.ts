import { words } from '../../../ui-kit/index.ts'

/** What both sides of the line call its parts. */
export const entryWords = words({
  filed: { zh: '信送到了，还没有人看', en: 'Delivered, nobody has looked yet' },
  underWay: (when: string) => ({ zh: `信在路上，${when} 送到`, en: `On its way, arrives ${when}` }),
  taken: { zh: '接下了，正在看', en: 'Taken, being looked into' },
  handed_over: { zh: '移交了，这里了结', en: 'Handed over, ended here' },
  closed: { zh: '办结了', en: 'Ended' },
  discipline: { zh: '区纪委监委', en: 'District discipline and supervision' }, organisation: { zh: '区委组织部', en: 'Organisation department' },
  police: { zh: '公安机关', en: 'Police' }, petition: { zh: '区信访局', en: 'Petition office' }, labour: { zh: '劳动监察', en: 'Labour inspection' },
  sector: { zh: '行业主管部门', en: 'Department in charge of the trade' },
  threat: { zh: '威胁、跟踪、打人', en: 'Threats, being followed, violence' }, home: { zh: '上门骚扰、断水断电', en: 'At my home: harassment, water or power cut' },
  work: { zh: '工作上：停活、调岗、辞退', en: 'At work: no shifts, moved, dismissed' }, benefit: { zh: '低保、补贴、办事被卡', en: 'Benefits or papers held back' },
  other: { zh: '别的', en: 'Something else' },
  official: { zh: '一位公职人员', en: 'A public official' }, someone: { zh: '一位管事的人', en: 'Somebody in charge' },
  took: { zh: '接下了这封信', en: 'took this report' },
  handedTo: (body: string) => ({ zh: `移交给${body}`, en: `handed it over: ${body}` }),
  outsideNumber: (number: string) => ({ zh: `对方编号 ${number}`, en: `their number ${number}` }),
  ended: { zh: '办结，答复如下', en: 'ended it with this answer' },
  suffered: (how: string) => ({ zh: `被为难：${how}`, en: `Made to suffer: ${how}` }),
  erased: { zh: '内容已经销毁，只留收据。', en: 'The words were destroyed; the receipt is kept.' },
})
