/** One chronological log of a whistle: what every party did, oldest first, and nothing else. */
import type { StoryEntry } from '../staff-api.ts'

const JOINT: readonly string[] = ['whistle', 'report_in', 'log', 'finish', 'slip', 'slip_answer', 'outside_update', 'object', 'rule', 'remind',
  'supervise',
  'call_ruling', 'verify', 'ask_extension', 'decide_extension', 'suspend', 'resume']

/** The entries of the log since the last whistle, oldest first. */
export function jointLog(story: readonly StoryEntry[]): readonly StoryEntry[] {
  const last = story.findIndex((entry) => entry.kind === 'whistle') // newest first
  return (last < 0 ? [] : story.slice(0, last + 1)).filter((entry) => JOINT.includes(entry.kind)).reverse()
}
