import { shanghaiDay } from '../../../kit/clock.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { placeById } from '../../../places/index.ts'
import { addPersonWith, normalisePhone, receiptCodeOf } from '../../../trust/index.ts'
import { projectActs } from '../../rules/projects/acts.ts'
import { mayPropose, type ProjectKind, type ProposerKind } from '../../rules/projects/index.ts'
import { lockRound, mapRound } from '../../store/projects.ts'
import { recordIn, type Done, type Staff } from './on-project.ts'

export type ProposeProject = {
  readonly round: string; readonly place: string; readonly kind: ProjectKind; readonly words: string
  readonly proposer: ProposerKind; readonly group?: string | undefined
  /** What it may cost, in fen. */
  readonly asked?: number | undefined
  readonly phone?: string | undefined
}

const badPhone = { code: 'bad_phone', rule: 'B60', explain: { zh: '手机号不对，改一下，或者不留也能提。', en: 'The phone number is not right: correct it, or leave it out.' } }
const noGroup = { code: 'no_group', rule: 'B60', explain: { zh: '以小组的名义提，要写小组叫什么。', en: 'A group that proposes has to say what it is called.' } }
const outside = { code: 'outside', rule: 'B60', explain: { zh: '这个地方不在这个社区里。', en: 'This place is not in the community.' } }

/**
 * [B60] Anybody proposes a micro-project while the call runs; no account is needed. The proposer's words stay with the reviewers until a title is
 * approved. Answers the id, from which the receipt's code is made.
 */
export async function proposeProject(ctx: Staff, input: ProposeProject): Promise<Result<Done>> {
  const { actor, tx, at } = ctx
  const row = await lockRound(tx, actor.district, input.round)
  const place = row && await placeById(tx, actor.district, input.place)
  if (!row || !place) return refuse(common.notFound)
  const may = mayPropose(mapRound(row), shanghaiDay(at))
  if (!may.ok) return may
  if (place.community !== row.community && place.id !== row.community) return refuse(outside)
  if (input.proposer === 'group' && !input.group?.trim()) return refuse(noGroup)
  if (input.phone && normalisePhone(input.phone) === null) return refuse(badPhone)
  const person = input.phone ? await addPersonWith(tx, { district: actor.district, kind: 'resident', at,
    fields: [{ field: 'phone', value: input.phone, purpose: 'micro_project' }] }) : null
  const id = newId()
  await tx.insertInto('micro_project').values({
    district: actor.district, id, round: row.id, path: row.path, place: place.id, kind: input.kind, proposer_kind: input.proposer,
    proposer_group: input.proposer === 'group' ? input.group?.trim() ?? null : null, proposer_post: actor.post, person, words: input.words.trim(),
    title: '', asked: input.asked ?? null, state: 'proposed', proposed_at: at, receipt: receiptCodeOf(id),
  }).execute()
  await recordIn(ctx, row, { kind: 'project', id }, projectActs.state('project.propose', { kind: input.kind, proposer: input.proposer }))
  return ok({ id, state: 'proposed' })
}
