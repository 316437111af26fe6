/** Made-up rosters as the files that exist: for trying the import, for its tests and for its measure. */
export { dirtyBook, layoutNames, type BookWish, type DirtyBook } from './book.ts'
export { exampleFiles, type Example } from './examples.ts'
export { scoreBook, type Score } from './score.ts'
export { demoHomes, madeUpHomes, type Home } from './world.ts'
export { csvBytes, workbookBytes, writeWorkbook } from './write.ts'
