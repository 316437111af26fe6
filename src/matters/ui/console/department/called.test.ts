import { expect, test } from 'vitest'
import type { MatterDetail, MatterParty } from '../../staff-api.ts'
import { calledTo } from './called.ts'

const part = (given: Partial<MatterParty>): MatterParty => ({
  org: 'us', name: '', badge: '', kind: 'station', role: 'support', state: 'asked', task: '', reportBy: '2026-11-20T04:00:00Z',
    finishBy: '2026-11-27T04:00:00Z',
  reportedAt: null, finishedAt: null, outsideNumber: null, phone: null, ...given,
})
const matter = (given: Partial<MatterDetail>): MatterDetail => ({ due: '2026-11-20T02:00:00Z', dueKind: 'report_in', moves: [], parties: [],
  ...given }) as MatterDetail // the fields that calledTo reads

test('[M13] a supporting station is bound by its own deadlines, not by those of the lead', () => {
  expect(calledTo(matter({ moves: ['report_in', 'note'], parties: [part({})] }), 'us', false))
    .toMatchObject({ answer: 'report_in', answerBy: Date.parse('2026-11-20T04:00:00Z'), finishBy: Date.parse('2026-11-27T04:00:00Z') })
})

test('[M13] a station that has reported in is at work, and only the second deadline is left', () => {
  expect(calledTo(matter({ moves: ['finish', 'log'], parties: [part({ state: 'reported' })] }), 'us', false)).toMatchObject({ answer: null,
    answerBy: null })
})

test('[M14] a utility answers a slip without any deadline; others are not asked for the answer', () => {
  const slip = matter({ due: null, dueKind: null, moves: ['slip_answer'], parties: [part({ role: 'slip', reportBy: null, finishBy: null })] })
  expect(calledTo(slip, 'us', true)).toMatchObject({ answer: 'slip_answer', answerBy: null, finishBy: null })
  expect(calledTo(slip, 'us', false).answer).toBeNull()
})
