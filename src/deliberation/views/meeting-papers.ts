/** The papers of a meeting, drawn from what stands of it: words and numbers only, nothing is counted or decided here. [DM40] */
import { shanghaiDay, shanghaiMinute } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import type { Paper } from '../../kit/papers/index.ts'
import { namesOf } from '../../offices/index.ts'
import { placeById } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { holds, reachMeeting } from '../commands/meetings/on-meeting.ts'
import * as papers from '../papers/index.ts'
import { kindRules, meetingSettings, roleWords, type LineKind, type MeetingKind, type MeetingState, type Role } from '../rules/meetings/index.ts'
import { agendaOf, attendanceOf, invitationsOf, linesOf, objectionsOf, presentAt, tasksIn } from '../store/meeting-parts.ts'
import { meetingById, resolutionsIn, type MeetingRow } from '../store/meetings.ts'
import { isPublic } from './meeting-heads.ts'

const ended: readonly MeetingState[] = ['minuted', 'posted', 'approved']
const posted: readonly MeetingState[] = ['posted', 'approved']
/** What can be printed: in which states, and in which of them by everybody. */
export const MEETING_PAPERS = {
  notice: { own: null, open: ['called', 'held', ...ended] }, 'sign-in': { own: null, open: [] }, minutes: { own: ended, open: posted },
  hearing: { own: ended, open: posted }, posting: { own: posted, open: posted },
} as const satisfies Readonly<Record<string, { readonly own: readonly MeetingState[] | null; readonly open: readonly MeetingState[] }>>
export type MeetingPaper = keyof typeof MEETING_PAPERS
export const isMeetingPaper = (word: string): word is MeetingPaper => Object.hasOwn(MEETING_PAPERS, word)

const moment = (at: Date): string => shanghaiMinute(at).replace(' ', 'T')
const DECIDES = {
  nothing: '只谈，不作决定；定事另开议事会', opinions: '听取各方意见、作记录，不作决定', resolutions: '可以作决议，到会过半数同意才算通过；应当由业主决定的，还要业主表决',
  verdicts: '评议定下的事办得怎么样，办事的一方不参加评',
} as const

type All = { readonly tx: Tx; readonly row: MeetingRow; readonly at: Date; readonly host: string; readonly facts: papers.MeetingFacts; readonly place: string }

async function gather(tx: Tx, row: MeetingRow, at: Date, host: string): Promise<All> {
  const { district, body } = row
  const [names, place] = [await namesOf(tx, district, { orgs: [row.keeper], posts: [row.clerk_post] }), await placeById(tx, district, row.place)]
  const sits = body === null ? undefined : await tx.selectFrom('standing_body').select('name').where('district', '=', district).where('id', '=',
    body).executeTakeFirst()
  const keeper = names.org(row.keeper)
  const kind = row.kind as MeetingKind // the table's check
  const stem = (keeper?.name ?? '').replace(/(居民委员会|居委会|业主委员会|业委会|党支部|支部|街道办事处|办事处)$/, '')
  const series = sits?.name ?? `${stem}${kind === 'deliberation' ? '居民' : ''}${papers.KIND_NAMES[kind]}`
  const facts: papers.MeetingFacts = { kind, title: row.title, series, number: row.number, from: moment(row.began_at ?? row.starts_at),
    to: moment(row.closed_at ?? row.ends_at),
    venue: row.venue, presider: row.presider, clerk: names.post(row.clerk_post)?.title ?? '', issuers: [keeper?.name ?? ''],
      contact: { name: keeper?.name ?? '', phone: keeper?.phone ?? '' } }
  return { tx, row, at, host, facts, place: place?.fullName ?? '' }
}

const agenda = async ({ tx, row }: All): Promise<papers.AgendaItem[]> => (await agendaOf(tx,
  row)).map(({ n, title, minutes }) => ({ n, title, minutes }))
const page = ({ host, row }: All): string => `https://${host}/meetings/${row.id}`

async function notice(all: All): Promise<Paper> {
  const { tx, row, facts, at, place } = all
  const invited = await invitationsOf(tx, row)
  const roles = [...Map.groupBy(invited, ({ role }) => role as Role)] // the table's check
  const on = row.notice_on ?? shanghaiDay(at)
  // the call says when it is to begin and end, whatever came of it
  const planned = { ...facts, from: moment(row.starts_at), to: moment(row.ends_at) }
  return papers.callPaper({ meeting: planned, agenda: await agenda(all), addressee: `${place}全体居民`, decides: DECIDES[kindRules[facts.kind].decides],
    address: page(all),
    invited: roles.map(([role, list]) => ({ role: roleWords[role].zh, labels: list.map(({ label }) => label) })),
    posted: { on, rule: `会前${meetingSettings(on).noticeDays[facts.kind]}天以上张贴` } })
}

async function signIn({ tx, row, facts, host }: All): Promise<Paper> {
  const invited = await invitationsOf(tx, row)
  return papers.signInPaper({ ...facts, from: moment(row.starts_at), to: moment(row.ends_at) },
    invited.map(({ label, role }) => ({ label, role: roleWords[role as Role].zh })), `https://${host}/s/${row.sign_code}`) // the table's check
}

