/** Files of rosters, read as streams. */
export { BadFile } from './bad-file.ts'
export { MARK } from './mark.ts'
export { openWorkbook, type PlannedSheet, type Workbook } from './open.ts'
export { plainRows } from './plain.ts'
