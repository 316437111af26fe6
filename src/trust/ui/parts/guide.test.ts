import { expect, test } from 'vitest'
import { readGuide } from './guide.ts'

test('the guide takes up where it was, and takes nothing else for a step', () => {
  expect(readGuide('{"step":2,"matter":"019a3b6d-2500-7575-afe4-fec2e386ccc3"}')).toEqual({ step: 2, matter: '019a3b6d-2500-7575-afe4-fec2e386ccc3' })
  expect(readGuide('{"step":2,"matter":"/console"}')).toEqual({ step: 2, matter: null })
  for (const odd of [null, '', '[]', '{"step":"2"}', '{"step":1.5}', '{"step":-1}', 'x']) expect(readGuide(odd), String(odd)).toBeNull()
})
