import { code, codeOf, defineActs, flag, maybe, whole } from '../../record/rules/index.ts'

const tie = codeOf('lives', 'registered', 'owns', 'rents')
const field = codeOf('name', 'phone', 'id_number', 'born', 'sex', 'relation', 'registered_at', 'note')

/** What is done to a household's file. Codes and numbers: no value of anybody, and the person only as the act's subject. */
export const homeActs = defineActs({
  'home.kept': {
    say: { zh: '记了这户的情况', en: 'A home was written down' },
    facts: { state: codeOf('unknown', 'lived_in', 'let', 'vacant', 'business', 'unfinished'), children: whole,
      confirmed: maybe(codeOf('door', 'phone', 'import', 'resident', 'desk')) },
  },
  'dweller.added': { say: { zh: '登记了一个人', en: 'Somebody was entered' }, facts: { tie, fields: whole } },
  'dweller.corrected': { say: { zh: '改了一项', en: 'A value was corrected' }, facts: { field, past: flag } },
  'dweller.taken_back': { say: { zh: '撤回了一次改动', en: 'A correction was taken back' }, facts: { field } },
  'dweller.ended': { say: { zh: '记了搬走或去世', en: 'A tie was ended' }, facts: { why: codeOf('moved', 'died', 'wrong'), ties: whole } },
  'dweller.reopened': { say: { zh: '撤回了搬走', en: 'The end of a tie was taken back' }, facts: { ties: whole } },
  'roster.exported': {
    say: { zh: '导出了名单', en: 'A list was exported' }, facts: { list: code, homes: whole, people: whole, clear: flag, purpose: code },
  },
})
