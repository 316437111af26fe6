/** 底数: how much is known of the homes, by community, grid and building; every number opens its list. */
import './lists.css'
import { Fragment, useState } from 'react'
import { Button, ConsoleFrame, Empty, ErrorNote, Go, Icon, PageHead, SectionTitle, Skeleton, useWords } from '../../../../ui-kit/index.ts'
import { count } from '../../../../ui-kit/when.ts'
import { saveXlsx } from '../../../../ui-kit/xlsx.ts'
import { workKinds, type ListKind } from '../../../rules/index.ts'
import { useCoverage, type Covered, type CoveredCommunity, type CoveredGrid } from '../../home-api.ts'
import { FindBox } from '../find/find-box.tsx'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { listWords } from './words.ts'

/** The address of a list of a place. */
export const listOf = (kind: ListKind, place?: string | null): string => `/console/roster/list/${kind}${place ? `?place=${place}` : ''}`

export default function CoveragePage() {
  const w = useWords(listWords)
  const keeps = ['captain', 'grid', 'community'].includes(usePost()?.audience ?? '')
  const { data, error, refetch } = useCoverage()
  const communities = data?.communities ?? []
  return <ConsoleFrame current="/console/roster">
    <PageHead title={w.title} line={keeps ? w.line : w.streetOnly} tools={communities.length > 0 && <>
      <Button icon="download" onClick={() => saveXlsx(w.title, sheetOf(communities, w))}>{w.export}</Button>
      <Button icon="print" onClick={() => print()}>{w.print}</Button></>} />
    <div className="rl-page">
      {keeps && <FindBox big />}
      {error && !data ? <ErrorNote title={w.failed} error={error}><Button look="primary" onClick={() => void refetch()}>{w.again}</Button></ErrorNote>
        : !data ? <Skeleton repeat={4} /> : communities.length === 0 ? <Empty title={w.none} line={w.noneLine} />
          : <><Whole communities={communities} keeps={keeps} /><Table communities={communities} keeps={keeps} /></>}
    </div>
  </ConsoleFrame>
}

const sumOf = (all: readonly Covered[], of: (one: Covered) => number): number => all.reduce((sum, one) => sum + of(one), 0)

/** The sentence first, then the lists with what to do about each. */
function Whole({ communities, keeps }: { communities: readonly CoveredCommunity[]; keeps: boolean }) {
  const w = useWords(listWords)
  const sum = (of: (one: Covered) => number): number => sumOf(communities, of)
  const [homes, known, confirmed] = [sum((c) => c.homes), sum((c) => c.known), sum((c) => c.confirmed)]
  const why: Readonly<Partial<Record<ListKind, string>>> = { unknown: w.workUnknown, stale: w.workStale, doubtful: w.workDoubtful,
    conflict: w.workConflict, vacant: w.workVacant }
  const word: Readonly<Partial<Record<ListKind, string>>> = { unknown: w.unknown, stale: w.stale, doubtful: w.doubtful, vacant: w.vacant }
  const shown = workKinds.filter((kind) => kind !== 'conflict' && (keeps || kind !== 'doubtful'))
  return <section>
    <p className="rl-said">{confirmed === homes ? w.saidAll(count(homes)) : w.said(count(homes), count(known), count(confirmed))}</p>
    {keeps && <p className="lk-second">{w.people(count(sum((c) => c.living)))}</p>}
    <ul className="rl-work" aria-label={w.work}>{shown.map((kind) => <li key={kind}><Go href={listOf(kind)}>
      <span className="rl-work__n">{sum((c) => (kind === 'unknown' ? c.unknown : kind === 'stale' ? c.stale : kind === 'vacant' ? c.vacant
        : c.doubtful))}</span>
      <span><b>{word[kind]}</b><span className="lk-small">{why[kind]}</span></span></Go></li>)}</ul>
  </section>
}

/** Dark: confirmed lately; hatched: known and due; blank: not known. The words beside it say the same. */
function Bar({ of }: { of: Covered }) {
  const share = (n: number): string => `${of.homes === 0 ? 0 : 100 * n / of.homes}%`
  return <span className="rl-bar" aria-hidden="true"><span className="rl-bar__fresh" style={{ width: share(of.confirmed) }} />
    <span className="rl-bar__due" style={{ width: share(of.stale) }} /></span>
}

