/** The key list, for scrutineers after the count: taking one's slip, asking to open one home's ballot for a listed objection, agreeing. [B54] P10 */
import { useState } from 'react'
import { Button, ErrorNote, Field, request, SectionTitle, Select, useAct, useWords } from '../../../../ui-kit/index.ts'
import { linkWords } from './link-words.ts'
import type { Detail } from './vote-api.ts'

type Opened = { readonly expressions: readonly { readonly seq: number; readonly channel: string; readonly chose: readonly string[] }[] }

export function LinkPart({ vote }: { vote: Detail }) {
  const w = useWords(linkWords)
  const [form, set] = useState({ code: '', objection: '', slip: '', opening: '' })
  const [doing, setDoing] = useState<'ask' | 'agree'>()
  const base = `/api/v1/votes/${vote.id}`
  const slip = useAct((_: null, key) => request<{ code: string }>('POST', `${base}/slip`, { key }))
  const ask = useAct((body: object, key) => request<{ id: string; shuts: string }>('POST', `${base}/openings`, { body, key }))
  const agree = useAct((body: object, key) => request<Opened>('POST', `${base}/openings/agree`, { body, key }))
  const put = (name: keyof typeof form) => (event: { target: { value: string } }) => set({ ...form, [name]: event.target.value })
  if (!vote.may.includes('countFile') || vote.secret) return null
  return <section className="vc-next"><SectionTitle>{w.title}</SectionTitle><p className="lk-second">{w.line}</p>
    {slip.data ? <p className="vc-slip" role="status"><b>{slip.data.code.match(/.{1,5}/g)?.join(' ')}</b><span className="lk-second">{w.once}</span></p>
      : <Button busy={slip.isPending} onClick={() => slip.mutate(null)}>{w.take}</Button>}
    {slip.error && <ErrorNote title={w.not} error={slip.error} />}
    <p className="vc-tools"><Button look="quiet" onClick={() => setDoing(doing === 'ask' ? undefined : 'ask')}>{w.ask}</Button><Button look="quiet" onClick={() => setDoing(doing === 'agree' ? undefined : 'agree')}>{w.agree}</Button></p>
    {doing === 'ask' && <form className="vc-form" onSubmit={(event) => { event.preventDefault(); ask.mutate({ code: form.code.trim(), objection: form.objection, reason: w.reason, slip: form.slip.trim() }) }}>
      <Select label={w.objection} empty="" value={form.objection} onChange={put('objection')} options={vote.objections.map(({ id, words }) => ({ value: id, word: words.slice(0, 30) }))} />
      <Field label={w.code} required value={form.code} onChange={put('code')} /><Field label={w.slip} required autoComplete="off" value={form.slip} onChange={put('slip')} />
      {ask.data && <p role="status">{w.asked}<b>{ask.data.id}</b></p>}{ask.error && <ErrorNote title={w.not} error={ask.error} />}
      <Button look="primary" type="submit" busy={ask.isPending}>{w.ask}</Button></form>}
    {doing === 'agree' && <form className="vc-form" onSubmit={(event) => { event.preventDefault(); agree.mutate({ opening: form.opening.trim(), slip: form.slip.trim() }) }}>
      <Field label={w.opening} required value={form.opening} onChange={put('opening')} /><Field label={w.slip} required autoComplete="off" value={form.slip} onChange={put('slip')} />
      {agree.data && <ul role="status">{agree.data.expressions.map(({ seq, chose }) => <li key={seq}>{w.nth(seq)} {chose.map((one) => w.said(one)).join('、')}</li>)}</ul>}
      {agree.error && <ErrorNote title={w.not} error={agree.error} />}
      <Button look="decide" type="submit" busy={agree.isPending}>{w.agree}</Button></form>}
  </section>
}
