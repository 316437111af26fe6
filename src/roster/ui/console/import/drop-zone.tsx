/** Where a spreadsheet is dropped or chosen, and sent with how far it is. */
import { useId, useRef, useState, type DragEvent } from 'react'
import { Button, ErrorNote, Icon, Progress, useWords } from '../../../../ui-kit/index.ts'
import { upload } from '../../../../ui-kit/http.ts'
import { importWords } from './import-words.ts'

export type SentFile = { readonly id: string; readonly before: string | null }

/** The file that an import was read from, while this page lives: unknown columns are read by sending it once more. Never written anywhere. */
const held = new Map<string, { readonly file: File; readonly seenOn: string }>()
export const fileOf = (id: string): { readonly file: File; readonly seenOn: string } | undefined => held.get(id)

/** Sends a file; what it needs besides is asked around it. */
export function useSendFile(onSent: (sent: SentFile) => void) {
  const [share, setShare] = useState<number | null>(null)
  const [error, setError] = useState<unknown>(null)
  const send = async (file: File, community: string, seenOn: string): Promise<void> => {
    setShare(0)
    setError(null)
    try {
      const sent = await upload<SentFile>(`/api/v1/roster/imports?community=${community}&seenOn=${seenOn}`, file, setShare)
      held.clear()
      held.set(sent.id, { file, seenOn })
      onSent(sent)
    } catch (problem) {
      setError(problem)
    } finally {
      setShare(null)
    }
  }
  return { send, share, error, clear: () => setError(null) }
}

/** The zone itself: drop, or choose with the keyboard. */
export function DropZone({ onFile, share, error, onAgain, line }: { onFile: (file: File) => void; share: number | null; error: unknown;
  onAgain: () => void; line?: string }) {
  const w = useWords(importWords)
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const hint = useId()
  const dropped = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file && share === null) onFile(file)
  }
  return <div className={over ? 'ri-drop ri-drop--over' : 'ri-drop'} onDragOver={(event) => { event.preventDefault(); setOver(true) }}
    onDragLeave={() => setOver(false)} onDrop={dropped}>
    <Icon name="doc" size={32} />
    {share === null ? <><p className="ri-drop__word">{w.drop}</p>
      <Button look="primary" icon="plus" aria-describedby={hint} onClick={() => input.current?.click()}>{w.choose}</Button></>
      : <div className="ri-drop__share"><Progress done={share} total={1}>{w.sending(Math.round(share * 100))}</Progress></div>}
    <input ref={input} type="file" hidden accept=".xlsx,.csv,.txt" aria-label={w.choose} onChange={(event) => {
      const [file] = event.target.files ?? []
      event.target.value = ''
      if (file) onFile(file)
    }} />
    <p id={hint} className="lk-small">{line ?? w.dropLine}</p>
    {error !== null && <ErrorNote title={w.notTaken} error={error}><Button onClick={onAgain}>{w.again}</Button></ErrorNote>}
  </div>
}
