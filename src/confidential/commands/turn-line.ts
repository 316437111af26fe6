import { shanghaiDay } from '../../kit/clock.ts'
import { withScope, type Db, type Scope } from '../../kit/db.ts'
import { postsOfKind } from '../../offices/index.ts'
import { appendCommitments, hashOfOpening } from '../../record/index.ts'
import { forgotten, HANDLER_KIND, HOUR_MS } from '../rules/index.ts'
import { addCells, CELLS_AT_ONCE, entriesOf, lineScope, lockLine, writeCells, type Line } from '../store/line.ts'

/** Commitments in the block that each line makes every full hour, real and made-up ones together. What is over waits for the next. [C7] */
export const BLOCK = 8

/** Forgets threads that have ended long ago. */
function forget(line: Line, at: number): void {
  for (const thread of new Set([...line.entries.values()].map((entry) => entry.thread))) {
    if (!forgotten(entriesOf(line, thread), at)) continue
    for (const [cell, entry] of line.entries) if (entry.thread === thread) { line.entries.delete(cell); line.free.add(cell) }
  }
}

/**
 * Turns the line of a post once for each full hour: a block of commitments goes to the record, and every cell is written anew, whether or not
 * there is any letter. Answers whether it did, or had done so before. [C6] [C7]
 */
export async function turnLine(db: Db, district: string, post: string, at: Date): Promise<boolean> {
  const hour = Math.floor(at.getTime() / HOUR_MS) * HOUR_MS
  return withScope(db, lineScope(district, post), async (tx) => {
    const line = await lockLine(tx, district, post)
    if (line.turnedAt.getTime() >= hour) return false
    const due = [...line.entries].filter(([, { proof, hour: delivery }]) => proof.commitment === null && delivery <= hour)
      .sort(([, a], [, b]) => a.hour - b.hour || a.n - b.n).slice(0, BLOCK)
    const ids = await appendCommitments(tx, district, due.map(([, { proof }]) => hashOfOpening(proof)), BLOCK)
    due.forEach(([cell, entry], n) => line.entries.set(cell, { ...entry, proof: { ...entry.proof, commitment: ids[n] ?? null } }))
    forget(line, hour)
    await writeCells(tx, line, [...line.entries.keys(), ...line.free].sort((a, b) => a - b))
    if (line.free.size < CELLS_AT_ONCE / 4) await addCells(tx, line)
    await tx.updateTable('confidential_line').set({ turned_at: new Date(hour) })
      .where('district', '=', district).where('handler_post', '=', post).execute()
    return true
  })
}

/** Turns every line of the district; answers how many were due. `clock` is the actor of deadlines. */
export async function turnLines(db: Db, clock: Scope, at: Date): Promise<number> {
  const posts = await withScope(db, clock, (tx) => postsOfKind(tx, clock.district, HANDLER_KIND, shanghaiDay(at)))
  let turned = 0
  for (const post of posts) if (await turnLine(db, clock.district, post, at)) turned++
  return turned
}
