import type { Db } from '../../kit/db.ts'
import type { Result } from '../../kit/pure.ts'
import type { Trust } from '../../trust/index.ts'

/** A row of a table as its file shows it. */
export type TableLine = { readonly line: number; readonly cells: readonly string[] }
/**
 * `path` is the district's; `readTable` reads CSV and workbooks and is put in by the application; with a `mark`, as in a demo, only tables that bear
 * it are taken, so that nobody leaves real people there.
 */
export type RegisterWiring = { readonly db: Db; readonly trust: Pick<Trust, 'staffOf' | 'now'>; readonly path: string; readonly mark: string | null
  readonly readTable: (bytes: Buffer) => Promise<Result<readonly TableLine[]>> }
