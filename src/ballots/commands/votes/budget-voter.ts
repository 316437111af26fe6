/** Voters of a budget: whoever lives in the community, known by the keyed hash of a phone that a code proved, or by a paper slip's code. */
import { common } from '../../../kit/http.ts'
import { withScope } from '../../../kit/db.ts'
import { newId, randomCode } from '../../../kit/ids.ts'
import { sendNotice } from '../../../kit/jobs.ts'
import { runCommand } from '../../../kit/command.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import { addPersonWith, askPhoneCode, checkPhoneCode, clockActor, lookupHash, normalisePhone, personsByPhone, standInSubject } from '../../../trust/index.ts'
import { ballotActs, ballotContent, type Answer } from '../../rules/life/index.ts'
import { insertElectors, type NewElector } from '../../store/electors.ts'
import { ballotPaper } from '../../store/paper.ts'
import { changeVote, kindOf, loadVote, recordVote } from '../../store/votes.ts'
import { castBallot, type CastDesk, type Given } from './cast.ts'
import { onVote, type ById, type Staff } from './on-vote.ts'

const notBudget: Refusal = { ...common.notFound, rule: 'B68' }
const badPhone: Refusal = { code: 'bad_phone', rule: 'B68', explain: { zh: '手机号不对，改一下再发。', en: 'The phone number is not right: correct it.' } }
const subjectOf = (vote: string, phone: string) => standInSubject('budget_ballot', `${vote} ${normalisePhone(phone) ?? phone}`)
const hashOf = (district: string, vote: string, phone: string): Buffer => lookupHash(district, 'project_slip', `${vote} ${normalisePhone(phone) ?? phone}`)

/** An elector of a budget: nobody of the register, so that it is its own head; weight one. */
const voter = (hash: Buffer | null): NewElector => {
  const id = newId()
  return { id, head: id, voter_hash: hash && `\\x${hash.toString('hex')}`, building: null, kind: 'resident', area: 0, heads: 1, titles: 1, code: randomCode(8), blocked: null }
}

/** [B68] Sends a code to any phone that wants to vote on a budget: the phone is kept sealed for sending, and as a keyed hash so that it votes once. */
export const askBudgetCode = ({ db, district, path }: CastDesk, vote: string, phone: string, at: Date): Promise<Result<{ readonly sent: boolean }>> =>
  runCommand(db, clockActor(district, path), at, undefined, async (tx) => {
    const row = await loadVote(tx, district, vote)
    if (!row || kindOf(row) !== 'budget') return refuse(notBudget)
    if (normalisePhone(phone) === null) return refuse(badPhone)
    const [known] = await personsByPhone(tx, district, phone)
    const person = known ?? await addPersonWith(tx, { district, kind: 'resident', fields: [{ field: 'phone', value: phone, purpose: 'vote' }], at })
    const asked = await askPhoneCode(tx, { district, subject: subjectOf(vote, phone), phone, person, known: true, at })
    if (!asked.ok) return asked
    const { send } = asked.value
    if (send) await sendNotice(tx, { district, channel: 'sms', recipient: `contact:${send.person}`, template: 'phone.code', facts: { code: send.code } }, at)
    return ok({ sent: true })
  })

async function voterBy(desk: CastDesk, vote: string, phone: string): Promise<string | null> {
  const { db, district, path } = desk
  const hash = hashOf(district, vote, phone)
  return withScope(db, clockActor(district, path), async (tx) => {
    const find = () => tx.selectFrom('elector').select('id').where('district', '=', district).where('vote', '=', vote).where('voter_hash', '=', hash).executeTakeFirst()
    const known = await find()
    if (known) return known.id
    const row = await loadVote(tx, district, vote)
    if (!row || row.state !== 'open') return null
    const made = voter(null)
    await tx.insertInto('elector').values({ ...made, district, vote, keeper: row.keeper, voter_hash: hash }).onConflict((c) => c.columns(['district', 'vote', 'voter_hash']).doNothing()).execute()
    return (await find())?.id ?? null
  })
}

export type BudgetBallot = { readonly vote: string; readonly phone: string; readonly code: string; readonly answers: readonly Answer[]; readonly key: string | undefined }

/**
 * [B68] Casts a ballot on a budget by phone and code. What is chosen is looked at before the code is used up. One ballot a phone: cast again, the rule of
 * the round says which holds.
 */
export async function castOnBudget(desk: CastDesk, { vote, phone, code, answers, key }: BudgetBallot, at: Date): Promise<Result<Given>> {
  const { db, district, path } = desk
  const paper = await withScope(db, clockActor(district, path), (tx) => ballotPaper(tx, district, vote))
  if (paper?.kind !== 'budget') return refuse(notBudget)
  const content = ballotContent(paper.kind, paper.asked, answers)
  if (!content.ok) return content
  const checked = await checkPhoneCode(db, { district, subject: subjectOf(vote, phone), phone, code, at })
  if (!checked.ok) return checked
  const elector = await voterBy(desk, vote, phone)
  if (elector === null) return refuse({ code: 'not_open', rule: 'B68', explain: { zh: '现在不在投票时间里。', en: 'The vote is not open now.' } })
  return castBallot(desk, { vote, elector, heads: [elector], answers, key }, at)
}

/** [B69] Makes paper ballots of a budget for those without a phone: each has a code of its own and is given to one resident. */
export const issueSlips = (ctx: Staff, input: ById & { readonly count: number }): Promise<Result<{ readonly id: string; readonly done: number; readonly version: number; readonly refused: readonly never[] }>> =>
  onVote(ctx, input, 'deliveries', async ({ row }) => {
    if (kindOf(row) !== 'budget') return refuse(notBudget)
    await insertElectors(ctx.tx, row, Array.from({ length: input.count }, () => voter(null)))
    const changed = await changeVote(ctx.tx, row, {})
    // each slip is a voter: how many were made stands in the record, for whoever counts again
    await recordVote(ctx, row, ballotActs.state('ballots.slips', { slips: input.count }))
    return ok({ id: row.id, done: input.count, version: changed.version, refused: [] })
  })
