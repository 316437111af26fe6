/** The posts of those who sit in a body: offices gives them, whenever members or who leads them change. */
import { ok, type Result } from '../../../kit/pure.ts'
import { namesOf, seatElected } from '../../../offices/index.ts'
import { placeById } from '../../../places/index.ts'
import { BODY_SAID, BODY_SHORT, OFFICE_SAID } from '../../rules/election/bodies.ts'
import { candidatesOf, loadBody, seatsOf, type BodyRow } from '../../store/elections.ts'
import { questionsOf } from '../../store/paper.ts'
import type { Staff } from './on-election.ts'

/**
 * [B104] Brings the posts of a body in line with who sits in it: members get theirs, the chair the chair's, and whoever left loses theirs; reserves get none.
 * Answers who of them also sits on the residents' committee. A candidate who held no office is entered as an officer of their own, apart from the register.
 */
export async function givePosts(ctx: Staff, id: string): Promise<Result<readonly string[]>> {
  const { tx, actor: { district } } = ctx
  const body = await loadBody(tx, district, id)
  if (!body || !['owners_committee', 'property_council'].includes(body.kind)) return ok([])
  const place = await placeById(tx, district, body.place)
  const sitting = (await seatsOf(tx, district, id)).filter(({ until }) => until === null)
  const members = sitting.filter(({ role }) => role !== 'reserve')
  const [known, named] = [await namesOf(tx, district, { persons: members.map(({ person }) => person) }), await namesAsPosted(ctx, body)]
  const short = BODY_SHORT[body.kind]
  const done = await seatElected(ctx, {
    place: body.place, orgName: `${place?.name ?? ''}${BODY_SAID[body.kind].zh}`, termUntil: body.to,
    keep: sitting.filter(({ role }) => role === 'reserve').map(({ person }) => person),
    members: members.map(({ person, candidate, role }) => ({ person: known.person(person) === null ? null : person,
      name: known.person(person) ?? named.get(candidate ?? '') ?? '＊', kind: role === 'chair' ? 'owners_chair' : 'owners_member', title: `${short}${OFFICE_SAID[role].zh}` })),
  })
  if (!done.ok) return done
  for (const [n, { person, candidate }] of members.entries()) {
    const officer = done.value.persons[n]
    if (officer === undefined || officer === person) continue
    await tx.updateTable('body_member').set({ person: officer }).where('district', '=', district).where('body', '=', id).where('person', '=', person).execute()
    if (body.vote !== null && candidate !== null) await tx.updateTable('candidate').set({ officer }).where('district', '=', district)
      .where('vote', '=', body.vote).where('id', '=', candidate).execute()
  }
  return ok(done.value.overlap)
}

/** Names by candidate, as the list was posted. */
async function namesAsPosted({ tx }: Staff, { district, vote }: BodyRow): Promise<ReadonlyMap<string, string>> {
  if (vote === null) return new Map()
  const labels = new Map((await questionsOf(tx, district, vote)).flatMap(({ options }) => options.map(({ id, label }) => [id, label] as const)))
  return new Map((await candidatesOf(tx, district, vote)).flatMap(({ id, option }) => {
    const label = option === null ? undefined : labels.get(option)
    return label === undefined ? [] : [[id, label] as const]
  }))
}
