import { words } from '../../../../ui-kit/index.ts'

/** Words of carrying a poll to the doors: paper sheets and answers given in person. */
export const sheetWords = words({
  title: { zh: '意见征集', en: 'Opinion polls' }, me: { zh: '我', en: 'Me' }, back: { zh: '意见征集', en: 'Polls' },
  line: { zh: '不用手机的人，纸卷和当面说的一样算数。只记楼栋，不记谁；收完以后，答案去掉名字公开。', en: 'Paper and the door count the same. Only the building is kept, never who; answers are published without names after the close.' },
  none: { zh: '您的楼里现在没有要收的意见', en: 'Nothing to collect in your buildings now' },
  noneLine: { zh: '社区发起征集以后，这里会有。', en: 'It appears here when the community asks something.' },
  until: (day: string) => ({ zh: `收到${day}`, en: `until ${day}` }), late: (day: string) => ({ zh: `截止了，纸卷录到${day}`, en: `over; sheets until ${day}` }),
  lateOnly: (end: string, last: string) => ({ zh: `${end}截止。只录那天以前填好的纸卷，录到${last}；以后填的不收。`, en: `It ended on ${end}. Only sheets filled until then, until ${last}; later ones are not taken.` }), count: (n: number) => ({ zh: `${n}条`, en: `${n} statements` }),
  waiting: (n: number) => ({ zh: `${n}张等信号`, en: `${n} waiting for a signal` }),
  notFound: { zh: '这次征集已经收了，或不在您的楼', en: 'This poll is closed, or not in your buildings' }, toList: { zh: '看能收的', en: 'See what is open' },
  building: { zh: '哪栋楼', en: 'Which building' }, how: { zh: '怎么收的', en: 'How' }, paper: { zh: '抄纸卷', en: 'From paper' }, door: { zh: '当面问', en: 'At the door' },
  sheet: (n: number) => ({ zh: `第${n}张`, en: `Sheet ${n}` }), of: (n: number, all: number) => ({ zh: `${n} / ${all}`, en: `${n} / ${all}` }),
  agree: { zh: '赞成', en: 'Agree' }, disagree: { zh: '不赞成', en: 'Disagree' }, pass: { zh: '说不好', en: 'Not sure' }, skip: { zh: '没勾，下一条', en: 'Left empty, next' },
  left: { zh: '没勾', en: 'empty' },
  previous: { zh: '上一条', en: 'Back' }, finish: { zh: '这张到这里为止', en: 'End this sheet here' },
  sum: (n: number, all: number) => ({ zh: `这张勾了${n}条，一共${all}条`, en: `${n} of ${all} answered on this sheet` }),
  said: { zh: '纸上写的那句话', en: 'The sentence at its foot' }, saidAtDoor: { zh: '还想说的一句话', en: 'What they want to add' },
  saidHint: { zh: '没有就空着。登出来请大家答，只写“一位邻居”，这张算赞成。', en: 'Leave it empty if there is none. It is put to everybody as “a neighbour’s”, and this sheet counts as agreeing.' },
  saidHeld: { zh: '像是写了姓名、门牌或电话，先请社区的人看一眼再登。', en: 'It looks like a name, door or phone number: somebody looks first.' }, save: { zh: '记好，下一张', en: 'Save, next sheet' }, empty: { zh: '这张一条也没勾', en: 'Nothing was answered' },
  saved: (n: number) => ({ zh: `第${n}张交上了`, en: `Sheet ${n} is sent` }), kept: (n: number) => ({ zh: `第${n}张存在手机里，有信号自动交`, en: `Sheet ${n} is kept and sent by itself later` }),
  drop: { zh: '这张不要了', en: 'Discard this sheet' }, notKept: { zh: '没有交上', en: 'Not sent' },
  title2: { zh: '意见纸卷', en: 'Opinion sheet' }, noLine: { zh: '没有信号，照常记。有信号自动发。', en: 'No signal; go on. It is sent by itself later.' },
})
