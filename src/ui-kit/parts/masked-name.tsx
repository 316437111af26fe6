/** A name or number of a person with its rest hidden. Showing it asks for the purpose, lasts 60 seconds and is an act that the person sees. */
import { useEffect, useState } from 'react'
import { useWords } from '../words.ts'
import { Button } from './button.tsx'
import { Choices } from './chip.tsx'
import { Dialog } from './dialog.tsx'
import { ErrorNote } from './error-note.tsx'
import { nameWords } from './words.ts'

type MaskedNameProps = {
  /** As the server masks it: '赵＊＊', '138****2046'. */
  readonly masked: string
  /** What it may be shown for; with `reveal`, which records the act and gives it in clear. */
  readonly purposes?: readonly { readonly value: string; readonly word: string }[]
  readonly reveal?: (purpose: string) => Promise<string>
}

export function MaskedName({ masked, purposes = [], reveal }: MaskedNameProps) {
  const w = useWords(nameWords)
  const [asking, ask] = useState(false)
  const [clear, setClear] = useState<string | null>(null)
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (clear === null) return
    const tick = setInterval(() => setLeft((n) => { if (n <= 1) setClear(null); return n - 1 }), 1000)
    return () => clearInterval(tick)
  }, [clear])
  const heard = /^[^0-9＊*]+[＊*]/.test(masked) ? w.nameHidden(masked.replace(/[＊*].*$/, '')) : w.hidden
  if (clear !== null) return <span className="lk-masked lk-masked--clear">{clear}<span className="lk-caption"
    role="timer">{w.hidesIn(left)}</span></span>
  const face = <><span aria-hidden="true">{masked}</span><span className="lk-hidden">{heard}</span></>
  if (!reveal) return <span className="lk-masked">{face}</span>
  return <>
    <button type="button" className="lk-masked" onClick={() => ask(true)}>{face}</button>
    {asking && <Asking masked={masked} purposes={purposes} onClose={() => ask(false)}
      onPurpose={async (purpose) => { setClear(await reveal(purpose)); setLeft(60); ask(false) }} />}
  </>
}

/** What is shown, by the shape of what stands there while it is hidden: a name, a number, a day, or a text such as an address. */
const shapes = [['showDay', /^[\d*]{4}-/], ['showNumber', /^\d?[\d*]{2,}[\dX]?$/], ['showName', /^[^\d*＊]{1,2}＊+$/]] as const
const shapeOf = (masked: string) => shapes.find(([, shape]) => shape.test(masked))?.[0] ?? 'showAll'

function Asking({ masked, purposes, onClose, onPurpose }: { masked: string; purposes: NonNullable<MaskedNameProps['purposes']>; onClose: () => void;
  onPurpose: (purpose: string) => Promise<void> }) {
  const w = useWords(nameWords)
  const [purpose, choose] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [failed, fail] = useState<unknown>()
  const show = async () => {
    if (purpose === undefined) return
    setBusy(true)
    try { await onPurpose(purpose) } catch (error) { fail(error); setBusy(false) }
  }
  return <Dialog title={w.forWhat} onClose={onClose}
    foot={<Button look="primary" busy={busy} whyNot={purpose === undefined ? w.forWhat : undefined}
    onClick={() => void show()}>{w[shapeOf(masked)]}</Button>}>
    <Choices legend={w.forWhat} options={purposes} value={purpose} onChange={choose} />
    <p className="lk-second">{w.seenByOwner}</p>
    {failed !== undefined && <ErrorNote error={failed} />}
  </Dialog>
}
