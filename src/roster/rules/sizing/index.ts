export { besides, hangTogether, inOrder, type Block } from './blocks.ts'
export { checkParts, LOOKED_AT_ALL, proposeSplit, type Part } from './split.ts'
export { fitOf, isNormKind, NORM_KINDS, NORM_SAID, normOn, type Fit, type Norm, type NormKind } from './norms.ts'
export { explainSplit, sayBuildings } from './explain.ts'
