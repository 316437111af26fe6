/** Elected bodies as the console shows them: terms, members, the candidates' desk, what is handed over. */
import { shanghaiDay } from '../../kit/clock.ts'
import { actAs, type Tx } from '../../kit/db.ts'
import type { Said, Source } from '../../kit/pure.ts'
import { namesOf, overlaps, standingOf, workingTime } from '../../offices/index.ts'
import { placeById, type PlaceView } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { declaredBy, GONE } from '../commands/elections/nominate.ts'
import { reaches, standingAt, type BodyStanding } from '../commands/elections/on-election.ts'
import { daysOf, targetOf } from '../commands/elections/prepare.ts'
import { opinionsUntil } from '../commands/elections/review.ts'
import { clockOf } from '../commands/votes/on-vote.ts'
import { termStands, vacancies } from '../rules/election/bodies.ts'
import { slateTarget, type SlateCheck } from '../rules/election/candidates.ts'
import { preparingSteps, type Preparing } from '../rules/election/preparing.ts'
import { residentsSteps } from '../rules/election/residents.ts'
import { groundWords, openRoles, outcomesFor } from '../rules/election/review.ts'
import { CONDITION_WORDS, OPINION_DAYS } from '../rules/index.ts'
import { ballotPackFor, type PackTerms } from '../rules/packs/index.ts'
import { bodiesWithin, bodyOfVote, candidatesOf, handOverOf, loadBody, reviewsOf, seatsOf, type BodyRow, type CandidateRow, type ReviewRow,
  type SeatRow } from '../store/elections.ts'
import { deliveredOf } from '../store/delivered.ts'
import { questionsOf } from '../store/paper.ts'
import { loadVote, stateOf, stepsOfVote, type StepRow, type VoteRow } from '../store/votes.ts'
import { officersAround } from './team-candidates.ts'
import { resultOf } from './vote-parts.ts'

const termsOf = (body: BodyRow, day: string): PackTerms => ballotPackFor(body.district, day)?.terms ?? {}

async function cardOf(tx: Tx, body: BodyRow, today: string) {
  const [place, seats] = [await placeById(tx, body.district, body.place), await seatsOf(tx, body.district, body.id)]
  const now = seats.filter(({ until }) => until === null)
  const { daysLeft, tellFrom, due } = termStands(body.to, today, termsOf(body, today))
  return { id: body.id, kind: body.kind, state: body.state, version: body.version, vote: body.vote,
    place: { id: body.place, name: place?.name ?? '' }, seats: body.seats,
    reserves: body.reserves, termFrom: body.from, termTo: body.to, daysLeft, tellFrom, endsSoon: body.state === 'in_office' && due,
    formed: body.state !== 'ended' || seats.length > 0, members: now.filter(({ role }) => role !== 'reserve').length, inReserve: now.filter(({ role }) => role === 'reserve').length,
    open: body.state === 'in_office' ? vacancies(body.seats, now) : 0 }
}

/** Bodies within somebody's reach, what is being prepared first, then by the end of the term. */
export async function listBodies(tx: Tx, actor: Actor, at: Date) {
  const today = shanghaiDay(at)
  const items = []
  for (const body of await bodiesWithin(tx, actor)) items.push(await cardOf(tx, body, today))
  const order = ['planned', 'handing_over', 'in_office', 'ended']
  items.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || (a.termTo < b.termTo ? -1 : 1))
  return { items, mayPrepare: actor.audience.includes('community') || actor.audience.includes('owners') }
}

type Stored = { readonly code: string; readonly reason: string }
const WARNED: Readonly<Record<string, Said>> = {
  overlap: { zh: '同时是居委会成员', en: 'Also a member of the residents’ committee' },
    firm_tie: { zh: '和物业企业有利益关系', en: 'Has a tie to the property company' },
}

const warningsOf = ({ warnings }: Pick<CandidateRow, 'warnings'>): readonly Stored[] => warnings as unknown as readonly Stored[] // written by `nominate`

function candidateView(one: CandidateRow, said: readonly ReviewRow[], label: string | undefined, until: string) {
  const reviews = said.filter(({ candidate }) => candidate === one.id)
  const stored = warningsOf(one)
  return {
    id: one.id, name: label ?? one.name_masked, posted: label !== undefined, by: one.nominated_by, promised: one.promised, state: one.state,
      option: one.option,
    officer: one.officer, until, open: GONE.includes(one.state) ? [] : [...openRoles(reviews)],
    warnings: stored.map(({ code, reason }) => ({ code, words: WARNED[code] ?? { zh: code, en: code }, reason })),
    reviews: reviews.map(({ role, outcome, reason, at }) => ({ role, outcome, reason, on: shanghaiDay(at) })),
    ground: one.ground === null ? null : groundWords(one.ground), reason: one.reason,
    votes: one.votes_heads === null ? null : { heads: one.votes_heads, area: Number(one.votes_area ?? 0) },
  }
}

