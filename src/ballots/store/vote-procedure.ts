/** A vote of the database as the rules of procedure see it. */
import { shanghaiDay } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { standingOf, workingTime } from '../../offices/index.ts'
import { placeById } from '../../places/index.ts'
import { OPINION_DAYS, type Procedure } from '../rules/index.ts'
import { STEP_CODES, type Official, type StepDone, type Vote } from '../rules/vote.ts'
import { officersStanding } from './elections.ts'
import { channelsOfRow, heldByOf, kindOf, matterOf, membersOfVote, stepsOfVote, type MemberRow, type StepRow, type VoteRow } from './votes.ts'

/** Somebody on a team with their post and organisation on a day. */
export type TeamMember = MemberRow & { readonly title: string; readonly org: string; readonly orgKind: string }

/** The team of a vote with titles and organisations, as they stand at `at`; somebody whose post has ended keeps their place with empty words. */
export async function teamOf(tx: Tx, row: Pick<VoteRow, 'district' | 'id'>, at: Date): Promise<readonly TeamMember[]> {
  const members = await membersOfVote(tx, row.district, row.id)
  const people = [...new Set(members.map(({ person }) => person))]
  const held = new Map(await Promise.all(people.map(async (person) => [person, await standingOf(tx, row.district, person, at)] as const)))
  return members.map((member) => {
    const standing = held.get(member.person)?.find(({ post }) => post === member.post)
    return { ...member, title: standing?.title ?? '', org: standing?.orgName ?? '', orgKind: standing?.orgKind ?? '' }
  })
}

const SENT_BY: Readonly<Record<string, Official['of']>> = { community: 'residents_committee', owners: 'owners', street: 'street', branch: 'branch' }
const officials = (team: readonly TeamMember[], wanted: string, standing: ReadonlySet<string>): readonly Official[] => team.filter(({ role }) => role === wanted)
  .map(({ person, orgKind }) => ({ person, of: SENT_BY[orgKind] ?? 'other', candidate: standing.has(person) }))

const CODES: readonly string[] = [...STEP_CODES, 'branch_asked']
const isCode = (code: string): code is StepDone['code'] => CODES.includes(code)

/** Steps as the rules see them: what happened, and what was waived with a reason. */
const doneOf = (steps: readonly StepRow[]): readonly StepDone[] => steps.flatMap(({ code, state, on }): readonly StepDone[] =>
  (isCode(code) ? [{ code, on, ...(state === 'done' ? {} : { waived: true }) }] : []))

export type Proceeding = { readonly vote: Vote; readonly procedure: Procedure; readonly steps: readonly StepRow[]; readonly team: readonly TeamMember[] }

/** Everything that the rules of procedure ask about a vote at `at`. */
export async function proceedingOf(tx: Tx, row: VoteRow, at: Date): Promise<Proceeding> {
  const [steps, team, electorate, time] = await Promise.all([stepsOfVote(tx, row.district, row.id), teamOf(tx, row, at),
    placeById(tx, row.district, row.electorate), workingTime(tx, row.district, at)])
  const { terms, rule } = heldByOf(row)
  const stand = kindOf(row) === 'election' ? await officersStanding(tx, row.district, row.id) : new Set<string>()
  const scope = electorate?.kind === 'building' || electorate?.kind === 'unit' ? electorate.kind : 'compound'
  const outcome = (row.result as { readonly shown: { readonly outcome: string } } | null)?.shown.outcome // written by count.ts
  const window = row.opens_at && row.closes_at ? { opensOn: shanghaiDay(row.opens_at), closesOn: shanghaiDay(row.closes_at) } : null
  const vote: Vote = {
    id: row.id, kind: kindOf(row), matter: matterOf(row) ?? 'other', assembly: 'regular', scope: { kind: scope, place: row.electorate },
    region: row.district, secret: row.secret, channels: channelsOfRow(row), window, scrutineers: officials(team, 'scrutineer', stand),
    collectors: officials(team, 'collector', stand), done: doneOf(steps),
    ...(row.published_at !== null && outcome !== undefined && outcome !== 'passed' ? { carried: false } : {}),
  }
  // what law says of owners' votes says nothing of how residents share a budget
  return { vote, procedure: { terms: vote.kind === 'budget' ? {} : terms, rule, calendar: time.calendar, opinionDays: OPINION_DAYS }, steps, team }
}
