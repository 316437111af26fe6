/** What one may object to, what one objected, and the answers; on the page of one's own ballots. [B35] */
import { useState } from 'react'
import { Button, ErrorNote, Icon, SectionTitle, Select, TextArea, useOnline, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { sayDay, sayDayOf } from '../../parts/day.ts'
import { useObject, useOwnObjections, type Objectable } from '../../resident-api.ts'
import { objectionWords, voteWords } from './vote-words.ts'

const ABOUT = ['notice', 'delivery', 'register', 'proxy', 'count', 'collector', 'other'] as const

export function OwnObjections() {
  const w = useWords(objectionWords)
  const found = useOwnObjections()
  const [open, setOpen] = useState<string>()
  if (!found.data || found.data.items.length === 0) return null
  return <section className="bv-part"><SectionTitle rule="above">{w.title}</SectionTitle><p className="lk-second">{w.line}</p>
    <ul className="bv-objections">{found.data.items.map((one) => <li key={one.vote}><b>{one.title}</b>
      <Said one={one} />
      {one.mayObject && open !== one.vote && <Button look="plain" onClick={() => setOpen(one.vote)}>{w.object}</Button>}
      {open === one.vote && <ObjectForm one={one} onDone={() => setOpen(undefined)} />}</li>)}</ul>
  </section>
}

function Said({ one }: { one: Objectable }) {
  const w = useWords(objectionWords)
  const say = useSay()
  const { lang } = useSettings()
  return <>{one.objections.map((each) => <div key={each.id} className="bv-objected"><p><span className="lk-second">{w.mine(sayDay(each.on, lang), w[each.about])}</span>
    {each.words}</p>{each.answer !== null && each.answeredAt !== null
    ? <p className="bv-answer"><Icon name="check" size={16} /><span>{w.answered(sayDayOf(each.answeredAt, lang), each.answer)}</span></p>
    : <p className="lk-second">{w.waits(sayDayOf(each.due, lang))}</p>}</div>)}
    {one.why && one.objections.length > 0 && <p className="lk-second">{say(one.why)}</p>}</>
}

function ObjectForm({ one, onDone }: { one: Objectable; onDone: () => void }) {
  const w = useWords(objectionWords)
  const v = useWords(voteWords)
  const online = useOnline()
  const [form, set] = useState({ about: 'notice', words: '' })
  const send = useObject(onDone)
  const ready = form.words.trim().length >= 2
  return <form className="lk-stack" onSubmit={(event) => {
    event.preventDefault()
    if (ready && online && !send.isPending) send.mutate({ vote: one.vote, about: form.about, words: form.words.trim() })
  }}>
    <Select label={w.about} value={form.about} onChange={({ target }) => set({ ...form, about: target.value })}
      options={ABOUT.map((value) => ({ value, word: w[value] }))} />
    <TextArea label={w.words} rows={4} most={2000} value={form.words} onChange={({ target }) => set({ ...form, words: target.value })} />
    <p className="lk-second">{w.follows}</p>
    {send.error && <ErrorNote title={w.notSent} error={send.error} />}
    <p className="bv-tools"><Button look="primary" type="submit" busy={send.isPending} whyNot={!online ? v.offline : ready ? undefined : w.wordsFirst}>{w.send}</Button>
      <Button look="quiet" onClick={onDone}>{w.cancel}</Button></p>
  </form>
}
