/** Voting on micro-projects by any phone of the community: choose, then phone and code, then the receipt. [B68] */
import { useState } from 'react'
import { Button, ErrorNote, Field, isDemo, OfflineBar, ResidentShell, useAct, useOnline, useWords } from '../../../../ui-kit/index.ts'
import { useSentCode } from '../../../../trust/ui/parts/sent-code.ts'
import { askBudgetCode, castBudgetBallot, type Cast, type PublicVote } from '../../resident-api.ts'
import { QuestionPart } from './ballot-form.tsx'
import { ReceiptView } from './receipt-view.tsx'
import { voteWords } from './vote-words.ts'

export function BudgetForm({ vote, onBack }: { vote: PublicVote; onBack: () => void }) {
  const w = useWords(voteWords)
  const online = useOnline()
  const [chosen, choose] = useState<readonly string[]>([])
  const [step, go] = useState<'choose' | 'phone' | 'code'>('choose')
  const [typed, setTyped] = useState({ phone: '', code: '' })
  const [done, setDone] = useState<Cast>()
  const ask = useAct((phone: string) => askBudgetCode(vote.id, phone), () => go('code'))
  const cast = useAct((input: { phone: string; code: string; choose: readonly string[] }, key) =>
    castBudgetBallot(vote.id, { phone: input.phone, code: input.code, answers: [{ n: 1, choose: input.choose }] }, key), (given) => { setDone(given); scrollTo(0, 0) })
  const sent = useSentCode(step === 'code' && isDemo()).data?.code
  const [question] = vote.questions
  if (done) return <ReceiptView cast={done} title={vote.title} homes={[]} onBack={onBack} />
  if (!question) return null
  const phone = typed.phone.trim()
  const next = () => {
    if (step === 'choose') go('phone')
    else if (step === 'phone') ask.mutate(phone)
    else cast.mutate({ phone, code: typed.code.normalize('NFKC').trim(), choose: chosen })
  }
  const whyNot = !online ? w.offline : step === 'choose' ? (chosen.length === 0 ? w.chooseFirst : undefined) : step === 'phone' ? (phone.length < 8 ? w.phoneFirst : undefined)
    : /^\d{6}$/.test(typed.code.normalize('NFKC').trim()) ? undefined : w.codeFirst
  const word = step === 'choose' ? w.castSome(chosen.length) : step === 'phone' ? w.send : w.castSome(chosen.length)
  const error = ask.error ?? cast.error
  return <ResidentShell right={<Button look="quiet" size="small" onClick={() => (step === 'choose' ? onBack() : go('choose'))}>{w.restartBack}</Button>} barNote={w.receiptNote}
    bar={<Button look={step === 'code' ? 'decide' : 'primary'} size="bar" busy={ask.isPending || cast.isPending} busyWord={w.casting} whyNot={whyNot} onClick={next}>{word}</Button>}>
    <h1 className="bv-title">{vote.title}</h1>
    {!online && <OfflineBar />}
    {step === 'choose' ? <QuestionPart question={question} alone chosen={chosen} onChoose={choose} />
      : <div className="lk-stack">
        <p className="lk-second">{step === 'phone' ? w.phoneWhy : w.budgetCode(phone.slice(-4))}</p>
        {step === 'phone' && <Field label={w.phone} type="tel" inputMode="tel" autoComplete="tel" maxLength={20} value={typed.phone} onChange={(event) => setTyped({ ...typed, phone: event.target.value })} />}
        {step === 'code' && <>{sent && <p className="bv-demo" role="status">{w.demoCode(sent)}</p>}
          <Field label={w.code} inputMode="numeric" autoComplete="one-time-code" maxLength={8} autoFocus value={typed.code} onChange={(event) => setTyped({ ...typed, code: event.target.value })} /></>}
      </div>}
    {error && <ErrorNote title={w.notSent} error={error} />}
    <p className="lk-second bv-note">{w.secret}</p>
  </ResidentShell>
}
