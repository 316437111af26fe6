/** Reading the spreadsheets that exist: from their first rows to people and homes, row by row. Pure. */
export * from './types.ts'
export { findHeader, type FoundHeader, type Header, type HeadRow } from './find-header.ts'
export { headerKey, mapColumn, planColumns, planSheet, sheetHolds } from './plan.ts'
export { isOpened, mayOpenAs, openedFields, type OpenedField } from './opened.ts'
export { openSheet, readFixed, verdictOf, withFixes, SECTION } from './reader.ts'
export { sectionOf, withoutRefused, withoutRefusedAlone } from './section.ts'
