import { codeOf, day, defineActs, flag, whole } from '../../record/rules/index.ts'
import { SEATS } from './joint-board.ts'

/** The acts of a joint board. Facts are seats, days and counts; titles, reasons and results stand on the board. */
export const jointActs = defineActs({
  'joint.put': { say: { zh: '放上四方协调', en: 'Put on the joint board' }, facts: { seat: codeOf(...SEATS), agreed: day, matter: flag } },
  'joint.moved': { say: { zh: '改四方协调的担责方或日子', en: 'Changed who is accountable or the day on the joint board' },
    facts: { seat: codeOf(...SEATS), agreed: day } },
  'joint.done': { say: { zh: '写了四方协调的结果', en: 'Wrote a result on the joint board' }, facts: { seat: codeOf(...SEATS), late: flag } },
  'joint.met': { say: { zh: '记了一次四方协调会', en: 'Recorded a joint meeting' }, facts: { held_on: day, present: whole, items: whole } },
})
