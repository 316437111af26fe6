import { codeOf, defineActs, id, whole } from '../../../record/rules/index.ts'

const field = codeOf('name', 'phone', 'id_number', 'born', 'sex', 'relation', 'registered_at', 'note')

/** What is done with imports, and what is decided about values and persons: codes, ids and counts. */
export const importActs = defineActs({
  'roster.imported': {
    say: { zh: '导入了一张表', en: 'A spreadsheet was imported' },
    facts: { rows: whole, left: whole, people: whole, homes: whole, waiting: whole, joined: whole },
  },
  'roster.import_undone': { say: { zh: '撤回了一次导入', en: 'An import was undone' }, facts: { people: whole, ties: whole } },
  'roster.import_dropped': { say: { zh: '放弃了一次导入', en: 'An import was dropped' }, facts: { rows: whole } },
  'roster.conflict_decided': {
    say: { zh: '定了以哪个为准', en: 'Two differing values were decided' }, facts: { field, kept: codeOf('old', 'new', 'both') },
  },
  'roster.conflict_reopened': { say: { zh: '撤回了以哪个为准', en: 'A decision between two values was taken back' }, facts: { field } },
  'roster.persons_joined': { say: { zh: '认定是同一个人', en: 'Two entries were found to be one person' }, facts: { other: id, weight: whole } },
  'roster.persons_apart': { say: { zh: '认定不是同一个人', en: 'Two entries were found to be two persons' }, facts: { other: id } },
  'roster.persons_split': { say: { zh: '又分成两个人', en: 'One person was split into two again' }, facts: { other: id } },
  'roster.persons_reopened': { say: { zh: '是不是同一个人，撤回再定', en: 'A decision about two entries was taken back' }, facts: { other: id } },
})
