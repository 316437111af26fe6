/** Writing a draft clause by clause: a clause keeps its key whatever its words become. [DC3] */
import { useState } from 'react'
import { Button, ErrorNote, Field, TextArea, useWords } from '../../../../ui-kit/index.ts'
import { CLAUSE_MOST } from '../../../rules/covenant/index.ts'
import { useCovenantStep, type FullVersion, type StaffCovenant } from '../../covenant-api.ts'
import { covenantWords } from '../../covenant-words.ts'
import { useClauseName } from '../../parts/covenant/clauses.tsx'

type Line = { readonly key: string | null; readonly words: string }

export function DraftEditor({ file, draft, onDone }: { file: StaffCovenant; draft: FullVersion; onDone: () => void }) {
  const w = useWords(covenantWords)
  const name = useClauseName()
  const [lines, write] = useState<readonly Line[]>(draft.text.length > 0 ? draft.text : [{ key: null, words: '' }])
  const [reason, say] = useState(draft.reason ?? '')
  const step = useCovenantStep(onDone)
  const change = (at: number, words: string) => write(lines.map((one, n) => (n === at ? { ...one, words } : one)))
  const up = (at: number) => write(lines.map((one, n) => (n === at - 1 ? lines[at] ?? one : n === at ? lines[at - 1] ?? one : one)))
  const version = file.rowVersions.find(({ n }) => n === draft.n)?.version
  const save = () => step.mutate({ to: `covenants/${file.id}/draft`, body: { version, reason: reason.trim(), clauses: lines.filter(({ words }) => words.trim() !== '').map(({ key, words }) => ({ key, words: words.trim() })) } })
  return <form className="cv-editor" onSubmit={(event) => { event.preventDefault(); save() }}>
    {lines.map((one, at) => <div key={one.key ?? `new ${at}`}><span className="cv-number">{name(at + 1)}</span>
      <TextArea label={name(at + 1)} quietLabel rows={2} most={CLAUSE_MOST} value={one.words} onChange={(event) => change(at, event.target.value)} />
      <span>{at > 0 && <Button size="small" look="quiet" aria-label={`${name(at + 1)} ${w.up}`} onClick={() => up(at)}>{w.up}</Button>}
        <Button size="small" look="quiet" aria-label={`${name(at + 1)} ${w.remove}`} onClick={() => write(lines.filter((_, n) => n !== at))}>{w.remove}</Button></span></div>)}
    <p><Button icon="plus" onClick={() => write([...lines, { key: null, words: '' }])}>{w.addClause}</Button></p>
    {draft.n > 1 && <Field label={w.reason} maxLength={300} value={reason} onChange={(event) => say(event.target.value)} />}
    {step.error && <ErrorNote title={w.notDone} error={step.error} />}
    <p className="cv-under"><Button look="primary" type="submit" busy={step.isPending}>{w.save}</Button><Button look="quiet" onClick={onDone}>{w.cancel}</Button></p>
  </form>
}
