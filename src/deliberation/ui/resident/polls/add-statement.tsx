/** Adding a statement: one point, at most 140 characters; what names somebody or a door is looked at first. [OM15] */
import { useDeferredValue, useState } from 'react'
import { Button, ErrorNote, Icon, problemOf, ResidentShell, SectionTitle, TextArea, useWords } from '../../../../ui-kit/index.ts'
import { findPrivate } from '../../../../matters/rules/index.ts'
import { SpeakAs } from '../../parts/speak-as.tsx'
import { useAddStatement, useSimilar, type PublicPoll } from '../../parts/polls/poll-api.ts'
import { pollWords } from '../../parts/polls/poll-words.ts'
import type { Own } from './answering.ts'

const MOST = 140

export function AddStatement({ poll, onAdded, onBack }: { poll: PublicPoll; onAdded: (own: Own) => void; onBack: () => void }) {
  const w = useWords(pollWords)
  const [text, write] = useState('')
  const words = text.trim()
  const add = useAddStatement(poll.id, ({ n, state }, own) => { write(''); onAdded({ n, words: own, shown: state === 'shown' }) })
  const alike = useSimilar(poll.id, useDeferredValue(words))
  const length = [...words].length
  const send = () => add.mutate(words)
  const back = <Button look="quiet" size="small" icon="left" onClick={onBack}>{w.back}</Button>
  if (add.error && problemOf(add.error).code === 'signed_out') return <ResidentShell right={back}>
    <h1 className="lk-title">{w.speakFirst}</h1><p className="pa-about">{w.speakLine}</p><SpeakAs place={poll.place.id} onReady={send} />
      </ResidentShell>
  if (add.data && words === '') return <ResidentShell right={back} bar={<Button look="primary" size="bar" onClick={onBack}>{w.back}</Button>}>
    <h1 className="lk-title">{w.addTitle}</h1>
    <p className="pa-sent" role="status"><Icon name="check" size={20} />{add.data.state === 'shown' ? w.shown : w.held}</p></ResidentShell>
  return <ResidentShell right={back} bar={<Button look="primary" size="bar" busy={add.isPending} onClick={send}
    whyNot={length === 0 ? w.empty : length > MOST ? w.tooLong : undefined}>{w.send}</Button>}>
    <p className="lk-second">{poll.question}</p>
    <h1 className="lk-title">{w.addTitle}</h1>
    <div className="lk-stack pa-form"><p>{w.addLine}</p><p>{w.addOwn}</p>
      <TextArea label={w.addTitle} quietLabel hint={w.addHint} most={MOST} rows={4} value={text} onChange={(event) => write(event.target.value)} />
      {findPrivate(words).length > 0 && <p className="pa-private" role="status"><Icon name="eye" size={18} />{w.private}</p>}
      {add.error && <ErrorNote title={w.notSent} error={add.error} />}
      {(alike.data?.items.length ?? 0) > 0 && words !== '' && <section><SectionTitle rule="hair">{w.alike}</SectionTitle>
        <ul className="pa-alike">{alike.data?.items.map((one) => <li key={one.n}><span className="lk-second">{w.number(one.n)}</span>{one.words}
          </li>)}</ul></section>}
    </div>
  </ResidentShell>
}
