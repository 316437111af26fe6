import { shanghaiDay } from '../../kit/clock.ts'
import { withClient, type Connection } from '../../kit/connection.ts'
import { openBulk } from '../../kit/copy.ts'
import { openDb, withScope, type Db, type Tx } from '../../kit/db.ts'
import { newId, sha256 } from '../../kit/ids.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { holdersAt, type HolderAt } from '../../offices/index.ts'
import { lookUp, placeByCode, type PlaceView } from '../../places/index.ts'
import { appendActs, type NewAct } from '../../record/index.ts'
import { clockActor, receiptCodeOf, type Actor } from '../../trust/index.ts'
import { openAddressBook, type AddressBook } from '../import/address-book.ts'
import type { JudgedRow, MatterFile } from '../import/matter-file.ts'
import { matterActs } from '../rules/acts.ts'
import { decideFiling } from '../rules/decide/file.ts'
import type { ImportedRow } from '../rules/mapping.ts'
import { importedBefore, insertImported, insertStories, openStage, type Importing, type NewEntry, type NewMatter } from '../store/import-rows.ts'

/** Where an import goes: the place that was named, its community's office, and who there is for words of harm. */
export type ImportPlace = { readonly place: PlaceView; readonly community: string; readonly holders: ReadonlyMap<string, HolderAt> }
export type ImportMatters = {
  readonly connection: Connection; readonly district: string; readonly districtPath: string; readonly at: Date
  readonly file: MatterFile; readonly to: ImportPlace
  /** Name of where the file comes from; numbers are told apart within it. The mapping's id if left out. */
  readonly source?: string | undefined
  readonly progress?: (rows: number) => void
}
/**
 * Rows read are always `imported + before + clashing + cannot`. `before` were there already; `clashing` carry a number under which another matter, filed
 * at another time, is there already; `clashes` are the first of these by their row numbers.
 */
export type Imported = {
  readonly rows: number; readonly imported: number; readonly before: number; readonly clashing: number; readonly cannot: number; readonly clashes: readonly number[]
}

const BATCH = 2000
const KINDS: readonly string[] = ['community', 'compound', 'grid', 'building']

/** The place that `text` names, by code or by a name that only one place has. Refuses with the places that it could mean. */
export async function importPlace(tx: Tx, district: string, text: string, at: Date): Promise<Result<ImportPlace>> {
  const coded = await placeByCode(tx, district, text.trim().toUpperCase())
  const found = coded ? [coded] : (await lookUp(tx, district, text, { limit: 20 })).filter(p => KINDS.includes(p.kind))
  const named = coded ? found : found.filter(p => p.name === text.trim() || p.fullName === text.trim())
  const place = named.length === 1 ? named[0] : undefined
  if (!place || !KINDS.includes(place.kind) || !place.community) {
    const offered = found.slice(0, 5).map(p => `${p.fullName} ${p.code}`).join('、')
    return refuse({ code: 'import_place', rule: 'import', explain: {
      zh: `“${text}”不是一个社区或其中的小区。${offered ? `是不是：${offered}` : '请写编码或全名。'}`,
      en: `'${text}' is no community and no compound of one. ${offered ? `Did you mean: ${offered}` : 'Give a code or a full name.'}` } })
  }
  const holders = await holdersAt(tx, district, place, shanghaiDay(at))
  if (!holders.has('community')) {
    return refuse({ code: 'import_office', rule: 'import', explain: { zh: '这个社区还没有居委会。', en: 'This community has no office yet.' } })
  }
  return ok({ place, community: place.community, holders })
}

const inShanghai = (civil: string): Date => new Date(`${civil}+08:00`)

/** Everything that was said, in one text: the subject where the words do not begin with it, and the address where it named no door of ours. */
function wordsOf(row: ImportedRow): string {
  const subject = row.subject !== null && !row.words.startsWith(row.subject) ? `${row.subject}\n` : ''
  return `${subject}${row.words}${row.address === null ? '' : `\n地址：${row.address}`}`
}

function matterOf(
  { to, only }: { to: ImportPlace; only: ReadonlyMap<string, HolderAt> }, row: ImportedRow, sourceId: string, place: PlaceView,
): NewMatter {
  const id = newId()
  const words = wordsOf(row)
  const filed = decideFiling({
    category: row.category, words, channel: 'import', placeLabel: place.fullName, compoundType: place.compoundType, onBoard: false, holders: only,
  })
  const closed = row.answer !== null
  const filedAt = inShanghai(row.filedAt)
  const named = filed.sensitive === 'harm' && !closed ? to.holders.get('named_worker') : undefined
  return {
    id, place: place.id, category: row.category, sensitive: filed.sensitive, urgent: filed.urgent?.kind ?? null, words, title: filed.title,
    state: closed ? 'closed' : 'filed', outcome: closed ? 'explained' : null,
    answer: row.answer, heldPost: named?.post ?? null, closedTo: filed.closedTo,
    filedAt, endedAt: closed ? new Date(Math.max(inShanghai(row.answeredAt ?? row.filedAt).getTime(), filedAt.getTime())) : null,
    receipt: sha256(receiptCodeOf(id)),
    sourceId, outsideNumber: row.number,
  }
}

type Job = ImportMatters & {
  readonly actor: Actor; readonly bulk: Db; readonly reader: Db; readonly common: Importing; readonly book: AddressBook; readonly only: ReadonlyMap<string, HolderAt>
}

/**
 * The acts of a matter: filed, and finished where it came with an answer. Their time is that of the import; the file's own times stand in the
 * story.
 */
