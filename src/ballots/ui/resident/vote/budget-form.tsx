/** Voting on micro-projects by any phone of the community: choose, then phone and code, then the receipt. [B68] */
import { useState } from 'react'
import { Button, ErrorNote, Field, isDemo, OfflineBar, ResidentShell, useAct, useOnline, useWords } from '../../../../ui-kit/index.ts'
import { useSentCode } from '../../../../trust/ui/parts/sent-code.ts'
import { askBudgetCode, castBudgetBallot, type Cast, type PublicVote } from '../../resident-api.ts'
import { QuestionPart } from './question-part.tsx'
import { ReceiptView } from './receipt-view.tsx'
import { voteWords } from './vote-words.ts'

type Step = 'choose' | 'phone' | 'code'
const sixDigits = (typed: string): string => typed.normalize('NFKC').trim()

/** What was chosen, where one stands, and what the button does there. */
function useBudget(vote: PublicVote) {
  const w = useWords(voteWords)
  const online = useOnline()
  const [chosen, choose] = useState<readonly string[]>([])
  const [step, go] = useState<Step>('choose')
  const [typed, type] = useState({ phone: '', code: '' })
  const [done, setDone] = useState<Cast>()
  const to = (next: Step) => { go(next); scrollTo(0, 0) }
  const ask = useAct((phone: string) => askBudgetCode(vote.id, phone), () => to('code'))
  const cast = useAct((input: { phone: string; code: string; choose: readonly string[] }, key) =>
    castBudgetBallot(vote.id, { phone: input.phone, code: input.code, answers: [{ n: 1, choose: input.choose }] }, key), (given) => { setDone(given);
      scrollTo(0, 0) })
  const [phone, code] = [typed.phone.trim(), sixDigits(typed.code)]
  const press = () => { if (step === 'choose') to('phone'); else if (step === 'phone') ask.mutate(phone);
    else cast.mutate({ phone, code, choose: chosen }) }
  const lacking = { choose: chosen.length === 0 && w.chooseFirst, phone: phone.length < 8 && w.phoneFirst, code: !/^\d{6}$/.test(code) &&
    w.codeFirst }[step]
  return { chosen, choose, step, to, typed, type, done, press, phone, online, busy: ask.isPending || cast.isPending, error: step === 'code'
    ? cast.error : ask.error,
    whyNot: online ? lacking || undefined : w.offline, word: step === 'choose' ? w.next(chosen.length) : step === 'phone' ? w.send
      : w.castSome(chosen.length) }
}

export function BudgetForm({ vote, onBack }: { vote: PublicVote; onBack: () => void }) {
  const w = useWords(voteWords)
  const form = useBudget(vote)
  const [question] = vote.questions
  if (form.done) return <ReceiptView cast={form.done} title={vote.title} homes={[]} onBack={onBack} />
  if (!question) return null
  return <ResidentShell right={<Button look="quiet" size="small" icon="left" onClick={() => (form.step === 'choose' ? onBack() : form.to('choose'))}>
    {w.restartBack}</Button>}
    barNote={form.step === 'code' ? w.receiptNote : undefined}
    bar={<Button look={form.step === 'code' ? 'decide' : 'primary'} size="bar" busy={form.busy} busyWord={w.casting} whyNot={form.whyNot}
      onClick={form.press}>{form.word}</Button>}>
    <h1 className="bv-title">{vote.title}</h1>
    {!form.online && <OfflineBar />}
    <div className="bv-part">{form.step === 'choose' ? <QuestionPart question={question} alone chosen={form.chosen} onChoose={form.choose} /> : <Told
      form={form} />}</div>
    {form.error && <ErrorNote title={w.notSent} error={form.error} />}
    <p className="lk-second bv-note">{w.secret}</p>
  </ResidentShell>
}

/** The phone, then the code that came to it. */
function Told({ form: { step, typed, type, phone } }: { form: ReturnType<typeof useBudget> }) {
  const w = useWords(voteWords)
  const sent = useSentCode(step === 'code' && isDemo()).data?.code
  return <div className="lk-stack">
    <p className="lk-second">{step === 'phone' ? w.phoneWhy : w.budgetCode(phone.slice(-4))}</p>
    {step === 'phone' && <Field label={w.phone} type="tel" inputMode="tel" autoComplete="tel" autoFocus maxLength={20} value={typed.phone}
      onChange={(event) => type({ ...typed, phone: event.target.value })} />}
    {step === 'code' && <>{sent && <p className="bv-demo" role="status">{w.demoCode(sent)}</p>}
      <Field label={w.code} inputMode="numeric" autoComplete="one-time-code" maxLength={8} autoFocus value={typed.code}
        onChange={(event) => type({ ...typed, code: event.target.value })} /></>}
  </div>
}
