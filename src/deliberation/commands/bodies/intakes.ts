/** What residents bring to a body, by phone or on paper, and the answer that everything gets. */
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { placeById } from '../../../places/index.ts'
import type { Actor } from '../../../trust/index.ts'
import { bodyActs, mayAnswer, type IntakeAnswer, type IntakeState } from '../../rules/bodies/index.ts'
import { bodyById, intakeState, lockIntake, type BodyRow } from '../../store/bodies.ts'
import { standsThere } from '../stands-there.ts'
import { takeIntake } from '../meetings/plan-meeting.ts'
import { keeps, recordBody, type BodyDone, type Staff } from './on-body.ts'

/** Who brings it: somebody by phone under a free name, or a post that writes down what came on paper. */
export type Brought = { readonly id: string; readonly words: string } & (
  | { readonly by: 'phone'; readonly speaker: string; readonly name: string; readonly heldFor: 'minor' | 'private' | null }
  | { readonly by: 'paper'; readonly staff: Actor; readonly name: string; readonly heldFor: 'private' | null })
/** How many of one speaker may wait for an answer of one body. Our own default. */
const MOST_OPEN = 5
const ended = { code: 'body_ended', rule: 'DB7', explain: { zh: '这个组织已经结束了，请找社区。', en: 'This body has ended: ask the community.' } }
const mayWriteDown = { code: 'not_yours', rule: 'DB5', explain: { zh: '纸上写来的，由社区、网格、楼栋长或管这个组织的一方代记。', en: 'What came on paper is entered by community, grid, captain or the keeper.' } }

/**
 * [DB5] Brings something to a body. With private words, or from somebody under 18, it waits for a look before anybody reads it. The context is the
 * clock's: a captain who writes down what came on paper reaches the building, not the council of the community around it.
 */
export async function bringIntake(ctx: Staff, input: Brought): Promise<Result<BodyDone & { readonly state: IntakeState }>> {
  const { tx, actor, at } = ctx
  const row = await bodyById(tx, actor.district, input.id)
  if (!row) return refuse(common.notFound)
  if (row.ended_on !== null) return refuse(ended)
  if (input.by === 'paper') {
    if (!await standsThere(tx, actor.district, input.staff, row)) return refuse(common.notFound)
    if (!keeps(row, input.staff) && !['community', 'grid', 'captain'].some((word) => input.staff.audience.includes(word))) return refuse(mayWriteDown)
  }
  if (input.by === 'phone') {
    const { n } = await tx.selectFrom('agenda_intake').select((e) => e.fn.countAll<string>().as('n')).where('district', '=', actor.district).where('body', '=', row.id)
      .where('speaker', '=', input.speaker).where('state', 'in', ['held', 'open']).executeTakeFirstOrThrow()
    if (Number(n) >= MOST_OPEN) return refuse({ code: 'too_many_open', rule: 'DB5', explain: { zh: `您已经提了${MOST_OPEN}件，还没答复，等答复了再提。`, en: `${MOST_OPEN} of yours wait for an answer: bring more once they are answered.` } })
  }
  const state = input.heldFor === null ? 'open' : 'held'
  const id = newId()
  await tx.insertInto('agenda_intake').values({ district: actor.district, id, body: row.id, path: row.path, compound_path: row.compound_path,
    speaker: input.by === 'phone' ? input.speaker : null, by_post: input.by === 'paper' ? input.staff.post : null, name: input.name, words: input.words, state, at }).execute()
  await recordBody(input.by === 'paper' ? { ...ctx, actor: input.staff } : ctx, row, bodyActs.state('council.bring', { intake: id, channel: input.by, held: input.heldFor ?? undefined }), input.by === 'phone' ? 'web' : 'desk')
  return ok({ id, version: row.version, state })
}

/** Puts what was brought on an agenda that is not held yet, or finds the thread that it became. */
async function answered(ctx: Staff, row: BodyRow, intake: { readonly id: string }, answer: IntakeAnswer): Promise<Result<true>> {
  const { tx, actor: { district } } = ctx
  if (answer.to === 'declined') return ok(true)
  if (answer.to === 'thread') {
    const [thread, place] = [await tx.selectFrom('thread').select('place').where('district', '=', district).where('id', '=', answer.thread).executeTakeFirst(),
      await placeById(tx, district, row.place)]
    return thread && place ? ok(true) : refuse(common.notFound)
  }
  const meeting = await tx.selectFrom('meeting').select('body').where('district', '=', district).where('id', '=', answer.meeting).executeTakeFirst()
  if (meeting?.body !== row.id) return refuse(common.notFound)
  const taken = await takeIntake(ctx, { id: answer.meeting, intake: intake.id, minutes: 15, title: answer.title })
  return taken.ok ? ok(true) : taken
}

/** [DB5] Answers what was brought: on an agenda, become a thread, or not taken up with a reason. Once. */
export async function answerIntake(ctx: Staff, input: { readonly id: string; readonly answer: IntakeAnswer }): Promise<Result<BodyDone & { readonly state: IntakeState }>> {
  const { tx, actor: { district } } = ctx
  const { answer } = input
  const intake = await lockIntake(tx, district, input.id)
  const row = intake && await bodyById(tx, district, intake.body)
  if (!row || !keeps(row, ctx.actor)) return refuse(common.notFound)
  const state = mayAnswer(intakeState(intake), answer)
  if (!state.ok) return state
  const done = await answered(ctx, row, intake, answer)
  if (!done.ok) return done
  await tx.updateTable('agenda_intake').set({ state: state.value, meeting: answer.to === 'meeting' ? answer.meeting : null, thread: answer.to === 'thread' ? answer.thread : null,
    reason: answer.to === 'declined' ? answer.reason.trim() : null }).where('district', '=', district).where('id', '=', input.id).execute()
  await recordBody(ctx, row, bodyActs.state('council.answer', { intake: input.id, to: answer.to, ...(answer.to === 'meeting' ? { meeting: answer.meeting } : {}),
    ...(answer.to === 'thread' ? { thread: answer.thread } : {}) }))
  return ok({ id: input.id, version: row.version, state: state.value })
}
