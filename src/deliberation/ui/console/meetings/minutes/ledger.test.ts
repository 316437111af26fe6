import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answered, chosen, emptyLedger, inOrder, nextPlace, read, toSend, tried, unsent, written, type Ledger, type Line,
  type Outcome } from './ledger.ts'

const line = (id: string, words: string, placeIn = 1000) => ({ id, agenda: 1, placeIn, kind: 'said', label: '石桂芝', words, struck: false }) as const

/** A server as the routes of minutes are: a line goes in on the version that it was written for; else what stands there comes back. */
function server() {
  const held = new Map<string, Line>()
  return {
    held,
    take: (lines: readonly Line[]): Outcome[] => lines.map(({ id, version, ...rest }) => {
      const there = held.get(id)
      if ((there?.version ?? 0) !== version && there) return { id, outcome: 'conflict', after: there.version,
        theirs: { label: there.label, words: there.words, struck: there.struck } }
      held.set(id, { id, ...rest, version: version + 1 })
      return { id, outcome: 'kept', after: version + 1, theirs: null }
    }),
  }
}

test('[DM42] whatever is lost on the way, every line written at the desk stands on the server once, in its last words', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('write' as const), id: fc.constantFrom('a', 'b', 'c'), words: fc.string({ maxLength: 4 }) }),
    fc.record({ do: fc.constant('send' as const), answer: fc.boolean(), arrives: fc.boolean() }),
    fc.record({ do: fc.constant('read' as const) }),
  )
  fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
    const { held, take } = server()
    const said = new Map<string, string>()
    let ledger: Ledger = emptyLedger
    for (const one of steps) {
      // only this desk writes: nobody is asked about words of their own
      expect([...ledger.values()].filter(({ theirs }) => theirs)).toEqual([])
      if (one.do === 'write') { said.set(one.id, one.words); ledger = written(ledger, line(one.id, one.words, one.id.charCodeAt(0))) }
      if (one.do === 'read') ledger = read(ledger, [...held.values()])
      if (one.do === 'send' && one.arrives) {
        const sent = toSend(ledger)
        const outcomes = take(sent)
        ledger = tried(ledger, sent)
        if (one.answer) ledger = answered(ledger, sent, outcomes)
      }
    }
    for (let n = 0; n < 3; n++) {
      const sent = toSend(ledger)
      ledger = answered(tried(ledger, sent), sent, take(sent))
    }
    expect([unsent(ledger), new Map([...held].map(([id, { words }]) => [id, words]))]).toEqual([0, said])
    expect(inOrder(ledger).map(({ id }) => id)).toEqual([...said.keys()].sort())
  }), { numRuns: 300 })
})

test('[DM42] a line that two people changed shows both and goes nowhere before the clerk has chosen; what is written meanwhile is not lost', () => {
  const { held, take } = server()
  let ledger = written(emptyLedger, line('a', '早上六点就开始'))
  const first = toSend(ledger)
  // the clerk goes on writing while the first words are under way
  ledger = written(ledger, line('a', '早上六点就开始放音乐'))
  ledger = answered(ledger, first, take(first))
  expect([unsent(ledger), toSend(ledger)[0]?.version]).toEqual([1, 1])
  held.set('a', { ...line('a', '早上五点半'), version: 2 })
  const second = toSend(ledger)
  ledger = answered(ledger, second, take(second))
  expect([ledger.get('a')?.theirs?.words, toSend(ledger)]).toEqual(['早上五点半', []])
  expect(chosen(ledger, 'a', 'theirs').get('a')).toMatchObject({ words: '早上五点半', edit: 0, version: 2 })
  const mine = chosen(ledger, 'a', 'mine')
  expect(take(toSend(mine))).toMatchObject([{ outcome: 'kept', after: 3 }])
  // reading the page anew never takes the words away that wait
  expect(read(mine, [...held.values()]).get('a')?.words).toBe('早上六点就开始放音乐')
  expect(nextPlace(mine)).toBe(2000)
})
