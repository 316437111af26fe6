/** Three small files that a person can download to try the import with: made up, dirty as real ones are, and marked. */
import type { Said } from '../types.ts'
import { dirtyBook } from './book.ts'
import { demoHomes } from './world.ts'
import { csvBytes, workbookBytes } from './write.ts'

export type Example = { readonly key: string; readonly file: string; readonly said: Said; readonly type: string; readonly bytes: Buffer }

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const HOMES = 14

/** Makes the three files for the compound of that name, '梧桐苑' where none is given; the same bytes of rows every time. */
export async function exampleFiles(compound = '梧桐苑'): Promise<readonly Example[]> {
  const homes = demoHomes().filter((home) => home.compound === compound)
  const some = (layout: string, from: number) => dirtyBook({ seed: 'example', layout, homes: homes.slice(from, from + HOMES) })
  return [
    { key: 'household', file: '居民家庭情况登记册.xlsx', type: XLSX, bytes: await workbookBytes(some('household', 0)),
      said: { zh: '居民家庭情况登记册：两行表头、合并单元格、涂了颜色的行', en: 'Household register: two header rows, merged cells, coloured rows' } },
    { key: 'grid', file: '网格人口台账.xlsx', type: XLSX, bytes: await workbookBytes(some('grid', HOMES)),
      said: { zh: '网格人口台账：有不该读的列，日期、电话写法不一', en: 'A grid’s ledger: columns that may not be read, dates and telephones in many spellings' } },
    { key: 'owners', file: '业主花名册.csv', type: 'text/csv; charset=utf-8', bytes: csvBytes(some('owners', 2 * HOMES)),
      said: { zh: '业主花名册：一格里几个业主，文本表格', en: 'Owners’ list: several owners in a cell, a text table' } },
  ]
}
