/** What can be done to a head, each in a window that says what it means. */
import { useState, type ComponentType } from 'react'
import { today } from '../../../../offices/ui/parts/day.ts'
import { Button, Choices, Field, Select, Switch, useWords } from '../../../../ui-kit/index.ts'
import { headWords } from './head-words.ts'
import type { Ask, FormProps } from './form-props.ts'
import { useRegisterAct, useRunningVotes } from './register-api.ts'
import { AreaDialog, MoveDialog, StatusDialog } from './title-forms.tsx'
import { Window } from './window.tsx'

function AddDialog({ file, onClose, onDone }: FormProps) {
  const w = useWords(headWords)
  const [said, set] = useState({ name: '', phone: '', since: '' })
  const add = useRegisterAct(() => `/api/v1/register-heads/${file.id}/owners`, (input: typeof said) => ({ version: file.version,
    name: input.name.trim(),
    phone: input.phone.trim() || null, since: input.since || null }), () => onDone(w.added))
  return <Window title={file.kind === 'owners' ? w.add
    : w.addSigner} onClose={onClose} error={add.error} act={<Button look="primary" busy={add.isPending}
    whyNot={said.name.trim() === '' ? w.needName : undefined} onClick={() => add.mutate(said)}>{w.save}</Button>}>
    <Field label={w.name} hint={w.nameHint} autoComplete="off" maxLength={40} data-focus value={said.name} onChange={({ target }) => set({ ...said,
      name: target.value })} />
    <Field label={w.phone} hint={w.phoneHint} optional type="tel" inputMode="tel" autoComplete="off" maxLength={20}
      value={said.phone} onChange={({ target }) => set({ ...said, phone: target.value })} />
    <Field label={w.sinceWhen} optional type="date" max={today()} value={said.since} onChange={({ target }) => set({ ...said,
      since: target.value })} />
  </Window>
}

function CorrectDialog({ ask, file, onClose, onDone }: FormProps) {
  const w = useWords(headWords)
  const [said, set] = useState({ name: '', phone: '', none: false })
  const act = useRegisterAct(() => `/api/v1/register-owners/${ask.owner?.id ?? ''}/correct`, ({ name, phone,
    none }: typeof said) => ({ version: file.version,
    ...(name.trim() === '' ? {} : { name: name.trim() }), ...(none ? { phone: null } : phone.trim() === '' ? {} : { phone: phone.trim() }) }),
      () => onDone(w.correctedOwner))
  const ready = said.name.trim() !== '' || said.phone.trim() !== '' || said.none
  return <Window title={w.correctOwner(ask.owner?.name ?? '')} onClose={onClose} error={act.error} act={<Button look="primary" busy={act.isPending}
    whyNot={ready ? undefined : w.needChange} onClick={() => act.mutate(said)}>{w.save}</Button>}>
    <p className="lk-second">{w.correctLine}</p>
    <Field label={w.name} optional autoComplete="off" maxLength={40} value={said.name} onChange={({ target }) => set({ ...said,
      name: target.value })} />
    <Field label={w.phone} optional type="tel" inputMode="tel" autoComplete="off" maxLength={20}
      value={said.phone} onChange={({ target }) =>
      set({ ...said, phone: target.value, none: false })} />
    {ask.owner?.phone && <Switch label={w.phoneGone} checked={said.none} onChange={(none) => set({ ...said, none, phone: '' })} />}
  </Window>
}

function EndDialog({ ask, file, onClose, onDone }: FormProps) {
  const w = useWords(headWords)
  const [why, choose] = useState<'left' | 'died' | 'wrong'>()
  const [on, setOn] = useState(today())
  const end = useRegisterAct(() => `/api/v1/register-owners/${ask.owner?.id ?? ''}/end`,
    (input: { why: string; on: string }) => ({ version: file.version, ...input }),
    () => onDone(w.ended))
  return <Window title={`${w.endTitle}: ${ask.owner?.name ?? ''}`.replace(': ',
    '：')} onClose={onClose} error={end.error} act={<Button look="primary" busy={end.isPending}
    whyNot={why ? undefined : w.needWhy} onClick={() => { if (why) end.mutate({ why, on }) }}>{w.save}</Button>}>
    <p className="lk-second">{w.endLine}</p>
    <Choices legend={w.why} shown value={why} onChange={choose} options={[{ value: 'left', word: w.left }, { value: 'died', word: w.died },
      { value: 'wrong', word: w.wrong }]} />
    <Field label={w.onDay} type="date" max={today()} value={on} onChange={({ target }) => setOn(target.value)} />
  </Window>
}

