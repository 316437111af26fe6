import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Scope, Tx } from '../../kit/db.ts'
import { base32 } from '../../kit/ids.ts'
import { lineCipher, type LineCipher } from '../../trust/index.ts'
import { SIGN_LENGTH, type Body, type ConcernedKind, type EntrySeen } from '../rules/index.ts'

/** What opens the commitment of an entry, and its id once it stands in a block. */
export type Proof = { readonly salt: string; readonly act: string; readonly commitment: string | null }

/** What only the first entry of a thread holds: who may read it by code, and whom it is about. */
export type Head = { readonly tag: string; readonly place: string | null; readonly kind: ConcernedKind; readonly post: string | null }

/** One letter or step of a thread, as it is kept in a cell. */
export type Entry = EntrySeen & {
  readonly thread: string
  readonly text: string
  /** The words were taken out after the report was handed over. */
  readonly erased?: true
  readonly body?: Body
  readonly number?: string
  /** Keyed hashes of the request's key and body, so that a repeat does nothing. */
  readonly key: string
  readonly request: string
  readonly proof: Proof
  readonly head?: Head
}

/** The line of one post, opened: letters by the number of their cell, and the cells that are free. */
export type Line = {
  readonly district: string; readonly post: string; readonly cipher: LineCipher
  readonly entries: Map<number, Entry>; readonly free: Set<number>; readonly turnedAt: Date
}

/** Bytes of a cell, and of the text in it. */
const CELL = 8192
const TEXT = CELL - 28
/** Cells are made so many at a time; when fewer than a quarter are free, more are made at the next full hour. */
export const CELLS_AT_ONCE = 64

/** Acts for the line of a post and reaches nothing else: the line itself writes, whoever sent the letter. */
export const lineScope = (district: string, post: string): Scope => ({ district, person: null, scopes: [], orgs: [], audience: [], post })

/** The two letters with which the codes of a line begin, so that a code says which line to ask. */
export const signOf = (post: string): string => base32(lineCipher(post).tag('sign'), SIGN_LENGTH)

const boundTo = (line: Pick<Line, 'district' | 'post'>, cell: number): string => `${line.district}/${line.post}/${cell}`

function sealCell(line: Pick<Line, 'district' | 'post' | 'cipher'>, cell: number, entry: Entry | undefined): Buffer {
  const clear = Buffer.alloc(TEXT, ' ')
  const text = Buffer.from(JSON.stringify(entry ?? null))
  if (text.length > TEXT) throw new RangeError('a letter is longer than its cell')
  text.copy(clear)
  return line.cipher.seal(clear, boundTo(line, cell))
}

/** Makes the line of a post if there is none yet. */
async function makeLine(tx: Tx, district: string, post: string): Promise<void> {
  const { numInsertedOrUpdatedRows: made } = await tx.insertInto('confidential_line')
    .values({ district, handler_post: post, turned_at: new Date(0) }).onConflict((c) => c.doNothing()).executeTakeFirst()
  if (made) await addCells(tx, { district, post, cipher: lineCipher(post), entries: new Map(), free: new Set(), turnedAt: new Date(0) })
}

/** Adds a block of empty cells to a line. */
export async function addCells(tx: Tx, line: Line): Promise<void> {
  const first = line.entries.size + line.free.size
  const cells = Array.from({ length: CELLS_AT_ONCE }, (_, n) => first + n)
  await sql`insert into confidential_cell (district, handler_post, cell, sealed)
    select ${line.district}::char(6), ${line.post}::uuid, n.cell, n.sealed
    from unnest(${cells}::int[], ${cells.map((cell) => sealCell(line, cell, undefined))}::bytea[]) n(cell, sealed)`.execute(tx)
  for (const cell of cells) line.free.add(cell)
}

async function readCells(tx: Tx, district: string, post: string, turnedAt: Date): Promise<Line> {
  const line: Line = { district, post, cipher: lineCipher(post), entries: new Map(), free: new Set(), turnedAt }
  const rows = await tx.selectFrom('confidential_cell').select(['cell', 'sealed'])
    .where('district', '=', district).where('handler_post', '=', post).orderBy('cell').execute()
  for (const { cell, sealed } of rows) {
    const entry = JSON.parse(line.cipher.open(sealed, boundTo(line, cell)).toString('utf8')) as Entry | null // sealed above: nobody else has the key
    if (entry === null) line.free.add(cell)
    else line.entries.set(cell, entry)
  }
  return line
}

/** Opens the line of a post for reading: every cell is read and opened, whatever is looked for. `tx` carries `lineScope` or the handler's. */
export const readLine = (tx: Tx, district: string, post: string): Promise<Line> => readCells(tx, district, post, new Date(0))

/** Opens the line of a post for writing: one writer at a time. Makes it where there is none. */
export async function lockLine(tx: Tx, district: string, post: string): Promise<Line> {
  await makeLine(tx, district, post)
  const { turned_at: turnedAt } = await tx.selectFrom('confidential_line').select('turned_at')
    .where('district', '=', district).where('handler_post', '=', post).forUpdate().executeTakeFirstOrThrow()
  return readCells(tx, district, post, turnedAt)
}

/** Writes these cells anew, as they stand in `line`. */
export async function writeCells(tx: Tx, line: Line, cells: readonly number[]): Promise<void> {
  await sql`update confidential_cell c set sealed = n.sealed
    from unnest(${cells}::int[], ${cells.map((cell) => sealCell(line, cell, line.entries.get(cell)))}::bytea[]) n(cell, sealed)
    where c.district = ${line.district} and c.handler_post = ${line.post} and c.cell = n.cell`.execute(tx)
}

/** Puts an entry into a free cell drawn by lot. */
export async function putEntry(tx: Tx, line: Line, entry: Entry): Promise<void> {
  if (line.free.size === 0) await addCells(tx, line)
  const cell = [...line.free][randomInt(line.free.size)]
  if (cell === undefined) throw new Error('a line that was just given cells has none')
  line.free.delete(cell)
  line.entries.set(cell, entry)
  await writeCells(tx, line, [cell])
}

/** The entries of one thread, in order. */
export const entriesOf = (line: Line, thread: string): Entry[] =>
  [...line.entries.values()].filter((entry) => entry.thread === thread).sort((a, b) => a.n - b.n)

/** The thread that a code opens; undefined when there is none. */
export function threadOfCode(line: Line, code: string): string | undefined {
  const tag = line.cipher.tag('code', code).toString('hex')
  return [...line.entries.values()].find(({ head }) => head?.tag === tag)?.thread
}
