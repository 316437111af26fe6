/** Amendments to a posted version, clause by clause, and the answer that each gets. */
import { shanghaiDay } from '../../../kit/clock.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import type { Actor } from '../../../trust/index.ts'
import { covenantActs, mayAmend, mayAnswerAmendment, mayStand, nextKey, withAmendment } from '../../rules/covenant/index.ts'
import { amendmentsOf, amendmentState, changeVersion, insertDraft, mapVersion } from '../../store/covenants.ts'
import { standsThere } from '../stands-there.ts'
import { notCovenantKeeper, recordCovenant, withCovenant, type CovenantDone, type Staff } from './on-covenant.ts'
import { usedKeys } from './draft.ts'

/** `clause` null: a clause to be added; `words` empty: strike it. Who proposes it: a speaker by phone, or what a post writes down from paper. */
export type Amend = { readonly id: string; readonly clause: string | null; readonly words: string; readonly reason: string; readonly name: string
  readonly heldFor: 'minor' | 'private' | null } & ({ readonly by: 'phone'; readonly speaker: string } | { readonly by: 'paper'; readonly staff: Actor })
/** How many open amendments one speaker may have in a version. Our own default. */
const MOST_OPEN = 10
const mayWriteDown = { code: 'not_yours', rule: 'DC5', explain: { zh: '纸上写来的修改，由社区、网格、楼栋长或管公约的一方代记。', en: 'Amendments on paper are entered by community, grid, captain or the keeper.' } }

/** [DC5] Proposes to change, add or strike a clause of the posted version. As the clock: who proposes reaches nothing by place. */
export const proposeAmendment = (ctx: Staff, input: Amend): Promise<Result<CovenantDone & { readonly amendment: string }>> =>
  withCovenant(ctx, input.id, async ({ row, versions, inState }) => {
    const { tx, actor: { district }, at } = ctx
    const version = inState('posted') ?? inState('voting') ?? inState('draft') ?? versions[0]
    if (!version) return refuse(common.notFound)
    if (input.by === 'paper') {
      if (!await standsThere(tx, district, input.staff, row)) return refuse(common.notFound)
      if (!input.staff.orgs.includes(row.keeper) && !['community', 'grid', 'captain'].some((word) => input.staff.audience.includes(word))) return refuse(mayWriteDown)
    }
    const all = await amendmentsOf(tx, district, row.id, ['held', 'open', 'taken', 'declined', 'removed'])
    const clause = input.clause ?? nextKey([...usedKeys(versions), ...all.map((one) => one.clause)])
    const mapped = mapVersion(version)
    const may = mayAmend(mapped, clause, input.words, shanghaiDay(at))
    if (!may.ok) return may
    if (input.clause !== null && !mapped.clauses.some(({ key }) => key === clause)) return refuse(common.notFound)
    const stand = input.words.trim() === '' || input.heldFor === 'private' ? null : mayStand([{ key: clause, words: input.words }])
    if (stand && !stand.ok) return stand
    if (input.by === 'phone' && all.filter((one) => one.n === version.n && one.speaker === input.speaker && ['held', 'open'].includes(one.state)).length >= MOST_OPEN) {
      return refuse({ code: 'too_many_open', rule: 'DC5', explain: { zh: `您已经提了${MOST_OPEN}条还没答复的修改，等答复了再提。`, en: `${MOST_OPEN} of yours wait for an answer.` } })
    }
    const amendment = newId()
    await tx.insertInto('covenant_amendment').values({ district, id: amendment, covenant: row.id, path: row.path, compound_path: row.compound_path, n: version.n, clause,
      words: input.words.trim(), reason: input.reason, speaker: input.by === 'phone' ? input.speaker : null, name: input.name, state: input.heldFor === null ? 'open' : 'held', at }).execute()
    await recordCovenant(input.by === 'paper' ? { ...ctx, actor: input.staff } : ctx, row,
      covenantActs.state('covenant.amend', { amendment, version: version.n, held: input.heldFor ?? undefined }), input.by === 'paper' ? 'desk' : 'web')
    return ok({ id: row.id, n: version.n, state: input.heldFor === null ? 'open' : 'held', amendment })
  })

export type AnswerAmendment = { readonly id: string; readonly take: boolean; readonly answer: string }
/**
 * [DC6] Takes an amendment or declines it, with an answer. What is taken goes into the next draft, which is made of the posted version where there is
 * none yet: the posted one stays as it was.
 */
export async function answerAmendment(ctx: Staff, input: AnswerAmendment): Promise<Result<CovenantDone>> {
  const { tx, actor, at } = ctx
  const found = await tx.selectFrom('covenant_amendment').select('covenant').where('district', '=', actor.district).where('id', '=', input.id).executeTakeFirst()
  if (!found) return refuse(common.notFound)
  return withCovenant(ctx, found.covenant, async ({ row, versions, inState }) => {
    if (!actor.orgs.includes(row.keeper)) return refuse(notCovenantKeeper)
    const amendment = await tx.selectFrom('covenant_amendment').selectAll().where('district', '=', actor.district).where('id', '=', input.id).forUpdate().executeTakeFirstOrThrow()
    const may = mayAnswerAmendment(amendmentState(amendment), input.answer)
    if (!may.ok) return may
    if (input.take) {
      const draft = inState('draft')
      const from = draft ?? versions.find(({ n }) => n === amendment.n)
      const clauses = withAmendment(from ? mapVersion(from).clauses : [], amendment)
      const stand = mayStand(clauses)
      if (!stand.ok) return stand
      const n = draft?.n ?? (versions[0]?.n ?? 0) + 1
      if (draft) await changeVersion(tx, draft, { clauses })
      else await insertDraft(tx, row, n, clauses, null, at)
      await recordCovenant(ctx, row, covenantActs.state('covenant.draft', { version: n, clauses: clauses.length }))
    }
    const state = input.take ? 'taken' : 'declined'
    await tx.updateTable('covenant_amendment').set({ state, answer: input.answer.trim() }).where('district', '=', actor.district).where('id', '=', input.id).execute()
    await recordCovenant(ctx, row, covenantActs.state('covenant.answer', { amendment: input.id, taken: input.take }))
    return ok({ id: row.id, n: amendment.n, state })
  })
}
