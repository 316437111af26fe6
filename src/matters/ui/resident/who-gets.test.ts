import { expect, test } from 'vitest'
import { CATEGORIES, dangersIn } from '../../rules/index.ts'
import { decideFiling } from '../../rules/decide/file.ts'
import type { Door } from '../resident-api.ts'
import { pickCategory } from './picked.ts'
import { reportRules as rules } from './report-rules.ts'
import { whoGets } from './who-gets.ts'

const doorWith = (words: readonly string[], compoundType: string | null): Door => ({
  door: 'ABCDEFGH', place: { id: 'p', name: '梧桐苑3号楼', kind: 'building' }, compound: null, compoundType, community: '梧桐里社区', people: [], demo: true,
  holders: words.map((word) => ({ word, name: word })),
})
const ALL = ['captain', 'grid', 'community', 'firm', 'owners', 'developer', 'mediation', 'named_worker', 'station:police', 'station:enforcement',
  'station:fire', 'station:housing', 'station:rental_housing', 'station:market',
  'station:justice', 'station:ecology', 'utility:water', 'utility:gas', 'utility:power']

test('[M3] the button names who the server gives it to: every category, whoever is missing, danger or not', () => {
  for (const present of [ALL, ['community'], ALL.filter((word) => word !== 'captain' && word !== 'firm')]) {
    for (const compoundType of ['commodity', 'new', 'public_rental', null] as const) {
      for (const words of ['灯坏了', '楼上打孩子', '闻到煤气味，漏气了']) {
        const holders = new Map(present.map((word) => [word, { org: word, post: null }]))
        for (const { code } of CATEGORIES) {
          const filed = decideFiling({ category: code, words, channel: 'qr', placeLabel: '梧桐苑3号楼', compoundType, onBoard: true, holders })
          const shown = whoGets(rules, doorWith(present, compoundType), code, dangersIn(words)[0] ?? null)
          expect([code, words, shown.holder, shown.sign])
            .toEqual([code, words, filed.holder.org, filed.hasten ?? rules.pacesOf(code).sign])
        }
      }
    }
  }
})

test('words that say nothing go by the community unless the person chose', () => {
  expect(pickCategory(rules, '', 'building', null).code).toBeNull()
  expect(pickCategory(rules, '嗯嗯', 'building', null)).toMatchObject({ code: 'other', unsure: true })
  expect(pickCategory(rules, '楼道堆满纸箱', 'building', null)).toMatchObject({ code: 'corridor_clutter', unsure: false })
  expect(pickCategory(rules, '楼道堆满纸箱', 'building', 'lift')).toMatchObject({ code: 'lift', offered: ['lift', 'corridor_clutter', 'lighting'] })
})
