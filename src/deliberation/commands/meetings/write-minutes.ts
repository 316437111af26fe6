/** The minutes as they are written: lines from pages that may be offline, and opinions of experts and parties. */
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { mayWriteMinutes, mergeLine, meetingActs, type Merged, type SentLine } from '../../rules/meetings/index.ts'
import { legOf, mapLine } from '../../store/meeting-parts.ts'
import { writersOf, type MeetingRow } from '../../store/meetings.ts'
import { markHeard } from '../threads/parties.ts'
import { takePhoto } from './meeting-photos.ts'
import { onMeeting, recordMeeting, type Done, type Staff } from './on-meeting.ts'

const twice = { code: 'line_twice', rule: 'DM9', explain: { zh: '同一行一次只交一份。', en: 'Send each line once at a time.' } }

const storedOf = (ctx: Staff, row: MeetingRow, ids: readonly string[]) => ctx.tx.selectFrom('minute_line').selectAll().where('district', '=', row.district)
  .where('id', 'in', [...ids]).execute()

async function save(ctx: Staff, row: MeetingRow, lines: readonly { readonly sent: SentLine; readonly merged: Merged; readonly file?: string | null }[]): Promise<void> {
  if (lines.length === 0) return
  await ctx.tx.insertInto('minute_line').values(lines.map(({ sent: { id, agenda, placeIn, kind, label, words, struck }, merged, file }) => ({
    ...legOf(row), id, agenda, place_in: placeIn, kind, label, words, struck, at: ctx.at, version: merged.version, file: file ?? null,
  }))).onConflict((c) => c.columns(['district', 'id']).doUpdateSet((e) => ({
    agenda: e.ref('excluded.agenda'), place_in: e.ref('excluded.place_in'), kind: e.ref('excluded.kind'), label: e.ref('excluded.label'), words: e.ref('excluded.words'),
    struck: e.ref('excluded.struck'), version: e.ref('excluded.version'),
  }))).execute()
}

export type LinesWritten = { readonly id: string; readonly lines: readonly { readonly id: string; readonly outcome: 'kept' | 'conflict'; readonly after: number }[] }
/** [DM9] Writes lines of the minutes, each kept or in conflict with what somebody else wrote meanwhile; striking one is a change of it. */
export const writeLines = (ctx: Staff, { id, lines }: { readonly id: string; readonly lines: readonly SentLine[] }): Promise<Result<LinesWritten>> =>
  onMeeting(ctx, id, 'write', async ({ row }) => {
    const may = mayWriteMinutes(ctx.actor.post, writersOf(row))
    if (!may.ok) return may
    const ids = lines.map((line) => line.id)
    if (new Set(ids).size < ids.length) return refuse(twice)
    const stored = new Map((await storedOf(ctx, row, ids)).map((line) => [line.id, line]))
    if ([...stored.values()].some(({ meeting }) => meeting !== id)) return refuse(common.notFound)
    const merged = lines.map((sent) => {
      const line = stored.get(sent.id)
      return { sent, merged: mergeLine(line && mapLine(line), sent) }
    })
    await save(ctx, row, merged.filter((one) => one.merged.write))
    return ok({ id, lines: merged.map((one) => ({ id: one.sent.id, outcome: one.merged.outcome, after: one.merged.version })) })
  })

export type AttachOpinion = { readonly id: string; readonly line: string; readonly invitation: string; readonly words: string; readonly file: string | null
  readonly written: boolean }
/** [DM9] Attaches what an expert or a party says, with the photo of what it wrote by its claim; a party of the thread counts as heard by it. */
export const attachOpinion = (ctx: Staff, { id, line, invitation, words, file: photo, written }: AttachOpinion): Promise<Result<Done>> => onMeeting(ctx, id, 'write', async ({ row }) => {
  const { tx } = ctx
  const may = mayWriteMinutes(ctx.actor.post, writersOf(row))
  if (!may.ok) return may
  const invited = await tx.selectFrom('invitation').select(['role', 'label', 'party']).where('district', '=', row.district).where('meeting', '=', id)
    .where('id', '=', invitation).executeTakeFirst()
  if (!invited) return refuse(common.notFound)
  if ((await storedOf(ctx, row, [line])).length > 0) return ok({ id, state: row.state }) // sent again
  const { last } = await tx.selectFrom('minute_line').select((e) => e.fn.max('place_in').as('last')).where('district', '=', row.district).where('meeting', '=', id)
    .executeTakeFirstOrThrow()
  const sent: SentLine = { id: line, agenda: null, placeIn: Number(last ?? 0) + 1000, kind: invited.role === 'party' ? 'said' : 'opinion', label: invited.label, words,
    struck: false, version: 0 }
  const taken = await takePhoto(ctx, photo)
  if (!taken.ok) return taken
  const file = taken.value
  await save(ctx, row, [{ sent, merged: mergeLine(undefined, sent), file }])
  if (invited.party !== null && row.thread !== null) {
    const heard = await markHeard(ctx, { thread: row.thread, n: invited.party, heard: written ? 'written' : 'spoke', words, meeting: id, file })
    if (!heard.ok) return heard
  }
  await recordMeeting(ctx, row, meetingActs.state('meeting.opinion', { role: invited.role, party: invited.party ?? undefined, written }))
  return ok({ id, state: row.state })
})
