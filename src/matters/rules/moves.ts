import { ok, refuse, type Refusal, type Result, type Said } from '../../kit/pure.ts'
import type { DueKind, Matter, Standing, State } from './matter.ts'

/** Everything that can be done to a matter. Pages draw only the buttons that this table allows; commands ask the same table. */
export const MOVES = ['take', 'contact', 'finish', 'hand_over', 'assign', 'whistle', 'slip', 'slip_answer', 'report_in', 'log', 'verify', 'verdict',
  'note', 'withdraw', 'title', 'release_photo', 'board', 'remind', 'supervise', 'close',
  'object', 'rule', 'suspend', 'resume', 'ask_extension', 'decide_extension', 'accept', 'visit_tried', 'unverified', 'pass_on', 'recount',
  'answer_link', 'type_in', 'outside_update', 'number', 'rate', 'review',
  'join', 'unjoin', 'split', 'tell'] as const
export type MoveName = (typeof MOVES)[number]

type Who = (standing: Standing) => boolean
/** What the table looks at: the state, who takes part, and whom the street named. */
export type MovedMatter = Pick<Matter, 'state' | 'parties' | 'suspended' | 'clocks' | 'heldBy' | 'accountable' | 'ruledTo'>
/** `needs` is what must be there besides state and person; `barred` what a ruling has ended. */
export type Move = {
  readonly say: Said; readonly from: readonly State[]; readonly who: Who; readonly whoSays: Said
  readonly needs?: { readonly has: (matter: MovedMatter) => boolean; readonly say: Said }
  readonly barred?: { readonly by: (matter: MovedMatter, standing: Standing) => boolean; readonly say: Said }
}

const OPEN: readonly State[] = ['filed', 'taken', 'whistled', 'finished', 'answered']
const HANDLED: readonly State[] = ['filed', 'taken']
const is = (...audiences: readonly string[]): Who => (s) => s.kind === 'staff' && s.audience.some((a) => audiences.includes(a))
const either = (...whos: readonly Who[]): Who => (s) => whos.some((who) => who(s))

const holder: Who = (s) => s.kind === 'staff' && s.holds
const community = is('community')
const resident: Who = (s) => s.kind === 'resident'
const clock: Who = (s) => s.kind === 'clock'
const asked: Who = (s) => s.kind === 'staff' && s.party?.state === 'asked' && (s.party.role === 'lead' || s.party.role === 'support')
const atWork: Who = (s) => s.kind === 'staff' && s.party?.state === 'reported' && s.party.role !== 'verify'
const anotherEye: Who = (s) => is('community', 'grid', 'street', 'captain')(s) && !s.worked && !s.orgWorked
const noHand: Who = (s) => is('community', 'grid', 'street', 'captain', 'branch')(s) && !s.touched

const WAITED_FOR: Move['needs'] = {
  has: (m) => m.parties.some((p) => p.state === 'asked' || p.state === 'reported'), say: { zh: '没有在等谁答复。', en: 'No party is waited for.' },
}
const WHISTLED: Move['needs'] = { has: (m) => m.parties.some((p) => p.role === 'lead'), say: { zh: '这件事没有吹过哨。', en: 'No whistle was blown for it.' } }
const hasClock = (matter: MovedMatter, stage: DueKind): boolean => matter.clocks.some((clock) => clock.stage === stage)
const ASIDE: Said = { zh: '已经挂账，先恢复办理。', en: 'It is put aside: take it up again first.' }

// What was ruled to the community goes on among its own posts.
const ruled: NonNullable<Move['barred']> = { by: (m) => m.ruledTo !== null && m.ruledTo === m.heldBy && m.heldBy !== m.accountable,
  say: { zh: '街道已经裁定由他们办理，不能再转给别人。', en: 'The street named them as owner: it is not passed to others.' } }