/** How a list stands against the street's target; opened and counted by the product, never shown by name. Null where it is off. */
async function slateOf(tx: Tx, district: string, candidates: readonly CandidateRow[], on: boolean): Promise<SlateCheck | null> {
  if (!on) return null
  const stand = candidates.filter(({ state }) => !GONE.includes(state))
  const declared = await Promise.all(stand.map((one) => declaredBy({ tx }, { ...one, district })))
  return slateTarget(stand.length, declared.filter((one) => one?.party === true).length, true)
}

const isOn = async (tx: Tx, district: string, street: string | null): Promise<boolean> => street !== null
  && (await tx.selectFrom('setting').select('value')
  .where('district', '=', district).where('name', '=', targetOf(street)).executeTakeFirst())?.value === 'on'

async function deskOf(tx: Tx, actor: Actor, body: BodyRow, place: PlaceView, standing: BodyStanding, row: VoteRow, at: Date) {
  const { district } = body
  await actAs(tx, { ...actor, votes: [row.id] })
  const [candidates, said, questions, time] = [await candidatesOf(tx, district, row.id), await reviewsOf(tx, district, row.id),
    await questionsOf(tx, district, row.id),
    await workingTime(tx, district, at)]
  const labels = new Map(questions.flatMap(({ options }) => options.map(({ id, label }) => [id, label] as const)))
  const [open, posted] = [['draft', 'noticed'].includes(stateOf(row)), labels.size > 0]
  const on = await isOn(tx, district, place.street)
  const terms = termsOf(body, shanghaiDay(at))
  return {
    vote: { id: row.id, state: stateOf(row), title: row.title, opensAt: row.opens_at?.toISOString() ?? null,
      closesAt: row.closes_at?.toISOString() ?? null }, posted,
    candidates: candidates.map((one) => candidateView(one, said, one.option === null ? undefined : labels.get(one.option),
      opinionsUntil(one.at, time.calendar))),
    conditions: (terms.candidates?.value.conditions ?? [])
      .map((code) => ({ code, words: CONDITION_WORDS[code], source: terms.candidates?.source ?? null })),
    target: on, slate: await slateOf(tx, district, candidates, on), says: standing.says, outcomes: standing.says === null ? []
      : [...outcomesFor(standing.says), ...(standing.street ? ['talked' as const] : [])],
    may: { nominate: standing.prepares && open && !posted, post: standing.prepares && open && !posted && candidates.length > 0,
      review: standing.says !== null && open,
      refuse: standing.prepares && open, seat: standing.prepares && body.state === 'planned'
        && ['published', 'filed', 'archived'].includes(stateOf(row)) },
  }
}

/** Names of members: an officer's, or as the list of candidates was posted. */
async function membersOf(tx: Tx, district: string, body: BodyRow, seats: readonly SeatRow[], at: Date) {
  const names = await namesOf(tx, district, { persons: seats.map(({ person }) => person) })
  const options = body.vote === null ? [] : (await questionsOf(tx, district, body.vote)).flatMap((one) => one.options)
  const elected = body.vote === null ? [] : await candidatesOf(tx, district, body.vote)
  const twice = new Set<string>()
  for (const { person, until } of seats) {
    if (until === null && overlaps((await standingOf(tx, district, person, at)).map(({ audience }) => audience))) twice.add(person)
  }
  return seats.map(({ person, candidate, ...seat }) => {
    const option = elected.find(({ id }) => id === candidate)?.option
    return { person, name: names.person(person) ?? options.find(({ id }) => id === option)?.label ?? '＊', overlap: seat.until === null && twice.has(person), ...seat }
  })
}

const OF_VOTE: Readonly<Record<string, Preparing['done'][number]['code']>> = { candidates_posted: 'drafts_posted', window_closed: 'assembly_held',
  result_posted: 'names_posted', filed: 'committee_filed' }

/** Steps on the way to a committee: what the vote and its candidates tell, and what was entered by hand. */
function stepsOf(body: BodyRow, steps: readonly StepRow[], candidates: readonly CandidateRow[], said: readonly ReviewRow[],
  before: BodyRow | undefined,
  { today, calendar }: { readonly today: string; readonly calendar: Preparing['calendar'] }) {
  const done = new Map(Object.entries(daysOf(body).done ?? {}) as [Preparing['done'][number]['code'], string][]) // codes checked by `setDay`
  for (const { code, on } of steps) { const known = OF_VOTE[code]; if (known) done.set(known, on) }
  const [first] = candidates
  if (first) done.set('nominated', shanghaiDay(first.at))
  const stand = candidates.filter(({ state }) => !GONE.includes(state))
  const waived = new Set<string>()
  for (const [code, role] of [['branch_recommendation', 'branch'], ['street_review', 'street'], ['talk', 'expert']] as const) {
    const given = said.filter((one) => one.role === role)
    if (stand.length === 0 || !stand.every(({ id }) => given.some(({ candidate }) => candidate === id))) continue
    done.set(code, shanghaiDay(new Date(Math.max(...given.map(({ at }) => at.getTime())))))
    if (given.every(({ outcome }) => outcome === 'no_opinion')) waived.add(code)
  }
  return preparingSteps({ done: [...done].map(([code, on]) => ({ code, on, waived: waived.has(code) })), termEnds: before?.to ?? null, today,
    terms: termsOf(body, today), calendar,
    opinionDays: OPINION_DAYS })
}

