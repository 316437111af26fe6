import { codeOf, day, defineActs, id, whole } from '../../../record/rules/index.ts'
import { NORM_KINDS } from './norms.ts'

/** The acts of sizing: a norm that was entered, a grid that was divided, and one that was put together again. */
export const sizingActs = defineActs({
  'norm.entered': { say: { zh: '登记了规模标准', en: 'entered a norm of size' }, facts: { norm: id, kind: codeOf(...NORM_KINDS), most: whole, from: day } },
  'grid.divided': { say: { zh: '划分了网格', en: 'divided a grid' }, facts: { split: id, homes: whole, parts: whole, moved: whole, work: whole } },
  'grid.rejoined': { say: { zh: '撤回了网格划分', en: 'took a division back' }, facts: { split: id, work: whole } },
})
