import { expect, test } from 'vitest'
import type { Waiting } from '../../../ui-kit/index.ts'
import type { MoveName, State } from '../../rules/index.ts'
import { isPassedOn, waitingOn, withWaiting } from './send-move.ts'

const wrote = (move: string, matter = 'm1', state: Waiting['state'] = 'waiting'): Waiting => ({
  seq: 1, key: move, owner: 'me', post: null, subject: `matter:${matter}`, path: `/api/v1/matters/${matter}/${move}`, body: {}, version: 1, photos: [],
  shown: { title: '', about: '', said: '' }, at: 0, state, tries: 0, notBefore: 0, problem: null, sentAt: null, reply: null, flag: null,
})
const filed: { state: State; moves: readonly MoveName[] } = { state: 'filed', moves: ['take', 'finish', 'hand_over', 'note'] }

test('taken without a signal: the next steps are open at once, and taking is not offered twice', () => {
  expect(withWaiting(filed, [wrote('take')])).toEqual({ state: 'taken', moves: ['finish', 'hand_over', 'note', 'log'] })
})

test('finished or passed on without a signal: only a note is left, and it is off one’s list', () => {
  for (const move of ['finish', 'hand-over']) {
    expect(withWaiting(filed, [wrote('take'), wrote(move)]).moves).toEqual(['note'])
    expect(isPassedOn([wrote(move)])).toBe(true)
  }
  expect(isPassedOn([wrote('take'), wrote('log')])).toBe(false)
})

test('a note that waits changes nothing; what was sent, and other matters, do not count', () => {
  expect(withWaiting(filed, [wrote('note')])).toEqual(filed)
  expect(waitingOn([wrote('take'), wrote('log', 'm2'), wrote('finish', 'm1', 'sent')], 'm1').map(({ key }) => key)).toEqual(['take'])
})
