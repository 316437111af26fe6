/** '/privacy': the register of purposes. What is kept, why, by what right, how long, who sees it, what one may ask for, and whom to complain to. */
import './privacy.css'
import { Button, ErrorNote, Facts, Icon, ResidentShell, SectionTitle, Skeleton, Tag, useSay, useWords } from '../../../ui-kit/index.ts'
import { useRegister, type Register, type RegisterGroup } from '../law-api.ts'
import { privacyWords } from './privacy-words.ts'

export default function PrivacyPage() {
  const w = useWords(privacyWords)
  const register = useRegister()
  return <ResidentShell back={{ href: '/', word: w.home }}>
    <h1 className="lk-title">{w.title}</h1>
    <p className="lk-second pv-lead">{w.lead}</p>
    {register.error && !register.data ? <ErrorNote title={w.failed} error={register.error}>
      <Button look="primary" onClick={() => void register.refetch()}>{w.again}</Button></ErrorNote>
      : !register.data ? <Skeleton lines={[60, 100, 100, 90]} repeat={2} /> : <Whole register={register.data} />}
  </ResidentShell>
}

function Whole({ register }: { register: Register }) {
  const w = useWords(privacyWords)
  const say = useSay()
  return <>
    {register.groups.map((group) => <Group key={group.group} group={group} />)}
    <section className="pv-group"><SectionTitle rule="above">{w.never}</SectionTitle><p className="lk-second">{w.neverLine}</p>
      <p className="pv-never">{register.never.map((one) => <Tag key={one.zh}>{say(one)}</Tag>)}</p></section>
    <section className="pv-group"><SectionTitle rule="above">{w.rooms}</SectionTitle><p className="lk-second">{w.roomsLine}</p></section>
    <section className="pv-group"><SectionTitle rule="above">{w.rights}</SectionTitle>
      <ul className="pv-rights"><li>{w.see}</li><li>{w.correct}</li><li>{w.copy}</li><li>{w.remove}</li><li>{w.withdraw}</li></ul>
      <p className="lk-second">{w.clock}</p>
      <p className="pv-own"><Button href="/file">{w.own}</Button></p></section>
    <section className="pv-group"><SectionTitle rule="above">{w.contact}</SectionTitle>
      <ul className="pv-contacts">{register.contacts.map(({ name, phone }) => <li key={name}><span>{name}</span>
        {phone ? <a href={`tel:${phone}`}>{phone}</a> : <span className="lk-small">{w.noPhone}</span>}</li>)}</ul>
      <p className="lk-second">{w.contactLine}</p></section>
    <p className="lk-small pv-foot">{w.basisOf}</p>
  </>
}

function Group({ group }: { group: RegisterGroup }) {
  const w = useWords(privacyWords)
  const say = useSay()
  return <section className="pv-group"><SectionTitle rule="above" aside={group.lines.length > 1 ? w.count(group.lines.length) : undefined}>
    {say(group.said)}</SectionTitle>
    <p className="lk-second">{say(group.line)}</p>
    {group.lines.map((line) => <details key={line.key} className="pv-line"><summary><b>{say(line.said)}</b><span>{say(line.why)}</span>
      <Icon name="down" size={16} /></summary>
      <Facts facts={[[w.basis, line.basis], [w.kept, say(line.kept)], [w.seen, line.seenBy.map(say).join(w.and)]]} /></details>)}
  </section>
}
