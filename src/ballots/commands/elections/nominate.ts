/** Candidates of an owners' committee: nominated with their declaration, spoken of within a limit, refused by article alone, posted, withdrawn. */
import { setTimer } from '../../../kit/jobs.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { standingOf, workingTime } from '../../../offices/index.ts'
import { addDays, startOf } from '../../../offices/rules/index.ts'
import { personKey, revealValue } from '../../../trust/index.ts'
import { checkNomination, OPINION_DAYS, periodEnd, type Known } from '../../rules/index.ts'
import { electionActs } from '../../rules/election/acts.ts'
import type { Nominator } from '../../rules/election/bodies.ts'
import { candidatesOf, recordBody, type CandidateRow } from '../../store/elections.ts'
import { stepsOfVote } from '../../store/votes.ts'
import { bodyDone, onElection, type BodyDone, type ById, type OnElection, type Staff } from './on-election.ts'

/** The timer after which 'no opinion given' stands. */
export const OPINION_TIMER = 'candidate.opinions'
/** What a candidate declares of themselves, sealed with their own key. `known`: conditions of the place, met or not. */
export type Declared = { readonly party: boolean | null; readonly posts: string; readonly overlap: boolean; readonly firmTie: boolean;
  readonly firmWords: string
  readonly known: Known }
export type Nominate = ById & { readonly owner: string; readonly by: Nominator; readonly officer: string | null; readonly declared: Declared
  readonly promised: boolean; readonly reason: string }

const no = (code: string, zh: string, en: string): { ok: false } & Result<never> => refuse({ code, rule: 'B101', explain: { zh, en } })
export const GONE: readonly string[] = ['refused', 'withdrawn']

/** Whether the list of candidates is posted. */
export const isPosted = async ({ tx }: Staff, { row }: Pick<OnElection, 'row'>): Promise<boolean> =>
  (await stepsOfVote(tx, row.district, row.id)).some(({ code }) => code === 'candidates_posted')

/**
 * [B71] [B101] Nominates an owner out of the register. What they declare is sealed with their own key; warnings need a reason to go on, conditions
 * of the place bar with their article. From here on branch, street and expert have so many working days.
 */
export const nominate = (ctx: Staff, input: Nominate): Promise<Result<BodyDone & { readonly candidate: string;
  readonly warnings: readonly string[] }>> =>
  onElection(ctx, input, 'prepares', async (of) => {
    const { tx, actor: { district }, at } = ctx
    const { body, row, terms, day } = of
    if (await isPosted(ctx, of)) return no('list_posted', '候选人名单已经公示，不能再提名。', 'The list is posted: nobody else can be nominated.')
    const owner = await tx.selectFrom('owner as o')
      .innerJoin('head as h', (j) => j.onRef('h.district', '=', 'o.district').onRef('h.id', '=', 'o.head'))
      .select(['o.person', 'o.name', 'o.name_masked', 'o.until']).where('o.district', '=', district).where('o.id', '=', input.owner)
        .where('h.compound', '=', body.place)
      .executeTakeFirst()
    const key = owner && await personKey(tx, district, owner.person)
    if (!owner || !key) return refuse(common.notFound)
    if (input.officer !== null && (await standingOf(tx, district, input.officer, at)).length === 0) {
      return no('no_such_post', '这个人现在没有岗位，不用对应。', 'This person holds no post now.')
    }
    const stand = (await candidatesOf(tx, district, row.id)).filter(({ state }) => !GONE.includes(state))
    if (stand.some(({ person }) => person === owner.person)) return no('nominated_already', '这个人已经在候选人名单里了。', 'This person stands already.')
    const { declared, promised, reason } = input
    const warnings = checkNomination({ known: { ...declared.known, promise_signed: promised }, owner: owner.until === null, overlap: declared.overlap,
      firmTie: declared.firmTie, reason }, terms)
    if (!warnings.ok) return warnings
    const candidate = newId()
    await tx.insertInto('candidate').values({ district, vote: row.id, id: candidate, keeper: row.keeper, person: owner.person, officer: input.officer,
      name: owner.name, name_masked: owner.name_masked, declared: key.seal('declared', JSON.stringify(declared)), nominated_by: input.by, promised,
      state: 'nominated', warnings: JSON.stringify(warnings.value.map(({ code }) => ({ code, reason }))), at }).execute()
    const { calendar } = await workingTime(tx, district, at)
    const { day: last } = periodEnd(day, OPINION_DAYS, calendar, 'working_day')
    await setTimer(tx, { district, due: new Date(startOf(addDays(last, 1))), kind: OPINION_TIMER, subject: body.id, facts: { candidate } })
    const codes = warnings.value.map(({ code }) => code)
    await recordBody(ctx, body, electionActs.state('elections.nominated', { candidate, nominated_by: input.by, warnings: codes }))
    const done = await bodyDone(ctx, body)
    return done.ok ? ok({ ...done.value, candidate, warnings: codes }) : done
  })

/** A candidate of an election who still stands, for a step; null where there is none. */
export async function standing({ tx }: Staff, { row }: Pick<OnElection, 'row'>, candidate: string): Promise<CandidateRow | null> {
  const found = await tx.selectFrom('candidate').selectAll().where('district', '=', row.district).where('vote', '=', row.id)
    .where('id', '=', candidate)
    .where('state', 'not in', [...GONE]).executeTakeFirst()
  return found ?? null
}

/** What a candidate declared, opened with their key for a count or a check by the product; null once they were erased. */
export async function declaredBy({ tx }: Pick<Staff, 'tx'>, { district, person, declared }: Pick<CandidateRow,
  'district' | 'person' | 'declared'>): Promise<Declared | null> {
  const key = declared.length === 0 ? null : await personKey(tx, district, person)
  return key ? JSON.parse(key.open('declared', declared)) as Declared : null // sealed by `nominate` alone
}

export type ShowDeclared = ById & { readonly candidate: string }
export type Shown = Declared & { readonly name: string }
/** Shows a declaration to whoever reviews: branch, street or the preparing body. An act that the candidate sees. [B101] */
export const showDeclared = (ctx: Staff, input: ShowDeclared): Promise<Result<Shown>> =>
  onElection<Shown>(ctx, input, 'says', async (of) => {
    const found = await standing(ctx, of, input.candidate)
    if (!found) return refuse(common.notFound)
    const look = { person: found.person, purpose: 'identity_check', at: ctx.at } as const
    const name = await revealValue(ctx.tx, ctx.actor, { ...look, field: 'name', cipher: found.name })
    const shown = await revealValue(ctx.tx, ctx.actor, { ...look, field: 'sensitive', sealedAs: 'declared', cipher: found.declared })
    if (!name.ok) return name
    return shown.ok ? ok({ name: name.value, ...JSON.parse(shown.value) as Declared }) : shown // sealed by `nominate` alone
  }, false)
