/** A refused act: when somebody else was quicker the page has the newest already, and what was typed stays. */
import { ErrorNote, problemOf, useWords } from '../../../ui-kit/index.ts'
import { followWords } from './follow-words.ts'

export function StaleNote({ error }: { error: unknown }) {
  const w = useWords(followWords)
  return problemOf(error).code === 'stale' ? <ErrorNote title={w.changedMeanwhile} /> : <ErrorNote error={error} />
}
