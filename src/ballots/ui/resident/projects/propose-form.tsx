/** Proposing one: what, where, which kind, who. No account; a receipt to look it up by. [B60] */
import { useState } from 'react'
import { Button, Choices, ErrorNote, Field, OfflineBar, ResidentShell, Select, TextArea, useOnline, useSay, useSettings,
  useWords, comma } from '../../../../ui-kit/index.ts'
import { usePlace } from '../../../../places/ui/parts/places.ts'
import { PROJECT_KINDS, projectKindWords, PROPOSER_KINDS, proposerWords, type ProjectKind, type ProposerKind } from '../../../rules/projects/index.ts'
import { fenOf } from '../../money.ts'
import { sayDay } from '../../parts/day.ts'
import { Marked } from '../../parts/marked.tsx'
import { usePropose, type Round } from '../../project-api.ts'
import { projectWords } from '../../project-words.ts'

export function ProposeForm({ round, onBack }: { round: Round; onBack: () => void }) {
  const w = useWords(projectWords)
  const say = useSay()
  const { lang } = useSettings()
  const online = useOnline()
  const places = usePlace(round.community.id)
  const [form, set] = useState({ words: '', place: '', asked: '', group: '', phone: '' })
  const [kind, setKind] = useState<ProjectKind>('works')
  const [proposer, setProposer] = useState<ProposerKind>('resident')
  const [receipt, setReceipt] = useState<string>()
  const propose = usePropose((output) => { setReceipt(output.receipt); scrollTo(0, 0) })
  const put = (name: keyof typeof form) => (event: { target: { value: string } }) => set({ ...form, [name]: event.target.value })
  const asked = fenOf(form.asked)
  const send = () => propose.mutate({ round: round.id, place: form.place || round.community.id, kind, proposer, words: form.words.trim(),
    ...(form.group.trim() ? { group: form.group.trim() } : {}), ...(asked ? { asked } : {}), ...(form.phone.trim() ? { phone: form.phone.trim() }
      : {}) })
  if (receipt) return <ResidentShell bar={<Button look="primary" size="bar" onClick={onBack}>{w.back}</Button>}>
    <h1 className="lk-title">{w.sent}</h1><p className="lk-second">{w.sentLine}</p><p className="mp-code">{receipt.match(/.{1,4}/g)?.join(' ')}</p>
      </ResidentShell>
  const whyNot = !online ? w.notSent : [...form.words.trim()].length < 6 ? w.tooShort : undefined
  return <ResidentShell right={<Button look="quiet" size="small" icon="left" onClick={onBack}>{w.back}</Button>}
    bar={<Button look="primary" size="bar" busy={propose.isPending} busyWord={w.sending} whyNot={whyNot} onClick={send}>{w.send}</Button>}>
    <h1 className="lk-title">{w.propose}</h1>
    <p className="lk-second mp-call">{round.title}{comma()}<Marked said={w.call(sayDay(round.proposeUntil, lang))} /></p>
    {!online && <OfflineBar />}
    <div className="lk-stack">
      <TextArea label={w.what} hint={w.whatHint} rows={5} most={600} value={form.words} onChange={put('words')} />
      <Select label={w.where} empty={round.community.name} value={form.place} onChange={put('place')}
        options={(places.data?.below ?? []).filter((one) => one.kind === 'compound').map(({ id, name }) => ({ value: id, word: name }))} />
      <Choices legend={w.kind} shown value={kind} onChange={setKind}
        options={PROJECT_KINDS.map((value) => ({ value, word: say(projectKindWords[value]) }))} />
      <Choices legend={w.who} shown value={proposer} onChange={setProposer}
        options={PROPOSER_KINDS.map((value) => ({ value, word: say(proposerWords[value]) }))} />
      {proposer === 'group' && <Field label={w.group} value={form.group} maxLength={40} onChange={put('group')} />}
      <Field label={w.asked} optional hint={w.askedHint} inputMode="decimal" value={form.asked} onChange={put('asked')} />
      <Field label={w.phone} optional hint={w.phoneHint} type="tel" autoComplete="tel" value={form.phone} onChange={put('phone')} />
      {propose.error && <ErrorNote title={w.notSent} error={propose.error}><Button look="primary" onClick={send}>{w.again}</Button></ErrorNote>}
    </div>
  </ResidentShell>
}
