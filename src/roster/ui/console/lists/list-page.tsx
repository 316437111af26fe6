/** A list of homes to work through, with the file of the chosen one beside it: J and K move, C says that all of it holds. */
import './lists.css'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, ConsoleFrame, dayOf, Empty, ErrorNote, Go, Icon, Kbd, ListGroup, ListPane, Meta, Row, Skeleton, Tabs, useKeys, useNavigate, useNow,
  useSay,
  useSettings, useWords, comma } from '../../../../ui-kit/index.ts'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { listKinds, workKinds, type ListKind } from '../../../rules/index.ts'
import { useHomeList, type ListedHome } from '../../home-api.ts'
import { LIST_SAID, STATE_SAID } from '../../parts/home-words.ts'
import { HomePane } from '../home/home-pane.tsx'
import { listOf } from './coverage-page.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { listWords } from './words.ts'

export default function ListPage() {
  const w = useWords(listWords)
  const { kind: asked, home } = useParams({ strict: false }) as { kind?: string; home?: string } // the route's own parameters
  const { place } = useSearch({ strict: false }) as { place?: string } // an id, or the server finds nothing
  const kind = listKinds.find((one) => one === asked) ?? 'all'
  const keeps = ['captain', 'grid', 'community'].includes(usePost()?.audience ?? '')
  const list = useHomeList(kind, place)
  const navigate = useNavigate()
  const at = list.homes.findIndex(({ id }) => id === home)
  const to = (id: string): string => `/console/roster/list/${kind}/${id}${place ? `?place=${place}` : ''}`
  const step = (by: 1 | -1) => {
    const next = list.homes[at < 0 ? 0 : at + by]
    if (next && keeps) { navigate(to(next.id)); document.getElementById(`home-${next.id}`)?.scrollIntoView({ block: 'nearest' }) }
    if (at + by >= list.homes.length - 5 && list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage()
  }
  useKeys({ j: () => step(1), k: () => step(-1) })
  const next = list.homes[at + 1]
  return <ConsoleFrame current="/console/roster" open={home !== undefined} backToList={{ href: listOf(kind, place), word: w.backToList }}
    keys={[{ keys: ['J'], word: w.keyNext }, { keys: ['K'], word: w.keyBefore }, { keys: ['C'], word: w.keyHolds }]}
    list={<HomesPane kind={kind} place={place} open={home} keeps={keeps} to={to} list={list} />}>
    {home !== undefined && keeps ? <HomePane key={home} home={home} {...(next ? { next: to(next.id) } : {})} />
      : <div className="rl-pick">{!keeps ? <Empty title={w.streetOnly} /> : list.homes.length > 0
        && <Empty title={w.pick} line={w.pickLine} />}</div>}
  </ConsoleFrame>
}

type List = ReturnType<typeof useHomeList>

function HomesPane({ kind, place, open, keeps, to, list }: { kind: ListKind; place: string | undefined; open: string | undefined; keeps: boolean
  to: (id: string) => string; list: List }) {
  const w = useWords(listWords)
  const say = useSay()
  const navigate = useNavigate()
  const [taking, take] = useState(false)
  const tabs = (workKinds.includes(kind) ? workKinds : [kind, ...workKinds]).filter((one) => keeps || (one !== 'doubtful' && one !== 'conflict'))
  return <><ListPane title={say(LIST_SAID[kind])} tools={<>
    {keeps && <button type="button" className="lk-icon-button" aria-label={w.take} title={w.take} onClick={() =>
      take(true)}><Icon name="download" /></button>}
    <Go className="lk-icon-button" href="/console/roster" aria-label={w.back} title={w.back}><Icon name="left" /></Go></>}
  foot={<><Kbd>J</Kbd><span>{w.keyNext}</span><Kbd>K</Kbd><span>{w.keyBefore}</span>{keeps && <><Kbd>C</Kbd><span>{w.keyHolds}</span></>}</>}
  tabs={<div className="rl-tabs"><Tabs label={w.tabs} current={kind} onChange={(one) => navigate(listOf(one, place))}
    tabs={tabs.map((one) => ({ key: one, word: short(one, w) }))} /></div>}>
    {list.isPending ? <div className="cs-pad"><Skeleton lines={[70, 50]} repeat={6} /></div>
      : list.error ? <ErrorNote title={w.failed} error={list.error}><Button look="primary" onClick={() =>
        void list.refetch()}>{w.again}</Button></ErrorNote>
        : list.homes.length === 0 ? <Empty title={w.listDone} line={w.listDoneLine}><Button href="/console/roster">{w.back}</Button></Empty>
          : <ListGroup word={`${list.place?.name ?? w.everywhere}${comma()}${w.count(list.total ?? list.homes.length)}`}>
            {list.homes.map((home) => <HomeRow key={home.id} kind={kind} home={home} open={home.id === open} href={keeps ? to(home.id)
              : undefined} />)}</ListGroup>}
    {list.hasNextPage && <Button look="quiet" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{w.more}</Button>}
  </ListPane>
  {taking && <ExportDialog kind={kind} place={place} total={list.total ?? 0} onClose={() => take(false)} />}</>
}

const short = (kind: ListKind, w: ReturnType<typeof useWords<typeof listWords>>): string => ({ unknown: w.unknown, stale: w.stale,
  doubtful: w.doubtful,
  conflict: w.conflict, vacant: w.vacant, known: w.known, confirmed: w.confirmed, all: w.all })[kind]

function HomeRow({ kind, home, open, href }: { kind: ListKind; home: ListedHome; open: boolean; href: string | undefined }) {
  const w = useWords(listWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  const on = home.confirmedOn === null ? w.never : w.on(dayOf(Date.parse(`${home.confirmedOn}T12:00:00+08:00`), now, lang))
  // a home whose people nobody knows was never confirmed, whatever a spreadsheet said of its use [RO40] [RO41]
  const nameless = kind === 'unknown' && (home.state === 'lived_in' || home.state === 'let')
  return <Row id={`home-${home.id}`} href={href} selected={open} title={home.name} meta={<Meta><span>{say(STATE_SAID[home.state])}</span>
    {home.living ? <span>{w.living(home.living)}</span> : null}{kind !== 'unknown' && <span>{on}</span>}{nameless && <span>{w.nameless}</span>}</Meta>} />
}
