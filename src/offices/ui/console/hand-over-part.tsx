/** Handing a post over from the page of a chain, and who held its posts before. */
import { useState } from 'react'
import { Button, Choices, Dialog, ErrorNote, Field, Meta, SectionTitle, Select, Switch, useSettings, useWords } from '../../../ui-kit/index.ts'
import { useHandOver, useHandOvers, type NewHolder } from '../parts/hand-overs.ts'
import type { ChainPost } from '../parts/offices.ts'
import { sayDay, today } from '../parts/day.ts'
import { handOverWords } from './hand-over-words.ts'

/** The press beside a post, for community and street; opens the window. */
export function HandOverPress({ post, place }: { post: ChainPost; place: string }) {
  const w = useWords(handOverWords)
  const [asking, ask] = useState(false)
  return <><button type="button" className="lk-link lk-no-print" onClick={() => ask(true)}>{post.holder ? w.change : w.appoint}</button>
    {asking && <HandOverDialog post={post} place={place} onClose={() => ask(false)} />}</>
}

function HandOverDialog({ post, place, onClose }: { post: ChainPost; place: string; onClose: () => void }) {
  const w = useWords(handOverWords)
  const known = useHandOvers(place)
  const [who, setWho] = useState<'known' | 'fresh' | 'nobody'>('known')
  const [person, setPerson] = useState('')
  const [name, setName] = useState('')
  const [consentAt, setConsentAt] = useState('')
  const [termUntil, setTermUntil] = useState('')
  const [publicName, setPublicName] = useState(true)
  const [publicPhone, setPublicPhone] = useState(false)
  const [warned, warn] = useState(false)
  const handOver = useHandOver(post.post, (overlap) => (overlap ? warn(true) : onClose()))
  const captain = post.kind === 'captain'
  const missing = who === 'nobody' ? undefined : (who === 'known' ? person : name.trim()) === '' ? w.fill : captain && consentAt === '' ? w.fillConsent : undefined
  const send = () => {
    const more = { publicName, publicPhone, ...(termUntil && { termUntil }), ...(consentAt && { consentAt }) }
    const input: NewHolder = who === 'nobody' ? { person: null } : who === 'known' ? { person, ...more } : { person: null, name: name.trim(), ...more }
    handOver.mutate(input)
  }
  if (warned) return <Dialog title={w.done} onClose={onClose} foot={<Button look="primary" onClick={onClose}>{w.seen}</Button>}><p>{w.overlap}</p></Dialog>
  return <Dialog title={w.title(post.title)} onClose={onClose} foot={<><p className="lk-small oc-tells">{w.tells}</p><Button look="quiet" onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={handOver.isPending} onClick={send} whyNot={missing}>{who === 'nobody' ? w.leave : w.save}</Button></>}>
    <div className="oc-form">
      <Choices legend={w.who} shown value={who} onChange={setWho} options={[{ value: 'known', word: w.known }, { value: 'fresh', word: w.fresh },
        ...(post.holder ? [{ value: 'nobody' as const, word: w.nobody }] : [])]} />
      {who === 'known' && <Select label={w.person} value={person} empty={w.choose} onChange={({ target }) => setPerson(target.value)}
        options={(known.data?.officers ?? []).filter((one) => one.person !== post.holder?.person).map((one) => ({ value: one.person, word: one.name }))} />}
      {who === 'fresh' && <Field label={w.person} hint={w.nameHint} maxLength={20} value={name} onChange={({ target }) => setName(target.value)} />}
      {who !== 'nobody' && <>
        {captain && <Field type="date" label={w.consent} value={consentAt} max={today()} onChange={({ target }) => setConsentAt(target.value)} />}
        <Field type="date" optional label={w.termUntil} value={termUntil} min={today()} onChange={({ target }) => setTermUntil(target.value)} />
        <Switch label={w.publicName} checked={publicName} onChange={setPublicName} />
        <Switch label={w.publicPhone} checked={publicPhone} onChange={setPublicPhone} /></>}
      {handOver.error && <ErrorNote title={w.failed} error={handOver.error} />}
    </div>
  </Dialog>
}

/** Who held the posts of this chain before, newest first. */
export function HandOverHistory({ place }: { place: string }) {
  const w = useWords(handOverWords)
  const { lang } = useSettings()
  const { data } = useHandOvers(place)
  const ended = data?.terms.filter(({ to }) => to !== null) ?? []
  if (!data) return null
  return <section><SectionTitle rule="hair">{w.history}</SectionTitle>
    {ended.length === 0 ? <p className="lk-small oc-past">{w.none}</p> : <ul>{ended.map((one) => <li key={`${one.post} ${one.from} ${one.name ?? ''}`}>
      <b>{one.name ?? w.hidden}</b><span className="lk-small"><Meta>{one.title}{one.deputy ? w.deputy : null}{w.term(sayDay(one.from, lang), sayDay(one.to ?? '', lang))}</Meta></span></li>)}</ul>}
  </section>
}
