/** The receipt on paper: number, code, who has it, until when, and how to follow; printed alone. */
import { QrCode } from '../../../ui-kit/parts/qr.tsx'
import { moment, now, useSettings, useWords } from '../../../ui-kit/index.ts'
import { titleFrom } from '../../rules/index.ts'
import { usePost, useSession } from '../staff-api.ts'
import type { Filed } from '../filing.ts'
import { newWords } from './new-words.ts'

/** `category` and `placeName` are what was filed; the code is read sign by sign. */
export function ReceiptSlip({ filed, category, placeName }: { filed: Filed; category: string; placeName: string }) {
  const w = useWords(newWords)
  const { lang } = useSettings()
  const post = usePost()
  const by = useSession().data?.person?.name
  const holder = filed.holder.post === null ? filed.holder.name : `${filed.holder.name} ${filed.holder.post}`
  const facts = [
    [w.slipWhat, titleFrom(category, placeName)], [w.slipWith, holder], [w.slipDue, w.due(moment(Date.parse(filed.due), now(), lang))],
    [w.slipAt, moment(now(), now() + 86_400_000 * 400, lang)], [w.slipBy, [post?.orgName, by].filter(Boolean).join(' ')],
  ] as const
  return <section className="cm-slip" aria-label={w.slipTitle}>
    <header className="cm-slip__head"><b>{w.slipTitle}</b><span>{w.slipNumber} <strong>{filed.number}</strong></span></header>
    <div className="cm-slip__code"><div><p className="lk-caption">{w.slipCode}</p>
      <p className="cm-slip__groups"><span className="lk-hidden">{[...filed.receipt].join(' ')}</span>
        {(filed.receipt.match(/.{1,4}/g) ?? []).map((group) => <span key={group} aria-hidden="true">{group}</span>)}</p></div>
      <QrCode className="cm-slip__qr" text={`${location.origin}/m`} label={w.slipQr} /></div>
    <dl className="cm-slip__facts">{facts.map(([word, value]) => <div key={word}><dt>{word}</dt><dd>{value}</dd></div>)}</dl>
    <footer className="cm-slip__foot"><p>{w.slipHow(location.host)}{filed.phoneKept
      && w.slipPhone}</p><p>{w.slipJudge}</p><p>{w.slipEmergency}</p></footer>
  </section>
}
