import { codeOf, codes, defineActs, flag, id, maybe, whole } from '../../../record/rules/index.ts'

const source = codeOf('register', 'survey', 'contract')
const status = codeOf('sold', 'unsold', 'undelivered')

/** What is done to a voting register: codes, ids and numbers, nobody's name. An owner is an act's subject, a title or head is named by its id. */
export const registerActs = defineActs({
  'register.started': { say: { zh: '建了业主名册', en: 'A voting register was begun' }, facts: { keeper: id } },
  'register.handed_over': { say: { zh: '移交了业主名册', en: 'The voting register was handed over' }, facts: { from: id, to: id, titles: whole } },
  'register.imported': {
    say: { zh: '导入了业主名册', en: 'The voting register was imported' }, facts: { rows: whole, added: whole, changed: whole, same: whole },
  },
  'register.title_added': { say: { zh: '登记了一套房屋', en: 'A title was entered by hand' }, facts: { title: id, head: id } },
  'register.exported': { say: { zh: '导出了业主名册', en: 'The voting register was exported' }, facts: { titles: whole, purpose: codeOf('deliver_notice',
    'identity_check') } },
  'register.owner_added': { say: { zh: '登记了业主', en: 'An owner was entered' }, facts: { head: id, owner: id } },
  'register.owner_corrected': { say: { zh: '改了业主的姓名或者电话', en: 'An owner’s name or telephone was corrected' }, facts: { head: id, owner: id,
    fields: codes } },
  'register.owner_ended': { say: { zh: '业主不再是业主', en: 'An owner ceased to be one' }, facts: { head: id, owner: id, why: codeOf('left', 'died',
    'wrong') } },
  'register.voter_chosen': { say: { zh: '记了共有人推选谁投票', en: 'Joint owners chose who votes' }, facts: { head: id, owner: id } },
  'register.blocked': { say: { zh: '记了谁都不能投的情况', en: 'A head was marked as unable to vote' }, facts: { head: id, why: codeOf('death',
    'court_order') } },
  'register.unblocked': { say: { zh: '恢复了投票', en: 'A head may vote again' }, facts: { head: id } },
  'register.title_moved': {
    say: { zh: '房屋过户', en: 'A title changed hands' },
    facts: { title: id, from: id, to: id, why: codeOf('sale', 'inheritance', 'gift', 'court', 'handed_over', 'wrong') },
  },
  'register.area_corrected': { say: { zh: '改了专有面积', en: 'An exclusive area was corrected' }, facts: { title: id, before: whole, after: whole,
    source } },
  'register.status_changed': { say: { zh: '改了出售状态', en: 'A title was marked as sold or unsold' }, facts: { title: id, status } },
  'register.proxy_given': { say: { zh: '登记了委托', en: 'A proxy was entered' }, facts: { head: id, proxy: id, vote: maybe(id) } },
  'register.proxy_revoked': { say: { zh: '收回了委托', en: 'A proxy was taken back' }, facts: { head: id, proxy: id } },
  'register.rules_adopted': { say: { zh: '登记了议事规则', en: 'Rules of procedure were entered' }, facts: { rule: id, phone: flag } },
})
