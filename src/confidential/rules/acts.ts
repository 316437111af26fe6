import { codeOf, codes, code, defineActs, flag, maybe } from '../../record/rules/index.ts'
import { BODIES, RETALIATIONS } from './thread.ts'

const content = codes

/**
 * The acts of the line. They stand in the record as commitments alone [C7]. `content` is the SHA-256 of salt and words in eight parts of eight
 * hexadecimal digits, so that whoever kept the words can show that they were these.
 */
export const confidentialActs = defineActs({
  'confidential.filed': { say: { zh: '写了一封信', en: 'wrote a report' }, facts: { concerned: code, official: flag, content } },
  'confidential.wrote': {
    say: { zh: '又写了一封', en: 'wrote again' }, facts: { by: codeOf('reporter', 'handler'), content, retaliation: maybe(codeOf(...RETALIATIONS)) },
  },
  'confidential.taken': { say: { zh: '接下了信', en: 'took the report' }, facts: {} },
  'confidential.handed_over': { say: { zh: '移交了', en: 'handed it over' }, facts: { body: codeOf(...BODIES) } },
  'confidential.closed': { say: { zh: '办结了', en: 'ended it' }, facts: { content } },
})
