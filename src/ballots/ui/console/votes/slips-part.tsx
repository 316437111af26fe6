/** Slips of a budget for those without a telephone: how many each building has, making more, printing them, and replacing one that was lost. [B69] */
import { useState } from 'react'
import { Button, ErrorNote, Field, SectionTitle, Select, Skeleton, useWords } from '../../../../ui-kit/index.ts'
import { paperHref, useReplaceSlip, useSlips, useMove, type Detail } from './vote-api.ts'
import { slipWords } from './vote-words.ts'

export function SlipsPart({ vote }: { vote: Detail }) {
  const w = useWords(slipWords)
  const wanted = vote.kind === 'budget' && vote.may.includes('deliveries')
  const slips = useSlips(vote.id, wanted)
  if (!wanted) return null
  const made = (slips.data?.items ?? []).filter((one) => one.made > 0)
  return <section className="vc-papers"><SectionTitle>{w.title}</SectionTitle><p className="lk-second">{w.line}</p>
    {slips.error && <ErrorNote title={w.failed} error={slips.error} />}
    {slips.isPending && <Skeleton lines={[100, 100]} />}
    <ul>{made.map((one) => <li key={one.building}><span>{one.name}</span><span className="lk-second">{w.count(one.made - one.void, one.most, one.void)}</span></li>)}</ul>
    {made.length > 0 && <p className="vc-slips__print"><a href={paperHref(vote.id, 'slips', 'pdf')} download>{w.printPdf}</a>
      <a href={paperHref(vote.id, 'slips', 'docx')} download>{w.printWord}</a></p>}
    {slips.data && <IssueForm vote={vote} buildings={slips.data.items} />}
    {made.length > 0 && <ReplaceForm vote={vote} />}</section>
}

function IssueForm({ vote, buildings }: { vote: Detail; buildings: readonly { readonly building: string; readonly name: string; readonly homes: number }[] }) {
  const w = useWords(slipWords)
  const [form, set] = useState({ building: '', count: '' })
  const move = useMove(vote.id, () => set({ ...form, count: '' }))
  const count = Number.parseInt(form.count, 10) || 0
  return <form className="vc-form" onSubmit={(event) => {
    event.preventDefault()
    if (form.building && count > 0) move.mutate({ to: 'slips', body: { building: form.building, count } })
  }}>
    <div className="vc-pair"><Select label={w.building} empty={w.choose} value={form.building} onChange={({ target }) => set({ ...form, building: target.value })}
      options={buildings.map(({ building, name, homes }) => ({ value: building, word: w.option(name, homes) }))} />
      <Field label={w.howMany} type="number" min={1} max={500} value={form.count} onChange={({ target }) => set({ ...form, count: target.value })} /></div>
    <Button type="submit" busy={move.isPending} whyNot={form.building && count > 0 ? undefined : w.chooseFirst}>{w.make}</Button>
    {move.error && <ErrorNote title={w.notMade} error={move.error} />}</form>
}

function ReplaceForm({ vote }: { vote: Detail }) {
  const w = useWords(slipWords)
  const [code, set] = useState('')
  const replace = useReplaceSlip(vote.id, () => set(''))
  return <form className="vc-form" onSubmit={(event) => { event.preventDefault(); if (code.trim().length >= 8) replace.mutate(code.trim()) }}>
    <Field label={w.lost} hint={w.lostHint} maxLength={16} autoComplete="off" value={code} onChange={({ target }) => set(target.value)} />
    <Button type="submit" busy={replace.isPending} whyNot={code.trim().length >= 8 ? undefined : w.codeFirst}>{w.replace}</Button>
    {replace.data && <p role="status">{w.replaced(replace.data.code)}</p>}
    {replace.error && <ErrorNote title={w.notMade} error={replace.error} />}</form>
}