/** [M5] to [M37]: one line a move. `who` looks only at where the actor stands; where the place allows it at all is the database's wall. */
export const moves: Readonly<Record<MoveName, Move>> = {
  take: { say: { zh: '我来办', en: 'Take it on' }, from: ['filed'], who: holder, whoSays: { zh: '现在轮到的人', en: 'who has it now' } },
  contact: { say: { zh: '联系过了', en: 'Got in touch' }, from: ['filed', 'taken', 'whistled', 'finished'],
    who: either(holder, atWork, is('community', 'grid')), whoSays: { zh: '在办的人、社区或网格员',
      en: 'who is working on it, the community or the grid worker' } },
  finish: { say: { zh: '办好了', en: 'It is done' }, from: ['filed', 'taken', 'whistled'],
    who: either((s) => holder(s) && s.party?.role !== 'lead', atWork),
    whoSays: { zh: '在办的人；被吹哨的部门要先报到', en: 'who is working on it; a whistled station reports in first' } },
  hand_over: {
    say: { zh: '转交', en: 'Hand over' }, from: HANDLED, who: either(holder, community),
    whoSays: { zh: '现在轮到的人或社区', en: 'who has it now, or the community' },
    needs: { has: (m) => !m.suspended, say: ASIDE },
    barred: ruled,
  },
  assign: { say: { zh: '派给一方', en: 'Assign' }, from: HANDLED, who: community, whoSays: { zh: '社区', en: 'the community' },
    needs: { has: (m) => !m.suspended, say: ASIDE }, barred: ruled },
  whistle: {
    say: { zh: '吹哨', en: 'Blow a whistle' }, from: HANDLED, who: is('community', 'grid'),
    whoSays: { zh: '社区（应急时也可由网格员）', en: 'the community (in an emergency also the grid worker)' },
    needs: { has: (m) => !m.suspended, say: ASIDE },
  },
  slip: {
    say: { zh: '发联系单', en: 'Send a contact slip' }, from: ['filed', 'taken', 'whistled'],
    who: is('community', 'grid'), whoSays: { zh: '社区或网格员', en: 'the community or the grid worker' },
  },
  slip_answer: { say: { zh: '记下答复', en: 'Enter the answer' }, from: ['filed', 'taken', 'whistled'],
    who: either(is('community', 'grid'), (s) => s.party?.role === 'slip'),
    whoSays: { zh: '社区、网格员或收单的单位', en: 'the community, the grid worker or who got the slip' },
    needs: {
      has: (matter) => matter.parties.some((p) => p.role === 'slip' && p.state === 'asked'),
      say: { zh: '没有发出去、还在等答复的联系单。', en: 'No slip is waiting for an answer.' },
    } },
  report_in: {
    say: { zh: '报到', en: 'Report in' }, from: ['whistled'], who: asked,
    whoSays: { zh: '被吹哨、还没报到的部门', en: 'a whistled station that has not reported in' },
  },
  tell: { say: { zh: '说给他听', en: 'Tell them how it stands' }, from: [...OPEN, 'joined', 'closed', 'withdrawn'], who: is('captain', 'grid', 'community'),
    whoSays: { zh: '楼栋长、网格员或社区', en: 'the captain, the grid worker or the community' } },
  log: {
    say: { zh: '记一笔', en: 'Log what was done' }, from: ['taken', 'whistled'],
    who: either((s) => holder(s) && s.party?.role !== 'lead', atWork), whoSays: { zh: '在办的人', en: 'who is working on it' },
  },
  verify: { say: { zh: '复核', en: 'Verify' }, from: ['finished'], who: anotherEye, whoSays: { zh: '没经手办理的人', en: 'somebody who did no work on it' } },
  verdict: {
    say: { zh: '记三问', en: 'Enter the three answers' }, from: ['answered'], who: either(resident, noHand),
    whoSays: { zh: '报的人，或没经手过这件事的人', en: 'the reporter, or somebody with no act on it' },
  },
  note: {
    say: { zh: '补一句', en: 'Add a note' }, from: [...OPEN, 'joined'], who: either(resident, (s) => s.kind === 'staff'),
    whoSays: { zh: '经手的人和报的人', en: 'those involved and the reporter' },
  },
  withdraw: { say: { zh: '不用办了', en: 'Withdraw' }, from: [...HANDLED, 'joined'], who: resident, whoSays: { zh: '报的人', en: 'the reporter' } },
  title: { say: { zh: '改公开标题', en: 'Edit the public title' }, from: [...OPEN, 'closed'], who: community, whoSays: { zh: '社区', en: 'the community' } },
  release_photo: {
    say: { zh: '公开这张照片', en: 'Release this photo' }, from: [...OPEN, 'closed'], who: community, whoSays: { zh: '社区', en: 'the community' },
  },
  board: { say: { zh: '上不上公开栏', en: 'On the board or not' }, from: [...OPEN, 'closed'], who: resident, whoSays: { zh: '报的人', en: 'the reporter' } },
  remind: {
    say: { zh: '催办', en: 'Remind' }, from: OPEN, who: either(clock, is('street', 'community')),
    whoSays: { zh: '系统、社区或街道', en: 'the clock, the community or the street' },
  },
  supervise: {
    say: { zh: '督办', en: 'Supervise' }, from: OPEN, who: either(clock, is('street')), whoSays: { zh: '系统或街道', en: 'the clock or the street' },
  },
  object: { say: { zh: '派单异议', en: 'Object to the dispatch' }, from: ['filed', 'taken', 'whistled'],
    who: (s) => s.kind === 'staff' && (s.party?.state === 'asked' || s.party?.state === 'reported') && s.party.role !== 'slip'
      && s.party.role !== 'verify',
    whoSays: { zh: '被派单或被吹哨的一方', en: 'a party that was assigned or whistled' },
    needs: { has: (m) => !hasClock(m, 'ruling') && !m.suspended, say: { zh: '街道正在裁定，或者已经挂账，不用再提。',
      en: 'The street is ruling on it, or it is put aside.' } },
    barred: { by: (m, s) => s.party !== null && m.ruledTo === s.party.org,
      say: { zh: '街道已经裁定由你方办理，不再受理异议。', en: 'The street has ruled that it is yours: no further objection.' } } },
  rule: { say: { zh: '裁定', en: 'Rule whose it is' }, from: ['filed', 'taken', 'whistled'], who: is('street'), whoSays: { zh: '街道', en: 'the street' },
    needs: { has: (m) => hasClock(m, 'ruling') || m.clocks.some((c) => c.rung === 3),
      say: { zh: '没有人提异议，也没有久督不动。', en: 'Nobody objected, and nothing stands still after supervision.' } } },
  suspend: { say: { zh: '挂账', en: 'Put aside' }, from: ['taken', 'whistled'], who: either(holder, community),
    whoSays: { zh: '在办的人或社区', en: 'who is working on it, or the community' },
    needs: { has: (m) => !m.suspended && !hasClock(m, 'ruling'), say: { zh: '已经挂账，或者街道正在裁定。',
      en: 'It is put aside already, or the street is ruling on it.' } } },
  resume: { say: { zh: '恢复办理', en: 'Take it up again' }, from: ['taken', 'whistled'], who: either(holder, community),
    whoSays: { zh: '在办的人或社区', en: 'who is working on it, or the community' },
    needs: { has: (m) => m.suspended, say: { zh: '没有挂账。', en: 'It was not put aside.' } } },
  ask_extension: { say: { zh: '申请延期', en: 'Ask for more time' }, from: ['filed', 'taken', 'whistled'], who: either(holder, atWork),
    whoSays: { zh: '在办的一方', en: 'who is working on it' }, needs: { has: (m) => !m.suspended, say: ASIDE } },
  decide_extension: { say: { zh: '批延期', en: 'Decide on more time' }, from: ['filed', 'taken', 'whistled'], who: is('community', 'street'),
    whoSays: { zh: '没有提出申请的社区或街道', en: 'the community or the street, whichever did not ask' } },
  answer_link: { say: { zh: '给一个答复链接', en: 'Make an answer link' }, from: ['filed', 'taken', 'whistled'], who: is('community', 'grid'),
    whoSays: { zh: '社区或网格员', en: 'the community or the grid worker' }, needs: WAITED_FOR },
  type_in: { say: { zh: '代录回执', en: 'Type in a reply slip' }, from: ['filed', 'taken', 'whistled'], who: is('community', 'grid'),
    whoSays: { zh: '社区或网格员', en: 'the community or the grid worker' }, needs: WAITED_FOR },
  outside_update: { say: { zh: '记下外部系统的消息', en: 'Enter an outside update' }, from: [...OPEN, 'closed'],
    who: either(is('community', 'grid'), (s) => s.kind === 'staff' && s.party !== null),
    whoSays: { zh: '社区、网格员或承办的一方', en: 'the community, the grid worker or the party itself' } },
  number: { say: { zh: '记下外部编号', en: 'Enter an outside number' }, from: [...OPEN, 'closed'],
    who: either(is('community', 'grid'), (s) => s.kind === 'staff' && s.party !== null),
    whoSays: { zh: '社区、网格员或承办的一方', en: 'the community, the grid worker or the party itself' } },
  rate: { say: { zh: '互评', en: 'Rate each other' }, from: ['answered', 'closed'], who: is('community', 'station'),
    whoSays: { zh: '吹哨的社区和来报到的部门', en: 'the community that blew and the departments it called' }, needs: WHISTLED },
  review: { say: { zh: '写两句复盘', en: 'Write two lines of review' }, from: ['answered', 'closed'], who: community,
    whoSays: { zh: '吹哨的社区', en: 'the community that blew' }, needs: WHISTLED },
  accept: { say: { zh: '照片看过，是这样', en: 'The photo shows it' }, from: ['finished'], who: resident, whoSays: { zh: '报的人', en: 'the reporter' } },
  visit_tried: { say: { zh: '没联系上', en: 'Nobody reached' }, from: ['answered'], who: noHand,
    whoSays: { zh: '没经手过这件事的人', en: 'somebody with no act on it' } },
  unverified: { say: { zh: '没人复核', en: 'Not verified' }, from: ['finished'], who: clock, whoSays: { zh: '系统', en: 'the clock' } },
  pass_on: { say: { zh: '移交岗位手上的事', en: 'Pass on the work of a post' }, from: ['filed', 'taken', 'finished', 'joined'], who: is('community', 'street'),
    whoSays: { zh: '社区或街道', en: 'the community or the street' } },
  recount: { say: { zh: '按新日历重算', en: 'Count anew' }, from: OPEN, who: clock, whoSays: { zh: '系统', en: 'the clock' } },
  close: { say: { zh: '办结', en: 'Close' }, from: ['answered'], who: clock, whoSays: { zh: '系统', en: 'the clock' } },
  join: { say: { zh: '并到另一件', en: 'Join to another' }, from: HANDLED, who: community, whoSays: { zh: '社区', en: 'the community' },
    needs: { has: (m) => !m.suspended && !hasClock(m, 'ruling'), say: { zh: '已经挂账，或者街道正在裁定。',
      en: 'It is put aside, or the street is ruling on it.' } } },
  unjoin: { say: { zh: '撤销并单', en: 'Undo the joining' }, from: ['joined'], who: either(community, resident),
    whoSays: { zh: '社区或报的人', en: 'the community or the reporter' } },
  split: { say: { zh: '拆成两件', en: 'Split in two' }, from: HANDLED, who: community, whoSays: { zh: '社区', en: 'the community' },
    needs: { has: (m) => !m.suspended, say: ASIDE } },
}