function Number({ of, kind, n, name }: { of: Covered; kind: ListKind; n: number; name: string }) {
  const w = useWords(listWords)
  const words: Readonly<Record<ListKind, string>> = { all: w.all, known: w.known, confirmed: w.confirmed, unknown: w.unknown, stale: w.stale,
    doubtful: w.doubtful, conflict: w.doubtful, vacant: w.vacant }
  return <td className="rl-number">{n === 0 || of.id === null ? count(n)
    : <Go className="rl-open" href={listOf(kind, of.id)} aria-label={w.open(name, words[kind], count(n))}>{count(n)}</Go>}</td>
}

function Cells({ of, name, keeps, rhythm = true }: { of: Covered; name: string; keeps: boolean; rhythm?: boolean }) {
  const w = useWords(listWords)
  return <>
    <Number of={of} kind="all" n={of.homes} name={name} />
    <td className="rl-share"><Bar of={of} /><span>{w.percent(of.homes === 0 ? 0 : Math.floor(100 * of.known / of.homes))}</span></td>
    <Number of={of} kind="known" n={of.known} name={name} /><Number of={of} kind="confirmed" n={of.confirmed} name={name} />
    <Number of={of} kind="stale" n={of.stale} name={name} /><Number of={of} kind="unknown" n={of.unknown} name={name} />
    {keeps && <Number of={of} kind="doubtful" n={of.doubtful} name={name} />}<Number of={of} kind="vacant" n={of.vacant} name={name} />
    <td className="rl-days">{of.days === null || !rhythm ? '' : w.rhythm(of.days)}</td>
  </>
}

function Table({ communities, keeps }: { communities: readonly CoveredCommunity[]; keeps: boolean }) {
  const w = useWords(listWords)
  const few = communities.length === 1 && communities[0]?.grids.length === 1
  const [open, setOpen] = useState<readonly string[]>([])
  const toggle = (id: string) => setOpen(open.includes(id) ? open.filter((one) => one !== id) : [...open, id])
  const isOpen = (grid: CoveredGrid): boolean => few || open.includes(grid.id ?? '')
  return <section><SectionTitle aside={w.key}>{w.by}</SectionTitle>
    <div className="rl-scroll"><table className="rl-table"><thead><tr><th scope="col">{w.place}</th><th scope="col" className="rl-number">{w.all}</th>
      <th scope="col">{w.share}</th><th scope="col" className="rl-number">{w.known}</th><th scope="col" className="rl-number">{w.confirmed}</th>
      <th scope="col" className="rl-number">{w.stale}</th><th scope="col" className="rl-number">{w.unknown}</th>
      {keeps && <th scope="col" className="rl-number">{w.doubtful}</th>}<th scope="col" className="rl-number">{w.vacant}</th><td /></tr></thead>
      {communities.map((community) => <tbody key={community.id}>
        <tr className="rl-community"><th scope="row">{community.name}</th><Cells of={community} name={community.name} keeps={keeps} /></tr>
        {community.grids.map((grid) => <Fragment key={grid.id ?? 'none'}>
          <tr className={grid.parent === null ? 'rl-grid'
            : 'rl-grid rl-grid--small'}><th scope="row"><button type="button" aria-expanded={isOpen(grid)}
            onClick={() => toggle(grid.id ?? '')}><Icon name={isOpen(grid) ? 'down' : 'right'} size={14} />
            <span>{grid.name || w.noGrid}{grid.area && <span className="rl-area">{grid.area}</span>}</span></button></th>
          <Cells of={grid} name={grid.area ?? grid.name} keeps={keeps} /></tr>
          {isOpen(grid) && grid.buildings.map((one) => <tr key={one.id} className="rl-building"><th scope="row">{one.name}</th>
            <Cells of={one} name={one.name} keeps={keeps} rhythm={false} /></tr>)}
        </Fragment>)}</tbody>)}</table></div>
    <p className="lk-small rl-basis">{w.basis}</p></section>
}

type Words = ReturnType<typeof useWords<typeof listWords>>
function sheetOf(communities: readonly CoveredCommunity[], w: Words): (string | number)[][] {
  const line = (name: string, under: string, { homes, known, confirmed, stale, unknown, doubtful, vacant }: Covered): (string | number)[] =>
    [under, name, homes, known, confirmed, stale, unknown, doubtful, vacant]
  return [['', w.place, w.all, w.known, w.confirmed, w.stale, w.unknown, w.doubtful, w.vacant], ...communities.flatMap((community) => [
    line(community.name, '', community), ...community.grids.flatMap((grid) => [line(grid.area ?? grid.name, community.name, grid),
      ...grid.buildings.map((one) => line(one.name, grid.area ?? grid.name, one))])])]
}
