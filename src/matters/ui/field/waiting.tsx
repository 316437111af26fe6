/** 存好的: what the server did not take, what waits for a signal, what was sent today. */
import { Button, Empty, FieldShell, Go, Icon, SectionTitle, sendNow, useLine, useOutbox, useWords, type Waiting } from '../../../ui-kit/index.ts'
import type { Filed } from '../filing.ts'
import { Conflict } from './conflict.tsx'
import { SignedIn } from './frame.tsx'
import { WaitingActs, WaitingRow } from './waiting-acts.tsx'
import { waitingWords } from './waiting-words.ts'

/** The page at /field/waiting. */
export default function WaitingPage() {
  return <SignedIn>{() => <Kept />}</SignedIn>
}

function Kept() {
  const w = useWords(waitingWords)
  const line = useLine()
  const items = useOutbox()
  const of = (state: Waiting['state']) => items.filter((item) => item.state === state)
  const [asking, waiting, sent] = [of('asking'), of('waiting'), of('sent').reverse()]
  const held = waiting.every(({ subject }) => asking.some((one) => one.subject === subject))
  return <FieldShell back={{ href: '/field', word: w.today }} current="today">
    <h1 className="lk-title">{w.title}</h1>
    {items.length === 0 && <Empty title={w.empty} line={w.emptyLine} />}
    <div className="fd-sections">
      {asking.length > 0 && <section><SectionTitle rule="hair" aside={w.count(asking.length)}>{w.asks}</SectionTitle>
        {asking.map((item) => <Conflict key={item.key} item={item} />)}</section>}
      {waiting.length > 0 && <section><SectionTitle rule="hair" aside={w.count(waiting.length)}>{!line ? w.waits : held ? w.heldBack : w.waitsOnline}</SectionTitle>
        <WaitingActs items={waiting} />
        {line && !held && <p className="fd-below"><Button onClick={sendNow}>{w.sendNow}</Button></p>}</section>}
      {sent.length > 0 && <section><SectionTitle rule="hair" aside={w.count(sent.length)}>{w.sent}</SectionTitle>
        <ul className="fd-waitings">{sent.map((item) => <li key={item.key}><WaitingRow item={item} /><AfterFiling item={item} /></li>)}</ul></section>}
    </div>
  </FieldShell>
}

const filedIn = (item: Waiting): Filed | null =>
  (item.path === '/api/v1/matters' && typeof item.reply === 'object' && item.reply !== null && 'receipt' in item.reply ? item.reply as Filed : null)

/** Number and receipt code of what was filed from here, to read out to the neighbour; and that its form had changed. */
function AfterFiling({ item }: { item: Waiting }) {
  const w = useWords(waitingWords)
  const filed = filedIn(item)
  if (!filed) return null
  return <div className="fd-filed"><p><b>{w.filed(filed.number)}</b></p>
    <p className="lk-second">{w.receipt((filed.receipt.match(/.{1,4}/g) ?? []).join(' '))}</p>
    {item.flag !== null && <p className="fd-hint"><Icon name="flag" size={18} />{w.formChanged}</p>}
    <Go href={`/field/m/${filed.id}`} className="fd-more">{w.open}<Icon name="right" size={16} /></Go></div>
}
