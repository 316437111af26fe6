/** The papers that only an election has, from the body it is for, its candidates and its result. Names are those of the posted list. */
import type { Tx } from '../../kit/db.ts'
import type { Paper } from '../../kit/papers/index.ts'
import { shanghaiDay } from '../../kit/clock.ts'
import * as papers from '../papers/index.ts'
import { BODY_SAID, NOMINATOR_SAID, OFFICE_SAID } from '../rules/election/bodies.ts'
import { CONDITION_WORDS, OPINION_DAYS } from '../rules/index.ts'
import { ballotPackFor } from '../rules/packs/index.ts'
import { bodyOfVote, candidatesOf, seatsOf, type BodyRow, type CandidateRow } from '../store/elections.ts'
import type { Question } from '../store/paper.ts'
import { stepsOfVote, type VoteRow } from '../store/votes.ts'
import { resultOf } from './vote-parts.ts'

export type ElectionPaperOf = { readonly tx: Tx; readonly row: VoteRow; readonly at: Date; readonly facts: papers.VoteFacts
  readonly questions: readonly Question[] }
/** How long the list hangs: until the vote opens, in words of the notice. */
export type Hanging = Parameters<typeof papers.candidatesPaper>[4]

const conditionsOf = (row: VoteRow, day: string) => {
  const term = ballotPackFor(row.district, day)?.terms.candidates
  return { conditions: (term?.value.conditions ?? []).map((code) => CONDITION_WORDS[code].zh),
    source: term ? `《${term.source.law}》${term.source.article ?? ''}` : '' }
}

/** The call for candidates, from the first day on. */
export async function nomination({ tx, row, at, facts }: ElectionPaperOf): Promise<Paper | null> {
  const body = await bodyOfVote(tx, row.district, row.id)
  if (!body) return null
  const day = shanghaiDay(at)
  return papers.nominationPaper({ vote: facts, elected: BODY_SAID[body.kind].zh, seats: body.seats, reserves: body.reserves,
    term: { from: body.from, to: body.to }, ...conditionsOf(row, day), opinionDays: OPINION_DAYS, day })
}

/** The list as it was posted; null before that. */
export async function candidates(of: ElectionPaperOf, hanging: Hanging): Promise<Paper | null> {
  const { tx, row, facts, at, questions } = of
  const [body, rows, steps] = [await bodyOfVote(tx, row.district, row.id), await candidatesOf(tx, row.district, row.id),
    await stepsOfVote(tx, row.district, row.id)]
  const posted = steps.find(({ code }) => code === 'candidates_posted')
  if (!body || !posted) return null
  const options = questions.flatMap((one) => one.options)
  const { conditions, source } = conditionsOf(row, shanghaiDay(at))
  const checked = conditions.length === 0 ? '候选人都是本小区业主。当地没有规定别的条件。'
    : `筹备方对每位候选人核对了：是本小区业主；${conditions.join('；')}。（依据：${source}）`
  return papers.candidatesPaper(facts, body.seats, options.map(({ id, label }, n) => ({ number: n + 1, name: label, building: '', words: '',
    nominatedBy: NOMINATOR_SAID[rows.find(({ option }) => option === id)?.nominated_by ?? ''] ?? '' })),
  [checked, '支部、街道的意见供业主了解，不是参选的条件。'], { ...hanging, from: posted.on })
}

async function officeOf(tx: Tx, body: BodyRow, rows: readonly CandidateRow[]): Promise<(option: string) => string> {
  const seats = await seatsOf(tx, body.district, body.id)
  const idOf = new Map(rows.map(({ option, id }) => [option, id]))
  return (option) => OFFICE_SAID[seats.find(({ candidate }) => candidate === idOf.get(option))?.role ?? 'member'].zh
}

/** Members of the new term for the filing form: names as posted, offices as far as the first meeting chose them. */
export async function electedMembers(of: ElectionPaperOf): Promise<Parameters<typeof papers.filingPaper>[0]['members']> {
  const { tx, row } = of
  const body = await bodyOfVote(tx, row.district, row.id)
  if (!body) return []
  const office = await officeOf(tx, body, await candidatesOf(tx, row.district, row.id))
  return (resultOf(row)?.shown.questions[0]?.options ?? []).filter(({ won }) => won)
    .map(({ id, label }) => ({ name: label, office: office(id), building: '', term: `${body.from}至${body.to}` }))
}

/** A certificate for each who was elected, once the result is posted. */
export async function elected({ tx, row, facts, at }: ElectionPaperOf): Promise<readonly Paper[] | null> {
  const [body, shown] = [await bodyOfVote(tx, row.district, row.id), resultOf(row)?.shown]
  if (!body || !shown || row.published_at === null) return null
  const posted = shanghaiDay(row.published_at)
  const office = await officeOf(tx, body, await candidatesOf(tx, row.district, row.id))
  const papersOf = (shown.questions[0]?.options ?? []).filter(({ won }) => won).map(({ id, label, heads, area }) =>
    papers.electedPaper({ vote: facts, elected: BODY_SAID[body.kind].zh, name: label, office: office(id), votes: { heads, area },
      took: shown.tookPart, term: { from: body.from, to: body.to }, posted, day: shanghaiDay(at) }))
  return papersOf.length === 0 ? null : papersOf
}
