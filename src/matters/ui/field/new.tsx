/** +: what a captain or grid worker files for a neighbour, and the number and code to read out. */
import { useEffect, useState } from 'react'
import { Button, ErrorNote, Field, FieldShell, keepPhotoHere, PhotoPicker, Select, Switch, useLine, useWords, type PickedPhoto } from '../../../ui-kit/index.ts'
import { PlaceBox } from '../../../places/ui/parts/place-box.tsx'
import { categoryOf, dangersIn, isCategory, suggest, type Suggestion } from '../../rules/index.ts'
import type { Filed } from '../filing.ts'
import { channelOf, useFile } from './api.ts'
import { CategoryChoice } from './category-choice.tsx'
import { DangerCard } from './danger-card.tsx'
import { useDraft } from '../../../trust/ui/parts/draft.ts'
import { useDoors } from '../../../visits/ui/parts/doors.ts'
import { FiledSlip } from './filed-slip.tsx'
import { SavedSlip } from './saved-slip.tsx'
import { fileWords } from './file-words.ts'
import { SignedIn, type Worker } from './frame.tsx'
import { Words } from './move-form.tsx'

type Chosen = { readonly id: string; readonly fullName: string; readonly kind: string }
type Draft = { place: Chosen | null; words: string; category: string; contact: boolean; phone: string; name: string; onBoard: boolean }

/** The page at /field/new. */
export default function NewPage() {
  return <SignedIn>{(worker) => <Filing worker={worker} />}</SignedIn>
}

function Filing({ worker }: { worker: Worker }) {
  const [filed, setFiled] = useState<{ readonly filed: Filed | null; readonly draft: Draft } | null>(null)
  const [round, setRound] = useState(0)
  const another = () => { setFiled(null); setRound(round + 1) }
  if (filed && filed.filed === null) return <SavedSlip words={filed.draft.words} place={filed.draft.place?.fullName ?? ''} onAnother={another} />
  return filed?.filed ? <FiledSlip filed={filed.filed} place={filed.draft.place?.fullName ?? ''} category={filed.draft.category} worker={worker}
    onAnother={another} />
    : <Form key={round} worker={worker} onFiled={(done, draft) => setFiled({ filed: done, draft })} />
}

/** A captain's building, or the one place of a post, is where it usually is. */
const usualPlace = ({ post }: Worker): Chosen | null =>
  post.audience === 'captain' ? { id: post.place, fullName: post.placeName, kind: 'building' } : null

/** What a visit left for this form, once: the home and what was said at its door. */
function fromVisit(): Pick<Draft, 'place' | 'words'> | null {
  try {
    const left = sessionStorage.getItem('linli.from-visit')
    sessionStorage.removeItem('linli.from-visit')
    return left === null ? null : JSON.parse(left) as Pick<Draft, 'place' | 'words'> // written by the page of the visit
  } catch { return null }
}

// As strong as one word that speaks for one category alone; weaker guesses are left to the person.
const PLAIN = 5
const plainGuess = ([first]: readonly Suggestion[]): string => first && first.score >= PLAIN ? first.code : ''

