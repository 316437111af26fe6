/** Matters to join: found by words, the newest first; private ones are not offered. */
import { useEffect, useState } from 'react'
import { ErrorNote, Field, Skeleton, useWords } from '../../../../ui-kit/index.ts'
import { useMattersFor } from '../../thread-desk-api.ts'
import { formWords, threadWords } from './thread-words.ts'

const WAIT_MS = 200

/** `within` is the id of a compound to look in. */
export function MatterPicker({ chosen, most, leave = [], within, onChange }: { chosen: readonly string[]; most: number; leave?: readonly string[]; within?: string | undefined; onChange: (chosen: readonly string[]) => void }) {
  const [w, f] = [useWords(threadWords), useWords(formWords)]
  const [typed, type] = useState('')
  const [asked, ask] = useState('')
  useEffect(() => { const wait = setTimeout(() => ask(typed.trim()), WAIT_MS); return () => clearTimeout(wait) }, [typed])
  const found = useMattersFor(asked, within)
  const items = (found.data ?? []).filter(({ id }) => !leave.includes(id))
  const press = (id: string, on: boolean) => onChange(on ? [...chosen.slice(most > 1 ? 0 : 1), id].slice(-most) : chosen.filter((one) => one !== id))
  return <div className="th-picker">
    <Field label={f.find} hint={f.findHint} type="search" value={typed} onChange={(event) => type(event.target.value)} />
    {found.error ? <ErrorNote title={w.failed} error={found.error} /> : found.isPending ? <Skeleton repeat={3} />
      : items.length === 0 ? <p className="th-hint">{f.noneFound}</p>
        : <ul>{items.map((one) => <li key={one.id}><label><input type="checkbox" checked={chosen.includes(one.id)} onChange={(event) => press(one.id, event.target.checked)} />
          <span><b>{one.title}</b><span className="th-hint">{one.number} {one.place}</span></span></label></li>)}</ul>}
  </div>
}
