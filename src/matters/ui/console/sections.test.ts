import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { frameWords } from './frame-words.ts'
import { sectionLines } from './section-lines.ts'
import { pagesBehind, sectionsOf } from './sections.ts'
import { speak } from '../../../ui-kit/words.ts'

const w = speak(frameWords, 'zh')
const l = speak(sectionLines, 'zh')
const everybody = ['community', 'grid', 'street', 'branch', 'firm', 'station', 'utility', 'owners', 'unit', 'captain', 'developer']

test('a screen of 900 px shows every section that is not folded, and no section stands twice', () => {
  for (const audience of everybody) {
    const groups = sectionsOf(audience, {}, w, l)
    const hrefs = groups.flatMap(({ items }) => items.map(({ href }) => href))
    expect([audience, new Set(hrefs).size]).toEqual([audience, hrefs.length])
    const shown = groups.filter(({ folded }) => !folded).reduce((sum, { items }) => sum + items.length, 0)
    expect([audience, shown <= 18]).toEqual([audience, true])
  }
})

test('what waits for a ruling of the street is counted beside its section', () => {
  const [first] = sectionsOf('street', { rulings: 3 }, w, l)
  expect(first?.items.find(({ href }) => href === '/console/rulings')).toMatchObject({ count: 3, urgent: true })
})

test('every section and every page behind one says what it is for, and no address of a page is in neither', async () => {
  const known = new Set(everybody.flatMap((audience) => [...sectionsOf(audience, {}, w, l).flatMap(({ items }) => items), ...pagesBehind(audience, w, l)])
    .map(({ href, what }) => { expect([href, what?.endsWith('。')]).toEqual([href, true]); return href.replace(/\?.*/, '') }))
  const entry = await readFile(new URL('../../../app/console.tsx', import.meta.url), 'utf8')
  const pages = [...entry.matchAll(/{ path: '([^':]+)'/g)].map(([, path = '']) => (path === '/' ? '/console' : `/console${path}`))
  // Notices and the confidential line are put in by their own capabilities; ties stand in the list of disputes for mediators.
  const elsewhere = ['/console/notices', '/console/confidential', '/console/disputes/ties']
  expect(pages.filter((path) => !known.has(path) && !elsewhere.includes(path))).toEqual([])
})
