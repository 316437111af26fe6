/** Members of a term, who leads, who leaves and who moves up; and what an old term hands over. */
import { useState } from 'react'
import { sayDay, today } from '../../../../offices/ui/parts/day.ts'
import { Button, Choices, Dialog, Empty, ErrorNote, Field, Icon, SectionTitle, Select, useSettings, useWords, comma } from '../../../../ui-kit/index.ts'
import { ENDINGS, type Ending } from '../../../rules/election/bodies.ts'
import { useStep, type BodyFile, type HandOverLine, type Seated } from './election-api.ts'
import { bodyWords } from './words.ts'

export function MembersPart({ file }: { file: BodyFile }) {
  const w = useWords(bodyWords)
  const { lang } = useSettings()
  const [leaving, leave] = useState<Seated>()
  const [naming, name] = useState(false)
  const now = file.seated.filter(({ until }) => until === null)
  const past = file.seated.filter(({ until }) => until !== null)
  const may = file.prepares && file.state === 'in_office'
  return <section><SectionTitle aside={file.open > 0 ? w.open(file.open) : now.length > 0 && w.full}>{w.members}</SectionTitle>
    {now.length === 0 && past.length === 0 ? <Empty title={w.noMembers} /> : <ul className="el-members">{now.map((one) => <li key={one.person}>
      <span>{w[one.role]}{one.rank === null ? '' : ` ${one.rank}`}</span><b>{one.name}</b><span className="el-left">{w.since(sayDay(one.since, lang))}
        </span>
      {may && <Button size="small" look="quiet" aria-label={`${one.name} ${w.change}`} onClick={() => leave(one)}>{w.change}</Button>}
      {one.overlap && <span className="el-warn"><Icon name="warn" size={16} /><span>{w.overlapNow}</span></span>}</li>)}</ul>}
    {may && now.length > 0 && !now.some(({ role }) => role === 'chair') && <p><Button onClick={() => name(true)}>{w.lead}</Button></p>}
    {past.length > 0 && <><SectionTitle rule="hair">{w.past}</SectionTitle><ul className="el-members">
      {past.map((one) => <li key={`${one.person} ${one.since}`}>
      <span>{w[one.role]}</span><b>{one.name}</b><span className="el-left">
        {one.until && w.term(sayDay(one.since, lang), sayDay(one.until, lang))}{comma()}{endWord(one.endedBy, w)}</span></li>)}</ul></>}
    {leaving && <LeaveDialog file={file} member={leaving} reserves={now.some(({ role }) => role === 'reserve')} onClose={() => leave(undefined)} />}
    {naming && <LeadDialog file={file} members={now.filter(({ role }) => role !== 'reserve')} onClose={() => name(false)} />}
  </section>
}

const isEnding = (word: string | null): word is Ending => ENDINGS.some((one) => one === word)
const endWord = (word: string | null, w: Readonly<Record<Ending | 'term_over', string>>): string => (isEnding(word) ? w[word] : w.term_over)

function LeaveDialog({ file, member, reserves, onClose }: { file: BodyFile; member: Seated; reserves: boolean; onClose: () => void }) {
  const w = useWords(bodyWords)
  const [by, choose] = useState<Ending>()
  const [form, set] = useState({ day: today(), held: '', missed: '' })
  const step = useStep(file.id, onClose)
  const put = (name: keyof typeof form) => (event: { target: { value: string } }) => set({ ...form, [name]: event.target.value })
  return <Dialog title={w.changeTitle(member.name)} onClose={onClose} foot={<><Button look="quiet" onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={step.isPending} whyNot={by
      ? undefined : w.why} onClick={() => step.mutate({ to: 'end-member', body: { version: file.version, person: member.person, by, day: form.day,
      held: Number(form.held) || 0, missed: Number(form.missed) || 0 } })}>{w.save}</Button></>}>
    <div className="el-form">
      <Choices legend={w.why} shown value={by} onChange={choose} options={ENDINGS.map((value) => ({ value, word: w[value] }))} />
      {by === 'absent' && <div className="el-pair"><Field label={w.held} type="number" min={0} value={form.held} onChange={put('held')} />
        <Field label={w.missed} type="number" min={0} value={form.missed} onChange={put('missed')} /></div>}
      <Field label={w.on} type="date" max={today()} value={form.day} onChange={put('day')} />
      {member.role !== 'reserve' && <p className="lk-second">{reserves ? w.moves : w.noReserve}</p>}
      {step.error && <ErrorNote title={w.notDone} error={step.error} />}</div>
  </Dialog>
}

