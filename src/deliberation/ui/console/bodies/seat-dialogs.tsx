/** Seating somebody, ending a seat, changing the by-law, ending the body. [DB2] [DB6] [DB7] */
import { useState } from 'react'
import { Button, Choices, Dialog, ErrorNote, Field, Select, TextArea, useSay, useWords } from '../../../../ui-kit/index.ts'
import { roleWords, SEAT_ROLES, SIDES, sideWords, type SeatRole, type Side } from '../../../rules/bodies/index.ts'
import { useBodyStep, type Member, type StaffBody } from '../../body-api.ts'
import { bodyWords } from '../../body-words.ts'
import { today } from '../../parts/meetings/day.ts'
import { Powers } from './found-dialog.tsx'

const isRole = (word: string): word is SeatRole => SEAT_ROLES.some((one) => one === word)
const isSide = (word: string): word is Side => SIDES.some((one) => one === word)

export function SeatDialog({ body, onClose }: { body: StaffBody; onClose: () => void }) {
  const w = useWords(bodyWords)
  const say = useSay()
  const [by, choose] = useState<'name' | 'post'>('name')
  const [form, set] = useState({ side: 'residents', role: 'member', name: '', shown: '', post: '', since: today() })
  const step = useBodyStep(onClose)
  const put = (name: keyof typeof form) => (event: { target: { value: string } }) => set({ ...form, [name]: event.target.value })
  const ready = by === 'post' ? form.post !== '' : form.name.trim() !== '' && form.shown.trim() !== ''
  const role = isRole(form.role) ? form.role : 'member'
  const side = isSide(form.side) ? form.side : 'residents'
  const whose = by === 'post' ? { post: form.post } : { name: form.name.trim(), shown: form.shown.trim() }
  return <Dialog title={w.seat} onClose={onClose} foot={<><Button onClick={onClose}>{w.cancel}</Button><Button look="primary" busy={step.isPending} whyNot={ready ? undefined : w.needed}
    onClick={() => step.mutate({ to: `councils/${body.id}/seats`, body: { version: body.version, role, side, since: form.since, ...whose } })}>{w.seated}</Button></>}>
    <div className="bo-form">
      <Choices legend={w.seat} value={by} onChange={choose} options={[{ value: 'name', word: w.byName }, { value: 'post', word: w.byPost }]} />
      {by === 'name' ? <div className="bo-pair"><Field label={w.realName} data-focus hint={w.realNameHint} maxLength={30} value={form.name} onChange={put('name')} />
        <Field label={w.shown} hint={w.shownHint} maxLength={20} value={form.shown} onChange={put('shown')} /></div>
        : <Select label={w.post} empty={w.choose} value={form.post} onChange={put('post')} options={body.posts.map(({ id, title, org }) => ({ value: id, word: `${title}　${org}` }))} />}
      <div className="bo-pair"><Select label={w.side} value={form.side} onChange={put('side')} options={SIDES.map((value) => ({ value, word: say(sideWords[value]) }))} />
        <Select label={w.role} value={form.role} onChange={put('role')} options={[...SEAT_ROLES].reverse().map((value) => ({ value, word: say(roleWords[value]) }))} />
        <Field label={w.from} type="date" value={form.since} onChange={put('since')} /></div>
      {step.error && <ErrorNote title={w.notDone} error={step.error} />}
    </div>
  </Dialog>
}

export function EndSeatDialog({ body, member, onClose }: { body: StaffBody; member: Member; onClose: () => void }) {
  const w = useWords(bodyWords)
  const [on, set] = useState(today())
  const step = useBodyStep(onClose)
  return <Dialog title={w.endTitle(member.label)} onClose={onClose} foot={<><Button onClick={onClose}>{w.cancel}</Button><Button look="primary" busy={step.isPending}
    onClick={() => step.mutate({ to: `councils/${body.id}/end-seat`, body: { version: body.version, seat: member.id, on } })}>{w.end}</Button></>}>
    <div className="bo-form"><p className="lk-second">{w.endLine}</p><Field label={w.endOn} type="date" max={today()} value={on} onChange={(event) => set(event.target.value)} />
      {step.error && <ErrorNote title={w.notDone} error={step.error} />}</div>
  </Dialog>
}

export function CharterDialog({ body, onClose }: { body: StaffBody; onClose: () => void }) {
  const w = useWords(bodyWords)
  const [form, set] = useState({ charter: body.charter, rhythm: String(body.rhythmDays) })
  const [powers, allow] = useState(body.powers)
  const step = useBodyStep(onClose)
  return <Dialog title={w.changeCharter} wide onClose={onClose} foot={<><Button onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={step.isPending} onClick={() => step.mutate({ to: `councils/${body.id}/charter`, body: { version: body.version, charter: form.charter.trim(),
      rhythmDays: Number.parseInt(form.rhythm, 10) || 0, powers } })}>{w.save}</Button></>}>
    <div className="bo-form"><TextArea label={w.charter} hint={w.charterHint} rows={8} most={4000} value={form.charter} onChange={(event) => set({ ...form, charter: event.target.value })} />
      <Field label={w.rhythmDays} inputMode="numeric" value={form.rhythm} onChange={(event) => set({ ...form, rhythm: event.target.value })} />
      <Powers kind={body.kind} value={powers} onChange={allow} />{step.error && <ErrorNote title={w.notDone} error={step.error} />}</div>
  </Dialog>
}

export function DissolveDialog({ body, onClose }: { body: StaffBody; onClose: () => void }) {
  const w = useWords(bodyWords)
  const step = useBodyStep(onClose)
  return <Dialog title={w.dissolve} onClose={onClose} foot={<><Button onClick={onClose}>{w.cancel}</Button><Button look="primary" busy={step.isPending}
    onClick={() => step.mutate({ to: `councils/${body.id}/dissolve`, body: { version: body.version } })}>{w.dissolve}</Button></>}>
    <div className="bo-form"><p className="lk-second">{w.dissolveLine}</p>{step.error && <ErrorNote title={w.notDone} error={step.error} />}</div>
  </Dialog>
}
