/** What the neighbour takes along: number and receipt code, who has it, until when; read out, written down or printed. */
import { useEffect } from 'react'
import { Button, DateText, Facts, FieldShell, moment, now, useSay, useSettings, useWords } from '../../../ui-kit/index.ts'
import { categoryName } from '../../rules/index.ts'
import type { Filed } from '../filing.ts'
import { DangerCard } from './danger-card.tsx'
import { fileWords } from './file-words.ts'
import type { Worker } from './frame.tsx'

const groups = (code: string): readonly string[] => code.match(/.{1,4}/g) ?? []

export function FiledSlip({ filed, place, category, worker,
  onAnother }: { filed: Filed; place: string; category: string; worker: Worker; onAnother: () => void }) {
  const w = useWords(fileWords)
  const say = useSay()
  const { lang } = useSettings()
  const at = now()
  useEffect(() => { document.getElementById('filed-title')?.focus() }, [])
  const { holder, receipt } = filed
  return <FieldShell back={{ href: '/field', word: w.today }} bar={<><Button icon="print" onClick={() => print()}>{w.print}</Button>
    <Button look="primary" onClick={onAnother}>{w.another}</Button></>}>
    <p className="fd-print-only fd-slip-head">{w.slipTitle}</p>
    <h1 id="filed-title" className="lk-title lk-no-print" tabIndex={-1}>{w.filedTitle}</h1>
    <p className="lk-second lk-no-print">{w.readOut}</p>
    {filed.danger && <div className="fd-below lk-no-print"><DangerCard danger={filed.danger} demo={worker.demo} /></div>}
    <dl className="fd-slip">
      <div><dt>{w.number}</dt><dd>{filed.number}</dd></div>
      <div><dt>{w.receipt}</dt><dd className="fd-slip__code" aria-label={[...receipt].join(' ')}>
        {groups(receipt).map((group, i) => <span key={i}>{group}</span>)}</dd></div>
    </dl>
    <div className="fd-stack"><Facts facts={[
      [w.place, place], [w.category, say(categoryName(category))],
      [w.holder, [holder.name, holder.post].filter(Boolean).join(' ')], [w.until, <DateText key="due" at={Date.parse(filed.due)} />],
    ]} />
    <p className="fd-hint">{[w.how(location.host), filed.phoneKept ? w.phoneToo : ''].filter(Boolean).join(lang === 'zh' ? '' : ' ')}</p></div>
    <p className="fd-print-only lk-small">{w.slipBy(`${worker.post.title} ${worker.name}`, moment(at, at, lang))}</p>
    <p className="fd-below lk-no-print"><Button href={`/field/m/${filed.id}`}>{w.open}</Button></p>
  </FieldShell>
}
