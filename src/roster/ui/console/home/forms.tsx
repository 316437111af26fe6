/** The forms about a home and its people: each says what it will do, and what was done can be taken back. */
import { useState } from 'react'
import { Button, Chip, Choices, Dialog, ErrorNote, Field, Select, useSay, useWords } from '../../../../ui-kit/index.ts'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { dwellingStates, fieldRules, isShownTo, relations, ties, type DwellerField, type DwellingState, type Tie } from '../../../rules/index.ts'
import { useAddDweller, useCorrect, useEndTies, useKeepHome, type Adding, type FilePerson, type HomeFile } from '../../home-api.ts'
import { RELATION_SAID, SEX_SAID, STATE_SAID, TIE_SAID } from '../../parts/home-words.ts'
import { formWords } from './words.ts'

/** What was just done, and how it is taken back. */
export type Done = { readonly said: string; readonly undo?: { readonly tie?: readonly string[]; readonly value?: string; readonly added?: string } }

type FormProps = { readonly onClose: () => void; readonly onDone: (done: Done) => void }
const hows = ['door', 'phone', 'desk'] as const

export function KeepDialog({ file, onClose, onDone }: FormProps & { file: HomeFile }) {
  const f = useWords(formWords)
  const say = useSay()
  const [state, setState] = useState<DwellingState | undefined>(file.state === 'unknown' ? undefined : file.state)
  const [children, setChildren] = useState(String(file.children))
  const [no, setNo] = useState(file.householdNo ?? '')
  const [how, setHow] = useState<(typeof hows)[number]>('door')
  const keep = useKeepHome(file.home.id, () => onDone({ said: f.doneKeep }))
  const save = () => keep.mutate({ version: file.version, ...(state ? { state } : {}), children: Number(children) || 0, householdNo: no.trim()
    || null, confirm: how })
  return <Dialog title={f.keepTitle} onClose={onClose} foot={<Button look="primary" busy={keep.isPending}
    whyNot={state === undefined ? f.needState : undefined} onClick={save}>{f.keepNow}</Button>}>
    <div className="rh-form">
      <Choices legend={f.state} shown options={dwellingStates.filter((value) => value !== 'unknown' || file.state !== 'unknown').map((value) =>
        ({ value, word: say(STATE_SAID[value]) }))} value={state} onChange={setState} />
      <div className="rh-form__two"><Field label={f.children} hint={f.childrenHint} type="number" min={0} max={12} value={children}
        onChange={(event) => setChildren(event.target.value)} /><Field label={f.householdNo} optional value={no} maxLength={20}
        onChange={(event) => setNo(event.target.value)} /></div>
      <Choices legend={f.how} shown options={hows.map((value) => ({ value, word: f[value] }))} value={how} onChange={setHow} />
      {keep.error && <ErrorNote error={keep.error} />}
    </div>
  </Dialog>
}

type Values = Partial<Record<DwellerField, string>>
/** The control of one field of the register. */
function FieldOf({ field, value, optional = false, onChange }: { field: DwellerField; value: string; optional?: boolean
  onChange: (value: string) => void }) {
  const f = useWords(formWords)
  const say = useSay()
  const label = { name: f.name, phone: f.phoneNo, id_number: f.idNo, born: f.born, sex: f.sex, relation: f.relation, registered_at: f.registeredAt,
    note: f.note }[field]
  if (field === 'sex') return <Select label={label} optional={optional} empty={f.unsaid} value={value} onChange={(event) => onChange(event.target.value)}
    options={(['female', 'male'] as const).map((one) => ({ value: one, word: say(SEX_SAID[one]) }))} />
  if (field === 'relation') return <Select label={label} optional={optional} empty={f.unsaid} value={value} onChange={(event) => onChange(event.target.value)}
    options={relations.map((one) => ({ value: one, word: say(RELATION_SAID[one]) }))} />
  const more = field === 'phone' ? { type: 'tel', inputMode: 'numeric' as const, maxLength: 13 } : field === 'born' ? { type: 'date' }
    : { maxLength: field === 'registered_at' ? 120 : field === 'note' ? 140 : field === 'id_number' ? 18 : 40 }
  return <Field label={label} optional={optional} autoComplete="off" {...(field === 'name' ? { 'data-focus': true }
    : {})} value={value} onChange={(event) => onChange(event.target.value)} {...more} />
}

const adding: readonly DwellerField[] = ['name', 'phone', 'sex', 'relation', 'born', 'id_number', 'registered_at']

