/** Files of rosters, read as streams. */
export { BadFile } from './bad-file.ts'
export { MARK } from './mark.ts'
export { openWorkbook, type PlannedSheet, type ShownHeader, type Wish, type Workbook } from './open.ts'
export type { Source } from './source.ts'
export { plainRows, type PlainRow } from './plain.ts'
