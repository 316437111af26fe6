import { expect, test } from 'vitest'
import { readDraft } from './draft.ts'

test('a draft comes back as it was left', () => {
  const draft = { words: '灯坏了', category: 'lighting', onBoard: false, photos: [{ claim: 'A', thumb: '' }], place: 'p' }
  expect(readDraft(JSON.stringify(draft))).toEqual(draft)
})

test('whatever else lies in the store gives an empty draft that may stand on the board', () => {
  const empty = { words: '', category: null, onBoard: true, photos: [], place: null }
  for (const odd of [null, '', 'x', '[]', '{"words":3,"photos":"no","category":""}']) expect(readDraft(odd), String(odd)).toEqual(empty)
  expect(readDraft('{"photos":[{"claim":1},{"claim":"A","thumb":"b"}]}').photos).toEqual([{ claim: 'A', thumb: 'b' }])
})
