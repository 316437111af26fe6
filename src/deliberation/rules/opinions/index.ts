/** Front door of the rules of the opinion map. */
export type { Consensus } from './consensus.ts'
export { addVotes, noOpinions, type Opinions, type Sign, type Vote } from './ledger.ts'
export { drawMap, type Common, type Drawing, type OpinionMap } from './map.ts'
export { parameters } from './parameters.ts'
export type { Representative } from './representative.ts'
