/** A matter that was written without a signal: saved here, filed once when there is one; its number comes then. */
import { useEffect } from 'react'
import { Button, Facts, FieldShell, useWords } from '../../../ui-kit/index.ts'
import { fileWords } from './file-words.ts'

export function SavedSlip({ words, place, onAnother }: { words: string; place: string; onAnother: () => void }) {
  const w = useWords(fileWords)
  useEffect(() => { document.getElementById('filed-title')?.focus() }, [])
  return <FieldShell back={{ href: '/field', word: w.today }} bar={<><Button href="/field/waiting">{w.seeSaved}</Button>
    <Button look="primary" onClick={onAnother}>{w.another}</Button></>}>
    <h1 id="filed-title" className="lk-title" tabIndex={-1}>{w.savedTitle}</h1>
    <p className="lk-second">{w.savedLine}</p>
    <div className="fd-below"><Facts facts={[[w.place, place], [w.what, words]]} /></div>
  </FieldShell>
}
