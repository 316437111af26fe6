import { withScope, type Db, type Scope } from '../../kit/db.ts'
import { commitImport } from '../commands/import/commit-import.ts'
import { judgeImport } from '../commands/import/judge-import.ts'
import { undoImport } from '../commands/import/undo-import.ts'
import { changeImport, destroyStaging, importsBy } from '../store/import-file.ts'

/**
 * Takes each import that waits for the worker a step on: judges what was read, commits, undoes. Safe in several workers: each transaction locks the
 * import and
 * looks at its state. Answers how many were worked on.
 */
export async function stepImports(db: Db, scope: Scope, now: () => Date): Promise<number> {
  const { district } = scope
  const waiting = await withScope(db, scope, async (tx) => {
    const rows = await importsBy(tx, district, { states: ['review', 'committing', 'undoing'] })
    const unread = await tx.selectFrom('roster_row').select('import').distinct().where('district', '=', district).where('verdict', '=', 'unread')
      .where('import', 'in', [...rows.filter(({ state }) => state === 'review').map(({ id }) => id), '00000000-0000-0000-0000-000000000000'])
        .execute()
    return rows.filter(({ id, state }) => state !== 'review' || unread.some((one) => one.import === id))
  })
  for (const { id, state } of waiting) {
    if (state === 'review') await judgeImport(db, scope, id)
    else await (state === 'committing' ? commitImport : undoImport)(db, scope, id, now)
  }
  return waiting.length
}

/**
 * Ends what nobody went on with: staging dies after 14 days, and a file whose reader died is marked as failed. Answers how many. [RO21] Source: P01.
 */
export async function expireImports(db: Db, scope: Scope, at: Date): Promise<number> {
  const { district } = scope
  const due = await withScope(db, scope, (tx) => importsBy(tx, district, { states: ['reading', 'review', 'paused'] }))
  let ended = 0
  for (const { id, state, expiresAt } of due.filter((one) => one.expiresAt <= at)) {
    ended += await withScope(db, scope, async (tx) => {
      const patch = state === 'reading' ? { state: 'failed' as const, failure: 'reading_cut' } : { state: 'expired' as const }
      // one that is paused has rows in the roster: it stays undoable, only what was staged dies
      if (state !== 'paused' && !await changeImport(tx, district, id, patch, [state])) return 0
      await destroyStaging(tx, district, id)
      return expiresAt <= at ? 1 : 0
    })
  }
  return ended
}
