import { shanghaiDay } from '../../../kit/clock.ts'
import type { Context, Outcome } from '../../../kit/command.ts'
import { actAs, type Tx } from '../../../kit/db.ts'
import { common } from '../../../kit/http.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { holdersAt } from '../../../offices/index.ts'
import { startOf } from '../../../offices/rules/index.ts'
import { isWithin, placeById, type PlaceView } from '../../../places/index.ts'
import type { Actor } from '../../../trust/index.ts'
import type { ReviewRole } from '../../rules/election/review.ts'
import type { PackTerms } from '../../rules/packs/terms.ts'
import { ballotPackFor } from '../../rules/packs/index.ts'
import { loadBody, type BodyRow } from '../../store/elections.ts'
import { loadVote, stateOf, type VoteRow } from '../../store/votes.ts'
import { rolesOn } from '../votes/on-vote.ts'

export type Staff = Context<Actor>
export type ById = { readonly id: string; readonly version?: number | undefined }
export type BodyDone = Outcome & { readonly id: string; readonly state: string; readonly version: number }

/** Where somebody stands to a body: `prepares`: keeps it, or leads the team of its election; `says`: as whom they speak of candidates. */
export type BodyStanding = { readonly prepares: boolean; readonly says: ReviewRole | null; readonly street: boolean }

/** Whose word somebody's is at a place on a day: of the branch or the street that serve it, or of the body that prepares. */
export async function standingAt(tx: Tx, actor: Actor, body: BodyRow, place: PlaceView, day: string): Promise<BodyStanding> {
  const roles = body.vote === null ? [] : await rolesOn({ tx, actor }, body.vote, new Date(startOf(day)))
  const prepares = actor.orgs.includes(body.keeper) || roles.includes('lead')
  const holders = await holdersAt(tx, actor.district, place, day)
  const branch = actor.org !== null && holders.get('branch')?.org === actor.org
  const street = actor.audience.includes('street') && actor.scopes.some((scope) => isWithin(body.path, scope))
  return { prepares, street, says: branch ? 'branch' : street ? 'street' : prepares ? 'preparatory_group' : null }
}

/** Whether a body is within somebody's reach. */
export const reaches = (actor: Actor, body: BodyRow): boolean => actor.orgs.includes(body.keeper)
  || actor.scopes.some((scope) => isWithin(body.path, scope) || (body.compound_path !== null && isWithin(body.compound_path, scope)))

export type OnBody = { readonly body: BodyRow; readonly place: PlaceView; readonly standing: BodyStanding; readonly terms: PackTerms;
  readonly day: string }
type Who = 'prepares' | 'says'
const notYours = { code: 'not_yours', rule: 'B100', explain: { zh: '这一步由筹备的一方来办。', en: 'This step is for whoever prepares the election.' } }

/** The one shape of a command on a body: within reach, locked, not stale, and a step of the actor's. What one does not see is not found. [B100] */
export async function onBody<T>(ctx: Staff, input: ById, who: Who, step: (of: OnBody) => Promise<Result<T>>): Promise<Result<T>> {
  const { tx, actor, at } = ctx
  const body = await loadBody(tx, actor.district, input.id, true)
  const place = body && await placeById(tx, actor.district, body.place)
  if (!body || !place) return refuse(common.notFound)
  const day = shanghaiDay(at)
  const standing = await standingAt(tx, actor, body, place, day)
  if (!reaches(actor, body) && !standing.prepares && standing.says === null) return refuse(common.notFound)
  if (who === 'prepares' ? !standing.prepares : standing.says === null) return refuse(notYours)
  if (input.version !== undefined && input.version !== body.version) return refuse(common.stale)
  return step({ body, place, standing, day, terms: ballotPackFor(body.district, day)?.terms ?? {} })
}

export type OnElection = OnBody & { readonly row: VoteRow }
const BEFORE = ['draft', 'noticed']

/**
 * As `onBody`, for a term whose election is prepared: the scope holds its vote, so that candidates can be read. `open`: before the register
 * is frozen.
 */
export const onElection = <T>(ctx: Staff, input: ById, who: Who, step: (of: OnElection) => Promise<Result<T>>, open = true): Promise<Result<T>> =>
  onBody(ctx, input, who, async (of) => {
    const { tx, actor } = ctx
    if (of.body.vote === null) return refuse(common.notFound)
    await actAs(tx, { ...actor, votes: [of.body.vote] })
    const row = await loadVote(tx, actor.district, of.body.vote, true)
    if (!row) return refuse(common.notFound)
    if (open && !BEFORE.includes(stateOf(row))) {
      return refuse({ code: 'list_stands', rule: 'B102',
        explain: { zh: '名册已经冻结，候选人名单不能再变。', en: 'The register is frozen: the list of candidates stands.' } })
    }
    return step({ ...of, row })
  })

/** The answer of a step on a body: as it is now. */
export async function bodyDone({ tx }: Staff, body: BodyRow): Promise<Result<BodyDone>> {
  const now = await loadBody(tx, body.district, body.id)
  return now ? ok({ id: now.id, state: now.state, version: now.version }) : refuse(common.notFound)
}
