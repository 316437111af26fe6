/** Beginning to prepare an election: where, how many, for how long, how people vote. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCompounds } from '../../../../places/ui/parts/compounds.ts'
import { today } from '../../../../offices/ui/parts/day.ts'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { Button, Dialog, ErrorNote, Field, request, Select, Switch, useWords } from '../../../../ui-kit/index.ts'
import { CHANNELS, type Channel } from '../../../rules/index.ts'
import { useBegin } from './election-api.ts'
import { bodyWords } from './words.ts'

type Props = { readonly onClose: () => void; readonly onBegun: (id: string) => void }
const whole = (text: string): number => Math.max(0, Number.parseInt(text, 10) || 0)

export function BeginDialog({ onClose, onBegun }: Props) {
  const w = useWords(bodyWords)
  const compounds = useCompounds()
  const owners = usePost()?.audience === 'owners'
  const [form, set] = useState({ place: '', kind: 'owners_committee', seats: '5', reserves: '2', years: '5', begins: today(), title: '',
    secret: true })
  const [channels, choose] = useState<readonly Channel[]>(['paper', 'door'])
  const begin = useBegin(onBegun)
  const put = (name: keyof typeof form) => (event: { target: { value: string } }) => set({ ...form, [name]: event.target.value })
  const place = form.place || compounds[0]?.id
  const send = () => begin.mutate({ to: 'bodies', body: { place, kind: form.kind, seats: whole(form.seats), reserves: whole(form.reserves),
    years: whole(form.years), begins: form.begins,
    title: form.title.trim(), startedBy: owners ? 'committee' : 'residents', secret: form.secret, channels } })
  const whyNot = place && form.title.trim().length >= 4 && channels.length > 0 ? undefined : w.needName
  return <Dialog title={w.begin} onClose={onClose} wide foot={<><Button look="quiet" onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={begin.isPending} whyNot={whyNot} onClick={send}>{w.begin}</Button></>}>
    <div className="el-form">
      <div className="el-pair"><Select label={w.compound} value={place
        ?? ''} onChange={put('place')} options={compounds.map(({ id, name }) => ({ value: id, word: name }))} />
        <Select label={w.what} value={form.kind} onChange={put('kind')} options={(['owners_committee', 'property_council'] as const)
          .map((value) => ({ value, word: w[value] }))} /></div>
      <Field label={w.name} hint={w.nameHint} data-focus maxLength={120} value={form.title} onChange={put('title')} />
      <div className="el-pair"><Field label={w.howMany} type="number" min={1} max={99} value={form.seats} onChange={put('seats')} />
        <Field label={w.reserves} type="number" min={0} max={99} value={form.reserves} onChange={put('reserves')} />
        <Field label={w.years} type="number" min={1} max={9} value={form.years} onChange={put('years')} />
        <Field label={w.begins} type="date" value={form.begins} onChange={put('begins')} /></div>
      <fieldset className="el-channels"><legend>{w.way}</legend>
        {CHANNELS.map((channel) => <label key={channel}><input type="checkbox" checked={channels.includes(channel)}
        onChange={({ target }) => choose(target.checked ? [...channels, channel] : channels.filter((one) => one !== channel))} />{w[channel]}
          </label>)}</fieldset>
      <Switch label={w.secret} checked={form.secret} onChange={(secret) => set({ ...form, secret })} />
      {begin.error && <ErrorNote title={w.notDone} error={begin.error} />}
    </div>
  </Dialog>
}

/** A residents' committee: a timetable alone. There is nothing here to vote with. */
export function ResidentsDialog({ onClose, onBegun }: Props) {
  const w = useWords(bodyWords)
  const place = usePost()?.place ?? ''
  const here = useQuery({ queryKey: ['places', place, 'short'], enabled: place !== '',
    queryFn: () => request<{ place: { kind: string; name: string } }>('GET', `/api/v1/places/${place}`) })
  const [form, set] = useState({ seats: '7', years: '5', begins: today() })
  const begin = useBegin(onBegun)
  const put = (name: keyof typeof form) => (event: { target: { value: string } }) => set({ ...form, [name]: event.target.value })
  return <Dialog title={w.beginResidents} onClose={onClose} foot={<><Button look="quiet" onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={begin.isPending} onClick={() => begin.mutate({ to: 'residents-elections',
      body: { place, seats: whole(form.seats), years: whole(form.years), begins: form.begins } })}>{w.beginResidents}</Button></>}>
    <div className="el-form"><p className="lk-second">{w.residentsNote}</p>
      {here.data && <p><b>{here.data.place.name}</b></p>}
      <div className="el-pair"><Field label={w.howMany} type="number" min={3} max={15} data-focus value={form.seats} onChange={put('seats')} />
        <Field label={w.years} type="number" min={1} max={9} value={form.years} onChange={put('years')} /></div>
      <Field label={w.begins} type="date" value={form.begins} onChange={put('begins')} />
      {begin.error && <ErrorNote title={w.notDone} error={begin.error} />}</div>
  </Dialog>
}