function LeadDialog({ file, members, onClose }: { file: BodyFile; members: readonly Seated[]; onClose: () => void }) {
  const w = useWords(bodyWords)
  const [form, set] = useState({ chair: '', deputy: '' })
  const step = useStep(file.id, onClose)
  const options = members.map(({ person, name }) => ({ value: person, word: name }))
  return <Dialog title={w.lead} onClose={onClose} foot={<><Button look="quiet" onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={step.isPending} whyNot={form.chair ? undefined : w.chair}
    onClick={() => step.mutate({ to: 'officers', body: { version: file.version, chair: form.chair, deputies: form.deputy ? [form.deputy] : [] } })}>
      {w.save}</Button></>}>
    <div className="el-form"><p className="lk-second">{w.leadLine}</p>
      <Select label={w.chair} empty="" value={form.chair} onChange={({ target }) => set({ ...form, chair: target.value })} options={options} />
      <Select label={w.deputy} empty="" value={form.deputy} onChange={({ target }) => set({ ...form,
        deputy: target.value })} options={options.filter(({ value }) => value !== form.chair)} />
      {step.error && <ErrorNote title={w.notDone} error={step.error} />}</div>
  </Dialog>
}

export function HandOverPart({ file }: { file: BodyFile }) {
  const w = useWords(bodyWords)
  const { lang } = useSettings()
  const [missing, miss] = useState<HandOverLine>()
  const step = useStep(file.id, () => miss(undefined))
  const settled = file.handOver.filter(({ handedOn, note }) => handedOn !== null || note !== null).length
  const give = (line: HandOverLine, handed: boolean,
    note = '') => step.mutate({ to: 'hand-over', body: { version: file.version, n: line.n, handed, note } })
  return <section><SectionTitle aside={w.handOverCount(settled, file.handOver.length)}>{w.handOver}</SectionTitle>
    <ul className="el-members el-hand">{file.handOver.map((line) => <li key={line.n} className={line.handedOn ? 'is-given' : ''}>
      <span>{line.handedOn ? <Icon name="check" size={16} /> : line.n}</span><span>
        {line.title}{line.note && <span className="lk-small"> {line.note}</span>}</span>
      <span className="el-left">{line.handedOn ? w.handed(sayDay(line.handedOn, lang)) : line.due ? w.due(sayDay(line.due, lang)) : w.noDue}</span>
      {file.prepares && !line.handedOn && file.state === 'handing_over' && <span className="el-moves">
        <Button size="small" busy={step.isPending} onClick={() => give(line, true)}>{w.give}</Button>
        <Button size="small" look="quiet" onClick={() => miss(line)}>{w.missing}</Button></span>}</li>)}</ul>
    {missing && <MissingDialog line={missing} busy={step.isPending} onClose={() => miss(undefined)} onSend={(note) => give(missing, false, note)} />}
    {step.error && <ErrorNote title={w.notDone} error={step.error} />}
  </section>
}

function MissingDialog({ line, busy, onClose, onSend }: { line: HandOverLine; busy: boolean; onClose: () => void; onSend: (note: string) => void }) {
  const w = useWords(bodyWords)
  const [note, set] = useState(line.note ?? '')
  return <Dialog title={line.title} onClose={onClose} foot={<><Button look="quiet" onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={busy} whyNot={note.trim() ? undefined : w.missingWhy} onClick={() => onSend(note.trim())}>{w.save}</Button></>}>
    <Field label={w.missingWhy} data-focus maxLength={300} value={note} onChange={({ target }) => set(target.value)} />
  </Dialog>
}
