import { expect, test } from 'vitest'
import { matterActs } from '../../rules/index.ts'
import { entrySays } from '../console/story-words.ts'
import type { StoryEntry } from '../staff-api.ts'

const entry = (kind: string, facts: StoryEntry['facts'] = {}): StoryEntry => ({ id: kind, at: '2026-11-20T00:00:00Z', kind, who: null, post: null,
  org: null, to: null, said: '', seenBy: 'reporter', facts, act: kind, photos: [] })

test('[M2] every act of a matter has words of its own in the story: none passes for a note', () => {
  const note = entrySays(entry('note')).zh
  for (const name of Object.keys(matterActs.kinds).filter((one) => one !== 'matter.note')) {
    const { zh, en } = entrySays(entry(name.slice('matter.'.length)))
    expect([name, zh]).not.toEqual([name, note])
    expect([name, /[一-鿿]/.test(zh), en.length > 0]).toEqual([name, true, true])
  }
})

test('[M23] the story says how somebody got in touch', () => {
  expect(entrySays(entry('contact', { via: 'door' })).zh).toBe('上门见了报的人')
  expect(entrySays(entry('contact', { via: 'phone' })).en).toBe('called the reporter')
})
