/** The versions of a covenant, each with what changed since another, clause by clause; for the residents' page and for the desk, on screen and on paper. [DC5] */
import { useState } from 'react'
import { Button, ErrorNote, Meta, SectionTitle, Select, Skeleton, useSettings, useWords } from '../../../../ui-kit/index.ts'
import type { ClauseChange } from '../../../rules/covenant/index.ts'
import { useVersion, type Version } from '../../covenant-api.ts'
import { covenantWords } from '../../covenant-words.ts'
import { sayDay } from '../meetings/day.ts'
import { Changes } from './clauses.tsx'

export function Versions({ id, versions }: { id: string; versions: readonly Version[] }) {
  const w = useWords(covenantWords)
  return <section className="cv-part cv-part--versions"><SectionTitle rule="above" aside={String(versions.length)}>{w.versions}</SectionTitle>
    <ul className="cv-versions">{versions.map((one) => <VersionLine key={one.n} id={id} version={one} earlier={versions.filter(({ n }) => n < one.n)} />)}</ul></section>
}

function VersionLine({ id, version, earlier }: { id: string; version: Version; earlier: readonly Version[] }) {
  const w = useWords(covenantWords)
  const { lang } = useSettings()
  const [open, show] = useState(false)
  return <li><details onToggle={(event) => show(event.currentTarget.open)}><summary><b>{w.nth(version.n)}</b><span className="lk-second"><Meta>{[w[`state_${version.state}`],
    version.adoptedOn ? sayDay(version.adoptedOn, lang) : '', version.yes !== null && version.answers !== null ? w.of(version.yes, version.answers) : '',
    version.signatures > 0 ? w.signedBy(version.signatures) : '']}</Meta></span><span className="lk-link">{w.seeChanges}</span></summary>
    {version.reason && <p className="lk-second">{version.reason}</p>}
    {open && <Compared id={id} n={version.n} earlier={earlier} />}</details></li>
}

const counted = (changes: readonly ClauseChange[], kind: ClauseChange['kind']): number => changes.filter((one) => one.kind === kind).length

/** One version against another: first how much changed, then the changed clauses, the others on demand. */
function Compared({ id, n, earlier }: { id: string; n: number; earlier: readonly Version[] }) {
  const w = useWords(covenantWords)
  const [from, compareWith] = useState<number>()
  const [whole, showWhole] = useState(false)
  const full = useVersion(id, n, true, from)
  if (!full.data) return full.error ? <ErrorNote title={w.failed} error={full.error}><Button onClick={() => void full.refetch()}>{w.again}</Button></ErrorNote> : <Skeleton lines={[100, 80]} />
  const { changes, from: before } = full.data
  if (before === null) return <><p className="lk-second cv-said">{w.fresh}</p><Changes changes={changes} /></>
  const same = counted(changes, 'same')
  return <>
    <p className="cv-sum">{same === changes.length ? w.nothingChanged(before) : w.changed(counted(changes, 'changed'), counted(changes, 'added'), counted(changes, 'struck'))}</p>
    {earlier.length > 1 && <div className="cv-from"><Select label={w.against} value={String(before)} onChange={(event) => compareWith(Number(event.target.value))}
      options={earlier.map((one) => ({ value: String(one.n), word: w.nth(one.n) }))} /></div>}
    <p className="lk-second cv-said">{w.compare(before)}</p>
    <Changes changes={changes} whole={whole} />
    <p className="cv-tools">{same > 0 && same < changes.length && <Button size="small" look="quiet" aria-expanded={whole} onClick={() => showWhole(!whole)}>{whole ? w.changedOnly : w.sameToo(same)}</Button>}
      <Button size="small" look="quiet" icon="print" onClick={printChanges}>{w.printChanges}</Button></p>
  </>
}

/** Prints what is unfolded among the versions and nothing else of the page but its head. */
function printChanges(): void {
  const { dataset } = document.documentElement
  dataset['print'] = 'changes'
  addEventListener('afterprint', () => { delete dataset['print'] }, { once: true })
  print()
}