export const STATE_WORDS: Readonly<Record<State, Said>> = {
  filed: { zh: '等人接', en: 'waiting to be taken' }, taken: { zh: '在办', en: 'in hand' }, whistled: { zh: '已吹哨', en: 'whistle blown' },
  finished: { zh: '办完，等复核', en: 'done, to be verified' }, answered: { zh: '等您评', en: 'waiting for the verdict' },
  joined: { zh: '并到另一件', en: 'joined to another' }, closed: { zh: '已办结', en: 'closed' }, withdrawn: { zh: '已撤回', en: 'withdrawn' },
}

const wrongState = (move: MoveName, state: State): Refusal => ({
  code: 'wrong_state', rule: 'M5',
  explain: {
    zh: `还不能${moves[move].say.zh}：这件事现在是“${STATE_WORDS[state].zh}”。`,
    en: `Not possible: ${moves[move].say.en.toLowerCase()} does not fit a matter that is ${STATE_WORDS[state].en}.`,
  },
})
const wrongPerson = (move: MoveName): Refusal => ({
  code: 'not_yours', rule: 'M6',
  explain: { zh: `“${moves[move].say.zh}”要由${moves[move].whoSays.zh}来做。`, en: `"${moves[move].say.en}" is for ${moves[move].whoSays.en}.` },
})

/** Whether `move` may be made now by who stands so. Refusals say what is missing. */
export function mayMove(move: MoveName, matter: MovedMatter, standing: Standing): Result<MoveName> {
  if (!moves[move].from.includes(matter.state)) return refuse(wrongState(move, matter.state))
  const { who, needs, barred } = moves[move]
  if (!who(standing)) return refuse(wrongPerson(move))
  if (barred?.by(matter, standing)) return refuse({ code: 'ruled', rule: 'M35', explain: barred.say })
  return needs && !needs.has(matter) ? refuse({ code: 'not_there', rule: 'M5', explain: needs.say }) : ok(move)
}

/** The moves that are open now to who stands so, in the order of the table. */
export const movesFor = (matter: MovedMatter, standing: Standing): readonly MoveName[] => MOVES.filter((move) => mayMove(move, matter, standing).ok)
