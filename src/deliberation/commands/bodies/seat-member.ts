import { shanghaiDay } from '../../../kit/clock.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { findPrivate } from '../../../matters/rules/index.ts'
import { placeById } from '../../../places/index.ts'
import { addPersonWith } from '../../../trust/index.ts'
import { bodyActs, maySeat, sitsOn, type SeatRole, type Side } from '../../rules/bodies/index.ts'
import { changeBody, mapSeat, seatsOf } from '../../store/bodies.ts'
import { onBody, recordBody, type BodyDone, type ById, type Staff } from './on-body.ts'

/** A member: a post, or a resident by name (sealed) with the name that they chose to show. */
export type SeatMember = ById & { readonly role: SeatRole; readonly side: Side; readonly since?: string | undefined
  readonly post: string | null; readonly name: string | null; readonly shown: string | null }
const no = (code: string, zh: string, en: string) => refuse({ code, rule: 'DB2', explain: { zh, en } })

/** A post's title as the body's page says it: with its compound where the body is of a wider place, as there are many captains of a building 1. */
async function titleOf({ tx, actor: { district } }: Staff, body: { readonly place: string }, post: string): Promise<string | undefined> {
  const found = await tx.selectFrom('post').select(['title', 'place']).where('district', '=', district).where('id', '=', post).executeTakeFirst()
  const place = found && await placeById(tx, district, found.place)
  const compound = place?.compound && place.compound !== body.place ? await placeById(tx, district, place.compound) : null
  return found && `${compound?.name ?? ''}${found.title}`
}

/** [DB2] [DB3] Gives somebody a seat. A resident's own name is sealed with a key of theirs; the public reads what they chose to show. */
export const seatMember = (ctx: Staff, input: SeatMember): Promise<Result<BodyDone & { readonly seat: string; readonly until: string }>> =>
  onBody(ctx, input, async ({ row, body }) => {
    const { tx, actor: { district }, at } = ctx
    if ((input.post === null) === (input.name === null)) return no('post_or_person', '请选一个岗位，或者写一位居民。', 'Either a post or a resident.')
    const seats = await seatsOf(tx, district, [row.id])
    const since = input.since ?? shanghaiDay(at)
    const until = maySeat(body, seats.map(mapSeat), { role: input.role, side: input.side, since })
    if (!until.ok) return until
    let label = input.shown?.trim() ?? ''
    if (input.post !== null) {
      const found = await titleOf(ctx, row, input.post)
      if (found === undefined) return refuse(common.notFound)
      if (seats.some((one) => one.post === input.post && sitsOn(mapSeat(one), since))) return no('sits_already', '这个岗位已经坐在里面了。', 'This post sits there already.')
      label = found
    } else if (label === '' || findPrivate(label).length > 0) {
      return no('shown_name', '写一个本人同意公开的称呼，不写电话和门牌号。', 'Write the name they agree to show, without phone or home.')
    }
    const person = input.name === null ? null
      : await addPersonWith(tx, { district, kind: 'resident', fields: [{ field: 'name', value: input.name, purpose: 'body_member' }], at })
    const seat = newId()
    await tx.insertInto('body_seat').values({ district, id: seat, body: row.id, path: row.path, compound_path: row.compound_path, role: input.role, sits_for: input.side,
      post: input.post, person, label, since, until: until.value }).execute()
    await changeBody(tx, row, {})
    await recordBody(ctx, row, bodyActs.state('council.seat', { seat, role: input.role, side: input.side, until: until.value }))
    return ok({ id: row.id, version: row.version + 1, seat, until: until.value })
  })

export type EndSeat = ById & { readonly seat: string; readonly on?: string | undefined }
/** [DB2] Ends a seat before its term does. The seat stays in the list of who sat there. */
export const endSeat = (ctx: Staff, input: EndSeat): Promise<Result<BodyDone>> => onBody(ctx, input, async ({ row }) => {
  const { tx, actor: { district }, at } = ctx
  const on = input.on ?? shanghaiDay(at)
  const seat = (await seatsOf(tx, district, [row.id])).find(({ id }) => id === input.seat)
  if (!seat) return refuse(common.notFound)
  if (on > shanghaiDay(at) || on < seat.since || !(sitsOn(mapSeat(seat), on) || on === shanghaiDay(at) && seat.left_on === null)) {
    return no('not_sitting', '这一天这位不在任。', 'They do not sit there on that day.')
  }
  await tx.updateTable('body_seat').set({ left_on: on }).where('district', '=', district).where('id', '=', input.seat).execute()
  await changeBody(tx, row, {})
  await recordBody(ctx, row, bodyActs.state('council.unseat', { seat: input.seat, on }))
  return ok({ id: row.id, version: row.version + 1 })
})
