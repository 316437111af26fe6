/** What changed behind a door: press what, then who or what it is now. */
import { useState } from 'react'
import { Button, Choices, Field, Switch, useSay, useWords } from '../../../ui-kit/index.ts'
import type { Relation } from '../../rules/fields.ts'
import type { DoorMove } from '../../rules/door.ts'
import { RELATION_SAID } from '../parts/home-words.ts'
import type { DoorFile, DoorPerson } from './door-api.ts'
import { doorWords } from './door-words.ts'

type Say = (said: DoorMove, title: string, shown?: string) => void
type Props = { readonly file: DoorFile; readonly busy: boolean; readonly onSay: Say; readonly onClose: () => void }
type What = 'left' | 'came' | 'phone' | 'count' | 'vacant' | 'let'

export function DoorChanges({ file, busy, onSay, onClose }: Props) {
  const w = useWords(doorWords)
  const [what, choose] = useState<What | undefined>()
  const some = file.people.length > 0
  const whats: readonly (readonly [What, string])[] = [...(some ? [['left', w.left] as const] : []), ['came', w.came], ...(some ? [['phone',
    w.phone] as const] : []),
    ['count', w.count], ...(some || file.state === 'vacant' ? [] : [['vacant', w.empty] as const]),
    ...(file.state === 'let' ? [] : [['let', w.let] as const])]
  const pick = (one: What) => {
    if (one === 'vacant') onSay({ move: 'state', state: 'vacant' }, w.empty)
    else if (one === 'let') onSay({ move: 'state', state: 'let' }, w.let)
    else choose(one)
  }
  return <div className="ro-changes">
    <Choices legend={w.change} look="answer" columns={3} value={what} onChange={pick} options={whats.map(([value, word]) => ({ value, word }))} />
    {what === 'left' && <Left file={file} busy={busy} onSay={onSay} />}
    {what === 'came' && <Came busy={busy} onSay={onSay} />}
    {what === 'phone' && <Phone file={file} busy={busy} onSay={onSay} />}
    {what === 'count' && <Count file={file} busy={busy} onSay={onSay} />}
    <Button look="quiet" onClick={onClose}>{w.close}</Button>
  </div>
}

type One = { readonly file: DoorFile; readonly busy: boolean; readonly onSay: Say }

/** What tells somebody from the others of a home: names are masked, so relation and the end of the telephone are added while two are called the same. */
function labelsOf(people: readonly DoorPerson[], none: string, relation: (code: string) => string): readonly string[] {
  const more: readonly ((one: DoorPerson) => string | undefined)[] = [(one) => (one.relation === null ? undefined : relation(one.relation)),
    (one) => one.phone?.slice(-4)]
  return more.reduce<readonly string[]>((labels, add) => labels.map((label, at) =>
    (labels.indexOf(label) === labels.lastIndexOf(label) ? label : [label, people[at] && add(people[at])].filter(Boolean).join(' '))),
    people.map(({ name }) => name ?? none))
}

function useWho(file: DoorFile) {
  const w = useWords(doorWords)
  const say = useSay()
  const [who, choose] = useState<string | undefined>(file.people.length === 1 ? file.people[0]?.who : undefined)
  const labels = labelsOf(file.people, w.noName, (code) => say(RELATION_SAID[code as Relation])) // the table's check allows these words alone
  const options = file.people.map((one, at) => ({ value: one.who, word: labels[at] ?? w.noName }))
  const at = file.people.findIndex((one) => one.who === who)
  return { person: file.people[at], label: labels[at] ?? w.noName, who, choose, options }
}

function Left({ file, busy, onSay }: One) {
  const w = useWords(doorWords)
  const { person, label, who, choose, options } = useWho(file)
  return <><Choices legend={w.who} value={who} onChange={choose} options={options} />
    {file.people.length > 1 && <p className="lk-small">{w.lastLeft}</p>}
    <Button look="primary" busy={busy} whyNot={person ? undefined : w.chooseWho}
      onClick={() => { if (person) onSay({ move: 'left', ties: person.ties }, w.left, label) }}>{w.left}</Button></>
}

const isPhone = (typed: string): boolean => /^1[3-9]\d{9}$/.test(typed.replace(/[\s-]/g, ''))

function Phone({ file, busy, onSay }: One) {
  const w = useWords(doorWords)
  const { person, label, who, choose, options } = useWho(file)
  const [phone, setPhone] = useState('')
  const [behalf, set] = useState(false)
  return <><Choices legend={w.whoPhone} value={who} onChange={choose} options={options} />
    <Field label={w.newPhone} type="tel" inputMode="tel" autoComplete="off" maxLength={20} value={phone}
      onChange={(event) => setPhone(event.target.value)} />
    <Switch label={w.behalf} checked={behalf} onChange={set} />
    <Button look="primary" busy={busy} whyNot={!person ? w.chooseWho : isPhone(phone) ? undefined : w.phoneFirst}
      onClick={() => { if (person) onSay({ move: 'phone', tie: person.phoneTie, phone: phone.trim(), ...behalf ? { behalf } : {} },
        behalf ? w.phoneBehalf : w.phone, label) }}>{w.save}</Button></>
}

function Came({ busy, onSay }: Omit<One, 'file'>) {
  const w = useWords(doorWords)
  const [typed, setTyped] = useState({ name: '', phone: '', rents: false })
  const missing = typed.name.trim() === '' ? w.nameFirst : typed.phone.trim() === '' || isPhone(typed.phone) ? undefined : w.phoneFirst
  return <><Field label={w.name} autoComplete="off" maxLength={40} value={typed.name} onChange={(event) => setTyped({ ...typed,
    name: event.target.value })} />
    <Field label={w.phoneOptional} type="tel" inputMode="tel" autoComplete="off" maxLength={20} value={typed.phone}
      onChange={(event) => setTyped({ ...typed, phone: event.target.value })} />
    <Switch label={w.rents} checked={typed.rents} onChange={(rents) => setTyped({ ...typed, rents })} />
    <Button look="primary" busy={busy} whyNot={missing}
      onClick={() => onSay({ move: 'came', name: typed.name.trim(), phone: typed.phone.trim(), rents: typed.rents }, w.came)}>{w.save}</Button></>
}

function Count({ file, busy, onSay }: One) {
  const w = useWords(doorWords)
  const [children, set] = useState(file.children)
  return <><div className="ro-count"><Button aria-label={w.less} whyNot={undefined} onClick={() => set(Math.max(0, children - 1))}>−</Button>
    <output>{w.children(children)}</output><Button aria-label={w.more} onClick={() => set(Math.min(12, children + 1))}>＋</Button></div>
    <Button look="primary" busy={busy} onClick={() => onSay({ move: 'children', children }, w.count, w.children(children))}>{w.save}</Button></>
}
