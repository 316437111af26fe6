import { expect, test } from 'vitest'
import { frameWords } from './frame-words.ts'
import { sectionsOf } from './sections.ts'

const spoken = Object.fromEntries(Object.entries(frameWords).map(([key, word]) => [key, 'zh' in word ? word.zh : key]))
// every word as Chinese says it: what useWords gives a page
const w = spoken as unknown as Parameters<typeof sectionsOf>[2]

test('a screen of 900 px shows every section that is not folded, and no section stands twice', () => {
  for (const audience of ['community', 'grid', 'street', 'branch', 'firm', 'station', 'utility', 'owners', 'unit', 'captain']) {
    const groups = sectionsOf(audience, {}, w)
    const hrefs = groups.flatMap(({ items }) => items.map(({ href }) => href))
    expect([audience, new Set(hrefs).size]).toEqual([audience, hrefs.length])
    const shown = groups.filter(({ folded }) => !folded).reduce((sum, { items }) => sum + items.length, 0)
    expect([audience, shown <= 18]).toEqual([audience, true])
  }
})

test('what waits for a ruling of the street is counted beside its section', () => {
  const [first] = sectionsOf('street', { rulings: 3 }, w)
  expect(first?.items.find(({ href }) => href === '/console/rulings')).toMatchObject({ count: 3, urgent: true })
})
