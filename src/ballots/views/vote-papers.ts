/** The papers of a vote, drawn from what is known of it: words and numbers only, nothing is counted here. */
import { sql } from 'kysely'
import { shanghaiDay, shanghaiMinute } from '../../kit/clock.ts'
import { actAs, type Tx } from '../../kit/db.ts'
import type { Paper } from '../../kit/papers/index.ts'
import { namesOf } from '../../offices/index.ts'
import { placeById } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { clockOf, rolesOn } from '../commands/votes/on-vote.ts'
import * as papers from '../papers/index.ts'
import { DELIVERY_WORDS, HOLDS_WORDS, isHouseholds, isItem, ITEM_WORDS, itemNumber, periodEnd, saidArea, saidCount, saidShare, SILENCE_WORDS, stepsOf, turnoutOf } from '../rules/index.ts'
import { objectUntil, RESULT_HANGS_DAYS } from '../rules/procedure/objections.ts'
import { DELIVERIES, type Measure } from '../rules/vote.ts'
import { vacantSaid } from '../rules/vacant-homes.ts'
import { questionsOf, type Question } from '../store/paper.ts'
import { usableSlips } from '../store/slips.ts'
import { turnoutOfVote } from '../store/turnout.ts'
import { proceedingOf, type Proceeding } from '../store/vote-procedure.ts'
import { areaOfRow, heldByOf, kindOf, matterOf, type VoteRow } from '../store/votes.ts'
import { seenByTeam } from './electors.ts'
import * as election from './election-papers.ts'
import { placeName, resultOf } from './vote-parts.ts'

type All = {
  readonly tx: Tx; readonly row: VoteRow; readonly at: Date; readonly facts: papers.VoteFacts; readonly topics: readonly papers.Topic[]; readonly questions: readonly Question[]
  readonly proceeding: Proceeding; readonly names: ReadonlyMap<string, string>; readonly host: string; readonly keeper: string; readonly placeName: string
}
const CHOICE_LABELS = ['同意', '反对', '弃权']
const moment = (at: Date | null): string => (at ? shanghaiMinute(at).replace(' ', 'T') : '')

/** The matter as the law calls it; nothing for a budget. */
function matterLine(row: VoteRow): string {
  const matter = matterOf(row)
  if (isHouseholds(matter)) return '居民公约：居民会议由各户派一人，一户一票'
  return matter !== null && isItem(matter) ? `民法典第二百七十八条第一款第${'一二三四五六七八九'.charAt(itemNumber(matter) - 1)}项：${ITEM_WORDS[matter].zh}` : ''
}

function topicsOf(row: VoteRow, questions: readonly Question[]): readonly papers.Topic[] {
  const matter = matterLine(row)
  return questions.map(({ title, words, pick, options }, i) => ({
    title, text: [i === 0 && row.words !== title ? row.words : '', words].flatMap((part) => part.split('\n')).filter((line) => line.trim() !== ''), atMost: options.length > 0 ? pick : 1, ...(matter ? { matter } : {}),
    ...(kindOf(row) === 'election' ? { people: true as const } : {}),
    options: options.length > 0 ? options.map(({ label, cost }) => ({ label, ...(cost === undefined ? {} : { note: `${saidArea(cost)}元` }) })) : CHOICE_LABELS.map((label) => ({ label })),
  }))
}

