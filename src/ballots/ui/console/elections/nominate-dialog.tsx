/** Nominating an owner out of the register, with what they declare on paper. */
import { useState } from 'react'
import { Button, Choices, Dialog, ErrorNote, Field, SectionTitle, Select, Switch, TextArea, useSay, useWords } from '../../../../ui-kit/index.ts'
import { NOMINATORS, type Nominator } from '../../../rules/election/bodies.ts'
import { KNOWN } from './candidate-row.tsx'
import { useOfficers, useOwners, useStep, type BodyFile, type Desk } from './election-api.ts'
import { deskWords } from './words.ts'

const blank = { by: 'owners' as Nominator, promised: false, reason: '', posts: '', overlap: false, firmTie: false, firmWords: '' }

export function NominateDialog({ file, desk, onClose }: { file: BodyFile; desk: Desk; onClose: () => void }) {
  const w = useWords(deskWords)
  const say = useSay()
  const [label, find] = useState('')
  const [owner, choose] = useState<string>()
  const [party, setParty] = useState<'yes' | 'no' | 'unsaid'>('unsaid')
  const [form, set] = useState(blank)
  const [known, know] = useState<Readonly<Record<string, boolean>>>({})
  const [holds, setHolds] = useState(false)
  const [officer, setOfficer] = useState('')
  const owners = useOwners(file.id, label)
  const officers = useOfficers(file.id, holds)
  const step = useStep(file.id, onClose)
  const put = (name: 'reason' | 'posts' | 'firmWords' | 'by') => (event: { target: { value: string } }) => set({ ...form,
    [name]: event.target.value })
  const { by, promised, reason, ...declared } = form
  const asked = desk.conditions.length > 0 ? desk.conditions.filter(({ code }) => code !== 'promise_signed')
    .map(({ code, words }) => ({ code, word: say(words) })) : KNOWN.map((code) => ({ code, word: w[code] }))
  const send = () => step.mutate({ to: 'nominate', body: { version: file.version, owner, by, officer: holds ? officer : null, promised, reason: reason.trim(),
    declared: { ...declared, party: party === 'unsaid' ? null : party === 'yes', known } } })
  return <Dialog title={w.nominate} onClose={onClose} wide foot={<Button look="primary" busy={step.isPending} whyNot={owner
    ? holds && officer === '' ? w.needOfficer : undefined : w.needOwner} onClick={send}>{w.nominate}</Button>}>
    <div className="el-form">
      <div className="el-pair"><Field label={w.room} hint={w.roomHint} data-focus autoComplete="off" value={label}
        onChange={({ target }) => { find(target.value); choose(undefined) }} />
        <Select label={w.by} value={by} onChange={put('by')} options={NOMINATORS.map((value) => ({ value, word: w[value] }))} /></div>
      {label.trim() !== '' && owners.data && (owners.data.items.length === 0 ? <p className="lk-second">{w.nobody}</p>
        : <Choices legend={w.who} shown value={owner} onChange={choose} options={owners.data.items.map((one) => ({ value: one.owner,
          word: `${one.label}　${one.name}` }))} />)}
      <Switch label={w.holds} note={w.holdsLine} checked={holds} onChange={setHolds} />
      {holds && <Select label={w.whichOfficer} empty={w.chooseOne} value={officer} onChange={({ target }) => setOfficer(target.value)}
        options={(officers.data?.items ?? []).map((one) => ({ value: one.person, word: `${one.name}　${one.org}${one.title}` }))} />}
      <div><SectionTitle rule="hair">{w.sheet}</SectionTitle><p className="lk-second">{w.sheetLine}</p></div>
      <Choices legend={w.party} shown value={party} onChange={setParty} options={(['yes', 'no', 'unsaid'] as const)
        .map((value) => ({ value, word: w[value] }))} />
      <Field label={w.posts} optional maxLength={300} value={form.posts} onChange={put('posts')} />
      {asked.map(({ code, word }) => <Choices key={code} legend={word} shown value={known[code] === undefined ? undefined : known[code]
        ? 'yes' : 'no'}
        onChange={(value) => know({ ...known, [code]: value === 'yes' })} options={[{ value: 'yes', word: w.yes }, { value: 'no', word: w.no }]} />)}
      <Switch label={w.overlap} checked={form.overlap} onChange={(overlap) => set({ ...form, overlap })} />
      <Switch label={w.firmTie} checked={form.firmTie} onChange={(firmTie) => set({ ...form, firmTie })} />
      {form.firmTie && <Field label={w.firmWords} maxLength={300} value={form.firmWords} onChange={put('firmWords')} />}
      {(form.overlap || form.firmTie) && <TextArea label={w.reason} hint={w.reasonHint} most={300} value={reason} onChange={put('reason')} />}
      <Switch label={w.promised} checked={promised} onChange={(next) => set({ ...form, promised: next })} />
      {step.error && <ErrorNote error={step.error} />}
    </div>
  </Dialog>
}
