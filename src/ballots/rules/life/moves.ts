/** Who may do what with a vote, and in which state: one table for the server and the pages. [B20] */
import { ok, refuse, type Result, type Said } from '../../../kit/pure.ts'

export const VOTE_STATES = ['draft', 'noticed', 'frozen', 'open', 'closed', 'counted', 'published', 'filed', 'archived', 'withdrawn'] as const
export type VoteState = (typeof VOTE_STATES)[number]
export const STARTERS = ['owners', 'committee', 'residents', 'branch', 'street'] as const
export const ROLES = ['lead', 'collector', 'enterer', 'scrutineer'] as const
export type Role = (typeof ROLES)[number]
export const SAYERS = ['branch', 'committee', 'street', 'expert'] as const
export const STANCES = ['supports', 'advises', 'warns'] as const
export const ABOUTS = ['notice', 'delivery', 'register', 'proxy', 'count', 'collector', 'other'] as const

export const MOVES = ['notice', 'notices', 'team', 'opinions', 'steps', 'freeze', 'open', 'deliveries', 'casts', 'entries', 'close', 'looks', 'count',
  'publish', 'file', 'archive', 'withdraw', 'objections', 'answers', 'changes', 'homes', 'electors', 'papers', 'countFile', 'conflicts'] as const
export type Move = (typeof MOVES)[number]

/** Where somebody stands to a vote: roles on its team; `keeps`: leads the organisation that holds it; `says`: whose opinion they may give. */
export type Standing = { readonly roles: readonly Role[]; readonly keeps: boolean; readonly clock: boolean; readonly says: (typeof SAYERS)[number] | null }

type Who = Role | 'keeper' | 'clock' | 'sayer'
type Line = { readonly states: readonly VoteState[]; readonly who: readonly Who[] }

const before: readonly VoteState[] = ['draft', 'noticed', 'frozen']
const running: readonly VoteState[] = ['noticed', 'frozen', 'open']
const after: readonly VoteState[] = ['counted', 'published', 'filed', 'archived']
const lead: readonly Who[] = ['lead', 'keeper']
const anyTeam: readonly Who[] = ['lead', 'collector', 'enterer', 'scrutineer']

export const TABLE: Readonly<Record<Move, Line>> = {
  notice: { states: ['draft'], who: lead }, notices: { states: running, who: ['lead', 'keeper', 'collector'] },
  team: { states: [...before, 'open', 'closed', ...after], who: lead }, opinions: { states: running, who: ['sayer'] }, steps: { states: VOTE_STATES.filter((state) => state !== 'withdrawn'), who: lead },
  freeze: { states: ['noticed'], who: lead }, open: { states: ['frozen'], who: ['lead', 'keeper', 'clock'] },
  deliveries: { states: ['frozen', 'open'], who: ['lead', 'collector'] }, casts: { states: ['open'], who: ['lead', 'collector'] },
  close: { states: ['open'], who: ['lead', 'keeper', 'clock'] }, changes: { states: ['frozen', 'open', 'closed'], who: ['lead'] },
  homes: { states: ['frozen', 'open'], who: ['lead'] },
  entries: { states: ['closed'], who: ['enterer'] }, looks: { states: ['closed'], who: ['scrutineer'] },
  count: { states: ['closed'], who: ['lead', 'scrutineer', 'clock'] }, publish: { states: ['counted'], who: lead },
  file: { states: ['published'], who: lead }, archive: { states: ['published', 'filed'], who: lead }, withdraw: { states: before, who: lead },
  objections: { states: [...running, 'closed', 'counted', 'published', 'filed'], who: [...anyTeam, 'keeper', 'sayer'] },
  answers: { states: VOTE_STATES, who: lead },
  electors: { states: ['frozen', 'open', 'closed'], who: anyTeam }, conflicts: { states: ['open', 'closed', ...after], who: ['lead', 'scrutineer'] },
  papers: { states: VOTE_STATES, who: ['keeper', ...anyTeam] }, countFile: { states: after, who: ['scrutineer'] },
}

/** True when one of the words of the table is somebody's. */
const isOne = (who: readonly Who[], { roles, keeps, clock, says }: Standing): boolean => who.some((word) =>
  (word === 'keeper' ? keeps : word === 'clock' ? clock : word === 'sayer' ? says !== null : roles.some((role) => role === word)))

const STATE_SAID: Readonly<Record<VoteState, Said>> = {
  draft: { zh: '还是草稿', en: 'is a draft' }, noticed: { zh: '在公示', en: 'is posted' }, frozen: { zh: '名册已冻结', en: 'has its register frozen' },
  open: { zh: '正在投票', en: 'is open' }, closed: { zh: '已经截止', en: 'is closed' }, counted: { zh: '已经计票', en: 'is counted' },
  published: { zh: '结果已公示', en: 'has its result posted' }, filed: { zh: '已经备案', en: 'is filed' }, archived: { zh: '已经归档', en: 'is archived' },
  withdrawn: { zh: '已经撤回', en: 'was withdrawn' },
}

/** [B20] Whether a move may be made in a state by somebody: the wrong person is told so before the wrong time. */
export function mayMove(move: Move, state: VoteState, standing: Standing): Result<true> {
  const { states, who } = TABLE[move]
  if (!isOne(who, standing)) {
    return refuse({ code: 'not_yours', rule: 'B20', explain: { zh: '这一步由表决工作组里的人来做。', en: 'This step is for somebody else on the ballot team.' } })
  }
  if (states.includes(state)) return ok(true as const)
  const said = STATE_SAID[state]
  return refuse({ code: state === 'closed' && move === 'casts' ? 'vote_closed' : 'wrong_state', rule: 'B20',
    explain: { zh: `这次表决${said.zh}，现在不能做这一步。`, en: `This vote ${said.en}: the step does not fit now.` } })
}

/** Every move that somebody may make now. */
export const movesFor = (state: VoteState, standing: Standing): readonly Move[] => MOVES.filter((move) => mayMove(move, state, standing).ok)

export const isVoteState = (word: string): word is VoteState => VOTE_STATES.some((one) => one === word)
export const isRole = (word: string): word is Role => ROLES.some((one) => one === word)