async function gather(tx: Tx, row: VoteRow, at: Date, host: string): Promise<All> {
  const [proceeding, questions, place, electorate] = await Promise.all([proceedingOf(tx, row, at), questionsOf(tx, row.district, row.id),
    placeName(tx, row.district, row.place), placeName(tx, row.district, row.electorate)])
  const names = await namesOf(tx, row.district, { orgs: [row.keeper], persons: proceeding.team.map(({ person }) => person) })
  const lead = proceeding.team.find(({ role }) => role === 'lead')
  const keeper = names.org(row.keeper)
  const [year, n] = row.number.split('-')
  const facts: papers.VoteFacts = {
    body: kindOf(row) === 'budget' ? `${place.name}居民` : isHouseholds(matterOf(row)) ? `${electorate.name}居民会议` : electorate.id === place.id ? `${place.name}业主大会` : `${electorate.name}业主`,
    to: isHouseholds(matterOf(row)) ? '各户居民' : kindOf(row) === 'budget' ? '全体居民' : '全体业主', owners: kindOf(row) !== 'budget' && !isHouseholds(matterOf(row)),
    meeting: `${year}年第${n}次表决`, number: row.number, issuers: [keeper?.name ?? ''], secret: row.secret, window: { from: moment(row.opens_at), to: moment(row.closes_at) },
    contact: { name: names.person(lead?.person ?? null) ?? '', phone: keeper?.phone ?? '', place: `${place.name}表决工作组` },
  }
  return { tx, row, at, facts, questions, topics: topicsOf(row, questions), proceeding, host, keeper: keeper?.name ?? '', placeName: place.name,
    names: new Map(proceeding.team.map(({ person }) => [person, names.person(person) ?? ''])) }
}

const WAYS = { phone: '手机：登录后自己投', paper: '纸质票：投进票箱', door: '上门：两名收票人一起来取' } as const
const totalsOf = ({ row }: All): Measure => ({ area: areaOfRow(row.area), heads: row.electors })
const calendarOf = ({ proceeding }: All) => proceeding.procedure.calendar
const people = ({ proceeding, names }: All, role: string): readonly string[] => proceeding.team.filter((one) => one.role === role).map(({ person }) => names.get(person) ?? '')
const dayDone = ({ proceeding }: All, code: string): string | null => proceeding.steps.find((one) => one.code === code)?.on ?? null

function notice(all: All): Paper {
  const { row, facts, topics, at } = all
  const { thresholds, terms, rule } = heldByOf(row)
  const from = row.notice_day ?? shanghaiDay(at)
  const days = terms.notice?.value.days ?? 0
  const totals = totalsOf(all)
  const until = row.opens_at ? shanghaiDay(row.opens_at) : periodEnd(from, days, calendarOf(all)).day
  return papers.noticePaper({ vote: facts, topics, posted: { from, to: periodEnd(from, Math.max(1, days), calendarOf(all)).day, rule: days > 0 ? `不少于${days}天` : '公告' },
    electorate: isHouseholds(matterOf(row)) ? (row.electors > 0 ? `每户派一人，一户一票，共${saidCount(totals.heads)}户` : '每户派一人，一户一票') : row.electors > 0 ? `全体业主，共${saidCount(totals.heads)}人，专有部分面积${saidArea(totals.area)}平方米` : '名册冻结后公布人数和面积',
    ways: all.proceeding.vote.channels.map((one) => WAYS[one]), holds: `${HOLDS_WORDS[rule.holds].zh}。`, silence: `${SILENCE_WORDS[rule.silence].zh}。`,
    passes: thresholds?.byHeads ? `参与表决的户数要${saidShare(thresholds.quorum.value).zh}，其中同意的也要${saidShare(thresholds.majority.value).zh}（${thresholds.quorum.source.law}）。` : thresholds ? `参与表决的面积和人数都要占${saidShare(thresholds.quorum.value).zh}，同意的面积和人数都要占参与表决的${saidShare(thresholds.majority.value).zh}。` : '',
    objections: { until, how: `告诉${facts.contact.name}或者任何一位监票人` }, day: from, attachments: [] })
}

async function ballots(all: All): Promise<readonly Paper[]> {
  const { tx, row, facts, topics, host } = all
  const rows = await sql<{ id: string; code: string; area: string; heads: number; homes: string; voter: string | null }>`select e.id, e.code, e.area, e.heads,
      string_agg(t.label, '、' order by t.label) as homes, (select o.name_masked from owner o where o.district = e.district and o.head = e.head and o.until is null
        order by o.chosen desc, o.id limit 1) as voter
    from elector e join elector_title t on t.district = e.district and t.vote = e.vote and t.elector = e.id
    where e.district = ${row.district} and e.vote = ${row.id} group by e.district, e.vote, e.id`.execute(tx)
  const inOrder = rows.rows.sort((one, other) => one.homes.localeCompare(other.homes, 'zh', { numeric: true }))
  return papers.ballotPapers({ vote: facts, topics, returns: '投进票箱，或者交给两名一起来的收票人' }, inOrder.map(({ code, area, heads, homes, voter }) =>
    ({ number: code, address: `https://${host}/vote/${row.id}?code=${code}`, area: isHouseholds(matterOf(row)) ? null : Number(area), heads, named: row.secret ? null : { homes, voter: voter ?? '' } })))
}

