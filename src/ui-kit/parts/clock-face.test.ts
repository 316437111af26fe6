import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockFace } from './clock-face.ts'

const at = (iso: string) => Date.parse(`${iso}+08:00`)
const now = at('2026-09-30T10:40:00')
const from = at('2026-09-29T09:12')

test('on time: the date and the share of the time that is gone', () => {
  expect(clockFace({ due: at('2026-10-12T17:30'), from, now, state: 'running' })).toMatchObject({ kind: 'onTime', text: '10月12日',
    spoken: '10月12日，按时' })
})

test('soon: due today by its time, in the last hour by what is left, in the last fifth by its date', () => {
  expect(clockFace({ due: at('2026-09-30T17:30'), now, state: 'running' })).toMatchObject({ kind: 'soon', text: '今天 17:30' })
  expect(clockFace({ due: now + 38 * 60_000, now, state: 'running' })).toMatchObject({ kind: 'soon', text: '还剩38分钟' })
  expect(clockFace({ due: at('2026-10-02T17:30'), from: at('2026-09-01T09:00'), now, state: 'running' })).toMatchObject({ kind: 'soon',
    text: '10月2日' })
})

test('late: how much, also when the date was provisional, which is still said', () => {
  expect(clockFace({ due: now - 2 * 86_400_000, now, state: 'running' })).toMatchObject({ kind: 'late', text: '超2天' })
  expect(clockFace({ due: now - 2 * 86_400_000, now, state: 'provisional' })).toMatchObject({ kind: 'late', spoken: '超2天，已超时，暂定' })
})

test('paused with its review date, provisional, done, and a word of one’s own', () => {
  expect(clockFace({ due: at('2026-10-20T09:00'), now, state: 'paused' })).toMatchObject({ kind: 'paused', text: '挂账，10月20日再看' })
  expect(clockFace({ now, state: 'paused' })).toMatchObject({ kind: 'paused', text: '挂账' })
  expect(clockFace({ due: at('2027-01-06T09:00'), now, state: 'provisional' })).toMatchObject({ kind: 'provisional', text: '暂定1月6日' })
  expect(clockFace({ due: at('2027-06-06T09:00'), now, state: 'provisional' })).toMatchObject({ text: '暂定2027年6月6日' })
  expect(clockFace({ now, state: 'done', word: '满意' })).toMatchObject({ kind: 'done', text: '满意', spoken: '满意' })
  expect(clockFace({ due: now - 1, now, state: 'running' }, 'en')).toMatchObject({ kind: 'late', text: '1 min late' })
})

test('whatever the times, a face has words and a share between 0 and 1, and only a passed date is late', () => {
  const time = fc.integer({ min: at('2020-01-01T00:00'), max: at('2040-01-01T00:00') })
  fc.assert(fc.property(time, time, time, fc.constantFrom('running', 'provisional', 'paused', 'done'), (due, start, present, state) => {
    const face = clockFace({ due, from: start, now: present, state })
    expect(face.text).not.toBe('')
    expect(face.share).toBeGreaterThanOrEqual(0)
    expect(face.share).toBeLessThanOrEqual(1)
    expect(face.kind === 'late').toBe((state === 'running' || state === 'provisional') && due < present)
  }))
})
