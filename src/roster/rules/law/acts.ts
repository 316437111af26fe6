import { code, codeOf, defineActs, id, whole } from '../../../record/rules/index.ts'

/**
 * The acts of the law kept. The record stays for ever: no act says which sensitive thing somebody agreed to, and none about the branch's compartment
 * names a person of the roster.
 */
export const lawActs = defineActs({
  'assessment.made': { say: { zh: '做了影响评估', en: 'An assessment of impact was recorded' }, facts: { assessment: id, kinds: whole } },
  'assessment.ended': { say: { zh: '收回了影响评估', en: 'An assessment of impact was taken back' }, facts: { assessment: id } },
  'consent.written': { say: { zh: '记下了本人的同意', en: 'A consent was written down' },
    facts: { what: codeOf('sensitive', 'care'), how: codeOf('own_file', 'paper', 'door') } },
  'consent.withdrawn': {
    say: { zh: '撤回了同意，凭它记的都删了', en: 'A consent was withdrawn, and what rested on it deleted' },
    facts: { what: codeOf('sensitive', 'care'), how: codeOf('own_file', 'paper', 'door', 'moved_out'), deleted: whole },
  },
  'sensitive.kept': { say: { zh: '记了一项敏感信息', en: 'A sensitive value was written down' }, facts: {} },
  'care.arranged': { say: { zh: '记下了关照约定', en: 'An agreement of care was written down' }, facts: { asked_by: codeOf('self', 'family') } },
  'party.kept': { say: { zh: '支部名册记了一人', en: 'The branch wrote somebody into its list' }, facts: { by: codeOf('self', 'branch') } },
  'party.ended': { say: { zh: '支部名册删了一人', en: 'Somebody left the branch’s list' }, facts: { why: codeOf('asked', 'wrong', 'moved_out') } },
  'roster.expired': { say: { zh: '到期删除', en: 'Data whose time had passed was deleted' }, facts: { certificate: id, rule: code, rows: whole } },
})
