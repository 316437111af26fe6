import { ok, refuse, type Refusal, type Result, type Said } from '../../kit/pure.ts'
import { STATE_WORDS, type Dispute, type Standing, type State } from './dispute.ts'

/** Everything that can be done to a dispute. Pages draw only what this table allows; commands ask the same table. */
export const MOVES = [
  'consent', 'slip', 'appoint', 'object', 'decline', 'plan', 'hold', 'note', 'draft', 'second', 'sign', 'leave', 'fail', 'stop', 'check', 'visit',
  'judge', 'remind', 'lapse',
] as const
export type MoveName = (typeof MOVES)[number]
type Who = (standing: Standing) => boolean
export type Move = { readonly say: Said; readonly from: readonly State[]; readonly who: Who; readonly whoSays: Said }

const UNDER_WAY: readonly State[] = ['accepted', 'appointed', 'mediating', 'drafted']
const committee: Who = (s) => s.committee
const mediator: Who = (s) => s.mediates
const side: Who = (s) => s.side !== null
const clock: Who = (s) => s.clock
const either = (...whos: readonly Who[]): Who => (s) => whos.some((who) => who(s))
const committeeSays: Said = { zh: '调解委员会', en: 'the mediation committee' }
const mediatorSays: Said = { zh: '这件事的调解员', en: 'the mediator of this dispute' }
const clockSays: Said = { zh: '系统到时候', en: 'the clock' }

/** [D3] to [D12]: one line a move. `who` looks only at where the actor stands; who sees a dispute at all is the database's wall. */
export const moves: Readonly<Record<MoveName, Move>> = {
  consent: { say: { zh: '记下愿不愿意', en: 'Enter yes or no' }, from: ['asked'], who: either(committee, side, (s) => s.opener),
    whoSays: { zh: '双方本人、调解委员会或开这件事的人', en: 'the sides, the committee or who opened it' } },
  slip: { say: { zh: '印一张新的告知单', en: 'Print a new slip' }, from: ['asked', 'accepted', 'appointed', 'mediating', 'drafted', 'signed'],
    who: either(committee, (s) => s.opener), whoSays: committeeSays },
  appoint: { say: { zh: '定调解员', en: 'Choose the mediator' }, from: ['accepted'], who: committee, whoSays: committeeSays },
  object: { say: { zh: '要求换调解员', en: 'Ask for another mediator' }, from: ['appointed', 'mediating'], who: either(side, committee),
    whoSays: { zh: '双方本人', en: 'the sides' } },
  decline: { say: { zh: '我回避', en: 'Stand aside' }, from: ['appointed', 'mediating', 'drafted'], who: mediator, whoSays: mediatorSays },
  plan: { say: { zh: '约时间', en: 'Set a time' }, from: ['appointed', 'mediating'], who: mediator, whoSays: mediatorSays },
  hold: { say: { zh: '记一次调解', en: 'Enter a session' }, from: ['mediating'], who: mediator, whoSays: mediatorSays },
  note: { say: { zh: '记一句', en: 'Write a note' }, from: ['appointed', 'mediating', 'drafted', 'signed', 'kept', 'broken'], who: mediator,
    whoSays: mediatorSays },
  draft: { say: { zh: '写协议', en: 'Write the agreement' }, from: ['mediating', 'drafted'], who: mediator, whoSays: mediatorSays },
  second: { say: { zh: '第二人看过', en: 'Second pair of eyes' }, from: ['drafted'], who: (s) => s.committee && !s.mediates,
    whoSays: { zh: '调解委员会的另一位', en: 'another member of the committee' } },
  sign: { say: { zh: '签协议', en: 'Sign' }, from: ['drafted'], who: either(side, mediator), whoSays: { zh: '双方本人，或调解员代录纸上的签名',
    en: 'the sides, or the mediator for a signature on paper' } },
  leave: { say: { zh: '不调了', en: 'End it' }, from: UNDER_WAY, who: either(side, committee), whoSays: { zh: '双方本人', en: 'the sides' } },
  fail: { say: { zh: '谈不成，写明去处', en: 'No agreement: give the ways on' }, from: UNDER_WAY, who: either(mediator, clock), whoSays: mediatorSays },
  stop: { say: { zh: '这件事不能调', en: 'Not for mediation' }, from: ['asked', ...UNDER_WAY], who: committee, whoSays: committeeSays },
  check: { say: { zh: '看做到没有', en: 'Check a duty' }, from: ['signed', 'broken'], who: mediator, whoSays: mediatorSays },
  visit: { say: { zh: '记回访', en: 'Enter a visit' }, from: ['signed', 'kept', 'broken'], who: mediator, whoSays: mediatorSays },
  judge: { say: { zh: '说说公不公道', en: 'Say how it went' }, from: ['failed', 'kept', 'broken', 'signed'], who: side,
    whoSays: { zh: '双方本人', en: 'the sides' } },
  remind: { say: { zh: '提醒', en: 'Remind' }, from: ['asked', 'signed'], who: clock, whoSays: clockSays },
  lapse: { say: { zh: '没有回音，结束', en: 'No answer: end' }, from: ['asked'], who: clock, whoSays: clockSays },
}

const wrongState = (move: MoveName, state: State): Refusal => ({
  code: 'wrong_state', rule: 'D3',
  explain: {
    zh: `还不能“${moves[move].say.zh}”：这件事现在是“${STATE_WORDS[state].zh}”。`,
    en: `Not possible: "${moves[move].say.en}" does not fit while ${STATE_WORDS[state].en}.`,
  },
})
const wrongPerson = (move: MoveName): Refusal => ({
  code: 'not_yours', rule: 'D4',
  explain: { zh: `“${moves[move].say.zh}”要由${moves[move].whoSays.zh}来做。`, en: `"${moves[move].say.en}" is for ${moves[move].whoSays.en}.` },
})

/** Whether `move` may be made now by who stands so. Refusals say what is missing. [D3] [D4] */
export function mayMove(move: MoveName, dispute: Pick<Dispute, 'state'>, standing: Standing): Result<MoveName> {
  if (!moves[move].from.includes(dispute.state)) return refuse(wrongState(move, dispute.state))
  if (standing.opener && !standing.committee && move === 'slip' && dispute.state !== 'asked') return refuse(wrongPerson(move))
  return moves[move].who(standing) ? ok(move) : refuse(wrongPerson(move))
}

/** The moves that are open now to who stands so, in the order of the table. */
export const movesFor = (dispute: Pick<Dispute, 'state'>, standing: Standing): readonly MoveName[] =>
  MOVES.filter((move) => mayMove(move, dispute, standing).ok)
