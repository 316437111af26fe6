import { expect, test } from 'vitest'
import type { StoryEntry } from '../staff-api.ts'
import { stagesOf } from './stages.ts'

const entry = (kind: string, at: string): StoryEntry => ({ id: at, at, kind, who: null, post: null, org: null, to: null, said: '',
  seenBy: 'reporter', facts: {}, act: at, photos: [] })
const matter = { state: 'taken', category: 'lift', filedAt: '2026-11-18T00:00:00Z', due: '2026-11-21T01:00:00Z', dueKind: 'finish',
  dueFrom: '2026-11-18T01:00:00Z', situation: null } as const

test('[M18] a stage that is over shows what it took, the one that runs its due time, the rest is to come', () => {
  const stages = stagesOf({ ...matter, story: [entry('take', '2026-11-18T01:00:00Z'), entry('filed', '2026-11-18T00:00:00Z')] })
  expect(stages.map((s) => [s.kind, s.state])).toEqual([['sign', 'done'], ['finish', 'current'], ['verify', 'future'], ['verdict', 'future']])
  expect((stages[0]?.to ?? 0) - (stages[0]?.from ?? 0)).toBe(3_600_000)
  expect(stages[2]?.limit).toBe(48 * 3_600_000)
})

test('[M18] a whistle adds the stage of reporting in, with the hours of its situation', () => {
  const stages = stagesOf({ ...matter, state: 'whistled', dueKind: 'report_in', situation: 'joint_enforcement', story: [entry('whistle',
    '2026-11-18T02:00:00Z'), entry('filed', '2026-11-18T00:00:00Z')] })
  expect(stages.map((s) => s.kind)).toEqual(['sign', 'report_in', 'finish', 'verify', 'verdict'])
  expect(stages[1]).toMatchObject({ state: 'current', limit: 4 * 3_600_000 })
})

test('[M18] a matter that was reopened shows its second round alone', () => {
  const story = ['filed', 'take', 'finish', 'verify', 'verdict', 'reopen', 'take'].map((kind, day) => entry(kind,
    `2026-11-1${day}T00:00:00Z`)).reverse()
  expect(stagesOf({ ...matter, story }).map((s) => s.state)).toEqual(['done', 'current', 'future', 'future'])
})