function actsOf(job: Job, matter: NewMatter, place: PlaceView): { act: NewAct; entry: Omit<NewEntry, 'act'> }[] {
  const shared = { district: job.district, at: job.at, channel: 'import', place: place.id, path: place.path, compoundPath: place.compoundPath,
    subject: { kind: 'matter', id: matter.id }, closedTo: matter.closedTo }
  const filed = matterActs.state('matter.filed', { category: matter.category, channel: 'import', to: matter.heldPost ?? job.common.accountable })
  const one = { act: { ...shared, what: filed }, entry: { matter: matter.id, kind: 'filed' as const } }
  if (matter.answer === null) return [one]
  return [
    one,
    { act: { ...shared, what: matterActs.state('matter.finish', { outcome: 'explained' }) }, entry: { matter: matter.id, kind: 'finish' as const } },
  ]
}

type Placed = { readonly matter: NewMatter; readonly place: PlaceView }
type Prepared = { readonly fresh: readonly Placed[]; readonly before: number; readonly clashes: readonly number[] }

/** What of these rows is new, as matters in the making, each at the door that its address names exactly, else at the place of the import. */
async function prepare(job: Job, rows: readonly JudgedRow[]): Promise<Prepared> {
  const known = await withScope(job.reader, clockActor(job.district, job.districtPath), tx => importedBefore(tx, job.common, rows.map(row => row.sourceId)))
  const fresh: Placed[] = []
  const clashes: number[] = []
  for (const { n, judged, sourceId } of rows) {
    if (judged.kind === 'cannot') continue
    const filed = known.get(sourceId)
    if (filed !== undefined) {
      if (filed.getTime() !== inShanghai(judged.row.filedAt).getTime()) clashes.push(n)
      continue
    }
    const place = (judged.row.address === null ? null : await job.book.exact(judged.row.address)) ?? job.to.place
    fresh.push({ matter: matterOf(job, judged.row, sourceId, place), place })
  }
  return { fresh, before: rows.length - fresh.length - clashes.length, clashes }
}

/** One batch in one transaction, with its acts and its story. Answers how many went in: all, unless somebody else imports the same meanwhile. */
async function importBatch(job: Job, fresh: readonly Placed[]): Promise<number> {
  if (fresh.length === 0) return 0
  return withScope(job.bulk, job.actor, async tx => {
    const inserted = await insertImported(tx, job.common, fresh.map(({ matter }) => matter))
    const told = fresh.filter(({ matter }) => inserted.has(matter.id)).flatMap(({ matter, place }) => actsOf(job, matter, place))
    const acts = await appendActs(tx, told.map(one => one.act))
    await insertStories(tx, job.common, told.map(({ entry }, at) => ({ ...entry, act: acts[at] ?? '' })))
    return inserted.size
  })
}

async function* batches(file: MatterFile): AsyncGenerator<{ readonly read: number; readonly rows: readonly JudgedRow[] }> {
  let [rows, read]: [JudgedRow[], number] = [[], 0]
  for await (const judged of file.judged()) {
    read += judged.length
    for (const row of judged) if (row.judged.kind !== 'cannot') rows.push(row)
    if (rows.length >= BATCH) { yield { read, rows }; [rows, read] = [[], 0] }
  }
  if (read > 0) yield { read, rows }
}

const SHOWN = 5

async function importAll(job: Job): Promise<Imported> {
  const sum = { rows: 0, imported: 0, before: 0, clashing: 0, cannot: 0 }
  const clashes: number[] = []
  let running: Promise<void> = Promise.resolve()
  // One batch is written while the next is read, judged and prepared: never more than two are in memory.
  for await (const { read, rows } of batches(job.file)) {
    const prepared = await prepare(job, rows)
    await running
    running = importBatch(job, prepared.fresh).then(imported => {
      sum.imported += imported
      sum.before += prepared.before + prepared.fresh.length - imported
      job.progress?.(read)
    })
    running.catch(() => undefined) // awaited at the next turn, which tells
    sum.rows += read
    sum.cannot += read - rows.length
    sum.clashing += prepared.clashes.length
    clashes.push(...prepared.clashes.slice(0, SHOWN - clashes.length))
  }
  await running
  return { ...sum, clashes }
}

/** Lets the database count its rows anew: until it does by itself, a minute later, lists would be planned for the few matters of before. */
async function refreshStatistics(connection: Connection): Promise<void> {
  await withClient('linli_owner', connection, client => client.query('analyze matter, matter_entry, act, act_unsealed'))
}

/**
 * Imports a file of matters that was opened and judged. What came with an answer is closed as explained; the rest waits with the community without a
 * clock, and nobody is told: an import rings no bells. Never on the public board, as nobody chose that (P30). Batches are transactions of their
 * own and rows keep their names, so that an import that was cut off can be run again and ends the same. The caller has set the keys of the installation.
 */
export async function importMatters(input: ImportMatters): Promise<Imported> {
  const { district, to } = input
  const accountable = to.holders.get('community')
  if (!accountable) throw new Error('importPlace answers no place without a community')
  const named = to.holders.get('named_worker')
  const only = new Map([['community', accountable], ...(named ? [['named_worker', named] as const] : [])])
  const actor = { ...clockActor(district, input.districtPath), scopes: [to.place.path] }
  const [bulk, reader] = [openBulk(input.connection, 'linli_app'), openDb(input.connection, 'linli_app', 1)]
  try {
    await openStage(bulk)
    const book = await openAddressBook(reader, actor, to.place)
    const done = await importAll({
      ...input, actor, bulk, reader, book, only,
      common: { district, community: to.community, accountable: accountable.org, source: input.source ?? input.file.header.mapping.id },
    })
    if (done.imported > 0) await refreshStatistics(input.connection)
    return done
  } finally {
    await Promise.all([bulk.destroy(), reader.destroy()])
  }
}
