import { expect, test } from 'vitest'
import { speak } from '../../../ui-kit/words.ts'
import { matterActs } from '../../rules/index.ts'
import { storyWords } from './follow-words.ts'
import { sentenceOf } from './story-sentence.ts'

const tell = (kind: string, facts: Readonly<Record<string, unknown>> = {}): string => sentenceOf(speak(storyWords, 'zh'), { kind, to: null, facts })

/** Steps that only staff are told of; the server leaves them out of the reporter's story. */
const STAFF = ['pass_on', 'title', 'release_photo', 'exclude_asked', 'excluded', 'not_excluded', 'answer_link', 'outside_update', 'number',
  'rate', 'ratings_shown', 'review', 'review_done', 'list_amended']

test('[M36] every step that the reporter is told of says what it was: being put aside or ruled on is not told as being joined', () => {
  const kinds = Object.keys(matterActs.kinds).map((name) => name.slice('matter.'.length)).filter((kind) => !STAFF.includes(kind))
  const said = new Map(kinds.map((kind) => [kind, tell(kind)]))
  expect([...said].filter(([, sentence]) => sentence === speak(storyWords, 'zh').other)).toEqual([])
  expect(new Set(said.values()).size).toBe(said.size)
})

test('[M24] who says me too is told so, who is joined by the desk too', () => {
  expect([tell('join', { via: 'me_too' }), tell('join')]).toEqual(['说和另一件是同一件事，一起办', '这件并到另一件一起办'])
})
