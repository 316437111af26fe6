/** The code that opens a report. It is typed, kept in this page alone, and sent in the body of a request. */
import { useState, type FormEvent } from 'react'
import { Button, ErrorNote, ResidentShell, TextArea, useWords } from '../../../ui-kit/index.ts'
import { CODE_LENGTH, groupsOf, typedCode } from '../../rules/index.ts'
import { useReadThread, type ReporterThread } from '../resident-api.ts'
import { lineWords } from './words.ts'

export function CodeForm({ onBack, onOpened }: { onBack: () => void; onOpened: (code: string, thread: ReporterThread) => void }) {
  const w = useWords(lineWords)
  const [typed, type] = useState('')
  const read = useReadThread((thread, code) => onOpened(code, thread))
  const code = typedCode(typed)
  const ready = code.length === CODE_LENGTH
  const send = (event: FormEvent) => { event.preventDefault(); if (ready && !read.isPending) read.mutate(code) }
  return <ResidentShell right={<Button look="quiet" size="small" onClick={onBack}>{w.stepBack}</Button>}
    bar={<Button look="primary" size="bar" type="submit" form="cf-code" busy={read.isPending}
      whyNot={ready ? undefined : w.codeShort}>{w.open}</Button>}>
    <h1 className="lk-title cf-title">{w.openTitle}</h1>
    <form id="cf-code" className="lk-stack cf-lead" onSubmit={send}>
      <div className="cf-code-input"><TextArea label={w.code} hint={w.codeHint} value={typed} rows={2} autoComplete="off" autoCapitalize="characters"
        spellCheck={false} onChange={(event) => type(groupsOf(typedCode(event.target.value).slice(0, CODE_LENGTH)).join(' '))} /></div>
      {read.error && <ErrorNote title={w.failed} error={read.error} />}
    </form>
  </ResidentShell>
}