async function slipPapers({ tx, row, facts, topics, host }: All): Promise<readonly Paper[] | null> {
  const [slips, topic] = [await usableSlips(tx, row.district, row.id), topics[0]]
  if (!topic || slips.length === 0) return null
  const groups = [...Map.groupBy(slips, ({ building }) => building)]
  return Promise.all(groups.map(async ([building, list]) => papers.slipsPaper({ vote: facts, title: row.title, topic, returns: '投进票箱，或者交给两名一起来的收票人',
    building: building === null ? facts.body : (await placeName(tx, row.district, building)).name },
  list.map(({ code }) => ({ code, address: `https://${host}/vote/${row.id}?code=${code}` })))))
}

async function delivery(all: All): Promise<readonly Paper[]> {
  const { tx, row, facts } = all
  const rows = await tx.selectFrom('elector_title as t').innerJoin('elector as e', (j) => j.onRef('e.district', '=', 't.district').onRef('e.vote', '=', 't.vote').onRef('e.id', '=', 't.elector'))
    .select(['e.code', 't.label', 't.area', 't.building', 't.delivered_how as how', sql<string | null>`to_char(t.delivered_on, 'YYYY-MM-DD')`.as('when')])
    .where('t.district', '=', row.district).where('t.vote', '=', row.id).execute()
  const known = heldByOf(row).buildings ?? []
  const groups = Map.groupBy(rows.sort((a, b) => a.label.localeCompare(b.label, 'zh', { numeric: true })), ({ building }) => building ?? row.place)
  const place = (id: string): number => known.findIndex((one) => one.id === id)
  return [...groups].sort(([a], [b]) => place(a) - place(b)).map(([id, list]) => papers.deliveryPaper(facts, known.find((one) => one.id === id)?.name ?? all.placeName, list.map((one) => {
    const how = DELIVERIES.find((word) => word === one.how)
    return { number: one.code, home: one.label, area: one.area, way: how ? DELIVERY_WORDS[how].zh : null, when: one.when }
  })))
}

function outcomeOf(all: All): papers.Outcome | null {
  const result = resultOf(all.row)
  if (!result) return null
  const { shown, file: { rules, line }, motion } = result
  if (rules.kind === 'motion') {
    const { vacant } = heldByOf(all.row)
    return { kind: 'motion', ...(vacant && vacant.homes > 0 ? { without: vacantSaid(vacant).zh } : {}), questions: shown.questions.flatMap(({ title }, i) => {
      const one = motion?.[i]
      return one ? [{ topic: title, matter: matterLine(all.row), result: one }] : []
    }) }
  }
  const options = shown.questions[0]?.options ?? []
  if (rules.kind === 'election' && 'elected' in line) {
    const { thresholds } = heldByOf(all.row)
    const need = thresholds ? turnoutOf(rules.totals, shown.tookPart, thresholds).need : { area: 0, heads: 0 }
    return { kind: 'election', seats: rules.seats, totals: rules.totals, took: shown.tookPart, need,
      candidates: options.map(({ id, label, area, heads, won }, i) => ({ number: i + 1, name: label, area, heads,
        outcome: won ? 'elected' as const : line.reserves.includes(id) ? 'reserve' as const : 'not_elected' as const })) }
  }
  if (rules.kind !== 'budget' || !('spent' in line)) return null
  return { kind: 'budget', rule: rules.rule === 'greedy' ? '得票多少' : '等额分摊', budget: rules.budget, spent: line.spent, voters: shown.tookPart.heads,
    projects: options.map(({ id, label, heads, won }) => ({ name: label, cost: rules.projects.find((one) => one.id === id)?.cost ?? 0, votes: heads, funded: won, why: '' })) }
}

