/** The form: words, photos, a suggested kind, what may be public, and the button that says who gets it. */
import { lazy, Suspense, useDeferredValue, useEffect, useState } from 'react'
import { Button, ErrorNote, Go, Icon, OfflineBar, PhotoPicker, problemOf, ResidentShell, Row, TextArea, useOnline, useSettings,
  useWords } from '../../../ui-kit/index.ts'
import { sendPhoto, type Filed } from '../filing.ts'
import { paceWord } from '../parts/pace-word.ts'
import type { Door, Filing } from '../resident-api.ts'
import type { Alike } from '../similar-api.ts'
import { BoardChoice } from './board-choice.tsx'
import { CategoryChoice } from './category-choice.tsx'
import { ContactFields, phoneIsOdd } from './contact-fields.tsx'
import { DangerNote } from './danger-note.tsx'
import { useContact, type Draft } from './draft.ts'
import { pickCategory } from './picked.ts'
import { joinWords } from './join-words.ts'
import { holderWords, reportWords } from './report-words.ts'
import { SureNote } from './sure-note.tsx'
import { useDraftPhotos } from './use-draft-photos.ts'
import { useRules } from './use-rules.ts'
import { useSending } from './use-sending.ts'
import { whoGets, type WhoGets } from './who-gets.ts'

export const MOST_WORDS = 2000
const SimilarHint = lazy(() => import('./similar-hint.tsx'))

type ReportFormProps = {
  readonly door: Door; readonly came: string; readonly draft: Draft; readonly onDraft: (part: Partial<Draft>) => void
  readonly onElsewhere: () => void; readonly onSent: (filed: Filed, filing: Filing) => void
}

