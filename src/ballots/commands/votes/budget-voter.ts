/** Voters of a budget: whoever lives in the community, known by the keyed hash of a phone that a code proved. Slips on paper are in slips.ts. */
import { common } from '../../../kit/http.ts'
import { withScope } from '../../../kit/db.ts'
import { sendNotice } from '../../../kit/jobs.ts'
import { runCommand } from '../../../kit/command.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import { addPersonWith, askPhoneCode, checkPhoneCode, clockActor, lookupHash, normalisePhone, personsByPhone, standInSubject } from '../../../trust/index.ts'
import { ballotContent, type Answer } from '../../rules/life/index.ts'
import { ballotPaper } from '../../store/paper.ts'
import { kindOf, loadVote } from '../../store/votes.ts'
import { castBallot, type CastDesk, type Given } from './cast.ts'
import { budgetVoter } from './slips.ts'

const notBudget: Refusal = { ...common.notFound, rule: 'B68' }
const badPhone: Refusal = { code: 'bad_phone', rule: 'B68', explain: { zh: '手机号不对，改一下再发。', en: 'The phone number is not right: correct it.' } }
const subjectOf = (vote: string, phone: string) => standInSubject('budget_ballot', `${vote} ${normalisePhone(phone) ?? phone}`)
const hashOf = (district: string, vote: string, phone: string): Buffer => lookupHash(district, 'project_slip', `${vote} ${normalisePhone(phone) ?? phone}`)

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
    const made = budgetVoter(null)
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
