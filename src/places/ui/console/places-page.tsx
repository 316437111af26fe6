/** The places of one's own area as a table: out as CSV or Excel, and in again, tried out before anything changes. */
import './places.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type DragEvent } from 'react'
import type { Said } from '../../../kit/pure.ts'
import { Button, ConsoleFrame, ErrorNote, PageHead, request, SectionTitle, Skeleton, useAct, useSay, useWords } from '../../../ui-kit/index.ts'
import { saveXlsx } from '../../../ui-kit/xlsx.ts'
import { placesTableWords } from './places-words.ts'

const PLACES = '/console/places'
const ADDRESS = '/api/v1/places-table'
const MOST_BYTES = 8_000_000

type Table = { readonly headings: readonly string[]; readonly rows: readonly (readonly (string | number | null)[])[]; readonly csv: string }
type Taken = { readonly committed: boolean; readonly rows: number; readonly added: number; readonly changed: number; readonly same: number
  readonly problems: readonly { readonly line: number; readonly said: Said }[] }
type Sent = { readonly name: string; readonly file: string }

export default function PlacesPage() {
  const w = useWords(placesTableWords)
  const table = useQuery({ queryKey: ['places-table'], queryFn: ({ signal }) => request<Table>('GET', ADDRESS, { signal }) })
  return <ConsoleFrame current={PLACES}>
    <PageHead title={w.title} line={w.line} tools={<Button href="/console/places/plan">{w.plan}</Button>} />
    {table.isPending && <Skeleton repeat={3} />}
    {table.error && <ErrorNote title={w.failed} error={table.error}><Button look="primary" onClick={() => void table.refetch()}>{w.again}</Button></ErrorNote>}
    {table.data && <div className="pt-page"><Import headings={table.data.headings} /><Export table={table.data} fresh={!table.isFetching} /></div>}
  </ConsoleFrame>
}

function Export({ table, fresh }: { table: Table; fresh: boolean }) {
  const w = useWords(placesTableWords)
  const saveCsv = () => {
    const address = URL.createObjectURL(new Blob([table.csv], { type: 'text/csv;charset=utf-8' }))
    Object.assign(document.createElement('a'), { href: address, download: `${w.title}.csv` }).click()
    setTimeout(() => URL.revokeObjectURL(address), 10_000)
  }
  return <section><SectionTitle>{w.out}</SectionTitle>
    <p className="lk-second pt-line">{w.outLine(table.rows.length)}</p>
    <div className="lk-moves"><Button icon="download" busy={!fresh} onClick={saveCsv}>{w.csv}</Button>
      <Button icon="download" busy={!fresh} onClick={() => saveXlsx(w.title, [table.headings, ...table.rows])}>{w.xlsx}</Button></div>
  </section>
}

/** A file as base64, as the interface takes it. */
async function packed(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const parts = Array.from({ length: Math.ceil(bytes.length / 30_000) }, (_, at) => btoa(String.fromCharCode(...bytes.subarray(at * 30_000, (at + 1) * 30_000))))
  return parts.join('')
}

function Import({ headings }: { headings: readonly string[] }) {
  const w = useWords(placesTableWords)
  const queries = useQueryClient()
  const [sent, setSent] = useState<Sent | null>(null)
  const [large, setLarge] = useState(false)
  const send = useAct((input: Sent & { commit: boolean }, key: string) => request<Taken>('POST', ADDRESS, { body: { file: input.file, commit: input.commit }, key }),
    async ({ committed }) => { if (committed) await queries.invalidateQueries() })
  const take = async (file: File | undefined) => {
    setLarge(file !== undefined && file.size > MOST_BYTES)
    if (!file || file.size > MOST_BYTES || file.size === 0) return
    const one = { name: file.name, file: await packed(file) }
    setSent(one)
    send.mutate({ ...one, commit: false })
  }
  const again = () => { setSent(null); send.reset() }
  return <section><SectionTitle>{w.in}</SectionTitle>
    <p className="lk-second pt-line">{w.inLine}</p>
    {!sent && <DropField onFile={(file) => void take(file)} />}
    {large && <p className="lk-second">{w.tooLarge}</p>}
    {send.isPending && <p role="status" className="pt-line">{w.trying}</p>}
    {send.error && <ErrorNote title={w.failed} error={send.error}><Button onClick={again}>{w.another}</Button></ErrorNote>}
    {sent && send.data && !send.isPending && <Result taken={send.data} name={sent.name} onCommit={() => send.mutate({ ...sent, commit: true })} onAgain={again} />}
    <details className="pt-columns"><summary>{w.columns}</summary><p>{headings.join('、')}</p></details>
  </section>
}

function DropField({ onFile }: { onFile: (file: File | undefined) => void }) {
  const w = useWords(placesTableWords)
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => { event.preventDefault(); setOver(false); onFile(event.dataTransfer.files[0]) }
  return <div className={over ? 'pt-drop pt-drop--over' : 'pt-drop'} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={drop}>
    <p>{w.drop}</p>
    <Button onClick={() => input.current?.click()}>{w.pick}</Button>
    <input ref={input} type="file" className="lk-hidden" tabIndex={-1} aria-label={w.pick} accept=".csv,.xlsx" onChange={({ target }) => { onFile(target.files?.[0]); target.value = '' }} />
  </div>
}

function Result({ taken, name, onCommit, onAgain }: { taken: Taken; name: string; onCommit: () => void; onAgain: () => void }) {
  const w = useWords(placesTableWords)
  const say = useSay()
  const good = taken.added + taken.changed
  return <div className="pt-result">
    <h3>{taken.committed ? w.done(taken.added, taken.changed) : w.tried(name)}</h3>
    <p>{w.rows(taken.rows, taken.added, taken.changed, taken.same)}</p>
    {taken.problems.length > 0 && <><p><b>{w.wrong(taken.problems.length)}</b></p>
      <ul className="pt-wrong">{taken.problems.map(({ line, said }, at) => <li key={`${line} ${at}`}><span>{w.lineNo(line)}</span>{say(said)}</li>)}</ul>
      {taken.problems.length >= 200 && <p className="lk-small">{w.more}</p>}</>}
    <div className="lk-moves">
      {!taken.committed && <Button look="primary" onClick={onCommit} whyNot={good === 0 ? w.nothing : undefined}>{w.commit(good)}</Button>}
      <Button look={taken.committed ? 'plain' : 'quiet'} onClick={onAgain}>{taken.committed ? w.another : w.drop2}</Button></div>
  </div>
}