export function ReportForm({ door, came, draft, onDraft, onElsewhere, onSent }: ReportFormProps) {
  const w = useWords(reportWords)
  const online = useOnline()
  const [touched, touch] = useState(draft.words !== '')
  // The rules come by themselves once the page stands, so that suggestions work when the signal goes.
  useEffect(() => { const wait = setTimeout(() => touch(true), 1500); return () => clearTimeout(wait) }, [])
  const { contact, change: onContact, forget } = useContact()
  const { photos, setPhotos } = useDraftPhotos(draft.photos, (next) => onDraft({ photos: next }))
  const rules = useRules(touched)
  const words = useDeferredValue(draft.words)
  const danger = rules?.dangersIn(words)[0] ?? null
  const picked = rules ? pickCategory(rules, words, door.place.kind, draft.category) : null
  const category = rules && picked?.code != null ? rules.categoryOf(picked.code) : null
  const who = rules && picked?.code != null ? whoGets(rules, door, picked.code, danger) : null
  const [same, join] = useState<Alike | null>(null)
  const joining = danger ? null : same
  const odd = phoneIsOdd(contact.phone)
  const sending = useSending((filed, filing) => { forget(); onSent(filed, filing) })
  const filing: Filing = {
    place: door.place.id, words: draft.words.trim(), category: joining?.category ?? picked?.code ?? draft.category ?? 'other', onBoard: draft.onBoard,
      channel: door.door === null ? 'page' : 'qr', ...(joining && { join: joining.number }),
    ...(contact.phone.trim() && { phone: contact.phone.trim(), ...(contact.name.trim() && { name: contact.name.trim() }) }),
    ...(photos.length > 0 && { photos: photos.flatMap(({ id }) => (id === undefined ? [] : [id])) }),
  }
  const short = [...filing.words].length < 2
  const uploading = photos.some(({ id, failed }) => id === undefined && !failed)
  const whyNot = sending.waiting ? w.waiting : short ? w.firstWrite : [...filing.words].length > MOST_WORDS ? w.tooLong : uploading ? w.photosWait
    : undefined
  const problem = sending.error ? problemOf(sending.error) : null
  return <ResidentShell barNote={<BarNote who={who} joining={joining !== null} />} bar={<Button look="primary" size="bar" busy={sending.busy}
    busyWord={w.sending} whyNot={odd && !short ? w.phoneWrong : whyNot}
    onClick={() => sending.send(filing)}><SendWord who={who} joining={joining !== null} /></Button>}>
    {danger && <DangerNote name={danger.name} numbers={danger.numbers} duty={undefined} demo={door.demo} />}
    <h1 className="lk-title mr-title">{w.title}</h1>
    <Row middle left={<Icon name={door.door === null ? 'pin' : 'door'} size={24} />} title={door.place.name} meta={came}
      right={<button type="button" className="lk-link mr-quiet" onClick={onElsewhere}>{w.elsewhere}</button>} />
    <div className="lk-stack mr-form" onFocus={() => touch(true)}>
      {!online && <OfflineBar />}
      <TextArea label={w.say} quietLabel placeholder={w.sayHint} value={draft.words} most={MOST_WORDS} rows={4}
        tool={<><Icon name="mic" size="em" />{w.speakToo}</>}
        onChange={(event) => onDraft({ words: event.target.value })} />
      <PhotoPicker photos={photos} onChange={setPhotos} upload={sendPhoto} />
      {rules && picked?.code != null && !joining && <CategoryChoice rules={rules} picked={picked} onChoose={(code) => onDraft({ category: code })} />}
      {rules && online && !danger && !short && <Suspense><SimilarHint place={door.place.id} words={draft.words} category={draft.category}
        joining={joining} onJoin={join} /></Suspense>}
      {problem && <ErrorNote title={w.notSent} error={sending.error}><Button look="primary"
        onClick={() => sending.send(filing)}>{w.tryAgain}</Button></ErrorNote>}
      <BoardChoice category={category} harm={danger?.namedWorker ?? false} onBoard={draft.onBoard} onChange={(onBoard) => onDraft({ onBoard })}
        title={rules && picked?.code != null ? rules.titleFrom(picked.code, door.place.name) : null} />
      <ContactFields contact={contact} wrong={odd || problem?.code === 'bad_phone'} onChange={onContact} />
      <SureNote door={door} />
      <Go className="mr-quiet mr-power" href={`/confidential?place=${door.place.id}`}>{w.onPower}<Icon name="right" size={16} /></Go>
      <p className="mr-also">{door.compound && <Go className="mr-quiet" href={`/board/${door.compound.id}`}>{w.theBoard}<Icon name="right" size={16} /></Go>}
        <Go className="mr-quiet" href="/vote">{w.votes}<Icon name="right" size={16} /></Go>
        <Go className="mr-quiet" href={`/threads/in/${door.place.id}`}>{w.threads}<Icon name="right" size={16} /></Go>
        <Go className="mr-quiet" href={`/projects/${door.place.id}`}>{w.projects}<Icon name="right" size={16} /></Go></p>
    </div>
  </ResidentShell>
}

function useWho(who: WhoGets | null): string | null {
  const words = useWords(holderWords)
  if (!who) return null
  // a holder of the list has a word of its own; stations are called by their names
  return who.holder in words ? words[who.holder as keyof typeof words] : who.name ?? words.community
}

function SendWord({ who, joining }: { who: WhoGets | null; joining: boolean }) {
  const w = useWords(reportWords)
  const j = useWords(joinWords)
  const whom = useWho(who)
  if (joining) return <>{j.sendJoin}</>
  return <>{whom === null ? w.send : w.sendTo(whom)}</>
}

function BarNote({ who, joining }: { who: WhoGets | null; joining: boolean }) {
  const w = useWords(reportWords)
  const j = useWords(joinWords)
  const { lang } = useSettings()
  const whom = useWho(who)
  if (joining) return <>{j.barJoin}</>
  if (!who || whom === null) return <>{w.noAccount}</>
  const parts = [w.seenWithin(who.name ?? whom, paceWord(who.sign, lang)), ...(who.slip === null ? [] : [w.slipToo(who.slip)]), w.noAccount]
  return <>{parts.map((part) => <span key={part} className="mr-part">{part}</span>)}</>
}
