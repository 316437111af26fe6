/** What a round's vote decided: counted by its own rule, and by the other beside it, so that everybody sees the difference. [B64] */
import type { Said } from '../../../kit/pure.ts'
import { countBudget, sayOf, type BudgetInstance } from '../shares/index.ts'
import type { RoundRules } from './words.ts'

export type Compared = { readonly rule: RoundRules['rule']; readonly spent: number; readonly winners: readonly string[]; readonly without: number }
export type Settled = {
  readonly voters: number
  /** The round's own rule first. `without`: voters none of whose projects has money. */
  readonly compared: readonly Compared[]
  readonly projects: readonly { readonly option: string; readonly funded: boolean; readonly votes: number; readonly greedy: boolean; readonly words: Said }[]
}

/** Counts a round by its own rule and by the other. `ties`: options in the order of the lottery that was committed to before the vote. */
export function settleBudget(instance: BudgetInstance, { rule, completion }: Pick<RoundRules, 'rule' | 'completion'>, ties: readonly string[]): Settled {
  const shares = countBudget(instance, { rule: 'equal-shares', completion: rule === 'equal-shares' ? completion : 'add1u', ties })
  const greedy = countBudget(instance, { rule: 'greedy', ties })
  const own = rule === 'greedy' ? greedy : shares
  return {
    voters: own.voters,
    compared: [own, rule === 'greedy' ? shares : greedy].map((one) => ({ rule: one.rule, spent: one.spent, winners: one.winners, without: one.leftOut })),
    projects: instance.projects.map(({ id }) => {
      const found = own.explanations[id]
      return { option: id, funded: own.winners.includes(id), votes: found?.votes ?? 0, greedy: greedy.winners.includes(id),
        words: found ? sayOf(found) : { zh: '', en: '' } }
    }),
  }
}
