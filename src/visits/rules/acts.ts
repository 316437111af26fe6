import { codeOf, defineActs, flag, whole } from '../../record/rules/index.ts'
import { MET, PURPOSES } from './visit.ts'

/** The act of a visit. `minutes`: how long after the visit it reached the server. No word of what was said. */
export const visitActs = defineActs({
  'visit.recorded': {
    say: { zh: '走访', en: 'Visited' },
    facts: { purpose: codeOf(...PURPOSES), met: codeOf(...MET), in_person: flag, minutes: whole },
  },
})
