import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verifierFor } from './rota.ts'

const person = fc.record({ post: fc.uuid(), person: fc.uuid(), grid: fc.constantFrom('g1', 'g2', 'g3', null), waiting: fc.nat(5) })
const matter = fc.record({ id: fc.uuid(), doers: fc.constant([]), grid: fc.constantFrom('g1', 'g2', null) })

test('[M38] who verifies comes from another grid where there is one, never worked on it, and has fewest waiting', () => {
  fc.assert(fc.property(matter, fc.array(person, { minLength: 1, maxLength: 8 }), fc.nat(7), (one, there, n) => {
    const doers = there.slice(0, n).map((p) => p.person)
    const chosen = there.find((p) => p.post === verifierFor({ ...one, doers }, there))
    const free = there.filter((p) => !doers.includes(p.person))
    if (free.length === 0) { expect(chosen).toBeUndefined(); return }
    expect(doers).not.toContain(chosen?.person)
    const across = free.filter((p) => p.grid !== null && p.grid !== one.grid)
    if (across.length > 0) expect(across).toContain(chosen)
    for (const other of across.length > 0 ? across : free) expect(chosen?.waiting).toBeLessThanOrEqual(other.waiting)
  }))
})

test('[M38] whose turn it is does not depend on the order of the list, and matters spread over equals', () => {
  const equals = ['a', 'b', 'c'].map((post) => ({ post, person: `p-${post}`, grid: 'g2', waiting: 0 }))
  const counts = new Map<string, number>()
  fc.assert(fc.property(fc.uuid(), (id) => {
    const chosen = verifierFor({ id, doers: [], grid: 'g1' }, equals)
    expect(verifierFor({ id, doers: [], grid: 'g1' }, [...equals].reverse())).toBe(chosen)
    counts.set(chosen ?? '', (counts.get(chosen ?? '') ?? 0) + 1)
  }), { numRuns: 600, seed: 1 })
  for (const post of ['a', 'b', 'c']) expect(counts.get(post)).toBeGreaterThan(120)
})