const sealedOf = ({ row, at }: All): papers.Sealed => ({ size: row.size ?? 0, root: row.root?.toString('hex') ?? '', on: shanghaiDay(row.counted_at ?? at) })

async function opinionsOf({ tx, row }: All): Promise<Parameters<typeof papers.certificatePaper>[0]['opinions']> {
  const rows = await tx.selectFrom('vote_opinion').select(['org', 'words', 'at']).where('district', '=', row.district).where('vote', '=', row.id).orderBy('at').execute()
  const names = await namesOf(tx, row.district, { orgs: rows.map(({ org }) => org) })
  return rows.map(({ org, words, at }) => ({ of: names.org(org)?.name ?? '', asked: row.notice_day ?? '', given: shanghaiDay(at), words }))
}

async function certificate(all: All, outcome: papers.Outcome): Promise<Paper> {
  const { row, facts, at, tx } = all
  const { rule, terms } = heldByOf(row)
  const from = row.notice_day ?? ''
  const [delivered] = await tx.selectFrom('elector_title').select([(e) => e.fn.countAll<string>().as('n'), sql<string | null>`to_char(max(delivered_on), 'YYYY-MM-DD')`.as('last')])
    .where('district', '=', row.district).where('vote', '=', row.id).where('counts', '=', true).where('delivered_on', 'is not', null).execute()
  return papers.certificatePaper({ vote: facts, outcome, noticed: { from, to: from && periodEnd(from, Math.max(1, terms.notice?.value.days ?? 1), calendarOf(all)).day },
    frozenOn: shanghaiDay(row.frozen_at ?? at), delivered: { homes: Number(delivered?.n ?? 0), until: delivered?.last ?? shanghaiDay(row.closed_at ?? at) },
    rules: [`${HOLDS_WORDS[rule.holds].zh}。`, `${SILENCE_WORDS[rule.silence].zh}。`], scrutineers: people(all, 'scrutineer'), sealed: sealedOf(all),
    opinions: await opinionsOf(all), day: shanghaiDay(at) })
}

async function countSheet(all: All, outcome: papers.Outcome): Promise<Paper> {
  const { row, facts, at, tx } = all
  const { channels } = await turnoutOfVote(tx, row.district, row.id)
  const sums = await sql<{ channel: string; heads: string; area: string }>`select channel, sum(heads) as heads, sum(area) as area from turnout where district = ${row.district}
    and vote = ${row.id} and channel = any(${Object.keys(channels)}::text[]) group by channel`.execute(tx)
  const label: Readonly<Record<string, string>> = { phone: '手机', paper: '票箱', door: '上门' }
  const doubles = await tx.selectFrom('elector').select(['code', 'casts']).where('district', '=', row.district).where('vote', '=', row.id).where('casts', '>', 1).orderBy('code').execute()
  const received = {
    channels: sums.rows.map(({ channel, heads, area }) => ({ channel: label[channel] ?? channel, ballots: Number(heads), heads: Number(heads), area: isHouseholds(matterOf(row)) ? 0 : Number(area) })),
    unmarked: resultOf(row)?.shown.invalid ?? 0, invalid: [], conflicts: doubles.map(({ code, casts }) => ({ number: code, holds: `投了${casts}次，${HOLDS_WORDS[heldByOf(row).rule.holds].zh}` })),
  }
  return papers.countSheetPaper(facts, moment(row.counted_at ?? at), received, outcome, sealedOf(all), people(all, 'scrutineer'))
}

function posting(all: All, outcome: papers.Outcome): Paper {
  const { row, facts, at, host } = all
  const from = shanghaiDay(row.published_at ?? at)
  return papers.resultPaper(facts, outcome, sealedOf(all), { from, to: objectUntil(from, calendarOf(all)), rule: `${RESULT_HANGS_DAYS}天`, objections: `告诉${facts.contact.name}或者任何一位监票人`,
    address: `https://${host}/vote/${row.id}` })
}

