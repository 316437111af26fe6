/** 给本人一份: what is kept of somebody who came in person, on paper; shown until it is printed, for three minutes at most. */
import { useEffect, useState } from 'react'
import { Button, Choices, clockTime, Dialog, ErrorNote, now, SectionTitle, useSay, useSettings, useWords, wholeDay, between } from '../../../../ui-kit/index.ts'
import { usePost, useSession } from '../../../../trust/ui/parts/session.ts'
import { fieldRule, fieldRules, ties, type DwellerField, type Relation, type Sex } from '../../../rules/index.ts'
import { useDeskCopy, type CopiedTie, type CopiedValue, type CopyTaker, type DeskCopy, type FilePerson } from '../../home-api.ts'
import { RELATION_SAID, SEX_SAID, SOURCE_SAID, TIE_SAID } from '../../parts/home-words.ts'
import { copyWords } from './copy-words.ts'
import { leftSaid, useDay } from './people.tsx'
import { homeWords } from './words.ts'

const SHOWN_MS = 180_000
const takers = ['self', 'guardian'] as const

export function CopyDialog({ person, onClose, onCopy }: { person: FilePerson; onClose: () => void; onCopy: (copy: DeskCopy) => void }) {
  const w = useWords(copyWords)
  const [taker, choose] = useState<CopyTaker>()
  const copy = useDeskCopy(onCopy)
  const tie = person.ties[0]?.id
  return <Dialog title={w.ask(person.name ?? '—')} onClose={onClose} foot={<Button look="primary" icon="print" busy={copy.isPending}
    whyNot={taker === undefined ? w.who : undefined} onClick={() => { if (taker && tie) copy.mutate({ tie, taker }) }}>{w.open}</Button>}>
    <div className="rh-form"><p className="lk-second">{w.askLine}</p>
      <Choices legend={w.who} shown options={takers.map((value) => ({ value, word: w[value] }))} value={taker} onChange={choose} />
      {copy.error && <ErrorNote error={copy.error} />}</div>
  </Dialog>
}

export function CopyPaper({ copy, onClose }: { copy: DeskCopy; onClose: () => void }) {
  const w = useWords(copyWords)
  const { lang } = useSettings()
  const [at] = useState(now)
  const giver = useSession().data?.person?.name ?? ''
  const post = usePost()
  const when = `${wholeDay(at, lang)} ${clockTime(at)}`
  useEffect(() => {
    const timer = setTimeout(onClose, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [onClose])
  const mark = w.mark(w[copy.taker], giver, when)
  return <article className="rc-paper">
    <div className="rc-mark" aria-hidden="true">{Array.from({ length: 45 }, (_, i) => <span key={i} data-mark={mark} />)}</div>
    <p className="rh-moves lk-no-print"><Button look="primary" icon="print" onClick={() => print()}>{w.print}</Button>
      <Button onClick={onClose}>{w.back}</Button><span className="lk-small">{w.closes}</span></p>
    <header><h1 className="lk-title">{w.title(copy.name ?? '')}</h1>
      <p className="lk-second">{w.given(post?.orgName ?? '', `${post?.title ?? ''} ${giver}`.trim(), when, w[copy.taker])}</p></header>
    {copy.ties.map((tie) => <Kept key={tie.id} tie={tie} />)}
    <footer><p>{w.notHere}</p><p>{w.rights}</p><p className="rc-sign">{w.sign}</p></footer>
  </article>
}

const order = { current: 0, waiting: 1, past: 2 } as const

function Kept({ tie }: { tie: CopiedTie }) {
  const w = useWords(copyWords)
  const h = useWords(homeWords)
  const say = useSay()
  const day = useDay()
  const values = [...tie.values].sort((a, b) => place(a.field) - place(b.field) || order[a.state] - order[b.state])
  return <section>
    <SectionTitle aside={tie.until !== null ? leftSaid(h, tie, tie.until, day) : tie.since ? h.since(day(tie.since)) : undefined}>{tie.homeName}</SectionTitle>
    <p className="lk-second">{ties.filter((one) => tie[one]).map((one) => say(TIE_SAID[one])).join(between()) || '—'}</p>
    <table className="rc-table"><thead><tr><th scope="col">{w.what}</th><th scope="col">{w.kept}</th><th scope="col">{w.from}</th><th scope="col">{w.why}</th></tr></thead>
      <tbody>{values.map((value, i) => <tr key={i}><th scope="row">{say(fieldRule(value.field).said)}</th><td><Shown value={value} />
        {value.state !== 'current' && <small>{value.state === 'past' ? w.past : w.waits}</small>}</td>
      <td>{say(SOURCE_SAID[value.source])} {day(value.seenOn)}</td><td>{say(fieldRule(value.field).why)}</td></tr>)}</tbody></table>
  </section>
}

const place = (field: DwellerField): number => fieldRules.findIndex((rule) => rule.field === field)

function Shown({ value: { field, shown } }: { value: CopiedValue }) {
  const say = useSay()
  // the table's checks allow these words alone
  return <b>{field === 'sex' ? say(SEX_SAID[shown as Sex]) : field === 'relation' ? say(RELATION_SAID[shown as Relation]) : shown}</b>
}
