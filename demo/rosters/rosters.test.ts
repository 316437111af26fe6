import { expect, test } from 'vitest'
import { openWorkbook } from '../../src/roster/file/index.ts'
import { dirtyBook, layoutNames, type DirtyBook } from './book.ts'
import { scoreBook } from './score.ts'
import { demoHomes } from './world.ts'
import { csvBytes, workbookBytes } from './write.ts'

const homes = demoHomes()
const bookOf = (layout: string, seed = 'test'): DirtyBook => dirtyBook({ seed, layout, children: true, homes: layout === 'sheets' ? homes.slice(0,
  200)
  : homes.slice(0, 120) })

async function cellsOf(bytes: Uint8Array): Promise<string> {
  const workbook = await openWorkbook(bytes)
  const rows: string[] = []
  for (const { plan } of workbook.sheets) for await (const batch of workbook.rows(plan)) rows.push(JSON.stringify(batch))
  await workbook.close()
  return rows.join('\n') + JSON.stringify(workbook.sheets)
}

test.each(layoutNames)('[RO10] of a dirty workbook of the set %s at least 99.5 %% is read right, and nothing is silently wrong', async (layout) => {
  const book = bookOf(layout)
  const score = await scoreBook(book, await workbookBytes(book))
  expect(score.wrong).toEqual([])
  expect(score.unread).toBe(0)
  expect(score.rows).toBeGreaterThan(100)
  expect(score.right / score.cells).toBeGreaterThanOrEqual(0.995)
})

test.each(['short', 'owners'])('[RO10] the set %s as a text table is read as well', async (layout) => {
  const book = bookOf(layout, 'text')
  // Its first row carries the mark, and text tables have no colours.
  const planted = book.planted.filter(({ what }) => what !== 'colour').map((one) => ({ ...one, n: one.n + 1 }))
  const score = await scoreBook({ ...book, planted }, csvBytes(book))
  expect(score.wrong).toEqual([])
  expect(score.right / score.cells).toBeGreaterThanOrEqual(0.995)
})

test.each(layoutNames)('[RO11] what stands in refused and locked columns of the set %s is in no row, and their headers are not told (P01)',
  async (layout) => {
  const book = bookOf(layout, 'secret')
  const all = await cellsOf(await workbookBytes(book))
  expect(book.secrets.filter((secret) => all.includes(secret))).toEqual([])
  expect(all).not.toMatch(/重点人员|宗教|政治面貌|失孤|大病|特殊人群/)
})

test('the same seed gives the same rows and answers, another seed others', () => {
  const [one, other] = [bookOf('grid'), bookOf('grid')]
  expect(one).toEqual(other)
  expect(bookOf('grid', 'else').sheets[0]?.rows[5]).not.toEqual(one.sheets[0]?.rows[5])
})

test('(P30) made-up files carry the mark of the generator, in workbooks and in text tables', async () => {
  const book = bookOf('owners', 'mark')
  for (const bytes of [await workbookBytes(book), csvBytes(book)]) {
    const workbook = await openWorkbook(bytes)
    expect(workbook.generated).toBe(true)
    await workbook.close()
  }
})
