/** 支部名册: whom the branch of a compound keeps, for the branch alone. */
import './law.css'
import { useState } from 'react'
import { PlaceBox } from '../../../../places/ui/parts/place-box.tsx'
import type { Place } from '../../../../places/ui/parts/places.ts'
import { Button, Choices, ConsoleFrame, Dialog, Empty, ErrorNote, Field, MaskedName, Meta, PageHead, SectionTitle, Skeleton, Switch, Tag, useSettings,
  useWords,
} from '../../../../ui-kit/index.ts'
import { sayDay, today } from '../../../../offices/ui/parts/day.ts'
import { revealMember, useEndMember, useKeepMember, useMembers, type Member } from '../../law-api.ts'
import { partyWords } from './law-words.ts'

export default function PartyPage() {
  const w = useWords(partyWords)
  const { data, error, refetch } = useMembers()
  const [adding, add] = useState(false)
  const [ending, end] = useState<Member | null>(null)
  const compounds = [...Map.groupBy(data?.members ?? [], ({ compound }) => compound)]
  return <ConsoleFrame current="/console/branch">
    <PageHead title={w.title} line={w.line} tools={<Button look="primary" icon="plus" onClick={() => add(true)}>{w.add}</Button>} />
    {error && !data ? <ErrorNote title={w.failed} error={error}><Button look="primary" onClick={() => void refetch()}>{w.again}</Button></ErrorNote>
      : !data ? <Skeleton repeat={4} /> : <div className="lw-page">{compounds.length === 0 ? <Empty title={w.none} line={w.noneLine} />
        : compounds.map(([compound, members]) => <section key={compound}>
          <SectionTitle aside={w.count(members.filter(({ checkedIn }) => !checkedIn).length, members.filter(({ checkedIn }) => checkedIn).length)}>
            {compound}</SectionTitle>
          <ul>{members.map((member) => <One key={member.id} member={member} onEnd={() => end(member)} />)}</ul></section>)}</div>}
    {adding && <AddDialog onClose={() => add(false)} />}
    {ending && <EndDialog member={ending} onClose={() => end(null)} />}
  </ConsoleFrame>
}

function One({ member, onEnd }: { member: Member; onEnd: () => void }) {
  const w = useWords(partyWords)
  const { lang } = useSettings()
  const purposes = [{ value: 'call_back', word: w.callBack }, { value: 'deliver_notice', word: w.notice }, { value: 'visit', word: w.visit }]
  return <li className="lw-member">
    <span className="lw-member__name">
    <MaskedName masked={member.name} purposes={purposes} reveal={(purpose) => revealMember(member.id, 'name', purpose)} /></span>
    {member.phone ? <span><MaskedName masked={member.phone} purposes={purposes}
      reveal={(purpose) => revealMember(member.id, 'phone', purpose)} /></span>
      : <span className="lk-small">{w.noPhone}</span>}
    <span><Meta><Tag>{member.checkedIn ? w.checked : w.member}</Tag>{member.home ? <span>{member.home}</span> : null}
      <span>{w.since(sayDay(member.since, lang))}</span>
      <span>{member.by === 'self' ? w.self : w.branch}</span></Meta></span>
    <Button size="small" look="quiet" onClick={onEnd}>{w.end}</Button></li>
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const w = useWords(partyWords)
  const [home, setHome] = useState<Place | null>(null)
  const [said, set] = useState({ name: '', phone: '', since: today() })
  const [kind, choose] = useState<'member' | 'checked'>('member')
  const [signed, sign] = useState(false)
  const keep = useKeepMember(onClose)
  const ready = home !== null && said.name.trim() !== '' && signed
  const save = () => { if (home) keep.mutate({ home: home.id, name: said.name.trim(), phone: said.phone.trim() || null, checkedIn: kind === 'checked',
    since: said.since || null, signed: true }) }
  return <Dialog title={w.add} onClose={onClose} foot={<><Button look="quiet" onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={keep.isPending} whyNot={ready ? undefined : w.need} onClick={save}>{w.save}</Button></>}>
    <div className="lw-form">
      <PlaceBox label={w.home} hint={w.homeHint} kinds={['room']} value={home} onChange={setHome} />
      <Field label={w.name} autoComplete="off" maxLength={40} value={said.name} onChange={({ target }) => set({ ...said, name: target.value })} />
      <Field label={w.phone} optional type="tel" inputMode="numeric" autoComplete="off" maxLength={13} value={said.phone}
        onChange={({ target }) => set({ ...said, phone: target.value })} />
      <Choices legend={w.which} shown value={kind} onChange={choose}
        options={[{ value: 'member', word: w.member }, { value: 'checked', word: w.checked }]} />
      <Field label={w.sinceWhen} type="date" value={said.since} onChange={({ target }) => set({ ...said, since: target.value })} />
      <Switch label={w.signed} note={w.signedNote} checked={signed} onChange={sign} />
      {keep.error && <ErrorNote error={keep.error} />}
    </div>
  </Dialog>
}

function EndDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const w = useWords(partyWords)
  const [why, choose] = useState<'asked' | 'wrong'>()
  const end = useEndMember(onClose)
  return <Dialog title={w.endTitle} onClose={onClose} foot={<><Button look="quiet" onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={end.isPending} whyNot={why ? undefined : w.needWhy} onClick={() => { if (why) end.mutate({ id: member.id, why }) }}>
      {w.end}</Button></>}>
    <div className="lw-form"><p>{w.endLine}</p>
      <Choices legend={w.endWhy} shown value={why} onChange={choose}
      options={[{ value: 'asked', word: w.asked }, { value: 'wrong', word: w.wrong }]} />
      {end.error && <ErrorNote error={end.error} />}</div>
  </Dialog>
}
