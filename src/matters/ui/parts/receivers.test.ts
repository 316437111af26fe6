import { expect, test } from 'vitest'
import { receivers } from './receivers.ts'

const matter = {
  place: { id: 'p', name: '梧桐苑3号楼', kind: 'building' }, sensitive: null, category: 'corridor_clutter', closedTo: [],
  holder: { org: 'c', name: '梧桐里社区', badge: '居', kind: 'community', post: null },
} as unknown as Parameters<typeof receivers>[0] // only what the rule reads

test('[M8] what the community holds as a whole is not offered to the community again, and no firm where there is none', () => {
  expect(receivers(matter, 'community', true)).toEqual(['captain', 'grid', 'firm'])
  expect(receivers(matter, 'community', false)).toEqual(['captain', 'grid'])
})

test('[M8] a captain hands on to others, never to captains', () => {
  const held = { ...matter, holder: { ...matter.holder, kind: 'team', post: '3号楼楼栋长' } }
  expect(receivers(held, 'captain', true)).toEqual(['grid', 'community', 'firm'])
})

test('[M4] a quarrel may go to mediation and the named worker, not to whom it is closed', () => {
  const quarrel = { ...matter, sensitive: 'neighbour', category: 'noise_home', closedTo: ['captain', 'branch', 'owners'] } as typeof matter
  expect(receivers(quarrel, 'community', true)).toEqual(['grid', 'firm', 'named_worker', 'mediation'])
})
