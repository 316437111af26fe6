/** What homes, ties, fields and lists are called on every screen. */
import type { Said } from '../../../kit/pure.ts'
import type { ConfirmedHow, DwellingState, ListKind, Purpose, Relation, Sex, SourceKind, Tie } from '../../rules/index.ts'

export const STATE_SAID: Readonly<Record<DwellingState, Said>> = {
  unknown: { zh: '不清楚', en: 'Not known' }, lived_in: { zh: '住着人', en: 'Lived in' }, let: { zh: '租出去了', en: 'Let' },
  vacant: { zh: '空着', en: 'Empty' }, business: { zh: '开店办公', en: 'In business use' }, unfinished: { zh: '没交付', en: 'Not handed over' },
}
export const TIE_SAID: Readonly<Record<Tie, Said>> = {
  lives: { zh: '住这里', en: 'lives here' }, registered: { zh: '户口在此', en: 'registered' }, owns: { zh: '房主', en: 'owner' },
  rents: { zh: '租客', en: 'tenant' },
}
export const RELATION_SAID: Readonly<Record<Relation, Said>> = {
  head: { zh: '户主', en: 'Head' }, spouse: { zh: '配偶', en: 'Spouse' }, son: { zh: '儿子', en: 'Son' }, daughter: { zh: '女儿', en: 'Daughter' },
  grandchild: { zh: '孙辈', en: 'Grandchild' }, parent: { zh: '父母', en: 'Parent' }, grandparent: { zh: '祖父母', en: 'Grandparent' },
  sibling: { zh: '兄弟姐妹', en: 'Sibling' }, other: { zh: '其他', en: 'Other' },
}
export const SEX_SAID: Readonly<Record<Sex, Said>> = { male: { zh: '男', en: 'M' }, female: { zh: '女', en: 'F' }, unknown: { zh: '未说', en: '–' } }
export const HOW_SAID: Readonly<Record<ConfirmedHow, Said>> = {
  door: { zh: '上门', en: 'at the door' }, phone: { zh: '电话', en: 'by telephone' }, import: { zh: '表格导入', en: 'from a spreadsheet' },
  resident: { zh: '本人', en: 'by themselves' }, desk: { zh: '来社区', en: 'at the desk' },
}
export const SOURCE_SAID: Readonly<Record<SourceKind, Said>> = {
  import: { zh: '表格', en: 'spreadsheet' }, door: { zh: '上门', en: 'door' }, desk: { zh: '社区记的', en: 'desk' }, resident: { zh: '本人', en: 'themselves' },
  demo: { zh: '演示数据', en: 'demo data' },
}
/** The lists, as short words and as what to do about them. */
export const LIST_SAID: Readonly<Record<ListKind, Said>> = {
  unknown: { zh: '不清楚的户', en: 'Not known' }, stale: { zh: '该再核一次的户', en: 'Due to be confirmed' }, doubtful: { zh: '有疑问的户', en: 'In doubt' },
  conflict: { zh: '两种说法的户', en: 'Two answers' }, vacant: { zh: '空着的户', en: 'Empty' }, known: { zh: '清楚的户', en: 'Known' },
  confirmed: { zh: '近期核过的户', en: 'Confirmed lately' }, all: { zh: '全部户', en: 'All homes' },
}
export const PURPOSE_SAID: Readonly<Record<Purpose, Said>> = {
  know_homes: { zh: '核对底册', en: 'Check the roster' }, reach_in_emergency: { zh: '急事找人', en: 'Reach somebody in an emergency' },
  handle_matter: { zh: '办一件事', en: 'Handle a matter' }, care: { zh: '关爱探望', en: 'Care' }, correct_roster: { zh: '改正底册', en: 'Correct the roster' },
  owners_vote: { zh: '业主表决', en: 'Owners’ vote' },
}
/** Purposes for which the roster may be opened in clear. */
export const REVEAL_PURPOSES: readonly Purpose[] = ['know_homes', 'reach_in_emergency', 'handle_matter', 'care', 'correct_roster']
export const DOUBT_SAID: Readonly<Record<string, Said>> = {
  conflict: { zh: '同一项有两种说法', en: 'Two answers to one question' }, same_person: { zh: '有人可能登记了两次', en: 'Somebody may be entered twice' },
  asked_deletion: { zh: '有人要求删除自己的信息', en: 'Somebody asked to be deleted' }, told_moved: { zh: '有人说这户搬走了，还没核', en: 'Said to have moved' },
  told_dead: { zh: '有人说这户有人过世了，还没核', en: 'Said to have died' }, too_many: { zh: '登记的人多得不像真的', en: 'More people than seems likely' },
}
