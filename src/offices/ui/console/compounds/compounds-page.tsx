/** The compounds of a community by type: those without a responsible manager first, then what follows from each type. */
import '../offices.css'
import './compounds.css'
import { useState } from 'react'
import { Button, ConsoleFrame, daysBetween, ErrorNote, Go, Meta, PageHead, SectionTitle, Select, Skeleton, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { COMPOUND_ROLE_SAID } from '../../../rules/index.ts'
import { useCommunities } from '../../parts/communities.ts'
import { useTypedCompounds, type PathStep, type TypedCompound, type TypedCompounds } from '../../parts/compounds.ts'
import { sayDay, today, useChainAddress } from '../../parts/day.ts'
import { compoundsWords, TYPE_WORDS } from './compounds-words.ts'
import { NameDialog, PlanDialog } from './manager-dialogs.tsx'

const COMPOUNDS = '/console/compounds'

export default function CompoundsPage() {
  const w = useWords(compoundsWords)
  const { lang } = useSettings()
  const { community, change } = useChainAddress(COMPOUNDS)
  const communities = useCommunities()
  const chosen = communities?.find(({ id }) => id === community) ?? communities?.[0]
  const found = useTypedCompounds(chosen?.id)
  return <ConsoleFrame current={COMPOUNDS}>
    <PageHead title={chosen ? `${w.title}${lang === 'en' ? ': ' : '，'}${chosen.name}` : w.title} line={w.line} tools={
      communities && communities.length > 1 && chosen && <Select label={w.community} quietLabel value={chosen.id} onChange={({ target }) => change({ community: target.value })}
        options={communities.map(({ id, name }) => ({ value: id, word: name }))} />} />
    {found.isPending && <Skeleton repeat={4} />}
    {found.error && <ErrorNote title={w.failed} error={found.error}><Button look="primary" onClick={() => void found.refetch()}>{w.again}</Button></ErrorNote>}
    {found.data && <Compounds data={found.data} />}
  </ConsoleFrame>
}

function Compounds({ data }: { data: TypedCompounds }) {
  const w = useWords(compoundsWords)
  const say = useSay()
  const { lang } = useSettings()
  const open = data.compounds.filter(({ manager }) => manager !== 'named')
  return <div className="cp-page">
    <p className="oc-sum">{open.length === 0 ? w.allNamed(data.compounds.length) : w.open(open.length)}</p>
    {open.map((one) => <OpenCompound key={one.id} compound={one} data={data} />)}
    <section><SectionTitle>{w.all}</SectionTitle>
      <ul className="cp-types">{data.compounds.map((one) => <TypeRow key={one.id} compound={one} />)}</ul>
      <p className="oc-foot">{w.pack(say(data.pack.said), sayDay(data.pack.validFrom, lang))}</p></section>
  </div>
}

/** A compound on the list: who looks after it meanwhile, the path with its dates, and the two decisions. */
function OpenCompound({ compound, data }: { compound: TypedCompound; data: TypedCompounds }) {
  const w = useWords(compoundsWords)
  const { lang } = useSettings()
  const [asking, ask] = useState<'plan' | 'name' | null>(null)
  const { responsible, steps } = compound
  return <section className="cp-open">
    <h2>{responsible ? w.caretaker(compound.name, responsible.name, sayDay(responsible.since, lang)) : w.nobody(compound.name)}</h2>
    <p className="lk-second">{responsible ? w.caretakerLine : w.nobodyLine}</p>
    {steps.length === 0 ? <p className="oc-empty cp-none">{w.noPath}</p> : <ol className="cp-path">{steps.map((step, at) => <Step key={step.step} step={step} at={at} />)}</ol>}
    {data.mayName && <div className="lk-moves">
      <Button look={steps.length === 0 ? 'primary' : 'plain'} onClick={() => ask('plan')}>{steps.length === 0 ? w.plan : w.replan}</Button>
      <Button look={steps.length === 0 ? 'plain' : 'primary'} onClick={() => ask('name')}>{w.name}</Button></div>}
    {asking === 'plan' && <PlanDialog compound={compound} onClose={() => ask(null)} />}
    {asking === 'name' && <NameDialog compound={compound} orgs={data.orgs} onClose={() => ask(null)} />}
  </section>
}

function Step({ step: { step, until }, at }: { step: PathStep; at: number }) {
  const w = useWords(compoundsWords)
  const { lang } = useSettings()
  const late = until < today() ? daysBetween(Date.parse(`${until}T12:00:00+08:00`), Date.parse(`${today()}T12:00:00+08:00`)) : 0
  return <li><span className="cp-path__no" aria-hidden="true">{at + 1}</span><b>{w[step]}</b><span className="lk-second">{w.until(sayDay(until, lang))}</span>
    {late > 0 && <span className="cp-late">! {w.late(late)}</span>}</li>
}

function TypeRow({ compound }: { compound: TypedCompound }) {
  const w = useWords(compoundsWords)
  const say = useSay()
  const { type, label, responsible } = compound
  return <li className="cp-type">
    <div><Go className="lk-link" href={`/console/chain/${compound.id}`}><b>{compound.name}</b></Go>
      <span className="lk-small"><Meta>{`${w[TYPE_WORDS[type]]}${label ? w.label(label) : ''}`}{w.homes(compound.homes)}{responsible?.name}</Meta></span>
      <span className="lk-small">{say(compound.why)}</span></div>
    <dl><div><dt>{w.visits}</dt><dd>{w.everyDays(compound.visitDays)}</dd></div><div><dt>{w.reconfirm}</dt><dd>{w.afterDays(compound.reconfirmDays)}</dd></div>
      <div><dt>{w.captains}</dt><dd>{w.mostHomes(compound.homesPerCaptain)}</dd></div></dl>
    <ul className="cp-roles" aria-label={w.roles}>{compound.roles.map(({ role, missing }) => <li key={role} className={missing > 0 ? 'cp-role cp-role--missing' : 'cp-role'}>
      <span aria-hidden="true">{missing > 0 ? '○' : '●'}</span> {say(COMPOUND_ROLE_SAID[role])}{missing > 0 && <b> {w.missing(missing)}</b>}</li>)}</ul>
  </li>
}
