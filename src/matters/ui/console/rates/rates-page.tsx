/** The three rates of a month: the sentence, three figures, rows in the order of the board, and behind each figure its visits. */
import './rates.css'
import type { ReactNode } from 'react'
import { Button, clockTime, ConsoleFrame, ErrorNote, now, problemOf, SectionTitle, Select, Skeleton, useNow, useSay, useSettings, useWords,
  wholeDay } from '../../../../ui-kit/index.ts'
import { usePost } from '../../staff-api.ts'
import { ExclusionsPane } from './exclusions-pane.tsx'
import { useRatesExport } from './export-rates.ts'
import { BigFigures } from './figures.tsx'
import { HowCounted } from './how-counted.tsx'
import { RateNumbers, RateRows } from './rate-rows.tsx'
import { useRates, type Measure, type RatesReply } from './rates-api.ts'
import { useChangeRates, useRatesSearch, type RatesSearch } from './rates-search.ts'
import { ratesWords } from './rates-words.ts'
import { useLead, useVerdictLine } from './sentences.ts'
import { firstSet, measureOf, VisitsPane } from './visits-pane.tsx'

type Change = (part: Partial<RatesSearch>) => void

export default function RatesPage() {
  const w = useWords(ratesWords)
  const search = useRatesSearch()
  const change = useChangeRates(search)
  const list = useRates({ place: search.place, by: search.by, period: search.period })
  const save = useRatesExport(list.data)
  const refused = list.error && problemOf(list.error).status === 403
  return <ConsoleFrame current="/console/rates" rail={list.data && <Pane rates={list.data} search={search} change={change} />}>
    {list.data && <Head rates={list.data}><Tools rates={list.data} change={change} onSave={save} /></Head>}
    {list.isPending && <Skeleton lines={[30, 100, 100, 84]} repeat={2} />}
    {list.error && <ErrorNote title={refused ? w.elsewhereTitle : w.failed} error={list.error}>{!refused && <Button look="primary"
      onClick={() => void list.refetch()}>{w.again}</Button>}</ErrorNote>}
    {list.data && <Drawn rates={list.data} search={search} change={change} />}
  </ConsoleFrame>
}

function Head({ rates, children }: { rates: RatesReply; children: ReactNode }) {
  const w = useWords(ratesWords)
  const lead = useLead(rates)
  return <header className="rt-head"><h1 className="lk-title">{w.title}</h1><div className="lk-page-head__tools lk-no-print">{children}</div>
    <p className="lk-second">{lead}</p></header>
}

function Tools({ rates, change, onSave }: { rates: RatesReply; change: Change; onSave: () => void }) {
  const w = useWords(ratesWords)
  const { home, place, communities, compounds } = rates
  const fresh = { key: undefined, pane: undefined }
  const places = [{ value: '', word: home.name || w.everywhere }, ...communities.filter(({ id }) => id !== home.id).map(({ id,
    name }) => ({ value: id, word: name })),
    ...compounds.map(({ id, name }) => ({ value: id, word: `　${name}` }))]
  return <>
    <Select label={w.monthLabel} quietLabel value={rates.period.month} onChange={(event) => change({ ...fresh, period: event.target.value })}
      options={rates.months.map((month, i) => ({ value: month, word: w.month(month, i === 0) }))} />
    {places.length > 1 && <Select label={w.placeLabel} quietLabel value={place.id === home.id ? '' : place.id}
      onChange={(event) => change({ ...fresh, place: event.target.value || undefined })} options={places} />}
    {rates.cuts.length > 1 && <Select label={w.byLabel} quietLabel value={rates.by} options={rates.cuts.map((cut) => ({ value: cut, word: w[cut] }))}
      onChange={(event) => change({ ...fresh, by: rates.cuts.find((cut) => cut === event.target.value) })} />}
    <Button icon="download" onClick={onSave}>{w.export}</Button>
    <Button icon="print" onClick={() => print()}>{w.print}</Button>
  </>
}

/** Which figure is open: that of a row, or of all rows; unless another is, how many of all are not solved. */
const openedOf = (search: RatesSearch): { readonly key: string | undefined; readonly measure: Measure | null } =>
  (search.pane === undefined ? { key: search.key, measure: search.measure } : { key: search.key, measure: measureOf(search.pane) })

function Drawn({ rates, search, change }: { rates: RatesReply; search: RatesSearch; change: Change }) {
  const w = useWords(ratesWords)
  const line = useVerdictLine(rates, search.measure)
  const opened = openedOf(search)
  const open = (key: string | undefined, measure: Measure | null): void => {
    const figures = key === undefined ? rates.total : rates.rows.find((row) => row.key === key) ?? rates.total
    change({ key, pane: firstSet(measure, figures), ...(measure ? { measure } : {}) })
  }
  return <>
    <BigFigures total={rates.total} pack={rates.pack} current={opened.key === undefined ? opened.measure : null}
      onOpen={(measure) => open(undefined, measure)} />
    <SectionTitle rule="hair" aside={<Button look="quiet" size="small" className="lk-no-print" onClick={() => change({ table: !search.table })}>
      {search.table ? w.asChart : w.asTable}</Button>}>{w[rates.by]}</SectionTitle>
    {line && <p className="rt-line">{line}</p>}
    {search.table ? <RateNumbers rates={rates} /> : <><RateKey minBase={rates.pack.minBase} />
      <RateRows rates={rates} opened={opened} measure={search.measure} onOpen={open} /></>}
    <HowCounted rates={rates} onPane={(pane) => change({ pane, key: undefined })} />
    <PrintFoot />
  </>
}

function RateKey({ minBase }: { minBase: number }) {
  const w = useWords(ratesWords)
  return <p className="rt-key"><span><i className="rt-key__mark" aria-hidden="true" />{w.keyFigure}</span>
    <span><i className="rt-key__mark rt-key__mark--few" aria-hidden="true" />{w.keyFew(minBase)}</span></p>
}

function Pane({ rates, search, change }: { rates: RatesReply; search: RatesSearch; change: Change }) {
  const say = useSay()
  if (search.pane === 'exclusions' || search.pane === 'waiting') return <ExclusionsPane rates={rates} waiting={search.pane === 'waiting'} />
  const row = rates.rows.find((one) => one.key === search.key)
  const figures = row ?? rates.total
  const set = search.pane ?? firstSet(search.measure, figures)
  return <VisitsPane rates={rates} figures={figures} name={row ? say(row.name) : ''} rowKey={row?.key} set={set} onSet={(pane) => change({ pane })} />
}

function PrintFoot() {
  const w = useWords(ratesWords)
  const { lang } = useSettings()
  const present = useNow()
  return <p className="rt-print">{w.printed(usePost()?.orgName ?? '', `${wholeDay(present, lang)} ${clockTime(now())}`, location.host)}</p>
}
