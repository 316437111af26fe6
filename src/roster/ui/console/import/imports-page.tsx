/** 导入花名册: drop a spreadsheet in, and what was imported before. */
import './import.css'
import { useState } from 'react'
import { Button, ConsoleFrame, DateText, dayOf, Empty, ErrorNote, Field, Go, PageHead, SectionTitle, Select, Skeleton, useNavigate, useNow, useSay,
  useSettings, useWords } from '../../../../ui-kit/index.ts'
import { DropZone, useSendFile } from './drop-zone.tsx'
import { useImports, type ImportLine, type Imports } from './import-api.ts'
import { importWords } from './import-words.ts'

export const IMPORTS = '/console/roster/import'

export default function ImportsPage() {
  const w = useWords(importWords)
  const { data, error, refetch } = useImports()
  return <ConsoleFrame current={IMPORTS}>
    <PageHead title={w.title} line={w.line} />
    {error && !data ? <ErrorNote title={w.failed} error={error}><Button look="primary" onClick={() => void refetch()}>{w.again}</Button></ErrorNote>
      : !data ? <Skeleton repeat={4} /> : <div className="ri-page"><NewImport imports={data} /><Recent items={data.items} /></div>}
  </ConsoleFrame>
}

function NewImport({ imports: { communities, examples, today } }: { imports: Imports }) {
  const w = useWords(importWords)
  const say = useSay()
  const go = useNavigate()
  const [community, choose] = useState(communities[0]?.id ?? '')
  const [seenOn, setDay] = useState(today)
  const { send, share, error, clear } = useSendFile(({ id, before }) => go(`${IMPORTS}/${id}${before === null ? '' : '?same=1'}`))
  return <section className="ri-new">
    <DropZone onFile={(file) => void send(file, community, seenOn)} share={share} error={error} onAgain={clear} />
    <div className="ri-new__side">
      {communities.length > 1 && <Select label={w.community} value={community} onChange={({ target }) => choose(target.value)}
        options={communities.map(({ id, name }) => ({ value: id, word: name }))} />}
      <Field label={w.seenOn} type="date" max={today} value={seenOn} onChange={({ target }) => setDay(target.value || today)} />
      {examples.length > 0 && <div className="ri-examples"><p className="lk-second">{w.examples}</p>
        <ul>{examples.map(({ name, title }) => <li key={name}><a href={`/api/v1/roster/examples/${name}`} download={`${name}.xlsx`}>
          {say(title)}</a></li>)}</ul>
        <p className="lk-small">{w.demoNote}</p></div>}
    </div>
  </section>
}

/** A civil day ('YYYY-MM-DD') as people say it. */
export function useCivilDay(): (day: string) => string {
  const present = useNow()
  const { lang } = useSettings()
  return (day) => dayOf(Date.parse(`${day}T12:00:00+08:00`), present, lang)
}

/** How a state is called in lists. */
export function useStateWord(): (state: ImportLine['state']) => string {
  const w = useWords(importWords)
  return (state) => (state === 'failed' ? w.failedState : w[state])
}

function Recent({ items }: { items: readonly ImportLine[] }) {
  const w = useWords(importWords)
  return <section><SectionTitle>{w.recent}</SectionTitle>
    {items.length === 0 ? <Empty title={w.none} line={w.noneLine} /> : <table className="ri-table"><thead><tr>
      <th scope="col">{w.when}</th><th scope="col">{w.state}</th><th scope="col">{w.community}</th>
      <th scope="col" className="ri-number">{w.rowsHead}</th><th scope="col" className="ri-number">{w.peopleHead}</th></tr></thead>
      <tbody>{items.map((item) => <Line key={item.id} item={item} />)}</tbody></table>}
  </section>
}

function Line({ item }: { item: ImportLine }) {
  const w = useWords(importWords)
  const stateWord = useStateWord()
  const day = useCivilDay()
  const { id, state, startedAt, communityName, readRows, numbers, seenOn } = item
  return <tr className="ri-line">
    <th scope="row"><Go href={`${IMPORTS}/${id}`} className="ri-line__link"><DateText at={Date.parse(startedAt)} /></Go></th>
    <td><span className={`ri-state ri-state--${state}`}>{stateWord(state)}</span></td>
    <td>{communityName}<span className="lk-small ri-asof">{w.asOf(day(seenOn))}</span></td>
    <td className="ri-number">{numbers['rows'] || readRows}</td>
      <td className="ri-number">{state === 'done' ? numbers['newPeople'] ?? 0 : ''}</td></tr>
}
