/** Papers as Word files and PDFs: what a capability says in plain data, this sets on A4. */
export { paperDocx } from './docx.ts'
export type { Block, Cell, Column, Head, Paper, Run } from './paper.ts'
export { paperPdf } from './pdf.ts'
export { civilDate, civilMoment, inChinese, paperNumber } from './words.ts'
