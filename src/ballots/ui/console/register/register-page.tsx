/** 业主名册: who counts as one person, with which area; its lists at the left, the whole or one head at the right. */
import './register.css'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, ConsoleFrame, Empty, ErrorNote, Kbd, ListGroup, ListPane, Meta, problemOf, Row, SearchBox, Select, Skeleton, Tabs, useKeys,
  useNavigate, useSay,
  useSettings, useWords } from '../../../../ui-kit/index.ts'
import { area } from '../../../../ui-kit/when.ts'
import { HeadPane } from './head-pane.tsx'
import { Overview } from './overview.tsx'
import { registerAt } from './register-at.ts'
import { useRegister, useTitles, type Group, type Register, type RegisterList, type Title } from './register-api.ts'
import { KIND_SAID, registerWords, STOP_SAID } from './words.ts'

export const LISTS: readonly RegisterList[] = ['all', 'stopped', 'joint', 'several', 'proxy']
type Asked = { readonly list: RegisterList; readonly group: string | undefined }

export default function RegisterPage() {
  const w = useWords(registerWords)
  // the route's own parameters and search; what is in none of the lists is not kept
  const { compound = '', head } = useParams({ strict: false }) as { compound?: string; head?: string }
  const search = useSearch({ strict: false }) as { list?: string; group?: string }
  const asked: Asked = { list: LISTS.find((one) => one === search.list) ?? 'all', group: search.group }
  const { data, error, refetch } = useRegister(compound)
  if (error && !data) {
    return <ConsoleFrame current="/console/register">{problemOf(error).status === 404
      ? <Empty title={w.gone} line={w.goneLine}><Button href="/console/register">{w.back}</Button></Empty>
      : <ErrorNote title={w.failed} error={error}><Button look="primary" onClick={() => void refetch()}>{w.again}</Button></ErrorNote>}</ConsoleFrame>
  }
  if (!data) return <ConsoleFrame current="/console/register"><Skeleton repeat={4} /></ConsoleFrame>
  return <Desk register={data} asked={asked} head={head} />
}

/** What was typed stays while one head after the other is opened: each is a page of its own. */
const typed = new Map<string, string>()

function Desk({ register, asked, head }: { register: Register; asked: Asked; head: string | undefined }) {
  const w = useWords(registerWords)
  const navigate = useNavigate()
  const [q, setTyped] = useState(() => typed.get(register.compound.id) ?? '')
  const setQ = (text: string) => { typed.set(register.compound.id, text); setTyped(text) }
  const titles = useTitles(register.compound.id, { ...asked, q })
  const items = titles.data?.items ?? []
  const at = items.findIndex((one) => one.head === head)
  const to = (id: string): string => registerAt(register.compound.id, { ...asked, head: id })
  const step = (by: 1 | -1) => { const next = items[at < 0 ? 0
    : at + by]; if (next) { navigate(to(next.head)); document.getElementById(`title-${next.id}`)?.scrollIntoView({ block: 'nearest' }) } }
  useKeys({ j: () => step(1), k: () => step(-1) })
  return <ConsoleFrame current="/console/register" open={head !== undefined || !narrowed(asked)}
    {...(head === undefined ? {} : { backToList: { href: registerAt(register.compound.id, asked), word: w.backList } })}
    keys={[{ keys: ['J'], word: w.keyNext }, { keys: ['K'], word: w.keyBefore }]}
    list={<TitlesPane register={register} asked={asked} q={q} onQ={setQ} head={head} to={to} titles={titles} />}>
    {head === undefined ? <Overview register={register} /> : <HeadPane key={head} id={head} register={register} />}
  </ConsoleFrame>
}

/** Below 1180 px the list stands alone where somebody asked for one, the whole register where nobody did. */
const narrowed = ({ list, group }: Asked): boolean => list !== 'all' || group !== undefined

type PaneProps = { register: Register; asked: Asked; q: string; onQ: (q: string) => void; head: string | undefined; to: (head: string) =>
  string; titles: ReturnType<typeof useTitles> }

function TitlesPane({ register, asked, q, onQ, head, to, titles }: PaneProps) {
  const w = useWords(registerWords)
  const navigate = useNavigate()
  const say = useSay()
  const nameOf = (group: Group): string => group.name ?? say(KIND_SAID[group.kind])
  const words: Readonly<Record<RegisterList, string>> = { all: w.all, stopped: w.stopped, joint: w.joint, several: w.several, proxy: w.proxy }
  const go = (next: Partial<Asked>) => navigate(registerAt(register.compound.id, { ...asked, ...next }))
  const { data, error } = titles
  return <ListPane title={w.title} search={<SearchBox label={w.search} value={q} onChange={onQ} />}
    tabs={<div className="vr-tabs"><Tabs label={w.listLabel} current={asked.list} onChange={(list) => go({ list })} tabs={LISTS.map((key) => ({ key,
      word: words[key] }))} />
      <Select label={w.part} quietLabel value={asked.group ?? ''} empty={w.whole} onChange={({ target }) => go({ group: target.value || undefined })}
        options={register.groups.map((group) => ({ value: group.key, word: nameOf(group) }))} /></div>}
    foot={<><Kbd>J</Kbd><span>{w.keyNext}</span><Kbd>K</Kbd><span>{w.keyBefore}</span></>}>
    {error && !data ? <ErrorNote title={w.failed} error={error} /> : !data ? <div className="cs-pad"><Skeleton lines={[60, 40]} repeat={6} /></div>
      : data.items.length === 0 ? <Empty title={w.nothing} line={w.nothingLine} />
        : [...Map.groupBy(data.items, ({ group }) => group)].map(([key, all]) => {
          const group = register.groups.find((one) => one.key === key)
          return <ListGroup key={key} word={group ? nameOf(group) : ''} order={w.count(all.length)}>{all.map((one) =>
            <TitleRow key={one.id} title={one} open={one.head === head} href={to(one.head)} />)}</ListGroup>
        })}
    {data && data.total > data.items.length && <p className="lk-small vr-more">{w.shows(data.items.length, data.total)}</p>}
  </ListPane>
}

function TitleRow({ title, open, href }: { title: Title; open: boolean; href: string }) {
  const w = useWords(registerWords)
  const say = useSay()
  const { lang } = useSettings()
  const [first = ''] = title.owners
  const who = title.company ?? (title.owners.length === 0 ? w.nobodyYet : w.people(first, title.owners.length))
  return <Row id={`title-${title.id}`} href={href} selected={open} title={title.label} right={<span className="vr-area">{area(title.area,
    lang)}</span>}
    meta={<Meta><span>{who}</span>{title.stop && title.counts ? <b className="vr-stop">{say(STOP_SAID[title.stop])}</b> : null}
      {title.of > 1 && title.counts ? <span>{w.severalOf(title.of)}</span> : null}{title.counts ? null : <span>{w.notCounted}</span>}</Meta>} />
}
