/** After sending: the number, the receipt code, who has it, until when, and how to look. */
import { useEffect, useRef, useState } from 'react'
import { Button, DateText, moment, now, ResidentShell, useSettings, useWords } from '../../../ui-kit/index.ts'
import type { Filed } from '../filing.ts'
import type { Door, Filing } from '../resident-api.ts'
import { CategoryWord } from './category-word.tsx'
import { DangerNote } from './danger-note.tsx'
import { joinWords } from './join-words.ts'
import { PaperSlip } from './paper-slip.tsx'
import { sentWords } from './report-words.ts'

export type Sent = { readonly filed: Filed; readonly filing: Filing; readonly door: Door }

export function SentPage({ sent: { filed, filing, door }, onAnother }: { sent: Sent; onAnother: () => void }) {
  const w = useWords(sentWords)
  const j = useWords(joinWords)
  const { lang } = useSettings()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => { scrollTo(0, 0); heading.current?.focus() }, [])
  const due = Date.parse(filed.due)
  const who = filed.holder.post ?? filed.holder.name
  const facts = [
    [w.place, door.place.name], [w.what, <CategoryWord key="kind" code={filing.category} />],
    ...(filed.joined ? [[j.with, `${filed.joined.title} ${filed.joined.number}`] as const]
      : [[w.who, who === filed.holder.name ? who : `${who}（${filed.holder.name}）`] as const, [w.until, <DateText key="due" at={due} />] as const]),
    [w.filed, <DateText key="at" at={now()} />],
  ] as const
  return <ResidentShell bar={<><Button icon="print" onClick={() => print()}>{w.print}</Button><Button look="primary"
    href="/m">{w.follow}</Button></>}>
    {filed.danger && <DangerNote name={filed.danger.name} numbers={filed.danger.numbers} duty={filed.danger.duty} demo={door.demo} />}
    <h1 ref={heading} tabIndex={-1} className="lk-title mr-title mr-done">{filed.joined ? j.sentTitle : w.titleHeld(who)}</h1>
    <div className="lk-stack mr-form">
      <p className="mr-lead">{filed.joined ? j.sentLine(filed.joined.title, filed.joined.number) : w.seenBy(moment(due, now(), lang))}</p>
      {filing.join && !filed.joined && <p className="lk-second">{j.sentAlone}</p>}
      <PaperSlip number={filed.number} code={filed.receipt} facts={facts} foot={<><p>{w.how(location.host)}</p><p>{w.doorWay}</p></>} />
      <CopyCode code={filed.receipt} />
      <p className="lk-second">{w.keep}{filed.phoneKept && w.keepPhone}</p>
      {filed.sensitive && <p className="lk-second">{w.closed}</p>}
      <Button look="quiet" onClick={onAnother}>{w.another}</Button>
    </div>
  </ResidentShell>
}

function CopyCode({ code }: { code: string }) {
  const w = useWords(sentWords)
  const [copied, set] = useState(false)
  if (!('clipboard' in navigator)) return null
  return <><Button icon={copied ? 'check' : 'doc'}
    onClick={() => { navigator.clipboard.writeText(code.match(/.{1,4}/g)?.join(' ') ?? code).then(() => set(true), () => set(false)) }}>
    {copied ? w.copied : w.copy}</Button><span className="lk-hidden" role="status">{copied ? w.copied : ''}</span></>
}
