import { expect, test } from 'vitest'
import { ProblemError } from '../../../../ui-kit/index.ts'
import { sendInOrder, type Unsent } from './unsent.ts'

const answers: readonly Unsent[] = [{ n: 3, sign: 1, key: 'a' }, { n: 1, sign: -1, key: 'b' }, { n: 3, sign: 0, key: 'c' }]
const kept = (list: readonly Unsent[]) => ({ read: () => list, write: (next: readonly Unsent[]) => { list = next } })
const problem = (status: number, code: string) => new ProblemError({ type: '', title: '', status, code, explain: { zh: '', en: '' } })
const asked = { next: null, answered: 3, of: 8 }

test('[OM14] answers kept without a signal are sent in order, and what got no answer is tried again with the same key', async () => {
  const waiting = kept(answers)
  const sent: string[] = []
  let lost = true
  const give = async ({ key }: Unsent) => {
    sent.push(key)
    if (key === 'b' && lost) { lost = false; throw problem(0, 'no_answer') }
    return asked
  }
  expect(await sendInOrder(waiting, give)).toEqual({ how: 'later' })
  expect(waiting.read().map(({ key }) => key)).toEqual(['b', 'c'])
  expect(await sendInOrder(waiting, give)).toEqual({ how: 'sent', reply: asked })
  expect(sent).toEqual(['a', 'b', 'b', 'c'])
  expect(waiting.read()).toEqual([])
})

test('[OM14] an answer waits until somebody speaks; a statement that is gone is let go; a poll that is over takes none', async () => {
  const shy = kept(answers)
  expect(await sendInOrder(shy, async () => { throw problem(401, 'signed_out') })).toEqual({ how: 'speak' })
  expect(shy.read()).toEqual(answers)
  const gone = kept(answers)
  await sendInOrder(gone, async ({ n }) => { if (n === 1) throw problem(409, 'statement_gone'); return asked })
  expect(gone.read()).toEqual([])
  const over = kept(answers)
  const fate = await sendInOrder(over, async () => { throw problem(409, 'poll_closed') })
  expect([fate.how, over.read()]).toEqual(['refused', []])
})
