/** Delivering, collecting, reminding: building by building, for the ballot team alone, until the close; afterwards the entry of paper. (P13) */
import './votes.css'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, Chip, Choices, ConsoleFrame, Empty, ErrorNote, Field, PageHead, Select, Skeleton, Switch, useWords } from '../../../../ui-kit/index.ts'
import { DELIVERIES, type Delivery } from '../../../rules/vote.ts'
import { areaOf } from '../../resident/vote/vote-words.ts'
import { today } from './next-part.tsx'
import { useElectors, useMove, useVote, type Detail, type Elector } from './vote-api.ts'
import { deskWords } from './vote-words.ts'

export default function ElectorsPage() {
  const w = useWords(deskWords)
  const { id = '' } = useParams({ strict: false }) as { id?: string } // the route's own parameter
  const vote = useVote(id)
  const [building, setBuilding] = useState('')
  const [voted, setVoted] = useState<'all' | 'yes' | 'no'>('no')
  const chosen = building || vote.data?.buildings[0]?.id
  const electors = useElectors(id, { building: chosen, ...(voted === 'all' ? {} : { voted }) }, chosen !== undefined)
  if (!vote.data) return <ConsoleFrame current="/console/votes">{vote.error ? <ErrorNote title={w.failed} error={vote.error} /> : <Skeleton repeat={3} />}</ConsoleFrame>
  return <ConsoleFrame current="/console/votes">
    <PageHead title={w.electors} line={w.electorsLine} tools={<><Button href={`/console/votes/${id}`} icon="left">{vote.data.title}</Button><Button icon="print" onClick={() => print()}>{w.print}</Button></>} />
    <div className="vc-page">
      <Envelope vote={vote.data} />
      <div className="vc-filters"><Select label={w.buildings} value={chosen ?? ''} onChange={(event) => setBuilding(event.target.value)} options={vote.data.buildings.map(({ id: one, name }) => ({ value: one, word: name }))} />
        <Choices legend={w.voted} value={voted} onChange={setVoted} options={[{ value: 'no', word: w.notVoted }, { value: 'yes', word: w.voted }, { value: 'all', word: w.all }]} /></div>
      {electors.error && !electors.data ? <ErrorNote title={w.failed} error={electors.error} /> : !electors.data ? <Skeleton repeat={4} />
        : electors.data.items.length === 0 ? <Empty title={w.noConflict} /> : <List vote={vote.data} items={electors.data.items} />}
    </div>
  </ConsoleFrame>
}

