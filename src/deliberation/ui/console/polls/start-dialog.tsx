/** Asking something: the question, who is asked, from when until when, and a few statements from both sides to begin with. [OM13] */
import { useState } from 'react'
import { Button, Dialog, ErrorNote, Field, now, Select, TextArea, useWords, wall } from '../../../../ui-kit/index.ts'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { useCommunities, useCompounds } from '../../../../offices/ui/parts/communities.ts'
import { usePlace } from '../../../../places/ui/parts/places.ts'
import { useStartPoll, useThreadPlace } from '../../parts/polls/poll-api.ts'
import { deskWords } from './words.ts'

/** What a poll may be asked of. */
const ASKED: readonly string[] = ['community', 'compound', 'building']
const two = (n: number): string => String(n).padStart(2, '0')
/** A day so many days ahead, as 'YYYY-MM-DD'. */
function dayAhead(days: number): string {
  const { year, month, day } = wall(now() + days * 86_400_000)
  return `${year}-${two(month)}-${two(day)}`
}

/** Where the post may ask: its own place, and what lies in it. */
type Choice = { readonly value: string; readonly word: string }
function usePlacesToAsk(): readonly Choice[] {
  const post = usePost()
  const communities = useCommunities() ?? []
  const compounds = useCompounds()
  const all = [...communities, ...compounds].map(({ id, name }) => ({ value: id, word: name }))
  return post && compounds.some(({ id }) => id === post.place) ? all.filter(({ value }) => value === post.place) : all
}

/** Where a thread is talked over, or what a poll may be asked of around it: its building, compound or community. [OM13] */
function usePlaceOf(thread: string | null): Choice | undefined {
  const within = usePlace(useThreadPlace(thread).data).data
  const found = within && [...within.above, within.place].findLast(({ kind }) => ASKED.includes(kind))
  return found && { value: found.id, word: found.name }
}

export function StartDialog({ thread, onClose, onStarted }: { thread: string | null; onClose: () => void; onStarted: (id: string) => void }) {
  const w = useWords(deskWords)
  const own = usePlaceOf(thread)
  const asked = usePlacesToAsk()
  const places = own && !asked.some(({ value }) => value === own.value) ? [own, ...asked] : asked
  const [form, set] = useState({ question: '', about: '', place: '', opensOn: dayAhead(0), closesOn: dayAhead(14), seeds: '' })
  const start = useStartPoll(({ id }) => onStarted(id))
  const put = (name: keyof typeof form) => (event: { target: { value: string } }) => set({ ...form, [name]: event.target.value })
  const place = form.place || (thread ? own?.value : undefined) || places[0]?.value
  const statements = form.seeds.split('\n').map((line) => line.trim()).filter(Boolean)
  const long = statements.findIndex((line) => [...line].length > 140)
  const ready = form.question.trim().length >= 4 && place && form.opensOn && form.closesOn
  return <Dialog title={w.start} onClose={onClose} wide foot={<><Button onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={start.isPending} whyNot={!ready ? w.ready : long >= 0 ? w.seedLong(long + 1) : undefined}
      onClick={() => start.mutate({ place: place ?? '', thread, question: form.question.trim(), about: form.about.trim(), opensOn: form.opensOn,
        closesOn: form.closesOn, statements })}>
      {w.keep}</Button></>}>
    <div className="lk-stack">
      <Field label={w.question} hint={w.questionHint} data-focus value={form.question} maxLength={100} onChange={put('question')} />
      <TextArea label={w.about} hint={w.aboutHint} optional most={600} rows={2} value={form.about} onChange={put('about')} />
      <Select label={w.place} value={place ?? ''} options={places} onChange={put('place')} />
      <div className="pc-pair"><Field label={w.opens} type="date" value={form.opensOn} onChange={put('opensOn')} />
        <Field label={w.closes} type="date" value={form.closesOn} onChange={put('closesOn')} /></div>
      <TextArea label={w.seeds} hint={w.seedsHint} rows={6} value={form.seeds} onChange={put('seeds')} />
      {start.error && <ErrorNote title={w.notDone} error={start.error} />}
    </div>
  </Dialog>
}
