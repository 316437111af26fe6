import { expect, test } from 'vitest'
import type { ClockView } from '../clocks-api.ts'
import { stagesOf } from './stages.ts'

const holder = { org: 'firm', name: '润庭物业', badge: '物', kind: 'firm', post: null }
const clock = (stage: ClockView['stage'], from: string, due: string, more: Partial<ClockView> = {}): ClockView => ({ stage, org: null, name: null,
  state: 'running', due: `2026-11-${due}:00.000Z`, from: `2026-11-${from}:00.000Z`, endedAt: null, pace: null, provisional: false, rung: 0, ...more })
const ended = (at: string) => ({ state: 'ended' as const, endedAt: `2026-11-${at}:00.000Z` })
const now = Date.parse('2026-11-20T02:00:00Z')
const said = (clocks: readonly ClockView[], dueKind: ClockView['stage']) => stagesOf({ clocks, dueKind, holder }, now)
  .map(({ stage, state, late }) => `${stage} ${state}${late ? ' late' : ''}`)

test('[M18] several clocks at once: what ended took its share, the one that rules is current, the rest come later', () => {
  const clocks = [clock('sign', '19T00:00', '19T04:00', ended('19T01:00')), clock('contact', '19T00:00', '20T04:00'),
    clock('finish', '19T00:00', '26T00:00'), clock('reply', '19T00:00', '28T00:00')]
  expect(said(clocks, 'contact')).toEqual(['sign done', 'contact current', 'finish later', 'reply later'])
  expect(stagesOf({ clocks, dueKind: 'contact', holder }, now)[0]?.share).toBe(0.25)
})

test('[M18] what is late is said to be late, also where something else comes first', () => {
  expect(said([clock('sign', '20T00:00', '20T04:00'), clock('contact', '19T00:00', '20T01:00')], 'sign')).toEqual(['sign current',
    'contact later late'])
})

test('[M13] in a whistle the lead’s deadlines stand for the stages', () => {
  const [lead, support] = [{ org: 'firm' }, { org: 'police' }]
  const clocks = [clock('report_in', '20T00:00', '20T03:00', support), clock('report_in', '20T00:00', '20T08:00', lead),
    clock('finish', '19T00:00', '25T00:00', ended('20T00:00')), clock('finish', '20T00:00', '27T00:00', lead)]
  const stages = stagesOf({ clocks, dueKind: 'report_in', holder }, now)
  expect(stages.map((one) => [one.stage, one.clock.org, one.state])).toEqual([['report_in', 'firm', 'current'], ['finish', 'firm', 'later']])
})

test('[M9] what was sent back is to be verified anew', () => {
  const back = [clock('finish', '20T00:00', '27T00:00'), clock('verify', '18T00:00', '20T00:00', ended('20T00:00'))]
  expect(said(back, 'finish')).toEqual(['finish current'])
})

test('[M18] what is put aside stands still', () => {
  expect(said([clock('finish', '18T00:00', '19T00:00', { state: 'paused' })], 'finish')).toEqual(['finish paused'])
})
