import { codeOf, defineActs, id, maybe, whole } from '../../record/rules/index.ts'

/** What identifies a person. */
export const personFields = ['name', 'phone', 'id_number', 'address'] as const
export type PersonField = typeof personFields[number]

/**
 * What is sealed with a person's key, wherever it stands. `sensitive` stands for all data whose very name says something of a person (disability,
 * low income, a need of care): the record of acts stays for ever and must not say which. [T5]
 */
export const sealedFields = [...personFields, 'born', 'registered_at', 'note', 'sensitive'] as const
export type SealedField = typeof sealedFields[number]

/** Why the roster may be opened. */
export const rosterPurposes = ['know_homes', 'reach_in_emergency', 'handle_matter', 'care', 'correct_roster'] as const
export type RosterPurpose = typeof rosterPurposes[number]

/** Why somebody looks at what identifies a person. There is no 'other': whoever has no purpose has no look. [T5] */
export const revealPurposes = [
  'call_back', 'visit', 'identity_check', 'deliver_notice', 'person_asked', 'legal_request', ...rosterPurposes,
] as const
export type RevealPurpose = typeof revealPurposes[number]

/** Into whose hands a copy is given at a desk. */
export const copyTakers = ['self', 'guardian'] as const
export type CopyTaker = typeof copyTakers[number]

/** Why somebody's data is erased. */
export const eraseReasons = ['asked', 'moved', 'died', 'expired', 'wrong', 'withdrawn'] as const
export type EraseReason = typeof eraseReasons[number]

/** The acts that trust records. */
export const trustActs = defineActs({
  'person.exported': { say: { zh: '本人信息被导出了', en: 'Personal data left in a file, in clear' }, facts: { purpose: codeOf(...revealPurposes) } },
  'person.revealed': {
    say: { zh: '查看了本人信息', en: 'Personal data was shown' }, facts: { field: codeOf(...sealedFields), purpose: codeOf(...revealPurposes) },
  },
  'person.erased': { say: { zh: '删除了本人信息', en: 'Personal data was erased' }, facts: { reason: maybe(codeOf(...eraseReasons)) } },
  'person.copied': { say: { zh: '给了本人一份自己的信息', en: 'A person was given a copy of their data' },
    facts: { way: codeOf('own_file', 'desk'), taker: maybe(codeOf(...copyTakers)) } },
  'master.changed': { say: { zh: '更换了主密钥', en: 'The master key was changed' }, facts: { keys: whole } },
  'card.issued': { say: { zh: '发了登录卡', en: 'A sign-in card was issued' }, facts: { post: id } },
})
