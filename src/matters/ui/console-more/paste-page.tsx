/** A chat that was copied out of a group becomes drafts, the drafts become matters, and an answer is ready to paste back. */
import './console-more.css'
import { useState } from 'react'
import { PlaceBox, type ChosenPlace } from '../../../places/ui/parts/place-box.tsx'
import { Button, ConsoleFrame, Empty, ErrorNote, Go, PageHead, SectionTitle, Skeleton, TextArea, useWords } from '../../../ui-kit/index.ts'
import { titleFrom } from '../../rules/index.ts'
import { useCopy, useDrafts, usePaste, useReadyAnswer, type Answered, type Pasted } from './api.ts'
import { DraftCard } from './draft-card.tsx'
import { pasteWords } from './paste-words.ts'

type Done = Answered & { readonly id: string; readonly number: string; readonly sensitive: boolean }

export default function PastePage() {
  const w = useWords(pasteWords)
  const drafts = useDrafts()
  const [compound, choose] = useState<ChosenPlace | null>(null)
  const [done, setDone] = useState<readonly Done[]>([])
  const list = drafts.data ?? []
  return <ConsoleFrame current="/console/paste" rail={<Rail done={done} />}>
    <PageHead title={w.title} line={w.line} />
    <PasteBox compound={compound} onCompound={choose} />
    <div className="cm-gap"><SectionTitle aside={list.length > 0 ? w.waiting(list.length) : undefined}>{w.drafts}</SectionTitle></div>
    {drafts.isPending && <Skeleton repeat={2} />}
    {drafts.error && <ErrorNote title={w.failed} error={drafts.error}><Button look="primary"
      onClick={() => void drafts.refetch()}>{w.again}</Button></ErrorNote>}
    {drafts.data && list.length === 0 && <Empty title={w.none} line={w.noneLine} />}
    <div className="lk-stack">{list.map((draft) => <DraftCard key={draft.id} draft={draft} within={compound?.id}
      onFiled={({ id, number, sensitive }, { category }, place) => setDone((before) => [...before, { id, number, sensitive, category, place }])} />)}</div>
  </ConsoleFrame>
}

function PasteBox({ compound, onCompound }: { compound: ChosenPlace | null; onCompound: (place: ChosenPlace | null) => void }) {
  const w = useWords(pasteWords)
  const [text, write] = useState('')
  const [became, setBecame] = useState<Pasted | null>(null)
  const paste = usePaste((pasted) => { setBecame(pasted); write('') })
  return <form className="cm-paste" onSubmit={(event) => { event.preventDefault();
    if (text.trim()) paste.mutate({ text, ...(compound ? { within: compound.id } : {}) }) }}>
    <TextArea label={w.chat} hint={w.chatHint} rows={6} value={text} onChange={(event) => { write(event.target.value); setBecame(null) }} />
    <div className="cm-paste__foot">
      <PlaceBox label={w.group} value={compound} onChange={onCompound} kinds={['compound', 'community']} hint={w.groupHint} />
      <Button look="primary" type="submit" busy={paste.isPending} busyWord={w.reading}>{w.read}</Button>
    </div>
    {became && <p className="cm-became" role="status">{w.became(became.drafts, became.smallTalk)}</p>}
    {paste.error && <ErrorNote error={paste.error} />}
  </form>
}

function Rail({ done }: { done: readonly Done[] }) {
  const w = useWords(pasteWords)
  const told = done.filter(({ sensitive }) => !sensitive) // quarrels and danger are nobody's business in a group
  const answer = useReadyAnswer(told.map(({ category, place, number }) => ({ category, place, number })))
  const copy = useCopy()
  const copied = copy.isSuccess && copy.variables === answer.data
  return <>
    <section><SectionTitle rule="hair">{w.answer}</SectionTitle>
      {told.length === 0 && <p className="lk-second cm-rail-text">{w.answerNone}</p>}
      {answer.data && told.length > 0 && <div className="cm-answer">
        <p className="cm-answer__text" tabIndex={0}>{answer.data}</p>
        <Button icon={copied ? 'check' : 'doc'} onClick={() => copy.mutate(answer.data)}>{copied ? w.copied : w.copy}</Button>
        {copy.isError && <p className="lk-small" role="alert">{w.notCopied}</p>}
      </div>}
      {answer.error && <ErrorNote error={answer.error}><Button onClick={() => void answer.refetch()}>{w.again}</Button></ErrorNote>}
    </section>
    {done.length > 0 && <section><h2 className="cm-rail-head">{w.filed}</h2>
      <ul className="cm-filed">{done.map(({ id, number, category, place }) => <li key={id}>
        <Go href={`/console/m/${id}`} className="lk-link">{w.filedRow(number)}</Go><span className="lk-second">{titleFrom(category,
          place)}</span></li>)}</ul>
    </section>}
    <section className="cm-rail-rules">
      <h2 className="cm-rail-head">{w.rules}</h2>
      <ul className="cm-rules"><li>{w.rule1}</li><li>{w.rule2}</li><li>{w.rule3}</li></ul>
    </section>
  </>
}
