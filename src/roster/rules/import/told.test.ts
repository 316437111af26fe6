import { expect, test } from 'vitest'
import { firstDay, isChild, keptPeople, lastDay, mayMove, tiesOf } from './index.ts'

test('[RO6] thirteen is a number on the home, on the fourteenth birthday a person; a year alone counts to its end', () => {
  expect(isChild('2012-11-21', '2026-11-20')).toBe(true)
  expect(isChild('2012-11-20', '2026-11-20')).toBe(false)
  expect(isChild('2012', '2026-11-20')).toBe(true)
  expect(isChild('2011', '2026-11-20')).toBe(false)
  expect(isChild(undefined, '2026-11-20')).toBe(false)
  const people = [{ name: '甲', phones: [], ties: ['lives'] as const }, { name: '乙', born: '2020-01-01', phones: [], ties: ['lives'] as const }]
  expect(keptPeople(people, '2026-11-20').map(({ name }) => name)).toEqual(['甲'])
})

test('[RO23] who is only named lives there; a year is its first day', () => {
  expect(tiesOf({ phones: [], ties: [] })).toEqual(['lives'])
  expect(tiesOf({ phones: [], ties: [], until: '2026-01-01' })).toEqual([])
  expect(firstDay('1985')).toBe('1985-01-01')
})

test('[RO24] a day that nobody said is the day of the file, and says that it is', () => {
  const gone = { phones: [], ties: [], whyUntil: 'died' } as const
  expect(lastDay(gone, '2026-11-20')).toEqual({ until: '2026-11-20', untilSaid: 'file' })
  expect(lastDay({ ...gone, until: '2026-11-20' }, '2026-11-20')).toEqual({ until: '2026-11-20', untilSaid: 'day' })
  expect(lastDay({ ...gone, until: '2024-05' }, '2026-11-20')).toEqual({ until: '2024-05-01', untilSaid: 'month' })
  expect(lastDay({ phones: [], ties: [] }, '2026-11-20')).toBeNull()
})

test('[RO20] what was undone is not undone again, and a refusal says what to do', () => {
  const twice = mayMove('undone', 'undo')
  expect(twice.ok ? '' : twice.refusal.explain.zh).toContain('再放进来')
  expect(mayMove('done', 'undo').ok).toBe(true)
})
