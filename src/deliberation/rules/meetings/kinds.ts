/** The one table of meetings: what each kind needs, who has to be invited, who may preside, what it may decide and what has to be published. */
import type { Said, Source } from '../../../kit/pure.ts'
import type { CivilDay } from '../../../offices/rules/index.ts'
import { meetingKindWords, type MeetingKind, type Role } from './words.ts'

export type Decides = 'nothing' | 'opinions' | 'resolutions' | 'verdicts'
export const decidesWords: Readonly<Record<Decides, Said>> = {
  nothing: { zh: '只谈，不作决定', en: 'Talks, decides nothing' }, opinions: { zh: '听意见、作记录，不作决议', en: 'Hears and records opinions, no resolutions' },
  resolutions: { zh: '可以作决议', en: 'May pass resolutions' }, verdicts: { zh: '评做得怎么样', en: 'Judges what was done' },
}

export type Published = 'notice' | 'minutes' | 'opinions' | 'resolutions' | 'count' | 'minority' | 'tasks' | 'verdicts'
export type KindRule = {
  readonly kind: MeetingKind
  /** What it belongs to; `any` may also stand alone. */
  readonly of: 'any' | 'thread' | 'body'
  /** Steps of a thread in which it is held. */
  readonly steps: readonly string[]
  readonly decides: Decides
  readonly presides: 'anybody' | 'nobody_with_a_side' | 'not_the_judged'
  readonly publishes: readonly Published[]
}

/** [DM1] The kinds. Their names are those of the chain 说事→理事→议事→干事→评事; no national rule says how each is held, so the rest is our own. */
export const kindRules: Readonly<Record<MeetingKind, KindRule>> = {
  talk: { kind: 'talk', of: 'any', steps: ['sort', 'deliberate'], decides: 'nothing', presides: 'anybody', publishes: ['notice', 'minutes'] },
  deliberation: { kind: 'deliberation', of: 'thread', steps: ['deliberate'], decides: 'resolutions', presides: 'anybody',
    publishes: ['notice', 'minutes', 'resolutions', 'count', 'minority', 'tasks'] },
  hearing: { kind: 'hearing', of: 'thread', steps: ['deliberate'], decides: 'opinions', presides: 'nobody_with_a_side',
    publishes: ['notice', 'minutes', 'opinions'] },
  evaluation: { kind: 'evaluation', of: 'thread', steps: ['do', 'judge'], decides: 'verdicts', presides: 'not_the_judged',
    publishes: ['notice', 'minutes', 'verdicts', 'tasks'] },
  regular: { kind: 'regular', of: 'body', steps: [], decides: 'resolutions', presides: 'anybody',
    publishes: ['notice', 'minutes', 'resolutions', 'count', 'minority', 'tasks'] },
}

export const shanghaiHearings: Source = { law: '上海居委会听证会的通行做法：会前十天公布' }
export type MeetingSettings = {
  readonly validFrom: CivilDay
  /** Days between the notice and the meeting. */
  readonly noticeDays: Readonly<Record<MeetingKind, number>>
  /** How many have to be there to decide; a body's own is more than half of its seats. */
  readonly quorum: Readonly<Record<MeetingKind, number>>
  /** Working days in which the posted minutes can be objected to. */
  readonly objectionDays: number
  /** Days after which a resolution is evaluated where the meeting names no day. */
  readonly evaluateAfter: number
  /** Minutes before its time from which a meeting can be opened and signed into. */
  readonly doorsOpen: number
}

/** Dated settings. Ten days before a hearing is practice in Shanghai; every other number is our own default and no law's. */
const settings: readonly MeetingSettings[] = [{
  validFrom: '2026-01-01', noticeDays: { talk: 3, deliberation: 5, hearing: 10, evaluation: 5, regular: 3 },
  quorum: { talk: 0, deliberation: 5, hearing: 0, evaluation: 0, regular: 0 }, objectionDays: 5, evaluateAfter: 60, doorsOpen: 30,
}]

/** The settings that hold on a day; before the first, the first. */
export function meetingSettings(day: CivilDay): MeetingSettings {
  const held = settings.filter(({ validFrom }) => validFrom <= day).at(-1) ?? settings[0]
  if (held === undefined) throw new Error('no settings of meetings')
  return held
}

/** How many have to be there: of a regular meeting more than half of the seats (our own default), else what the settings say. [DM10] */
export const quorumOf = (kind: MeetingKind, seats: number, day: CivilDay): number =>
  (kind === 'regular' ? Math.floor(seats / 2) + 1 : meetingSettings(day).quorum[kind])

export type Invited = { readonly role: Role; readonly party: number | null; readonly org: string | null; readonly post: string | null }
/** Who there is to invite: the thread's parties, who owns its tasks, how many seats of the body are taken. */
export type ToInvite = {
  readonly parties: readonly { readonly n: number; readonly label: string; readonly required: boolean; readonly org?: string | null }[]
  readonly owners: readonly { readonly org: string | null; readonly post: string | null; readonly label: string }[]
  readonly members: number
}

const lacking = (zh: string, en: string): readonly Said[] => [{ zh, en }]
const anyOf = (invited: readonly Invited[], roles: readonly Role[]): boolean => invited.some(({ role }) => roles.includes(role))

/** [DM3] Who has still to be invited, in words; empty: nobody. What an organisation is told stands for its posts. */
export function missingInvitations(kind: MeetingKind, invited: readonly Invited[], { parties, owners, members }: ToInvite): readonly Said[] {
  const required = kind === 'hearing' || kind === 'deliberation' ? parties.filter(({ required }) => required) : []
  const unheard = required.filter(({ n }) => !invited.some(({ party }) => party === n))
    .map(({ label }): Said => ({ zh: `${label}必须请`, en: `${label} has to be invited` }))
  const seats = invited.filter(({ role }) => role === 'member').length
  switch (kind) {
    case 'talk': return anyOf(invited, ['resident', 'party', 'captain']) ? [] : lacking('至少请一方居民', 'Invite residents')
    case 'deliberation': return [...unheard, ...(anyOf(invited, ['resident', 'party', 'captain']) ? [] : lacking('至少请一方居民', 'Invite residents'))]
    case 'hearing': return [...unheard, ...(anyOf(invited, ['expert', 'station']) ? [] : lacking('要请一位专家或一家站所', 'Invite an expert or a station'))]
    case 'evaluation': return [
      ...(anyOf(invited, ['resident', 'party']) ? [] : lacking('要请当初提出来的居民', 'Invite those who raised it')),
      ...owners.filter((owner) => !invited.some(({ org, post }) => (owner.post !== null && post === owner.post) || (owner.org !== null && org === owner.org)))
        .filter(({ org, post }) => org !== null || post !== null).map(({ label }): Said => ({ zh: `${label}办了事，要请来`, en: `${label} owns a task and has to be invited` })),
    ]
    case 'regular': return seats >= members && seats > 0 ? [] : lacking(`成员要都请到，还差 ${Math.max(members - seats, 1)} 位`, 'Every member has to be invited')
  }
}

/** A kind by its name in a sentence. */
export const kindName = (kind: MeetingKind): Said => meetingKindWords[kind]
