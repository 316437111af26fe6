/** Who may have a hand in a vote: scrutineers and collectors. */
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import type { Official } from '../vote.ts'

const refused = (code: string, zh: string, en: string) => refuse({ code, rule: 'B18', explain: { zh, en } })

/** [B18] At least three scrutineers, one of them from the residents' committee, none of them a candidate, nobody twice. */
export function checkScrutineers(scrutineers: readonly Official[]): Result<true> {
  if (scrutineers.some(({ candidate }) => candidate)) return refused('scrutineer_stands', '候选人不能当监票人。', 'A candidate cannot be a scrutineer.')
  const people = new Set(scrutineers.map(({ person }) => person)).size
  if (people < 3) return refused('scrutineers_few', `监票人才${people}位，至少要三位。`, `There are ${people} scrutineers; at least three are needed.`)
  if (!scrutineers.some(({ of }) => of === 'residents_committee')) {
    return refused('scrutineer_of_residents', '监票人里要有一位居委会的人。', 'One scrutineer has to be from the residents’ committee.')
  }
  return ok(true as const)
}

/** [B18] Ballots are collected at doors by two people together, none of them a candidate. */
export function checkCollectors(collectors: readonly Official[]): Result<true> {
  if (collectors.some(({ candidate }) => candidate)) return refused('collector_stands', '候选人不能上门收票。', 'A candidate cannot collect ballots.')
  const people = new Set(collectors.map(({ person }) => person)).size
  if (people < 2) return refused('collectors_few', '上门收票要两个人一起。', 'Ballots are collected at the door by two people together.')
  return ok(true as const)
}
