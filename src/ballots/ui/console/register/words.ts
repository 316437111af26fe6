import { words } from '../../../../ui-kit/index.ts'

const homes = (n: number, zh: string, en: string) => ({ zh: `${n}${zh}`, en: `${n} ${en}` })

/** Words of the voting register. */
export const registerWords = words({
  title: { zh: '业主名册', en: 'Voting register' },
  of: (compound: string) => ({ zh: `${compound}业主名册`, en: `Voting register, ${compound}` }),
  listLine: { zh: '投票时谁算一个人、算多大面积。谁管名册，只有谁看得到。', en: 'Who counts as one person in a vote, and with which area. Only its keeper reads it.' },
  none: { zh: '您的岗位下没有要投票的小区', en: 'No compound with owners belongs to your post' },
  noneLine: { zh: '名册归业主委员会；没有业委会的，由代行的一方管。', en: "The register is the owners' committee's, or of whoever stands in for it." },
  keptBy: (org: string) => ({ zh: `${org}管`, en: `kept by ${org}` }), since: (day: string) => ({ zh: `${day}起`, en: `since ${day}` }),
  noKeeper: { zh: '还没有名册', en: 'no register yet' },
  teach: { zh: '成立筹备组的时候建。没有业委会前，由居委会代管；业委会选出来，就移交给它。',
    en: "Begun with the preparatory group. Until a committee is elected the residents' committee stands in, and then hands it over." },
  notYours: { zh: '看不到里面。业主名册和居民名册是两间屋子，互不相通。', en: "You see nothing of it: the owners' register and the residents' roster are separate rooms." },
  start: { zh: '建名册', en: 'Begin the register' }, open: { zh: '打开名册', en: 'Open the register' }, homesOf: (n: number) => homes(n, '户', 'homes'),
  said: (titles: string, heads: string, area: string) => ({ zh: `${titles}套算${heads}个人，共${area}平方米。`,
    en: `${titles} titles count as ${heads} people, ${area} m² in all.` }),
  saidNone: { zh: '名册还是空的。', en: 'The register is still empty.' }, saidNoneLine: { zh: '从表格导入，一行一套。', en: 'Import a table, one title a row.' },
  quorum: (heads: string, area: string) => ({ zh: `要作数，至少${heads}人、${area}平方米参加，两样都要够。`,
    en: `A vote holds when ${heads} people and ${area} m² take part, both.` }),
  basis: { zh: '一套算一人，一人买几套、几人共有一套都算一人；没卖的和没交付的合起来算一人。依据：《建筑物区分所有权司法解释》（2020年修正）第8条、第9条。',
    en: 'Several titles of one buyer, one title of several, all unsold and undelivered: one person each. 建筑物区分所有权司法解释 (2020), arts 8, 9.' },
  kinds: { zh: '怎么计', en: 'What counts' }, kind: { zh: '种类', en: 'Kind' }, titles: { zh: '套', en: 'Titles' }, heads: { zh: '算几人', en: 'People' },
  area: { zh: '面积（平方米）', en: 'Area (m²)' }, notCounted: { zh: '按议事规则不计', en: "not counted, by the compound's rules" },
  byBuilding: { zh: '各栋', en: 'By building' }, toDo: { zh: '谁还投不了', en: "Who can't vote yet" },
  allCan: { zh: '每一位业主都能投。', en: 'Every owner can vote.' },
  notChosen: (n: number) => ({ zh: `${n}家共有人还没推选谁投票`, en: `${n} sets of joint owners have not chosen who votes` }),
  dead: (n: number) => ({ zh: `${n}家业主去世，等继承人登记`, en: n === 1 ? '1 owner died; the heirs are to be entered'
    : `${n} owners died; the heirs are to be entered` }),
  court: (n: number) => ({ zh: `${n}家有法院的限制`, en: `${n} under a court order` }), nobody: (n: number) => ({ zh: `${n}家没有登记业主`,
    en: `${n} without an owner` }),
  show: { zh: '看名单', en: 'Show them' },
  rules: { zh: '议事规则', en: 'Rules of procedure' }, rulesOn: (day: string) => ({ zh: `${day}通过`, en: `adopted ${day}` }),
  rulesNone: { zh: '没有登记，按最稳妥的算', en: 'none entered: the safest holds' },
  rulesOpen: { zh: '看议事规则', en: 'Read the rules' }, whoKeeps: { zh: '谁管', en: 'Who keeps it' },
  whoKeepsLine: { zh: '换届以后移交给新的一届，交出去就看不到了。', en: 'A new committee takes it over; who hands it over sees nothing of it afterwards.' },
  partLine: (titles: string, heads: string) => ({ zh: `${titles}套，算${heads}人`, en: `${titles} titles, ${heads} people` }),
    partNot: (n: string) => ({ zh: `${n}个，不计`, en: `${n}, not counted` }),
  addTitle: { zh: '登记一套', en: 'Enter one title' },
  import: { zh: '导入表格', en: 'Import a table' }, export: { zh: '带走名单', en: 'Take the list along' }, handOver: { zh: '移交名册', en: 'Hand it over' },
  search: { zh: '房号，如 3-1201', en: 'Room, as 3-1201' }, listLabel: { zh: '名单', en: 'Lists' },
  all: { zh: '全部', en: 'All' }, stopped: { zh: '投不了的', en: "Can't vote" }, joint: { zh: '共有', en: 'Joint' }, several: { zh: '几套', en: 'Several' },
    proxy: { zh: '有委托', en: 'Proxy' },
  part: { zh: '看哪一栋', en: 'Which part' }, whole: { zh: '整个小区', en: 'The whole compound' },
  count: (n: number) => ({ zh: `${n}套`, en: `${n} titles` }), nothing: { zh: '没有这样的', en: 'None of these' }, nothingLine: { zh: '换一个房号，或者看全部。',
    en: 'Try another room, or show all.' },
  shows: (n: number, of: number) => ({ zh: `先列${n}套，共${of}套，输入房号再找。`, en: `The first ${n} of ${of}; type a room to find one.` }),
  people: (first: string, n: number) => ({ zh: n > 1 ? `${first}等${n}人` : first, en: n > 1 ? `${first} and ${n - 1} more` : first }),
  nobodyYet: { zh: '没有登记业主', en: 'no owner entered' }, severalOf: (n: number) => ({ zh: `一共${n}套`, en: `${n} titles` }),
  back: { zh: '回到名册', en: 'Back to the register' }, backList: { zh: '回到名单', en: 'Back to the list' }, failed: { zh: '没有取到', en: 'Not read' },
    again: { zh: '再取一次', en: 'Try again' },
  gone: { zh: '没有找到这份名册', en: 'No such register' }, goneLine: { zh: '可能已经移交给别人管了。', en: 'It may have been handed over.' },
  keyNext: { zh: '下一套', en: 'next title' }, keyBefore: { zh: '上一套', en: 'title before' },
})

/** Kinds, states and sources as people say them. */
export const KIND_SAID = {
  home: { zh: '住宅', en: 'home' }, shop: { zh: '商铺', en: 'shop' }, garage: { zh: '车位', en: 'garage' }, storeroom: { zh: '储藏室', en: 'storeroom' },
} as const
export const STATUS_SAID = {
  sold: { zh: '已售', en: 'sold' }, unsold: { zh: '没卖', en: 'unsold' }, undelivered: { zh: '没交付', en: 'not handed over' },
} as const
export const SOURCE_SAID = {
  register: { zh: '不动产登记', en: 'land register' }, survey: { zh: '实测', en: 'survey' }, contract: { zh: '买卖合同', en: 'contract of sale' },
} as const
export const STOP_SAID = {
  death: { zh: '业主去世，等继承人', en: 'owner died' }, court_order: { zh: '法院限制', en: 'court order' }, nobody: { zh: '没有登记业主', en: 'no owner' },
  not_chosen: { zh: '没推选谁投', en: 'nobody chosen' },
} as const
