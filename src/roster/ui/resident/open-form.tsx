/** The phone, then the code and the end of the name, and the room where that fits several. */
import { useState, type FormEvent } from 'react'
import { Button, ErrorNote, Field, isDemo, ResidentShell, useWords } from '../../../ui-kit/index.ts'
import { useSentCode } from '../../../trust/ui/parts/sent-code.ts'
import { useAskCode, useOpenFile } from './own-api.ts'
import { ownWords } from './own-words.ts'

export function OpenForm({ onOpened }: { onOpened: () => void }) {
  const w = useWords(ownWords)
  const [step, go] = useState<'phone' | 'code' | 'room'>('phone')
  const [typed, setTyped] = useState({ phone: '', code: '', last: '', room: '' })
  const [ticket, setTicket] = useState<string | null>(null)
  const ask = useAskCode(() => go('code'))
  const open = useOpenFile(({ opened, needs, ticket: proof }) => { if (opened) onOpened(); else if (needs) { setTicket(proof); go('room') } })
  const sent = useSentCode(step === 'code' && isDemo()).data?.code
  const put = (name: keyof typeof typed) => (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value })
  const phone = typed.phone.trim()
  const ready = step === 'phone' ? phone.length >= 8 : step === 'room' ? typed.room.trim() !== ''
    : /^\d{6}$/.test(typed.code.normalize('NFKC').trim()) && [...typed.last.trim()].length === 1
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!ready || ask.isPending || open.isPending) return
    if (step === 'phone') ask.mutate({ phone })
    else open.mutate({ phone, code: typed.code.trim(), last: typed.last.trim(), ...(step === 'room' ? { room: typed.room.trim() } : {}),
      ...(ticket === null ? {} : { ticket }) })
  }
  const error = step === 'phone' ? ask.error : open.error
  const missing = step === 'phone' ? w.phoneFirst : step === 'room' ? w.roomFirst : w.codeFirst
  const restart = () => { go('phone'); setTicket(null); setTyped({ phone: '', code: '', last: '', room: '' }); ask.reset(); open.reset() }
  return <ResidentShell back={{ href: '/', word: w.home }} bar={<Button look="primary" size="bar" type="submit" form="of-open"
    busy={ask.isPending || open.isPending} whyNot={ready ? undefined : missing}>{step === 'phone' ? w.send : w.open}</Button>}>
    <div className="of-head"><h1 className="lk-title">{w.title}</h1></div>
    <form id="of-open" className="of-body" onSubmit={send}>
      {step === 'phone' && <><p className="lk-second">{w.titleLine}</p>
        <Field label={w.phone} type="tel" inputMode="tel" autoComplete="tel" maxLength={20} value={typed.phone} onChange={put('phone')} /></>}
      {step === 'code' && <><p className="lk-second">{w.codeLine(phone.slice(-4))}</p>
        {sent && <p className="of-demo" role="status">{w.demoCode(sent)}</p>}
        <Field label={w.code} inputMode="numeric" autoComplete="one-time-code" maxLength={8} autoFocus value={typed.code} onChange={put('code')}
          className="lk-input of-code" />
        <Field label={w.last} hint={w.lastHint} maxLength={4} autoComplete="off" value={typed.last} onChange={put('last')}
          className="lk-input of-last" /></>}
      {step === 'room' && <Field label={w.room} hint={w.roomHint} maxLength={12} autoComplete="off" autoFocus value={typed.room}
        onChange={put('room')} />}
      {error && <ErrorNote title={w.notOpen} error={error} />}
      {step !== 'phone' && <Button look="quiet" onClick={restart}>{w.start}</Button>}
      <p className="lk-small">{w.noPhone}</p>
    </form>
  </ResidentShell>
}
