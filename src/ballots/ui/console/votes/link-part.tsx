/** The key list, for scrutineers after the count: taking one's slip, asking to open one home's ballot for a listed objection, agreeing. [B54] P10 */
import { useState } from 'react'
import { Button, ErrorNote, Field, moment, now, request, SectionTitle, Select, useAct, useSettings, useWords, between } from '../../../../ui-kit/index.ts'
import { useQueryClient } from '@tanstack/react-query'
import { linkWords } from './link-words.ts'
import type { Detail } from './vote-api.ts'

type Opened = { readonly expressions: readonly { readonly seq: number; readonly channel: string; readonly chose: readonly string[] }[] }

export function LinkPart({ vote }: { vote: Detail }) {
  const w = useWords(linkWords)
  const [asking, ask] = useState(false)
  const slip = useAct((_: null, key) => request<{ code: string }>('POST', `/api/v1/votes/${vote.id}/slip`, { key }))
  // what was opened stays shown, also once the list of what waits is read anew
  const [seen, see] = useState(vote.openings)
  const fresh = vote.openings.filter(({ id }) => !seen.some((one) => one.id === id))
  if (fresh.length > 0) see([...seen, ...fresh])
  if (!vote.may.includes('countFile') || vote.secret) return null
  return <section className="vc-next"><SectionTitle>{w.title}</SectionTitle><p className="lk-second">{w.line}</p>
    {slip.data ? <p className="vc-slip" role="status"><b>{slip.data.code.match(/.{1,5}/g)?.join(' ')}</b><span className="lk-second">{w.once}</span></p>
      : <Button busy={slip.isPending} onClick={() => slip.mutate(null)}>{w.take}</Button>}
    {slip.error && <ErrorNote title={w.not} error={slip.error} />}
    {seen.map((one) => <AgreeForm key={one.id} vote={vote} opening={one} over={!vote.openings.some(({ id }) => id === one.id)} />)}
    {vote.objections.length === 0 ? <p className="lk-second">{w.noObjection}</p>
      : <p className="vc-tools"><Button look="quiet" aria-expanded={asking} onClick={() => ask(!asking)}>{w.ask}</Button></p>}
    {asking && <AskForm vote={vote} />}
  </section>
}

function AskForm({ vote }: { vote: Detail }) {
  const w = useWords(linkWords)
  const { lang } = useSettings()
  const client = useQueryClient()
  const [form, set] = useState({ code: '', objection: vote.objections.length === 1 ? vote.objections[0]?.id ?? '' : '', slip: '' })
  const ask = useAct((body: object, key) => request<{ id: string; shuts: string }>('POST', `/api/v1/votes/${vote.id}/openings`, { body, key }),
    () => void client.invalidateQueries({ queryKey: ['votes', vote.id] }))
  const put = (name: keyof typeof form) => (event: { target: { value: string } }) => set({ ...form, [name]: event.target.value })
  const whyNot = form.objection === '' || form.code.trim() === '' || form.slip.trim() === '' ? w.fill : undefined
  if (ask.data) return <p role="status">{w.asked(moment(Date.parse(ask.data.shuts), now(), lang))}</p>
  return <form className="vc-form" onSubmit={(event) => {
    event.preventDefault()
    if (!whyNot) ask.mutate({ code: form.code.trim(), objection: form.objection, reason: w.reason, slip: plain(form.slip) })
  }}>
    <Select label={w.objection} empty={w.choose} value={form.objection} onChange={put('objection')}
      options={vote.objections.map(({ id, words, homes }) => ({ value: id, word: `${homes ? `${homes}　` : ''}${words.slice(0, 30)}` }))} />
    <Field label={w.code} autoComplete="off" value={form.code} onChange={put('code')} />
    <Field label={w.slip} autoComplete="off" value={form.slip} onChange={put('slip')} />
    {ask.error && <ErrorNote title={w.not} error={ask.error} />}
    <Button look="primary" type="submit" busy={ask.isPending} whyNot={whyNot}>{w.ask}</Button></form>
}

/** What another scrutineer asked for: the second types only their own slip. */
function AgreeForm({ vote, opening, over }: { vote: Detail; opening: Detail['openings'][number]; over: boolean }) {
  const w = useWords(linkWords)
  const { lang } = useSettings()
  const [slip, type] = useState('')
  const agree = useAct((body: object, key) => request<Opened>('POST', `/api/v1/votes/${vote.id}/openings/agree`, { body, key }))
  const words = vote.objections.find(({ id }) => id === opening.objection)?.words ?? ''
  if (agree.data) return <div className="vc-form" role="status"><b>{w.shown}</b><ul>{agree.data.expressions.map(({ seq, chose }) =>
    <li key={seq}>{w.nth(seq)}{chose.map((one) => w.said(one)).join(between())}</li>)}</ul></div>
  if (over) return null
  return <form className="vc-form" onSubmit={(event) => { event.preventDefault(); if (slip.trim() !== '') agree.mutate({ opening: opening.id, slip: plain(slip) }) }}>
    <p>{opening.mine ? w.waits(moment(Date.parse(opening.shuts), now(), lang)) : w.wanted(moment(Date.parse(opening.shuts), now(), lang))}
      <span className="lk-second">{words.slice(0, 60)}</span></p>
    {!opening.mine && <><Field label={w.slip} autoComplete="off" value={slip} onChange={({ target }) => type(target.value)} />
      {agree.error && <ErrorNote title={w.not} error={agree.error} />}
      <Button look="decide" type="submit" busy={agree.isPending} whyNot={slip.trim() === '' ? w.slipFirst : undefined}>{w.agree}</Button></>}</form>
}

/** A slip as it is meant, however it was copied: without the gaps it is shown with. */
const plain = (slip: string): string => slip.replace(/\s/g, '')
