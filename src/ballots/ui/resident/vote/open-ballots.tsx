/** The phone, then the code: opens all ballots of the heads that it speaks for. */
import { useState, type FormEvent } from 'react'
import { Button, ErrorNote, Field, isDemo, ResidentShell, useWords } from '../../../../ui-kit/index.ts'
import { useTour } from '../../../../trust/ui/parts/tour.ts'
import { useSentCode } from '../../../../trust/ui/parts/sent-code.ts'
import { useAskBallots, useOpenBallots } from '../../resident-api.ts'
import { voteWords } from './vote-words.ts'

export function OpenBallots({ onOpened, onCheck }: { onOpened: () => void; onCheck: () => void }) {
  const w = useWords(voteWords)
  const [coded, setCoded] = useState(false)
  const [typed, setTyped] = useState({ phone: '', code: '' })
  const ask = useAskBallots(() => setCoded(true))
  const open = useOpenBallots(onOpened)
  const sent = useSentCode(coded && isDemo()).data?.code
  const owner = useTour(isDemo()).data?.ownerPhone
  const phone = typed.phone.trim()
  const ready = coded ? /^\d{6}$/.test(typed.code.normalize('NFKC').trim()) : phone.length >= 8
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!ready || ask.isPending || open.isPending) return
    if (coded) open.mutate({ phone, code: typed.code.trim() })
    else ask.mutate({ phone })
  }
  const error = coded ? open.error : ask.error
  const restart = () => { setCoded(false); setTyped({ phone: '', code: '' }); ask.reset(); open.reset() }
  return <ResidentShell back={{ href: '/', word: w.home }} bar={<Button look="primary" size="bar" type="submit" form="bv-open"
    busy={ask.isPending || open.isPending}
    whyNot={ready ? undefined : coded ? w.codeFirst : w.phoneFirst}>{coded ? w.open : w.send}</Button>}>
    <h1 className="lk-title">{w.openTitle}</h1>
    <form id="bv-open" className="lk-stack" onSubmit={send}>
      {!coded && <><p className="lk-second">{w.openLine}</p>
        <Field label={w.phone} type="tel" inputMode="tel" autoComplete="tel" maxLength={20} value={typed.phone}
          onChange={(event) => setTyped({ ...typed, phone: event.target.value })} />
        {owner && <p className="bv-demo">{w.demoOwner(owner)} <Button look="quiet" size="small" onClick={() => setTyped({ ...typed, phone: owner })}>{w.demoFill}</Button></p>}</>}
      {coded && <><p className="lk-second">{w.codeLine(phone.slice(-4))}</p>
        {sent && <p className="bv-demo" role="status">{w.demoCode(sent)}</p>}
        <Field label={w.code} inputMode="numeric" autoComplete="one-time-code" maxLength={8} autoFocus value={typed.code}
          onChange={(event) => setTyped({ ...typed, code: event.target.value })} /></>}
      {error && <ErrorNote title={w.notOpen} error={error} />}
      <p className="bv-tools">{coded && <Button look="plain" onClick={restart}>{w.restart}</Button>}
        <Button look="plain" onClick={onCheck}>{w.check}</Button></p>
    </form>
  </ResidentShell>
}
