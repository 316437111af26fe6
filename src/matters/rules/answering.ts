import { ok, refuse, type Refusal, type Result } from '../../kit/pure.ts'
import { isOpen, standingOf, type Matter, type Party, type Standing } from './matter.ts'
import { movesFor, type MoveName } from './moves.ts'

/** What a party may answer without signing in: by a link, or on paper that somebody types in. [M27] [M28] */
export const ANSWERS = ['report_in', 'take', 'finish', 'log', 'slip_answer', 'object', 'number'] as const satisfies readonly MoveName[]
export type AnswerName = (typeof ANSWERS)[number]

/** Days that a link opens beyond the party's deadline, days where it has none, and wrong codes that lock it. [M27] */
export const LINK = { graceDays: 2, plainDays: 7, tries: 5, digits: 6 } as const
const DAY = 86_400_000

/** Where a party itself stands, whoever holds the pen: no person, the organisation as a whole. */
export const partyStanding = (matter: Matter, org: string, kind: string): Standing =>
  standingOf(matter, { kind: 'staff', person: null, post: null, postKind: null, org, audience: [kind] })

/** What a party may answer now. */
export const answersOf = (matter: Matter, org: string, kind: string): readonly AnswerName[] => {
  const open = movesFor(matter, partyStanding(matter, org, kind))
  return ANSWERS.filter((answer) => open.includes(answer))
}

/** The party that is waited for, or null: released, through, or never asked. */
export const waitedFor = (matter: Matter, org: string): Party | null =>
  matter.parties.find((p) => p.org === org && (p.state === 'asked' || p.state === 'reported')) ?? null

/** Until when a link opens: two days after the party's deadline to finish; a week where there is none. Epoch ms. [M27] */
export const linkExpires = (party: Pick<Party, 'finishBy'>, at: number): number =>
  party.finishBy === null ? at + LINK.plainDays * DAY : Math.max(party.finishBy, at) + LINK.graceDays * DAY

/** An answer link as it is kept. Times epoch ms. */
export type AnswerLink = {
  readonly expiresAt: number; readonly tries: number; readonly usedAt: number | null; readonly withdrawnAt: number | null
}
export type LinkState = 'open' | 'used' | 'withdrawn' | 'expired' | 'locked'

/** How a link stands at a moment: what was done with it first, then what happened to it. */
export function linkState(link: AnswerLink, at: number): LinkState {
  if (link.usedAt !== null) return 'used'
  if (link.withdrawnAt !== null) return 'withdrawn'
  if (link.tries >= LINK.tries) return 'locked'
  return at >= link.expiresAt ? 'expired' : 'open'
}

const no = (code: string, zh: string, en: string): Refusal => ({ code, rule: 'M27', explain: { zh, en } })
/** The same answer to a link that does not exist and to a wrong code. */
export const wrongCode = no('wrong_code', '验证码不对。请核对单子上的六位数，或打电话问社区。', 'The code is wrong: look at the six digits on the slip, or ask the community.')
const SHUT: Readonly<Record<Exclude<LinkState, 'open'>, Refusal>> = {
  used: no('link_used', '这个链接已经答复过一次。还要答复，请社区再给一个。', 'This link was answered by once already. Ask the community for another.'),
  withdrawn: no('link_withdrawn', '社区给了新的链接，这个不再用了。', 'The community made a newer link; this one is no longer used.'),
  locked: no('link_locked', '输错五次，链接锁上了。请社区再给一个。', 'Five wrong codes locked the link. Ask the community for another.'),
  expired: no('link_expired', '链接过了期限。请社区再给一个。', 'The link has ended. Ask the community for another.'),
}

/** Whether a link opens with what was typed. A wrong code learns nothing but that it is wrong, unless the link is locked. [M27] */
export function mayOpen(link: AnswerLink, right: boolean, at: number): Result<true> {
  const state = linkState(link, at)
  if (state === 'locked') return refuse(SHUT.locked)
  if (!right) return refuse(wrongCode)
  return state === 'open' ? ok(true) : refuse(SHUT[state])
}

/** Whether a link still has something to answer: the matter is open and the party takes part. */
export function stillAsked(matter: Matter, org: string): Result<Party> {
  const party = waitedFor(matter, org)
  return party && isOpen(matter.state) ? ok(party)
    : refuse(no('not_asked', '这件事不用贵单位再答复了。', 'Nothing more is asked of your organisation here.'))
}
