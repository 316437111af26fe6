/** Setting up a standing body: the kind brings its usual numbers and powers along. [DB1] [DB6] */
import { useState } from 'react'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { usePlace } from '../../../../places/ui/parts/places.ts'
import { Button, Chip, Dialog, ErrorNote, Field, RadioCards, Select, TextArea, useSay, useWords } from '../../../../ui-kit/index.ts'
import { BODY_KINDS, bodyKindLines, bodyKindWords, keepersOf, powersOf, powerWords, usualOf, type BodyKind, type Power } from '../../../rules/bodies/index.ts'
import { useBodyStep } from '../../body-api.ts'
import { bodyWords } from '../../body-words.ts'

const number = (text: string): number => Number.parseInt(text, 10) || 0

export function FoundDialog({ place, onClose, onFound }: { place: string; onClose: () => void; onFound: (id: string) => void }) {
  const w = useWords(bodyWords)
  const say = useSay()
  const audience = usePost()?.audience ?? ''
  const kinds = BODY_KINDS.filter((kind) => keepersOf[kind].includes(audience))
  const around = usePlace(place)
  const places = around.data ? [around.data.place, ...around.data.below.filter(({ kind }) => kind === 'compound')] : []
  const first = kinds[0] ?? 'residents_council'
  const numbers = (kind: BodyKind) => ({ seats: String(usualOf[kind].seats), rhythm: String(usualOf[kind].rhythmDays), term: String(usualOf[kind].termMonths) })
  const [kind, setKind] = useState<BodyKind>(first)
  const [form, set] = useState({ name: '', charter: '', where: place, ...numbers(first) })
  const [powers, allow] = useState<readonly Power[]>(powersOf[first])
  const step = useBodyStep<{ id: string }>(({ id }) => onFound(id))
  const put = (name: keyof typeof form) => (event: { target: { value: string } }) => set({ ...form, [name]: event.target.value })
  const choose = (one: BodyKind) => { setKind(one); set({ ...form, ...numbers(one) }); allow(powersOf[one]) }
  const ready = form.name.trim().length >= 2 && form.where !== '' && powers.length > 0
  return <Dialog title={w.foundTitle} wide onClose={onClose} foot={<><Button onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={step.isPending} whyNot={ready ? undefined : w.nameFirst} onClick={() => step.mutate({ to: 'councils', body: { place: form.where, kind, name: form.name.trim(),
      seats: number(form.seats), rhythmDays: number(form.rhythm), termMonths: number(form.term), powers, charter: form.charter.trim() } })}>{w.found}</Button></>}>
    <div className="bo-form">
      <RadioCards legend={w.kind} value={kind} onChange={choose} options={kinds.map((value) => ({ value, word: say(bodyKindWords[value]), note: say(bodyKindLines[value]) }))} />
      <div className="bo-pair"><Field label={w.name} data-focus value={form.name} maxLength={40} onChange={put('name')} />
        <Select label={w.where} value={form.where} onChange={put('where')} options={places.map(({ id, name }) => ({ value: id, word: name }))} /></div>
      <div className="bo-pair"><Field label={w.seats} inputMode="numeric" value={form.seats} onChange={put('seats')} />
        <Field label={w.rhythmDays} inputMode="numeric" value={form.rhythm} onChange={put('rhythm')} /><Field label={w.termMonths} inputMode="numeric" value={form.term} onChange={put('term')} /></div>
      <Powers kind={kind} value={powers} onChange={allow} />
      <TextArea label={w.charter} optional hint={w.charterHint} rows={4} most={4000} value={form.charter} onChange={put('charter')} />
      {step.error && <ErrorNote title={w.notDone} error={step.error} />}
    </div>
  </Dialog>
}

/** The powers of a kind, to be left out one by one. */
export function Powers({ kind, value, onChange }: { kind: BodyKind; value: readonly Power[]; onChange: (powers: readonly Power[]) => void }) {
  const w = useWords(bodyWords)
  const say = useSay()
  return <fieldset className="lk-chips"><legend className="lk-legend">{w.powers}<span className="lk-second">　{w.powersHint}</span></legend>
    {powersOf[kind].map((one) => <Chip key={one} checked={value.includes(one)} onChange={(on) => onChange(on ? [...value, one] : value.filter((other) => other !== one))}>{say(powerWords[one])}</Chip>)}</fieldset>
}
