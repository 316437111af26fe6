/** The file of one head: what it owns and counts, who it is, who votes, who stands in, and what is to be done. */
import { useState } from 'react'
import { sayDay } from '../../../../offices/ui/parts/day.ts'
import { Button, Empty, ErrorNote, Icon, MaskedName, Meta, problemOf, SectionTitle, Skeleton, Tag, useSay, useSettings,
  useWords } from '../../../../ui-kit/index.ts'
import { saidArea } from '../../../rules/share.ts'
import type { Ask } from './form-props.ts'
import { DIALOGS } from './forms.tsx'
import { headWords } from './head-words.ts'
import { revealOwner, useHead, type HeadFile, type HeadProxy, type HeadTitle, type Owner, type Register } from './register-api.ts'
import { KIND_SAID, registerWords, SOURCE_SAID, STATUS_SAID } from './words.ts'

export function HeadPane({ id, register }: { id: string; register: Register }) {
  const w = useWords(registerWords)
  const { data, error, refetch } = useHead(id)
  if (error && !data) {
    return problemOf(error).status === 404 ? <Empty title={w.gone} line={w.goneLine} />
      : <ErrorNote title={w.failed} error={error}><Button look="primary" onClick={() => void refetch()}>{w.again}</Button></ErrorNote>
  }
  return data ? <File file={data} register={register} /> : <Skeleton repeat={3} />
}

function File({ file, register }: { file: HeadFile; register: Register }) {
  const w = useWords(headWords)
  const [asking, ask] = useState<Ask | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const counted = file.titles.filter(({ counts }) => counts)
  const first = counted[0] ?? file.titles[0]
  const title = file.company ?? first?.label ?? w.noTitle
  const Asked = asking && DIALOGS[asking.what]
  return <article className="vr-file">
    <header><p className="lk-page-head__over">{register.compound.name}</p><h1 className="lk-title">{title}</h1>
      <p className="vr-said vr-said--file">{file.totals.heads === 0 ? w.countsNothing : w.counts(file.totals.titles, saidArea(file.totals.area))}</p>
      {file.kind === 'developer' && <p className="lk-second">{w.developer}</p>}</header>
    {done && <p className="vr-done" role="status"><Icon name="check" size={16} />{done}</p>}
    <Stopped file={file} onAsk={ask} />
    <Titles file={file} onAsk={ask} />
    <Owners file={file} onAsk={ask} />
    <Proxies file={file} onAsk={ask} />
    {file.blocked === null && <p className="vr-block"><Button size="small" look="quiet" onClick={() => ask({ what: 'block' })}>{w.block}</Button></p>}
    {asking && Asked && <Asked ask={asking} file={file} register={register} onClose={() =>
      ask(null)} onDone={(said) => { ask(null); setDone(said) }} />}
  </article>
}

type Part = { file: HeadFile; onAsk: (ask: Ask) => void }

/** The one thing that has to be done before this head can vote. */
function Stopped({ file, onAsk }: Part) {
  const w = useWords(headWords)
  if (file.stop === null || file.totals.heads === 0) return null
  const said = { not_chosen: w.stopNotChosen(file.owners.length), nobody: w.stopNobody, death: w.stopDeath, court_order: w.stopCourt }[file.stop]
  const line = { not_chosen: w.stopNotChosenLine, nobody: w.stopNobodyLine, death: w.stopDeathLine, court_order: w.stopCourtLine }[file.stop]
  const [owned] = file.titles
  return <section className="vr-stopped"><h2>{said}</h2><p>{line}</p><div className="lk-moves">
    {file.stop === 'not_chosen' && <Button look="primary" onClick={() => onAsk({ what: 'choose' })}>{w.choose}</Button>}
    {file.stop === 'nobody' && <Button look="primary" onClick={() => onAsk({ what: 'add' })}>{w.add}</Button>}
    {file.stop === 'death' && owned && <Button look="primary" onClick={() => onAsk({ what: 'move', title: owned,
      why: 'inheritance' })}>{w.heirs}</Button>}
    {file.blocked !== null && <Button onClick={() => onAsk({ what: 'unblock' })}>{w.unblock}</Button>}</div></section>
}

function Titles({ file, onAsk }: Part) {
  const w = useWords(headWords)
  const { lang } = useSettings()
  const say = useSay()
  return <section><SectionTitle aside={w.titlesAside}>{w.titles}</SectionTitle><ul className="vr-rows">{file.titles.map((title) => <li key={title.id}>
    <span><b>{title.label}</b><Meta><span>{say(KIND_SAID[title.kind])}</span><span>{say(SOURCE_SAID[title.source])}</span>
      {title.status === 'sold' ? null : <span>{say(STATUS_SAID[title.status])}</span>}{title.counts ? null
        : <span>{w.notCounted}</span>}</Meta></span>
    <span className="vr-area">{saidArea(title.area)} {lang === 'zh' ? '平方米' : 'm²'}</span>
    <TitleMoves title={title} onAsk={onAsk} /></li>)}</ul></section>
}

