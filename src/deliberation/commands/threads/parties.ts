/** Who must be heard, and how each was (M27). */
import { sql } from 'kysely'
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { threadActs } from '../../rules/threads/acts.ts'
import { mayHear, mayName, type Heard, type PartyKind } from '../../rules/threads/index.ts'
import { legOf, lockThread, mapThread } from '../../store/threads.ts'
import { takePhoto } from '../meetings/meeting-photos.ts'
import { onThread, recordThread, type Done, type Staff } from './on-thread.ts'
import { publicWords } from './public-words.ts'

export type AddParty = { readonly id: string; readonly label: string; readonly kind: PartyKind; readonly org: string | null; readonly required: boolean }

/** [DT6] Names a party, as the public reads it; a required one has to be heard before a major matter is decided. */
export const addParty = (ctx: Staff, { id, label, kind, org, required }: AddParty): Promise<Result<Done>> => onThread(ctx, id, async ({ row, facts }) => {
  const may = mayName(facts.thread)
  if (!may.ok) return may
  const clean = publicWords(label)
  if (!clean.ok) return clean
  const n = Math.max(0, ...facts.parties.map((one) => one.n)) + 1
  await ctx.tx.insertInto('thread_party').values({ ...legOf(row), n, label: label.trim(), kind, org, required }).execute()
  await recordThread(ctx, row, threadActs.state('thread.party', { n, kind, required }))
  return ok({ id, step: row.step, n })
})

export type MarkHeard = { readonly thread: string; readonly n: number; readonly heard: Heard; readonly words: string | null; readonly meeting: string | null
  readonly file?: string | null }

/** [DT6] Writes down how a party was heard, for commands that have checked whose step it is: it spoke, wrote, or declined in writing. */
export async function markHeard(ctx: Staff, { thread, n, heard, words, meeting, file = null }: MarkHeard): Promise<Result<Done>> {
  const row = await lockThread(ctx.tx, ctx.actor.district, thread)
  if (!row) return refuse(common.notFound)
  const may = mayName(mapThread(row))
  if (!may.ok) return may
  const said = words?.trim() || null
  const clean = publicWords(said ?? '')
  if (!clean.ok) return clean
  const how = mayHear({ heard, words: said, meeting, file })
  if (!how.ok) return how
  const { numUpdatedRows } = await ctx.tx.updateTable('thread_party').set({ heard, heard_at: ctx.at, words: sql`coalesce(${said}, words)`, meeting, file })
    .where('district', '=', row.district).where('thread', '=', thread).where('n', '=', n).executeTakeFirst()
  if (numUpdatedRows === 0n) return refuse(common.notFound)
  await recordThread(ctx, row, threadActs.state('thread.heard', { n, heard, meeting: meeting ?? undefined }))
  return ok({ id: thread, step: row.step })
}

/** [DT6] The keeper writes down how a party was heard. `file`: the claim of the photo of what it wrote. */
export const hearParty = (ctx: Staff, { id, file: photo = null, ...heard }: Omit<MarkHeard, 'thread'> & { readonly id: string }): Promise<Result<Done>> =>
  onThread(ctx, id, async () => {
    const taken = await takePhoto(ctx, photo)
    return taken.ok ? markHeard(ctx, { ...heard, file: taken.value, thread: id }) : taken
  })
