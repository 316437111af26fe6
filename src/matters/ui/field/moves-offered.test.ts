import { expect, test } from 'vitest'
import { fieldMove, movesToOffer } from './moves-offered.ts'

const matter = { moves: ['take', 'finish', 'hand_over', 'whistle', 'slip', 'slip_answer', 'note', 'assign'] as const, parties: [], state: 'filed',
  closedTo: [], clocks: [] } as const

test('[M22] the phone offers moves with a form, the next one first, and leaves assigning to the desk', () => {
  expect(movesToOffer(matter, { kind: 'grid_worker' })).toEqual(['take', 'finish', 'hand_over', 'note', 'whistle', 'slip'])
})

test('[M23] getting in touch comes early while somebody owes it, else last', () => {
  const may = { ...matter, moves: ['contact', 'log', 'note'] as const }
  const clock = { stage: 'contact', org: null, name: null, state: 'running', due: '', provisional: false, from: '', endedAt: null, pace: null,
    rung: 0 } as const
  expect(movesToOffer({ ...may, clocks: [clock] }, { kind: 'grid_worker' })).toEqual(['contact', 'log', 'note'])
  expect(movesToOffer({ ...may, clocks: [{ ...clock, state: 'ended' }] }, { kind: 'grid_worker' })).toEqual(['log', 'note', 'contact'])
  expect(movesToOffer(may, { kind: 'grid_worker' })).toEqual(['log', 'note', 'contact'])
})

test('[M12] a whistle is offered only to a post that may blow one, and never where stations may not see the matter', () => {
  expect(movesToOffer(matter, { kind: 'captain' })).not.toContain('whistle')
  expect(movesToOffer({ ...matter, closedTo: ['station'] }, { kind: 'grid_worker' })).not.toContain('whistle')
})

test('[M14] an answer can be entered once a slip waits for one', () => {
  const slip = { org: 'o', name: '', badge: '', kind: 'utility', role: 'slip', state: 'asked', task: '', reportBy: null, finishBy: null,
    reportedAt: null, finishedAt: null, outsideNumber: null, phone: null } as const
  expect(movesToOffer({ ...matter, parties: [slip] }, { kind: 'grid_worker' })).toContain('slip_answer')
  expect(movesToOffer({ ...matter, parties: [{ ...slip, state: 'answered' }] }, { kind: 'grid_worker' })).not.toContain('slip_answer')
})

test('[M22] a word in an address that is no move of the phone opens no form', () => {
  expect(fieldMove('finish')).toBe('finish')
  expect(fieldMove('assign')).toBe(null)
  expect(fieldMove(undefined)).toBe(null)
})
