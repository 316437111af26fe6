/** Receipt code, then, where a phone was left, the phone and the code sent to it: one question at a time. */
import { useState, type FormEvent, type ReactNode } from 'react'
import { Button, ErrorNote, Field, isDemo, ResidentShell, useWords } from '../../../ui-kit/index.ts'
import { useConfirmReceipt, useDemoCode, useOpenReceipt, type Opened } from '../resident-api.ts'
import { followWords } from './follow-words.ts'

type Step = 'receipt' | 'phone' | 'code'
const readable = (typed: string): string => typed.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, '').match(/.{1,4}/g)?.join(' ') ?? ''

/** `onBack` leads back to the matter that this browser follows already; `note`: why the reader is asked for the code. */
export function ReceiptForm({ onOpened, onBack, note }: { onOpened: () => void; onBack?: () => void; note?: ReactNode }) {
  const w = useWords(followWords)
  const [step, go] = useState<Step>('receipt')
  const [receipt, setReceipt] = useState('')
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const next = ({ opened, needs }: Opened) => { if (opened) onOpened(); else if (needs) go(needs) }
  const open = useOpenReceipt(next)
  const confirm = useConfirmReceipt(next)
  const sent = useDemoCode(step === 'code' && isDemo())
  const shown = sent.data?.code
  const { busy, error } = { busy: open.isPending || confirm.isPending, error: step === 'code' ? confirm.error : open.error }
  const ready = step === 'receipt' ? receipt.replace(/\s/g, '').length >= 12 : step === 'phone' ? phone.trim().length >= 8
    : /^\d{6}$/.test(code.normalize('NFKC').trim())
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!ready || busy) return
    if (step === 'receipt') open.mutate({ receipt })
    else if (step === 'phone') open.mutate({ receipt, phone: phone.trim() })
    else confirm.mutate({ receipt, phone: phone.trim(), code: code.normalize('NFKC').trim() })
  }
  const word = step === 'receipt' ? w.look : step === 'phone' ? w.sendCode : w.open
  const missing = step === 'receipt' ? w.receiptFirst : step === 'phone' ? w.phoneFirst : w.codeFirst
  const restart = () => { go('receipt'); setCode(''); open.reset(); confirm.reset() }
  return <ResidentShell bar={<Button look="primary" size="bar" type="submit" form="mr-receipt" busy={busy}
    whyNot={ready ? undefined : missing}>{word}</Button>}>
    <h1 className="lk-title mr-title">{w.title}</h1>
    {note}
    <form id="mr-receipt" className="lk-stack mr-form" onSubmit={send}>
      {step === 'receipt' && <><p className="lk-second">{w.titleLine}</p>
        <Field label={w.receipt} hint={w.receiptHint} value={receipt} onChange={(event) => setReceipt(readable(event.target.value))}
          autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={20} className="lk-input mr-code-input" /></>}
      {step === 'phone' && <><p className="lk-second">{w.phoneWhy}</p>
        <Field label={w.phone} type="tel" inputMode="tel" autoComplete="tel" maxLength={20} autoFocus value={phone}
          onChange={(event) => setPhone(event.target.value)} /></>}
      {step === 'code' && <><p className="lk-second">{w.codeWhy(phone.trim().slice(-4))}</p>
        <Field label={w.code} inputMode="numeric" autoComplete="one-time-code" maxLength={8} autoFocus value={code}
          onChange={(event) => setCode(event.target.value)} className="lk-input mr-code-input" />
        {shown && <p className="mr-demo-code" role="status">{w.demoCode(shown)}</p>}</>}
      {error && <ErrorNote title={w.notFound} error={error} />}
      {step !== 'receipt' && <Button look="quiet" onClick={restart}>{w.start}</Button>}
      {step === 'receipt' && <><p className="lk-small">{w.lost}</p><Button href="/report">{w.report}</Button>
        {onBack && <Button look="quiet" onClick={onBack}>{w.backToMine}</Button>}</>}
    </form>
  </ResidentShell>
}
