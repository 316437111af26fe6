/** What was just decided in the queue, and how it is taken back: by its button or ⌘Z, one after the other. */
import { useState } from 'react'
import { ErrorNote, UndoBar, useWords } from '../../../../ui-kit/index.ts'
import { usePairMove, useReopen } from './import-api.ts'
import { decideWords } from './import-words.ts'

/** A decision that can be taken back; `name`: whom it is about, masked. */
export type Just = { readonly what: 'conflict' | 'pair'; readonly id: string; readonly kept: 'old' | 'new' | 'both' | 'join' | 'apart' | 'split' | 'reopen'
  readonly name: string | null }

/** The decision whose bar stands on the page. */
export function useJust() {
  const [last, keep] = useState<Just | null>(null)
  return { last, keep, forget: () => keep(null) }
}

export function JustDecided({ just, onGone }: { just: Just; onGone: () => void }) {
  const w = useWords(decideWords)
  const [reopen, move] = [useReopen(), usePairMove()]
  const [asked, ask] = useState(false)
  const said = { old: w.keptOld, new: w.keptNew, both: w.keptBoth, join: w.oneNow, apart: w.twoNow, split: w.twoNow, reopen: '' }[just.kept]
  const error = reopen.error ?? move.error
  const take = () => {
    if (asked) return
    ask(true)
    if (just.what === 'conflict') reopen.mutate(just.id, { onSuccess: onGone })
    else move.mutate({ id: just.id, move: 'reopen' }, { onSuccess: onGone })
  }
  if (error) return <ErrorNote title={w.notBack} error={error} />
  return asked ? null : <UndoBar onUndo={take} onGone={onGone}>{w.justSaid(just.name ?? w.nobody, said)}</UndoBar>
}