const spoken = async ({ tx, row }: All): Promise<papers.SpokenLine[]> => (await linesOf(tx, row)).filter(({ struck, words }) => !struck &&
  words !== '')
  .map(({ agenda: n, kind, label, words }) => ({ agenda: n, kind: kind as LineKind, label, words })) // the table's check

async function decided({ tx, row }: All): Promise<papers.Decided[]> {
  const [resolutions, tasks] = [await resolutionsIn(tx, row.district, [row.id]), await tasksIn(tx, row)]
  return resolutions.map((one) => ({ n: one.n, words: one.words, yes: one.yes, no: one.no, abstained: one.abstained, minority: one.minority,
    carried: one.carried,
    tasks: tasks.filter(({ resolution, state }) => resolution === one.id &&
      state !== 'dropped').map(({ title, owner, due }) => ({ title, owner, due })),
    evaluateOn: one.state === 'withdrawn' ? null : one.evaluate_on, toVote: one.state === 'to_vote', withdrawn: one.state === 'withdrawn' }))
}

async function attended({ tx, row }: All): Promise<papers.Attendance> {
  const [invited, entered] = [await invitationsOf(tx, row), await attendanceOf(tx, row)]
  const came = entered.filter(({ present }) => present)
  const away = new Set(invited.filter(({ answer }) => answer === 'not').map(({ id }) => id))
  const missed = entered.filter(({ present }) => !present)
  const excused = (one: { readonly invitation: string | null }): boolean => one.invitation !== null && away.has(one.invitation)
  return { invited: invited.length, present: came.filter(({ role }) => role !== 'observer').map(({ label }) => label),
    counted: await presentAt(tx, row),
    excused: [...missed.filter(excused), ...invited.filter(({ id }) => away.has(id) &&
      !entered.some(({ invitation }) => invitation === id))].map(({ label }) => label),
    absent: missed.filter((one) => !excused(one)).map(({ label }) => label),
      observers: came.filter(({ role }) => role === 'observer').map(({ label }) => label) }
}

async function minutes(all: All): Promise<Paper> {
  const { tx, row } = all
  const [objections, resolutions] = [await objectionsOf(tx, row), await resolutionsIn(tx, row.district, [row.id])]
  return papers.minutesPaper({ meeting: all.facts, agenda: await agenda(all), lines: await spoken(all), decided: await decided(all), open: [],
    attendance: await attended(all),
    objections: objections.map(({ label, words, resolution, answer }) => ({ label, words, answer,
      resolution: resolutions.find(({ id }) => id === resolution)?.n ?? null })),
    approvedOn: row.approved_at ? shanghaiDay(row.approved_at) : null })
}

async function hearing(all: All): Promise<Paper | null> {
  const { tx, row, facts } = all
  if (facts.kind !== 'hearing' || row.thread === null) return null
  const parties = await tx.selectFrom('thread_party').select(['label', 'heard', 'words', 'required']).where('district', '=',
    row.district).where('thread', '=', row.thread)
    .where('required', '=', true).orderBy('n').execute()
  return papers.hearingPaper({ meeting: facts, agenda: await agenda(all), lines: await spoken(all), attendance: await attended(all),
    decides: '听证会只听取各方意见，不作决定',
    parties: parties.map(({ label, heard, words }) => ({ label, words: words ?? '',
      heard: heard === 'spoke' || heard === 'written' || heard === 'declined' ? heard : null })) })
}

async function posting(all: All): Promise<Paper | null> {
  const { row, at, place } = all
  const until = row.objections_until
  const list = await decided(all)
  if (until === null || list.length === 0) return null
  const today = shanghaiDay(at)
  return papers.postingPaper({ meeting: all.facts, addressee: `${place}全体居民`, decided: list, address: page(all),
    posted: { from: today < until ? today : until, to: until, rule: `${meetingSettings(today).objectionDays}个工作日` } })
}

const draw: Readonly<Record<MeetingPaper, (all: All) => Promise<Paper | null>>> = { notice, 'sign-in': signIn, minutes, hearing, posting }

/** A paper of a meeting, for who holds it, or for everybody (`actor` null) once it is public; null where there is none. `host`: what codes on paper lead to. */
export async function meetingPaper(tx: Tx, district: string, actor: Actor | null, id: string, name: MeetingPaper, at: Date,
  host: string): Promise<Paper | null> {
  const row = await meetingById(tx, district, id)
  if (!row) return null
  const state = row.state as MeetingState // the table's check
  const mine = actor !== null && holds(actor, row)
  if (mine) await reachMeeting(tx, actor, row)
  if (!mine && !isPublic(row)) return null
  const states: readonly MeetingState[] | null = mine ? MEETING_PAPERS[name].own : MEETING_PAPERS[name].open
  if (states !== null && !states.includes(state)) return null
  return draw[name](await gather(tx, row, at, host))
}
