/** Papers as Word files and PDFs: what a capability says in plain data, this sets on A4. */
export type { Block, Cell, Paper } from './paper.ts'
export { paperDocx, paperPdf } from './thread.ts'
export { civilDate, civilMoment, inChinese, paperNumber } from './words.ts'