/** An envelope taken, or after the close what a paper says: by the code on the ballot. */
function Envelope({ vote }: { vote: Detail }) {
  const w = useWords(deskWords)
  const [form, set] = useState({ code: '', envelope: '', choice: '', spoilt: false, first: '', second: '', channel: 'door' })
  const move = useMove(vote.id, () => set({ ...form, code: '', envelope: '', choice: '', spoilt: false }))
  const put = (name: keyof typeof form) => (event: { target: { value: string } }) => set({ ...form, [name]: event.target.value })
  const people = vote.team.filter(({ role }) => role === 'collector')
  const said = (to: string, body: Readonly<Record<string, unknown>>) => move.mutate({ to, body })
  if (vote.may.includes('casts')) return <form className="vc-form" onSubmit={(event) => { event.preventDefault()
    said('casts', { envelopes: [{ code: form.code.trim(), channel: form.channel, envelope: form.envelope.trim(), collectors: [form.first, form.second] }] }) }}>
    <b>{w.take}</b><p className="lk-second">{w.takeLine}</p>
    <div className="vc-pair"><Field label={w.byCode} required value={form.code} onChange={put('code')} /><Field label={w.envelope} required value={form.envelope} onChange={put('envelope')} /></div>
    <div className="vc-pair">{(['first', 'second'] as const).map((name) => <Select key={name} label={w.two} value={form[name]} empty="" onChange={put(name)} options={people.map(({ person, name: called }) => ({ value: person, word: called }))} />)}</div>
    <Select label={w.how} value={form.channel} onChange={put('channel')} options={[{ value: 'door', word: w.door }, { value: 'paper', word: w.paper }]} />
    {move.error && <ErrorNote title={w.notDone} error={move.error} />}{move.isSuccess && <p role="status" className="lk-second">{w.kept(1)}</p>}
    <Button look="primary" type="submit" busy={move.isPending}>{w.keep}</Button></form>
  if (!vote.may.includes('entries')) return null
  const answers = form.spoilt ? [] : vote.questions.map(({ n }) => ({ n, choose: form.choice.split(',').filter(Boolean) }))
  const [question] = vote.questions
  const options = question && question.options.length > 0 ? question.options.map(({ id, label }) => ({ id, label })) : (['agree', 'against', 'abstain'] as const).map((id) => ({ id, label: w[id] }))
  const many = (question?.pick ?? 1) > 1
  const press = (id: string) => set({ ...form, choice: !many ? id : form.choice.split(',').includes(id) ? form.choice.split(',').filter((one) => one !== id).join(',') : `${form.choice},${id}` })
  return <form className="vc-form" onSubmit={(event) => { event.preventDefault(); said('entries', { entries: [{ code: form.code.trim(), answers, spoilt: form.spoilt }] }) }}>
    <b>{w.entry}</b><p className="lk-second">{w.entryLine}</p>
    <Field label={w.byCode} required autoFocus value={form.code} onChange={put('code')} />
    <div className="vc-channels">{options.map(({ id, label }) => <Chip key={id} kind={many ? 'checkbox' : 'radio'} name="entry" checked={form.choice.split(',').includes(id)} onChange={() => press(id)}>{label}</Chip>)}</div>
    <Switch label={w.spoilt} checked={form.spoilt} onChange={(spoilt) => set({ ...form, spoilt })} />
    {move.error && <ErrorNote title={w.notDone} error={move.error} />}{move.isSuccess && <p role="status" className="lk-second">{w.kept(1)}</p>}
    <Button look="primary" type="submit" busy={move.isPending}>{w.keep}</Button></form>
}

function List({ vote, items }: { vote: Detail; items: readonly Elector[] }) {
  const w = useWords(deskWords)
  const [picked, pick] = useState<readonly string[]>([])
  const [form, set] = useState({ how: 'in_person' as Delivery, first: '', second: '' })
  const move = useMove(vote.id, () => pick([]))
  const people = vote.team.filter(({ role }) => role === 'collector')
  const deliver = () => move.mutate({ to: 'deliveries', body: { rows: picked.map((title) => ({ title, how: form.how, day: today(), by: [form.first, form.second] })) } })
  return <>
    {vote.may.includes('deliveries') && <div className="vc-filters"><Select label={w.deliverHow} value={form.how} onChange={(event) => set({ ...form, how: event.target.value as Delivery })} // its options below
      options={DELIVERIES.map((value) => ({ value, word: w[value] }))} />
      {(['first', 'second'] as const).map((name) => <Select key={name} label={w.two} value={form[name]} empty="" onChange={(event) => set({ ...form, [name]: event.target.value })} options={people.map(({ person, name: called }) => ({ value: person, word: called }))} />)}
      <Button look="primary" busy={move.isPending} whyNot={picked.length === 0 || !form.first || !form.second || form.first === form.second ? w.two : undefined} onClick={deliver}>{w.deliver} {picked.length || ''}</Button></div>}
    {move.error && <ErrorNote title={w.notDone} error={move.error} />}
    <div className="vc-scroll"><table className="vc-table"><tbody>{items.map((one) => one.titles.map((title, n) => <tr key={title.title}>
      <th scope="row"><label><input type="checkbox" checked={picked.includes(title.title)} onChange={(event) => pick(event.target.checked ? [...picked, title.title] : picked.filter((id) => id !== title.title))} /> {title.label}</label></th>
      <td>{areaOf(title.area)} {w.m2}</td><td>{title.deliveredOn ? `${title.deliveredHow ? w[title.deliveredHow] : ''} ${title.deliveredOn}` : ''}</td>
      <td>{n === 0 ? one.casts.map(({ channel, day }) => `${w[channel]} ${day}`).join('，') || (one.tookPart ? w.voted : w.notVoted) : ''}</td></tr>))}</tbody></table></div>
  </>
}
