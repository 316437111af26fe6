/** '/field/speech': a captain, grid worker or post of the community writes down what somebody without a phone says; kept without a signal. [DS9] */
import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Button, Choices, Empty, ErrorNote, Field, FieldShell, Icon, ProblemError, request, Select, sendFromPhone, Skeleton, TextArea, useLine, useSay, useWords } from '../../../../ui-kit/index.ts'
import { usePlace } from '../../../../places/ui/parts/places.ts'
import { useDraft } from '../../../../trust/ui/parts/draft.ts'
import { ReadError, SignedIn } from '../../../../trust/ui/parts/field-frame.tsx'
import { heldFor, heldWords, NAME_MOST, WORDS_MOST } from '../../../rules/speech/index.ts'
import { downWords } from './words.ts'
import './speech.css'

type Open = { readonly id: string; readonly title: string }
type Channel = 'door' | 'paper' | 'meeting'
const empty = { thread: '', name: '', words: '', channel: 'door' as Channel } // one of three
const path = '/api/v1/speech'

/** The page at /field/speech. */
export default function WriteDownPage() {
  return <SignedIn>{(worker) => <Reading key={worker.post.post} place={worker.post.place} person={worker.person} />}</SignedIn>
}

/** What is deliberated around the place of the post: in its compound, where it lies in one. */
const useOpenThreads = (place: string | undefined) => useQuery({ queryKey: ['threads', 'open', place], enabled: place !== undefined,
  queryFn: () => request<{ items: readonly Open[] }>('GET', `/api/v1/public/threads?place=${place}&step=open`) })

function Reading({ place, person }: { place: string; person: string }) {
  const w = useWords(downWords)
  const here = usePlace(place)
  const around = here.data && (here.data.place.compound ?? here.data.place.id)
  const threads = useOpenThreads(around)
  const items = threads.data?.items
  const error = here.error ?? threads.error
  if (items && items.length > 0) return <Form items={items} person={person} />
  return <FieldShell back={{ href: '/field/me', word: w.me }} current="me"><h1 className="lk-title">{w.title}</h1>
    {items ? <Empty title={w.none} line={w.noneLine} /> : error ? <ReadError error={error} onAgain={() => { void here.refetch(); void threads.refetch() }} /> : <Skeleton lines={[60, 100, 100]} />}</FieldShell>
}

type After = 'shown' | 'held' | 'saved'
function useWriting(items: readonly Open[], person: string) {
  const { draft, change } = useDraft(`speech.${person}`, empty)
  const [after, setAfter] = useState<After>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const thread = items.find(({ id }) => id === draft.thread) ?? (items.length === 1 ? items[0] : undefined)
  const put = (part: Partial<typeof empty>) => { change(part); setAfter(undefined) }
  const send = async () => {
    if (busy || !thread) return
    setBusy(true)
    setError(undefined)
    try {
      const handed = await sendFromPhone({ subject: `speech:${thread.id}`, path, version: null, photos: [], shown: { title: thread.title, about: draft.name.trim(), said: '' },
        body: { about: 'thread', subject: thread.id, clause: null, replyTo: null, words: draft.words.trim(), name: draft.name.trim(), channel: draft.channel } })
      if (handed.how === 'refused') setError(new ProblemError(handed.problem))
      else { setAfter(handed.how === 'saved' ? 'saved' : heldFor(draft.words, false) ? 'held' : 'shown'); change({ name: '', words: '' }); scrollTo(0, 0) }
    } catch (failed) { setError(failed) }
    setBusy(false)
  }
  return { draft, put, thread, after, busy, error, send }
}

function Form({ items, person }: { items: readonly Open[]; person: string }) {
  const w = useWords(downWords)
  const say = useSay()
  const line = useLine()
  const { draft, put, thread, after, busy, error, send } = useWriting(items, person)
  const whyNot = !thread ? w.threadFirst : draft.name.trim() === '' ? w.nameFirst : draft.words.trim() === '' ? w.wordsFirst : undefined
  const held = draft.words.trim() === '' ? null : heldFor(draft.words, false)
  return <FieldShell back={{ href: '/field/me', word: w.me }} barNote={line ? undefined : w.noLine}
    bar={<Button look="primary" size="bar" busy={busy} busyWord={w.sending} whyNot={whyNot} onClick={() => void send()}>{w.send}</Button>}>
    <h1 className="lk-title">{w.title}</h1>
    <div className="lk-stack wd">
      {after ? <p className={after === 'saved' ? 'wd-done wd-done--kept' : 'wd-done'} role="status"><Icon name={after === 'saved' ? 'send' : 'check'} size={18} />{after === 'shown' ? w.saved : after === 'held' ? w.held : w.kept}</p>
        : <p className="lk-second">{w.line}</p>}
      <Select label={w.thread} value={thread?.id ?? ''} {...(thread ? {} : { empty: w.threadFirst })} onChange={(event) => put({ thread: event.target.value })} options={items.map(({ id, title }) => ({ value: id, word: title }))} />
      <Choices legend={w.how} shown value={draft.channel} onChange={(channel) => put({ channel })} options={[{ value: 'door', word: w.door }, { value: 'paper', word: w.paper }, { value: 'meeting', word: w.meeting }]} />
      <Field label={w.name} hint={w.nameHint} maxLength={NAME_MOST} autoComplete="off" value={draft.name} onChange={(event) => put({ name: event.target.value })} />
      <TextArea label={w.words} hint={w.wordsHint} rows={4} most={WORDS_MOST} value={draft.words} onChange={(event) => put({ words: event.target.value })} />
      {held && <p className="wd-note" role="status">{say(heldWords[held])}</p>}
      {error !== undefined && <ErrorNote title={w.notKept} error={error} />}
    </div>
  </FieldShell>
}