async function timetable(tx: Tx, body: BodyRow, at: Date): Promise<readonly { readonly code: string; readonly state: string;
  readonly doneOn: string | null
  readonly due: string | null; readonly words: Said; readonly source: Source | null }[]> {
  const today = shanghaiDay(at)
  if (body.kind === 'residents_committee') return residentsSteps(daysOf(body).set ?? {}, daysOf(body).done ?? {}, today)
  if (body.vote === null) return []
  const { calendar } = await workingTime(tx, body.district, at)
  const before = (await bodiesWithin(tx, { district: body.district, scopes: [body.path], orgs: [] }))
    .find(({ place, state }) => place === body.place && state === 'in_office')
  return stepsOf(body, await stepsOfVote(tx, body.district, body.vote), await candidatesOf(tx, body.district, body.vote),
    await reviewsOf(tx, body.district, body.vote), before,
    { today, calendar })
}

/** Everything of one term; null for whom it is neither within reach nor theirs to speak of. */
export async function bodyDetail(tx: Tx, actor: Actor, id: string, at: Date) {
  const body = await loadBody(tx, actor.district, id)
  const place = body && await placeById(tx, actor.district, body.place)
  if (!body || !place) return null
  const standing = await standingAt(tx, actor, body, place, shanghaiDay(at))
  if (!reaches(actor, body) && !standing.prepares && standing.says === null) return null
  await actAs(tx, { ...actor, votes: body.vote === null ? [] : [body.vote] })
  const card = await cardOf(tx, body, shanghaiDay(at))
  const row = body.vote === null ? undefined : await loadVote(tx, actor.district, body.vote)
  const seats = await membersOf(tx, body.district, body, await seatsOf(tx, body.district, id), at)
  return { ...card, meetsEveryMonths: body.meets_every_months, pack: body.pack, seated: seats, handOver: await handOverOf(tx, body.district, id),
    steps: [...await timetable(tx, body, at)],
    desk: row && (standing.prepares || standing.says !== null) ? await deskOf(tx, actor, body, place, standing, row, at) : null,
    delivered: actor.orgs.includes(body.keeper) && body.state === 'planned' && row ? await deliveredOf(tx, body.district, body.place) : null,
    prepares: standing.prepares, street: standing.street }
}

/** Owners of a home to nominate, for whoever keeps the register: names masked. */
export async function ownersAt(tx: Tx, actor: Actor, id: string, label: string) {
  const body = await loadBody(tx, actor.district, id)
  if (!body || !actor.orgs.includes(body.keeper)) return null
  const items = await tx.selectFrom('title as t').innerJoin('owner as o', (j) => j.onRef('o.district', '=', 't.district')
    .onRef('o.head', '=', 't.head'))
    .select(['o.id as owner', 'o.name_masked as name', 't.label']).distinct().where('t.district', '=', actor.district)
      .where('t.compound', '=', body.place)
    .where('t.label', 'ilike', `${label.replaceAll(/[%_\\]/g, '')}%`).where('o.until', 'is', null).orderBy('t.label').limit(12).execute()
  return { items }
}

/** Who holds a post around the place of a body, for whoever keeps its register: a candidate among them is tied to it. [B18] */
export async function officersFor(tx: Tx, actor: Actor, id: string, at: Date) {
  const body = await loadBody(tx, actor.district, id)
  const place = body && actor.orgs.includes(body.keeper) ? await placeById(tx, actor.district, body.place) : null
  if (!place) return null
  return { items: (await officersAround(tx, actor.district, place, shanghaiDay(at))).map(({ person, name, title, org }) => ({ person, name, title, org })) }
}

/** The posted list of an election for everybody, with its composition in numbers; `tx` is the clock's. Null before it is posted. */
export async function postedSlate(tx: Tx, district: string, vote: string) {
  const [body, row] = [await bodyOfVote(tx, district, vote), await loadVote(tx, district, vote)]
  const place = body && await placeById(tx, district, body.place)
  if (!body || !row || !place || stateOf(row) === 'draft') return null
  await actAs(tx, clockOf(row))
  const [questions, candidates] = [await questionsOf(tx, district, vote), (await candidatesOf(tx, district, vote))
    .filter(({ option }) => option !== null)]
  const options = questions.flatMap((one) => one.options)
  if (options.length === 0) return null
  const shown = row.published_at === null ? null : resultOf(row)?.shown.questions[0]?.options
  const overlaps = candidates.filter((one) => warningsOf(one).some(({ code }) => code === 'overlap')).length
  return { body, seats: body.seats, reserves: body.reserves, slate: await slateOf(tx, district, candidates, await isOn(tx, district, place.street)),
    overlaps,
    candidates: options.map(({ id, label }) => {
      const one = candidates.find(({ option }) => option === id)
      return { option: id, name: label, by: one?.nominated_by ?? 'owners', won: shown?.find((each) => each.id === id)?.won ?? null,
        reserve: one?.state === 'reserve' }
    }) }
}