function ChooseDialog({ ask, file, onClose, onDone }: FormProps) {
  const w = useWords(headWords)
  const [owner, choose] = useState(ask.owner?.id)
  const act = useRegisterAct(() => `/api/v1/register-heads/${file.id}/voter`, (id: string) => ({ version: file.version, owner: id }),
    () => onDone(w.chosen))
  return <Window title={w.chooseTitle} onClose={onClose} error={act.error} act={<Button look="primary" busy={act.isPending} whyNot={owner ? undefined
    : w.needOne}
    onClick={() => { if (owner) act.mutate(owner) }}>{w.save}</Button>}>
    <p className="lk-second">{w.chooseLine}</p>
    <Choices legend={w.chooseTitle} look="answer" value={owner} onChange={choose} options={file.owners.map(({ id, name, phone }) => ({ value: id,
      word: phone ? `${name}　${phone}` : name }))} />
  </Window>
}

function BlockDialog({ file, onClose, onDone }: FormProps) {
  const w = useWords(headWords)
  const [why, choose] = useState<'death' | 'court_order'>()
  const act = useRegisterAct(() => `/api/v1/register-heads/${file.id}/block`, (blocked: string) => ({ version: file.version, blocked }),
    () => onDone(w.blocked))
  return <Window title={w.blockTitle} onClose={onClose} error={act.error} act={<Button look="primary" busy={act.isPending} whyNot={why ? undefined
    : w.needWhy}
    onClick={() => { if (why) act.mutate(why) }}>{w.save}</Button>}>
    <p className="lk-second">{w.blockLine}</p>
    <Choices legend={w.why} shown value={why} onChange={choose} options={[{ value: 'death', word: w.death }, { value: 'court_order',
      word: w.court }]} />
  </Window>
}

function UnblockDialog({ file, onClose, onDone }: FormProps) {
  const w = useWords(headWords)
  const act = useRegisterAct(() => `/api/v1/register-heads/${file.id}/block`, (_: null) => ({ version: file.version, blocked: null }),
    () => onDone(w.unblocked))
  return <Window title={w.unblockTitle} onClose={onClose} error={act.error} act={<Button look="primary" busy={act.isPending} onClick={() =>
    act.mutate(null)}>{w.unblock}</Button>}>
    <p>{w.unblockLine}</p></Window>
}

const nextYear = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`

function ProxyDialog({ file, onClose, onDone }: FormProps) {
  const w = useWords(headWords)
  const [said, set] = useState({ name: '', phone: '', from: today(), to: nextYear(today()), vote: '' })
  const votes = useRunningVotes(file.compound).data ?? []
  const act = useRegisterAct(() => `/api/v1/register-heads/${file.id}/proxies`, (input: typeof said) => ({ version: file.version,
    name: input.name.trim(),
    phone: input.phone.trim() || null, vote: input.vote || null, from: input.from, to: input.to }), () => onDone(w.given))
  return <Window title={w.proxyTitle} onClose={onClose} error={act.error} act={<Button look="primary" busy={act.isPending}
    whyNot={said.name.trim() === '' ? w.needName : undefined}
    onClick={() => act.mutate(said)}>{w.save}</Button>}>
    <p className="lk-second">{w.proxyLine}</p>
    <Field label={w.holder} autoComplete="off" maxLength={40} data-focus value={said.name} onChange={({ target }) => set({ ...said,
      name: target.value })} />
    <Field label={w.phone} optional type="tel" inputMode="tel" autoComplete="off" maxLength={20}
      value={said.phone} onChange={({ target }) =>
      set({ ...said, phone: target.value })} />
    {votes.length > 0 && <Select label={w.proxyFor} empty={w.anyVote} value={said.vote} onChange={({ target }) => set({ ...said, vote: target.value })}
      options={votes.map(({ id, title }) => ({ value: id, word: title }))} />}
    <div className="vr-pair"><Field label={w.from} type="date" value={said.from} onChange={({ target }) => set({ ...said, from: target.value })} />
      <Field label={w.to} hint={w.toHint} type="date" value={said.to} onChange={({ target }) => set({ ...said, to: target.value })} /></div>
  </Window>
}

function RevokeDialog({ ask, onClose, onDone }: FormProps) {
  const w = useWords(headWords)
  const act = useRegisterAct(() => `/api/v1/register-proxies/${ask.proxy?.id ?? ''}/revoke`, (_: null) => ({}), () => onDone(w.taken))
  return <Window title={w.revokeTitle} onClose={onClose} error={act.error} act={<Button look="primary" busy={act.isPending} onClick={() =>
    act.mutate(null)}>{w.revoke}</Button>}>
    <p>{w.revokeLine}</p></Window>
}

/** The window of each thing to do. */
export const DIALOGS: Readonly<Record<Ask['what'], ComponentType<FormProps>>> = {
  add: AddDialog, correct: CorrectDialog, end: EndDialog, choose: ChooseDialog, block: BlockDialog, unblock: UnblockDialog, proxy: ProxyDialog,
    revoke: RevokeDialog, move: MoveDialog,
  area: AreaDialog, status: StatusDialog,
}
