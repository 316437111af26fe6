/** What the pages of threads send and get. Days are 'YYYY-MM-DD', moments ISO. */
import { z } from 'zod'
import { id, plainText, words } from '../../kit/http.ts'
import { ADJECTIVES, DECIDERS, HEARD, MEETINGS, ORIGINS, OUTCOMES, PARTY_KINDS, STARTERS, STEPS, TASK_VERDICTS, TODOS, VERDICTS } from '../rules/threads/index.ts'
import { RESOLUTION_VERDICTS } from '../rules/meetings/index.ts'
import { claim } from './meeting-schemas.ts'

const text = z.string()
const maybe = z.string().nullable()
const whole = z.number()
const day = z.iso.date()
const maybeId = id().nullable().default(null)
const title = words(40, 4)
const summary = words(300, 4)

export const ById = z.object({ id: id() })
export const Cursor = z.object({ before: plainText(80).optional() })
export const TaskCursor = z.object({ after: plainText(80).optional() })
export const ByPlace = z.object({ place: id() })
const listed = { step: z.enum([...STEPS, 'open']).optional(), before: plainText(80).optional() }
export const PublicQuery = z.object({ place: id(), ...listed })
export const StaffQuery = z.object({ place: id().optional(), mine: z.enum(['yes']).optional(), ...listed })
export const HallQuery = z.object({ part: z.enum(['sessions', 'solved', 'agreements']), before: plainText(80).optional() })

export const StartBody = z.strictObject({ place: id(), title, summary, origin: z.enum(['matters', 'reception', 'thread', 'body']), matters: z.array(id()).max(50).default([]), parent: maybeId, intake: maybeId })
export const ResidentBody = z.strictObject({ place: id(), words: words(1000, 4) })
export const TitleBody = z.strictObject({ title, summary })
export const MatterBody = z.strictObject({ matter: id() })
export const CallBody = z.strictObject({ until: day })
export const SortBody = z.strictObject({ decider: z.enum(DECIDERS), basis: words(200), meetings: z.array(z.enum(MEETINGS)).min(1).max(4), major: z.boolean().default(false), why: words(300) })
export const PartyBody = z.strictObject({ label: words(40, 2), kind: z.enum(PARTY_KINDS), org: maybeId, required: z.boolean().default(true) })
export const HeardBody = z.strictObject({ n: z.int().min(1).max(1000), heard: z.enum(HEARD), words: words(500, 0).default(''), meeting: maybeId,
  file: claim.nullable().default(null) })
export const MoveBody = z.strictObject({ to: z.enum(STEPS), reason: words(300, 0).default('') })
export const DeclineBody = z.strictObject({ reason: words(500) })
export const VoteBody = z.strictObject({ vote: id() })
export const EndBody = z.strictObject({ outcome: z.enum(OUTCOMES), reason: words(300, 0).default('') })
export const TaskBody = z.strictObject({ title: words(80, 4), resolution: maybeId, org: maybeId, post: maybeId, owner: words(40, 2), due: day })
export const DelayBody = z.strictObject({ to: day, why: words(200) })
export const FinishBody = z.strictObject({ result: words(300), dropped: z.boolean().default(false), photo: claim.nullable().default(null) })
export const JudgeTaskBody = z.strictObject({ verdict: z.enum(TASK_VERDICTS), meeting: maybeId })
export const SlipBody = z.strictObject({ slip: words(20), answer: z.enum(VERDICTS), words: words(300, 0).default(''), channel: z.enum(['paper', 'door']) })
export const VerdictBody = z.strictObject({ answer: z.enum(VERDICTS), words: words(300, 0).default('') })

export const ReporterAsked = z.object({ asked: z.boolean(), answer: z.enum(VERDICTS).nullable() }).meta({ id: 'ReporterAsked' })
export const Done = z.object({ id: text, step: text, n: whole.optional() }).meta({ id: 'ThreadDone' })
export const Begun = z.object({ id: text, step: text, speech: text, speechState: text }).meta({ id: 'ThreadBegun' })

const Head = z.object({
  id: text, title: text, summary: text, step: z.enum(STEPS), origin: z.enum(ORIGINS), startedBy: z.enum(STARTERS), outcome: z.enum(OUTCOMES).nullable(), meetings: z.array(z.enum(MEETINGS)),
  callUntil: maybe, major: z.boolean(), startedAt: text, endedAt: maybe,
})
export const Threads = z.object({ next: maybe, items: z.array(Head.extend({ place: text, keeper: text, voices: whole, tasks: whole, tasksDone: whole, nextDue: maybe, todo: z.array(z.enum(TODOS)) })) })
  .meta({ id: 'Threads' })