export function AddDialog({ file, onClose, onDone }: FormProps & { file: HomeFile }) {
  const f = useWords(formWords)
  const say = useSay()
  const audience = [usePost()?.audience ?? '']
  const [chosen, choose] = useState<readonly Tie[]>(['lives'])
  const [values, set] = useState<Values>({})
  const [since, setSince] = useState('')
  const add = useAddDweller(file.home.id, ({ tie }) => onDone({ said: f.doneAdd, undo: { added: tie } }))
  const input: Adding = { ties: chosen, since: since || null,
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== '')) }
  const whyNot = chosen.length === 0 ? f.needTie : !values.name?.trim() ? f.needName : undefined
  return <Dialog wide title={f.addTitle} onClose={onClose}
    foot={<Button look="primary" busy={add.isPending} whyNot={whyNot} onClick={() => add.mutate(input)}>{f.addNow}</Button>}>
    <div className="rh-form">
      <p className="lk-second">{f.addLine}</p>
      <fieldset className="lk-chips"><legend className="lk-legend">{f.ties}</legend>{ties.map((tie) => <Chip key={tie} checked={chosen.includes(tie)}
        onChange={(on) => choose(on ? [...chosen, tie] : chosen.filter((one) => one !== tie))}>{say(TIE_SAID[tie])}</Chip>)}</fieldset>
      <div className="rh-form__two">{adding.filter((field) => isShownTo(audience, field)).map((field) => <FieldOf key={field} field={field}
        optional={field !== 'name'} value={values[field] ?? ''} onChange={(value) => set({ ...values, [field]: value })} />)}
        <Field label={f.since} optional type="date" value={since} onChange={(event) => setSince(event.target.value)} /></div>
      {add.error && <ErrorNote error={add.error} />}
    </div>
  </Dialog>
}

export function CorrectDialog({ person, onClose, onDone }: FormProps & { person: FilePerson }) {
  const f = useWords(formWords)
  const say = useSay()
  const audience = [usePost()?.audience ?? '']
  const fields = fieldRules.filter(({ field }) => isShownTo(audience, field))
  const [field, setField] = useState<DwellerField>('phone')
  const [value, setValue] = useState('')
  const tie = person.values.find((one) => one.field === field && one.state === 'current')?.tie ?? person.ties.find(({ until }) => until === null)?.id
  const correct = useCorrect((made) => onDone({ said: f.doneCorrect, undo: { value: made.value } }))
  const save = () => { if (tie) correct.mutate({ tie, field, value: value.trim() }) }
  return <Dialog title={f.correctTitle(person.name ?? f.noName)} onClose={onClose} foot={<Button look="primary" busy={correct.isPending}
    whyNot={value.trim() === '' ? f.needValue : undefined} onClick={save}>{f.correctNow}</Button>}>
    <div className="rh-form">
      <Choices legend={f.which} shown options={fields.map((rule) => ({ value: rule.field, word: say(rule.said) }))} value={field}
        onChange={(one) => { setField(one); setValue('') }} />
      <FieldOf key={field} field={field} value={value} onChange={setValue} />
      <p className="lk-second">{f.correctLine}</p>
      {correct.error && <ErrorNote error={correct.error} />}
    </div>
  </Dialog>
}

const whys = ['moved', 'died', 'wrong'] as const

export function EndDialog({ person, onClose, onDone }: FormProps & { person: FilePerson }) {
  const f = useWords(formWords)
  const [why, setWhy] = useState<(typeof whys)[number]>()
  const [on, setOn] = useState('')
  const open = person.ties.filter(({ until }) => until === null).map(({ id }) => id)
  const end = useEndTies((_, input) => onDone({ said: f.doneEnd, undo: { tie: input.ties } }))
  return <Dialog title={f.endTitle(person.name ?? f.noName)} onClose={onClose} foot={<Button look="primary" busy={end.isPending} whyNot={why === undefined ? f.needWhy
    : undefined}
    onClick={() => { if (why) end.mutate({ ties: open, why, on: on || null }) }}>{f.endNow}</Button>}>
    <div className="rh-form">
      <Choices legend={f.why} shown look="answer" options={whys.map((value) => ({ value, word: f[value] }))} value={why} onChange={setWhy} />
      <Field label={f.on} hint={f.onHint} optional type="date" value={on} onChange={(event) => setOn(event.target.value)} />
      {end.error && <ErrorNote error={end.error} />}
    </div>
  </Dialog>
}
