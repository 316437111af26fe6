import { expect, test } from 'vitest'
import { countBudget, type BudgetInstance } from '../rules/shares/index.ts'
import { countInThread } from './count-worker.ts'

const instance: BudgetInstance = {
  budget: 900_000, projects: Array.from({ length: 12 }, (_, i) => ({ id: `p${i}`, cost: 100_000 + 7919 * i })),
  ballots: Array.from({ length: 300 }, (_, voter) => [`p${voter % 12}`, `p${(voter * voter) % 7}`]),
}

test('[B46] a count in a thread of its own is the same count, tells how far it is, and ends when nobody waits for it', async () => {
  const seen: number[] = []
  const options = { rule: 'equal-shares', completion: 'add1u' } as const
  const counted = await countInThread(instance, { ...options, onProgress: ({ tried }) => seen.push(tried) })
  expect(counted).toEqual(countBudget(instance, options))
  expect(seen.length).toBeGreaterThan(0)
  const gone = new AbortController()
  const left = countInThread(instance, options, gone.signal)
  gone.abort(new Error('nobody waits'))
  await expect(left).rejects.toThrow('nobody waits')
})
