import { withScope, type Db, type Scope } from '../../../kit/db.ts'
import type { FieldKey } from '../../../trust/index.ts'
import type { RawRow } from '../../rules/reading/index.ts'
import { changeImport, destroyStaging, importById, readingUntil, stageRows, stagingEnds, stagingKeyOf, type KeptColumn, type KeptSheet } from '../../store/import-file.ts'
import type { PlannedSheet, Workbook } from '../../file/index.ts'
import { openWithholding } from './withhold.ts'

const BATCH = 1000

const keptSheet = (key: FieldKey, { plan, holds, headers }: PlannedSheet): KeptSheet => ({
  ...plan, held: holds, columns: plan.columns.map((column): KeptColumn => {
    const header = headers.find(({ letter }) => letter === column.letter)
    const head = header === undefined ? undefined : key.seal(`head ${plan.sheet} ${column.letter}`, JSON.stringify([header.text, header.key])).toString('base64')
    return head === undefined ? column : { ...column, head }
  }),
})

/** The header of a column as a person sees it, and by what its mapping is remembered, while the staging key lives. */
export function headOf(key: FieldKey, sheet: number, { letter, head }: KeptColumn): { readonly text: string; readonly key: string } | null {
  if (head === undefined) return null
  const [text = '', by = ''] = JSON.parse(key.open(`head ${sheet} ${letter}`, Buffer.from(head, 'base64'))) as string[] // sealed above in this shape
  return { text, key: by }
}

async function* batches({ sheets, rows }: Workbook): AsyncGenerator<readonly RawRow[]> {
  let batch: RawRow[] = []
  for (const { plan, holds } of sheets) {
    if (holds === 'nothing') continue
    for await (const some of rows(plan)) {
      batch.push(...some)
      if (batch.length < BATCH) continue
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

/**
 * Reads an open file into staging, sealed, a thousand rows at a time. What the file's plan does not read was dropped before it got here, and of sensitive
 * columns what nobody's consent covers is dropped here. Ends with the
 * import in review, or failed; never keeps the file. Stops when the import was dropped meanwhile. [RO21]
 */
export async function readImport(db: Db, scope: Scope, id: string, file: Workbook, now: () => Date): Promise<void> {
  const { district } = scope
  try {
    const begun = await withScope(db, scope, async (tx) => {
      const [row, key] = [await importById(tx, district, id), await stagingKeyOf(tx, district, id)]
      if (row === null || key === null) return null
      const columns = file.sheets.map((sheet) => keptSheet(key, sheet))
      const refused = columns.flatMap(({ sheet, columns: all }) => all.filter(({ outcome }) => outcome === 'refused').map(({ letter }) => ({ sheet, column: letter })))
      await changeImport(tx, district, id, { columns, refused }, ['reading'])
      return { row, key, withhold: await openWithholding(tx, { district, ...row }, file.sheets.map(({ plan }) => plan), now()) }
    })
    if (begun === null) return
    let read = 0
    for await (const rows of batches(file)) {
      read += rows.length
      const goesOn = await withScope(db, scope, async (tx) => {
        await stageRows(tx, district, begun.row, begun.key, rows.map(begun.withhold))
        return changeImport(tx, district, id, { readRows: read, expiresAt: readingUntil(now()) }, ['reading'])
      })
      if (!goesOn) return await withScope(db, scope, (tx) => destroyStaging(tx, district, id))
    }
    await withScope(db, scope, (tx) => changeImport(tx, district, id, { state: 'review', readRows: read, expiresAt: stagingEnds(now()),
      counts: { numbers: { rows: 0 }, problems: {} } }, ['reading']))
  } catch (error) {
    await failImport(db, scope, id, 'unreadable')
    throw error
  } finally {
    await file.close()
  }
}

/** Marks an import as failed and destroys what was staged. `code` says why. */
export async function failImport(db: Db, scope: Scope, id: string, code: string): Promise<void> {
  await withScope(db, scope, async (tx) => {
    if (await changeImport(tx, scope.district, id, { state: 'failed', failure: code }, ['reading', 'review'])) await destroyStaging(tx, scope.district, id)
  })
}