function TitleMoves({ title, onAsk }: { title: HeadTitle; onAsk: (ask: Ask) => void }) {
  const w = useWords(headWords)
  return <span className="vr-moves"><Button size="small" onClick={() => onAsk({ what: 'move',
    title })}>{title.status === 'sold' ? w.move : w.handed}</Button>
    <Button size="small" look="quiet" onClick={() => onAsk({ what: 'area', title })}>{w.area}</Button>
    {title.status === 'sold' && <Button size="small" look="quiet" onClick={() => onAsk({ what: 'status', title })}>{w.unsold}</Button>}</span>
}

const PURPOSES = ['deliver_notice', 'identity_check', 'call_back'] as const
function usePurposes() {
  const w = useWords(headWords)
  return PURPOSES.map((value) => ({ value, word: { deliver_notice: w.forDelivery, identity_check: w.forIdentity, call_back: w.forCall }[value] }))
}

function Owners({ file, onAsk }: Part) {
  const w = useWords(headWords)
  return <section><SectionTitle aside={<Button size="small" look="quiet" icon="plus" onClick={() => onAsk({ what: 'add' })}>{file.kind === 'owners'
    ? w.add : w.addSigner}</Button>}>
    {file.kind === 'owners' ? w.owners(file.owners.length) : w.signers}</SectionTitle>
    {file.owners.length === 0 ? <p className="lk-second vr-none">{w.noOwner}</p> : <ul className="vr-rows">{file.owners.map((owner) =>
      <OwnerRow key={owner.id} owner={owner} file={file} onAsk={onAsk} />)}</ul>}
    {file.past.length > 0 && <details className="vr-past"><summary>{w.past(file.past.length)}</summary><ul>{file.past.map((one) =>
      <Past key={one.id} owner={one} />)}</ul></details>}
  </section>
}

function Past({ owner }: { owner: Owner }) {
  const w = useWords(headWords)
  const { lang } = useSettings()
  return <li><Meta><span>{owner.name}</span>{owner.until ? <span>{w.until(sayDay(owner.until, lang))}</span> : null}</Meta></li>
}

function OwnerRow({ owner, file, onAsk }: { owner: Owner; file: HeadFile; onAsk: (ask: Ask) => void }) {
  const w = useWords(headWords)
  const { lang } = useSettings()
  const purposes = usePurposes()
  const show = (field: 'name' | 'phone') => (purpose: string) => revealOwner('register-owners', owner.id, field, purpose)
  return <li><span><b><MaskedName masked={owner.name} purposes={purposes} reveal={show('name')} /></b>
    <Meta>{owner.phone ? <MaskedName masked={owner.phone} purposes={purposes} reveal={show('phone')} /> : <span>{w.noPhone}</span>}
      {owner.since ? <span>{w.since(sayDay(owner.since, lang))}</span> : null}</Meta></span>
  <span>{owner.chosen && <Tag>{file.kind !== 'owners' ? w.signs : file.owners.length > 1 ? w.votes : w.votesAlone}</Tag>}</span>
  <span className="vr-moves">{file.owners.length > 1 && !owner.chosen && <Button size="small" onClick={() => onAsk({ what: 'choose',
    owner })}>{w.chooseThis}</Button>}
    <Button size="small" look="quiet" onClick={() => onAsk({ what: 'correct', owner })}>{w.correct}</Button>
    <Button size="small" look="quiet" onClick={() => onAsk({ what: 'end', owner })}>{w.end}</Button></span></li>
}

function Proxies({ file, onAsk }: Part) {
  const w = useWords(headWords)
  return <section><SectionTitle aside={<Button size="small" look="quiet" icon="plus" onClick={() =>
    onAsk({ what: 'proxy' })}>{w.give}</Button>}>{w.proxies}</SectionTitle>
    {file.proxies.length === 0 ? <p className="lk-second vr-none">{w.noProxy}</p>
      : <ul className="vr-rows">{file.proxies.map((proxy) => <ProxyRow key={proxy.id} proxy={proxy} onAsk={onAsk} />)}</ul>}</section>
}

function ProxyRow({ proxy, onAsk }: { proxy: HeadProxy; onAsk: (ask: Ask) => void }) {
  const w = useWords(headWords)
  const { lang } = useSettings()
  const purposes = usePurposes()
  const state = { holds: w.holds, ahead: w.ahead, over: w.over, revoked: w.revoked }[proxy.state]
  return <li><span><b><MaskedName masked={proxy.name} purposes={purposes} reveal={(purpose) => revealOwner('register-proxies', proxy.id, 'name',
    purpose)} /></b>
    <Meta><span>{proxy.vote ? w.oneVote : w.allVotes}</span><span>{w.fromTo(sayDay(proxy.from, lang), sayDay(proxy.to, lang))}</span></Meta></span>
  <Tag>{state}</Tag><span className="vr-moves">{(proxy.state === 'holds' || proxy.state === 'ahead')
    && <Button size="small" look="quiet" onClick={() => onAsk({ what: 'revoke', proxy })}>{w.revoke}</Button>}</span></li>
}
