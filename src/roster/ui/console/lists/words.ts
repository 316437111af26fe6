import { words } from '../../../../ui-kit/index.ts'
import { count } from '../../../../ui-kit/when.ts'

/** Words of coverage, its lists and what is taken along. */
export const listWords = words({
  title: { zh: '名册和底数', en: 'Roster' },
  line: { zh: '每个数都点得开，点开就是要跑的户。', en: 'Every number opens the homes behind it.' },
  said: (homes: string, known: string, confirmed: string) => ({
    zh: `${homes}户里，${known}户说得清谁在用，${confirmed}户近期核过。`, en: `Of ${homes} homes ${known} are known and ${confirmed} were confirmed lately.`,
  }),
  saidAll: (homes: string) => ({ zh: `${homes}户都说得清，也都近期核过。`, en: `All ${homes} homes are known and were confirmed lately.` }),
  people: (n: string) => ({ zh: `住着${n}口人，不满14岁的孩子只记人数。`, en: `${n} people live there; children under 14 are counted only.` }),
  work: { zh: '要跑的户', en: 'Homes to work through' },
  workUnknown: { zh: '不知道谁在用', en: 'nobody knows who uses it' },
  workStale: { zh: '核过的日子太久了', en: 'confirmed too long ago' },
  workDoubtful: { zh: '有话没核实', en: 'something was not checked' },
  workConflict: { zh: '两张表说得不一样', en: 'two sources differ' },
  workVacant: { zh: '常去看看水电门窗', en: 'worth a look now and then' },
  homes: (n: number) => ({ zh: `${n}户`, en: `${n}` }),
  place: { zh: '地方', en: 'Place' }, all: { zh: '户数', en: 'Homes' }, known: { zh: '清楚', en: 'Known' }, confirmed: { zh: '近期核过', en: 'Confirmed' },
  unknown: { zh: '不清楚', en: 'Not known' }, stale: { zh: '该再核', en: 'Due' }, doubtful: { zh: '有疑问', en: 'In doubt' },
  conflict: { zh: '两种说法', en: 'Two answers' }, vacant: { zh: '空着', en: 'Empty' },
  share: { zh: '清楚几成', en: 'How well known' }, by: { zh: '一处一处看', en: 'Place by place' },
  percent: (share: number) => ({ zh: `${share}%`, en: `${share}%` }),
  key: { zh: '深色近期核过，斜纹清楚但该再核，空白不清楚。', en: 'Dark: confirmed lately. Hatched: known, due. Blank: not known.' },
  rhythm: (days: number) => ({ zh: `${days}天核一次`, en: `every ${days} days` }),
  rhythmVaries: { zh: '各小区不同', en: 'differs' },
  basis: { zh: '商品房180天核一次，单位住宅120天，公租房、新交付小区、老旧院落90天。这是产品的起始值，由街道改定。',
    en: 'Commodity housing every 180 days, work units 120, rented, new and courtyards 90: where the product begins, for the street to change.' },
  open: (place: string, list: string, n: string) => ({ zh: `${place}，${list}，${n}户`, en: `${place}: ${list}, ${n}` }),
  noGrid: { zh: '没划进网格的楼', en: 'Buildings in no grid' },
  export: { zh: '导出表格', en: 'Export' }, print: { zh: '打印', en: 'Print' },
  failed: { zh: '没有取到', en: 'Not read' }, again: { zh: '再取一次', en: 'Try again' },
  none: { zh: '这里还没有登记房屋', en: 'No homes are entered here yet' }, noneLine: { zh: '先导入房屋，再导入名单。', en: 'Import the homes first, then the people.' },
  // lists
  back: { zh: '回到名册和底数', en: 'Back to the roster' }, backToList: { zh: '回到名单', en: 'Back to the list' },
  count: (n: number) => ({ zh: `${count(n)}户`, en: `${count(n)} homes` }), everywhere: { zh: '全部', en: 'Everywhere' }, nameless: { zh: '还不知道是谁', en: 'nobody knows who' },
  pick: { zh: '选一户看', en: 'Choose a home' }, pickLine: { zh: 'J、K 上下走，C 记“还是这样”。', en: 'J and K move, C says that all of it holds.' },
  listDone: { zh: '这张单子跑完了', en: 'This list is done' }, listDoneLine: { zh: '没有这样的户了。', en: 'There are no such homes left.' },
  more: { zh: '再看一些', en: 'Show more' }, never: { zh: '没核过', en: 'never confirmed' }, on: (day: string) => ({ zh: `核过 ${day}`,
    en: `confirmed ${day}` }),
  living: (n: number) => ({ zh: `${n}口人`, en: `${n} people` }), streetOnly: { zh: '街道看户的情况，不看住的是谁。',
    en: 'The street sees homes, not who lives there.' },
  keyNext: { zh: '下一户', en: 'Next home' }, keyBefore: { zh: '上一户', en: 'Home before' }, keyHolds: { zh: '还是这样', en: 'All of it holds' },
  tabs: { zh: '哪张单子', en: 'Which list' },
  // export
  take: { zh: '导出这张单子', en: 'Export this list' }, takeLine: { zh: '表上写着谁导出、什么时候、为什么。导出一次记一次。',
    en: 'The sheet says who took it, when and why. Each export is recorded.' },
  forWhat: { zh: '导出来做什么', en: 'What for' }, masked: { zh: '姓名和电话隐去', en: 'Names and telephones hidden' },
  clear: { zh: '明文', en: 'In clear' }, clearNote: { zh: '只有社区能导出，一次最多200户；表上每个人都会在自己的档案里看到。',
    en: 'The community alone, at most 200 homes; everybody on the sheet sees it in their own file.' },
  takeNow: { zh: '导出表格', en: 'Export' }, home: { zh: '房屋', en: 'Home' }, state: { zh: '情况', en: 'State' }, name: { zh: '姓名', en: 'Name' },
  phone: { zh: '电话', en: 'Telephone' }, tie: { zh: '关系', en: 'Tie' }, confirmedOn: { zh: '上次核过', en: 'Confirmed' },
  markOf: (name: string, at: string, purpose: string) => ({ zh: `${name} ${at} 导出，用于${purpose}。用完销毁，不得转发。`,
    en: `Exported by ${name} at ${at} for: ${purpose}. Destroy after use; do not pass on.` }),
})

/** Words of the box that finds people and homes. */
export const findWords = words({
  find: { zh: '找人、找户：姓名、拼音首字母、电话或后四位、房号', en: 'Find: name, initials, telephone or its last four, room' },
  people: { zh: '人', en: 'People' }, homes: { zh: '房屋', en: 'Homes' },
  none: (typed: string) => ({ zh: `没有找到“${typed}”`, en: `Nothing for “${typed}”` }),
  noneLine: { zh: '换个写法试试：全名、两个字母以上的首字母、手机号，或者“3号楼1201”。',
    en: 'Try a full name, two initials or more, a telephone number, or “building 3 1201”.' },
  more: { zh: '还有更多，再多打一个字。', en: 'There are more: type a little more.' },
  looking: { zh: '正在找', en: 'Looking' }, keys: { zh: '↑↓ 选，回车打开', en: '↑↓ choose, Enter opens' },
})
