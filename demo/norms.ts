import { codeOf, demoPlaces } from './places.ts'
import { streetCode } from './plan.ts'
import { uuid } from './seed.ts'

const base = Date.parse('2026-01-04T09:00:00+08:00')
const paper = '桐荫街道社区规模与网格划分办法（演示）'
const numbers = [
  { kind: 'community', least: 1000, most: 3000, article: '第四条' }, { kind: 'grid', least: 200, most: 500, article: '第六条' },
  { kind: 'small_grid', least: null, most: 120, article: '第七条' }, { kind: 'captain', least: null, most: 100, article: '第九条' },
  { kind: 'staff', least: null, most: 500, article: '第十二条' },
] as const

/** The norms of size that the made-up street set for itself. There is no national number for a grid, so a place says its own. */
export const demoNorms = () => {
  const street = demoPlaces().find(({ code }) => code === streetCode)
  if (!street) throw new Error('demo: no street')
  return numbers.map(({ kind, least, most, article }) => ({ id: uuid(base, `norm:${kind}`), street: street.id, path: street.path, kind, least, most,
    validFrom: '2026-01-01', source: `${paper}${article}` }))
}

/** By when 老官塘院, which the community looks after for the time being, gets a manager of its own. */
export const demoManagerPaths = () => [{ code: codeOf('lgt'), steps: [{ step: 'own', until: '2026-12-31' }, { step: 'shared', until: '2027-03-31' },
  { step: 'firm', until: '2027-12-31' }] as const }]
