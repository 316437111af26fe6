import { words } from '../../../ui-kit/index.ts'

/** Words of opening a dispute, of papers and of ties. */
export const newWords = words({
  title: { zh: '开一件纠纷', en: 'Open a dispute' },
  line: { zh: '先问两边愿不愿意。都愿意，才请调解员。', en: 'Both sides are asked first. Only if both agree does a mediator come.' },
  back: { zh: '回到纠纷调处', en: 'Back to disputes' },
  from: (number: string) => ({ zh: `从第${number}件事项转来`, en: `From matter ${number}` }),
  kind: { zh: '哪一类', en: 'Kind' }, where: { zh: '在哪里', en: 'Where' },
  said: { zh: '为了什么', en: 'About what' }, saidHint: { zh: '写事，不写人。调解员看得到，社区和楼栋长看不到。', en: 'The thing, not the people. The mediator reads it; community and captain do not.' },
  sides: { zh: '两方是谁', en: 'The two sides' }, isOrg: { zh: '这一方是单位', en: 'This side is an organisation' },
  org: { zh: '哪个单位', en: 'Which organisation' }, orgNone: { zh: '请选', en: 'Choose' }, orgFirst: { zh: '先选地方，再选单位', en: 'Choose the place first' },
  name: { zh: '姓名', en: 'Name' }, phone: { zh: '手机', en: 'Mobile' }, address: { zh: '住址', en: 'Address' },
  addPerson: { zh: '这一方还有人', en: 'One more person on this side' },
  home: { zh: '住哪栋', en: 'Lives in' }, homeHint: { zh: '住同一栋楼的调解员会被排除。', en: 'Mediators who live in the same building are left out.' },
  next: { zh: '打开后，印两张告知单，或者当面问。', en: 'Then print two slips, or ask at the door.' }, open: { zh: '开这件纠纷', en: 'Open it' },
  missing: (what: string) => ({ zh: `还差${what}`, en: `Missing: ${what}` }), join: { zh: '、', en: ', ' },
  mKind: { zh: '哪一类', en: 'kind' }, mWhere: { zh: '地方', en: 'place' }, mSaid: { zh: '为了什么', en: 'what about' }, mSides: { zh: '两方是谁', en: 'the two sides' },
  about: { zh: '会这样告诉双方', en: 'What both are told' }, failed: { zh: '没有开成', en: 'It was not opened' },
  doneTitle: (number: string) => ({ zh: `开好了，调解第 ${number} 件`, en: `Opened: mediation no. ${number}` }),
  doneLine: { zh: '两张告知单，各交一方。码只在这里出现一次，丢了再印新的。', en: 'Two slips, one for each side. The codes appear here once; print new ones if lost.' },
  print: { zh: '打印', en: 'Print' }, show: { zh: '看这件', en: 'Open it' },
  // papers
  papers: { zh: '打印文书', en: 'Papers' }, which: { zh: '哪一份', en: 'Which paper' },
  slipA: { zh: '告知单（甲方）', en: 'Slip for side A' }, slipB: { zh: '告知单（乙方）', en: 'Slip for side B' },
  agreement: { zh: '调解协议书', en: 'Agreement' }, ways: { zh: '去处告知书', en: 'Ways on' },
  makeSlip: { zh: '出一张新的告知单', en: 'Make a new slip' }, slipNote: { zh: '会换一个新码，旧的纸就打不开了。', en: 'It gets a new code; the old paper opens nothing any more.' },
  fullNames: { zh: '写上全名再打印', en: 'Print with full names' }, fullNote: { zh: '会记下来，当事人看得到。60秒后重新隐去。', en: 'This is recorded and the sides see it. Hidden again after 60 seconds.' },
  onlyMediator: { zh: '全名由这件事的调解员打印。', en: 'Full names are printed by the mediator.' }, hidesIn: (n: number) => ({ zh: `${n}秒后隐去`, en: `hidden in ${n} s` }),
  noAgreement: { zh: '还没有协议', en: 'There is no agreement yet' },
  // ties
  tiesTitle: { zh: '我的回避申报', en: 'My ties' },
  tiesLine: { zh: '和谁有关系，就不调谁的纠纷。只用来排除，别人看不到。', en: 'You do not mediate for those you are tied to. Only used to leave you out; nobody reads it.' },
  tiesHome: { zh: '我住哪栋', en: 'Where I live' }, tiesPlaces: { zh: '近亲属住的、我出租的', en: 'Where near relatives live, or that I let' },
  tiesOrgs: { zh: '我任职、入股的单位', en: 'Organisations I work for or hold a share in' }, tiesDo: { zh: '申报', en: 'Declare' }, tiesDone: { zh: '申报好了。', en: 'Declared.' },
  remove: (name: string) => ({ zh: `去掉${name}`, en: `Remove ${name}` }), addPlace: { zh: '再加一栋', en: 'Add a building' },
})