/** What is missing: why, and from when it will be there. */
const Missing = z.object({ code: text, rule: text, explain: z.object({ zh: text, en: text }), from: maybe, source: z.object({ law: text, article: maybe }).nullable() }).meta({ id: 'ThreadMissing' })
const Kin = z.object({ id: text, title: text })
const Party = z.object({ n: whole, label: text, kind: z.enum(PARTY_KINDS), required: z.boolean(), heard: z.enum(HEARD).nullable(), heardAt: maybe, words: maybe, meeting: maybe })
export const PartyPhoto = z.object({ id: id(), n: z.coerce.number().int().min(1).max(1000) })
export const PhotoSize = z.object({ size: z.enum(['full', 'small']).default('small') })
const Task = z.object({
  id: text, title: text, owner: text, org: maybe, post: maybe, state: z.enum(['open', 'done', 'dropped']), due: text, doneOn: maybe, result: maybe, photo: z.boolean(), verdict: z.enum(TASK_VERDICTS).nullable(),
  resolution: maybe, meeting: maybe, delays: z.array(z.object({ from: text, to: text, why: text })),
})
export const Tasks = z.object({ items: z.array(Task), next: maybe }).meta({ id: 'ThreadTasks' })
/** One thing that happened. `code`: the step, kind of meeting, state of the resolution or how a party was heard; for verdicts 'earlier' where they
 * count no longer, yes is satisfied, abstained accepted, no not. `judged`: on a step back from judging, what had been judged before. */
const Told = z.object({
  kind: z.enum(['step', 'meeting', 'resolution', 'heard', 'task', 'verdict']), key: text, at: text, code: maybe, words: maybe, label: maybe, n: whole.nullable(), yes: whole.nullable(),
  no: whole.nullable(), abstained: whole.nullable(), meeting: maybe,
  judged: z.object({ satisfied: whole, accepted: whole, not: whole, resolutions: z.array(z.object({ n: whole, verdict: z.enum(RESOLUTION_VERDICTS) })),
    tasks: z.array(z.object({ title: text, verdict: z.enum(TASK_VERDICTS) })) }).nullable(),
})
export const StoryPart = z.object({ items: z.array(Told), next: maybe }).meta({ id: 'ThreadStoryPart' })
const Vote = z.object({ id: text, number: text, title: text, state: text, decided: z.boolean(), passed: z.boolean() })
export const Story = Head.extend({
  place: Kin.omit({ title: true }).extend({ name: text }), keeper: text, calledOn: maybe, decider: z.enum(DECIDERS).nullable(), basis: maybe, why: maybe, vote: Vote.nullable(),
  next: z.enum(STEPS).nullable(), missing: z.array(Missing), unheard: z.array(text), adjectives: z.array(z.object({ name: z.enum(ADJECTIVES), missing: z.array(Missing) })),
  verdicts: z.object({ satisfied: whole, accepted: whole, not: whole }), parties: z.array(Party),
  counts: z.object({ voices: whole, matters: whole, meetings: whole, resolutions: whole, tasks: whole, tasksDone: whole }), parent: Kin.nullable(), children: z.array(Kin),
  upcoming: z.array(z.object({ id: text, kind: text, title: text, venue: text, startsAt: text, state: text, number: maybe })), tasks: Tasks, story: StoryPart,
}).meta({ id: 'ThreadStory' })
/** `papers`: the parties, by number, whose paper was photographed, for who leads the thread. */
export const StaffStory = Story.extend({
  papers: z.array(whole),
  keeps: z.boolean(), owners: z.array(z.object({ org: maybe, post: maybe, name: text })), moves: z.array(text), version: whole, matters: z.array(z.object({ id: text, label: maybe })),
  said: z.array(z.object({ answer: z.enum(VERDICTS), words: maybe, channel: text, at: text, earlier: z.boolean() })),
  resolutions: z.array(z.object({ id: text, n: whole, words: text, verdict: maybe, state: text })),
}).meta({ id: 'StaffThreadStory' })
/** Tasks that are the acting post's or its organisation's, the earliest day first. */
export const OwnTasks = z.object({ items: z.array(z.object({ id: text, title: text, thread: maybe, threadTitle: text, place: text, owner: text, due: text })) }).meta({ id: 'OwnTasks' })
/** The hall of a place: what deliberating has come to. */
export const Hall = z.object({ place: z.object({ id: text, name: text }), sessions: whole, solved: whole, agreements: whole, open: whole, started: whole, residents: whole }).meta({ id: 'Hall' })
export const HallList = z.object({ items: z.array(z.object({ id: text, title: text, on: text, number: maybe, thread: maybe, meeting: maybe })), next: maybe }).meta({ id: 'HallList' })