function Form({ worker, onFiled }: { worker: Worker; onFiled: (filed: Filed | null, draft: Draft) => void }) {
  const w = useWords(fileWords)
  const { draft, change, clear } = useDraft<Draft>('new',
    { place: usualPlace(worker), words: '', category: '', contact: false, phone: '', name: '', onBoard: true })
  const line = useLine()
  useEffect(() => { const left = fromVisit(); if (left) change(left) }, []) // once, when the page is opened
  const [photos, setPhotos] = useState<readonly PickedPhoto[]>([])
  const suggestions = draft.words.trim() === '' ? [] : suggest(draft.words, draft.place?.kind)
  const [danger] = dangersIn(draft.words)
  const code = draft.category || plainGuess(suggestions)
  const category = isCategory(code) ? code : null
  const file = useFile((filed) => { clear(); onFiled(filed, { ...draft, category: code }) }, w.title)
  const mayStand = !danger?.namedWorker && (category === null || (categoryOf(category).board && categoryOf(category).sensitive === null))
  const missing = !draft.place ? w.needPlace : [...draft.words.trim()].length < 2 ? w.needWords : category === null ? w.needCategory
    : draft.contact && draft.phone.trim() === '' ? w.needPhone : photos.some((photo) => photo.id === undefined && !photo.failed) ? w.photosOnTheWay
      : undefined
  const send = () => {
    if (!draft.place || category === null) return
    const contact = draft.contact ? { phone: draft.phone.trim(), ...(draft.name.trim() ? { name: draft.name.trim() } : {}) } : {}
    void file.send({ place: draft.place.id, words: draft.words, category, onBoard: draft.onBoard, channel: channelOf(worker.post),
      photos: photos.flatMap((photo) => photo.id ?? []), ...contact }, draft.place.fullName)
  }
  return <FieldShell back={{ href: '/field', word: w.title }} barNote={line ? w.after : w.keptHere}
    bar={<Button look="primary" size="bar" busy={file.busy} whyNot={missing} onClick={send}>{w.send}</Button>}>
    <h1 className="lk-hidden">{w.title}</h1>
    <div className="fd-form">
      {!line && worker.post.audience !== 'captain' ? <OfflinePlace label={w.where} value={draft.place} onChange={(place) => change({ place })} />
        : <PlaceBox label={w.where} value={draft.place}
        onChange={(place) => change({ place })} {...(worker.post.audience === 'captain' ? {} : { within: worker.post.place })} />}
      <Words label={w.what} hint={w.whatHint} value={draft.words} rows={4} onChange={(event) => change({ words: event.target.value })} />
      {danger && <DangerCard danger={danger} demo={worker.demo} />}
      {suggestions.length > 0 && <CategoryChoice suggestions={suggestions} value={code} onChange={(code) => change({ category: code })} />}
      <Consequence harm={danger?.namedWorker ?? false} sensitive={category !== null && categoryOf(category).sensitive !== null} />
      <section className="fd-part"><h2 className="fd-part__title">{w.photos}</h2><PhotoPicker photos={photos} onChange={setPhotos}
        upload={keepPhotoHere} /></section>
      <Switch label={w.contact} note={w.contactNote} checked={draft.contact} onChange={(contact) => change({ contact })} />
      {draft.contact && <Contact draft={draft} change={change} />}
      {mayStand && <Switch label={w.board} note={w.boardNote} checked={draft.onBoard} onChange={(onBoard) => change({ onBoard })} />}
      <p className="lk-small">{w.behalf}</p>
    </div>
    {file.error != null && <div className="fd-below"><ErrorNote error={file.error} /></div>}
  </FieldShell>
}

/** Without a signal nothing can be looked up: the buildings that this phone knows stand in a list. */
function OfflinePlace({ label, value, onChange }: { label: string; value: Chosen | null; onChange: (place: Chosen | null) => void }) {
  const w = useWords(fileWords)
  const { data } = useDoors()
  const buildings = data?.buildings ?? []
  return <Select label={label} value={value?.id ?? ''} empty={w.needPlace} options={buildings.map(({ id, name }) => ({ value: id, word: name }))}
    onChange={(event) => {
      const found = buildings.find(({ id }) => id === event.target.value)
      onChange(found ? { id: found.id, fullName: found.name, kind: 'building' } : null)
    }} />
}

function Contact({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  const w = useWords(fileWords)
  return <div className="fd-stack">
    <Field label={w.phone} value={draft.phone} inputMode="tel" autoComplete="off" maxLength={20}
      onChange={(event) => change({ phone: event.target.value })} />
    <Field label={w.name} optional value={draft.name} autoComplete="off" maxLength={40} onChange={(event) => change({ name: event.target.value })} />
  </div>
}

/** Who will not see it: said before it is sent. */
function Consequence({ harm, sensitive }: { harm: boolean; sensitive: boolean }) {
  const w = useWords(fileWords)
  return harm ? <p className="fd-hint">{w.harm}</p> : sensitive ? <p className="fd-hint">{w.sensitive}</p> : null
}
