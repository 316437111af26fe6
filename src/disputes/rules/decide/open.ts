import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { checkWords } from '../clauses.ts'

/** What is asked when a dispute is opened: who opens, what the matter behind it is, and how the sides look. */
export type Opening = {
  readonly audience: readonly string[]
  readonly ofCommittee: boolean
  /** The place lies in the opener's reach, or in their committee's. */
  readonly inReach: boolean
  readonly words: string
  readonly matter: { readonly sensitive: string | null; readonly urgent: string | null } | null
  readonly sides: readonly { readonly persons: number; readonly org: boolean }[]
}

const NOT_FOR_US: readonly string[] = ['harm', 'crime']
const no = (code: string, rule: string, zh: string, en: string) => refuse({ code, rule, explain: { zh, en } })

/** [D1] [D2] Whether a dispute may be opened: by community, grid or committee, with two sides, and not over violence or crime. */
export function decideOpen(given: Opening): Result<true> {
  if (!given.ofCommittee && !given.audience.some((one) => one === 'community' || one === 'grid')) {
    return no('not_yours', 'D1', '纠纷由社区、网格员或调解委员会来开。', 'Disputes are opened by the community, a grid worker or the mediation committee.')
  }
  if (!given.inReach) return no('not_here', 'D1', '这个地方不归您这里，请找那边的社区。', 'This place is not in your reach: ask the community there.')
  if (given.matter && (given.matter.urgent !== null || NOT_FOR_US.includes(given.matter.sensitive ?? ''))) {
    return no('not_for_mediation', 'D2', '这件事里有人身安全或者涉嫌违法，不能调解。先按原来的办法处理，该报警的报警。',
      'This matter touches safety or a suspected crime: not for mediation. Handle it as it is, and call the police where needed.')
  }
  if (given.sides.length !== 2 || given.sides.some(({ persons, org }) => (persons === 0 && !org) || persons > 3)) {
    return no('two_sides', 'D1', '要写清两方是谁，每方一到三人，或者一个单位。', 'Name both sides: one to three persons each, or an organisation.')
  }
  return checkWords(given.words)
}