async function filing(all: All): Promise<Paper> {
  const { row, facts, at, tx } = all
  const place = await placeById(tx, row.district, row.place)
  const [homes] = await tx.selectFrom('elector_title').select((e) => e.fn.countAll<string>().as('n')).where('district', '=', row.district).where('vote', '=', row.id).where('counts', '=', true).execute()
  const result = resultOf(row)
  const steps = stepsOf(all.proceeding.vote, shanghaiDay(at), all.proceeding.procedure)
  const [from, posted] = [row.notice_day ?? '', shanghaiDay(row.published_at ?? at)]
  const noticed = { from, to: dayDone(all, 'window_open') ?? from }
  const said = result?.shown.reasons.at(-1)?.words.zh ?? ''
  return papers.filingPaper({ vote: facts, matter: row.title, street: '街道办事处',
    compound: { name: all.placeName, address: place?.fullName ?? '', homes: Number(homes?.n ?? 0), totals: totalsOf(all) },
    noticed, posted: { from: posted, to: objectUntil(posted, calendarOf(all)) }, took: result?.shown.tookPart ?? { area: 0, heads: 0 }, result: said, members: kindOf(row) === 'election' ? await election.electedMembers(all) : [],
    papers: [{ name: '公告', day: from, pages: null }, { name: '计票表', day: shanghaiDay(row.counted_at ?? at), pages: null }, { name: '表决结果证明', day: shanghaiDay(at), pages: null }],
    due: { file: steps.find(({ code }) => code === 'filed')?.due ?? null, answer: '' }, day: shanghaiDay(at) })
}

/** The list of candidates hangs until voting opens. */
const listHangs = ({ row, facts, at }: All): election.Hanging => ({ from: '', to: shanghaiDay(row.opens_at ?? at), rule: '到投票开始',
  objections: `告诉${facts.contact.name}或者任何一位监票人` })

/** What can be printed, and whether it needs the frozen register or the count. */
export const PAPERS = { notice: 'draft', nomination: 'draft', candidates: 'draft', elected: 'counted', slips: 'frozen', ballots: 'frozen', delivery: 'frozen', reading: 'frozen', 'count-sheet': 'counted', posting: 'counted', certificate: 'counted', filing: 'counted' } as const
export type PaperName = keyof typeof PAPERS
export const isPaper = (word: string): word is PaperName => Object.hasOwn(PAPERS, word)

/** A paper of a vote, or several one after another, for its team and keeper; null where there is none yet. `host`: what codes on paper lead to. */
export async function votePaper(tx: Tx, actor: Actor, id: string, name: PaperName, at: Date, host: string): Promise<Paper | readonly Paper[] | null> {
  const row = await seenByTeam(tx, actor, id, 'papers', at)
  if (!row) return null
  // ballots and delivery lists say which home has which code: they are the team's alone
  if ((name === 'ballots' || name === 'delivery' || name === 'slips') && (await rolesOn({ tx, actor }, id, at)).length === 0) return null
  await actAs(tx, clockOf(row))
  const all = await gather(tx, row, at, host)
  if (name === 'notice') return notice(all)
  if (name === 'nomination' || name === 'candidates' || name === 'elected') {
    if (kindOf(row) !== 'election') return null
    return name === 'nomination' ? election.nomination(all) : name === 'elected' ? election.elected(all) : election.candidates(all, listHangs(all))
  }
  if (row.frozen_at === null) return null
  if (name === 'ballots') return ballots(all)
  if (name === 'delivery') return delivery(all)
  if (name === 'slips') return kindOf(row) === 'budget' ? slipPapers(all) : null
  if (name === 'reading') return all.topics.map((topic) => papers.readingPaper(all.facts, topic))
  const outcome = outcomeOf(all)
  if (!outcome) return null
  if (name === 'count-sheet') return countSheet(all, outcome)
  if (name === 'certificate') return certificate(all, outcome)
  return name === 'posting' ? posting(all, outcome) : filing(all)
}
