/** 走访一户: who was met, what for, one sentence, next door. Three presses, under twenty seconds, one hand, no signal needed. */
import './visits.css'
import { useEffect, useState } from 'react'
import { Button, Choices, Empty, ErrorNote, FieldShell, Go, Icon, ProblemError, Skeleton, Switch, TextArea, useLine, useNavigate, useOutbox, useSay,
  useWords } from '../../../ui-kit/index.ts'
import { ReadError, SignedIn } from '../../../trust/ui/parts/field-frame.tsx'
import { useDraft } from '../../../trust/ui/parts/draft.ts'
import { MET, MET_SAID, nextHome, PURPOSE_SAID, PURPOSES, SAID_MOST, type Met, type Purpose } from '../../rules/index.ts'
import { keepVisit, useBuilding, useDoors, visitsHere, type DoorBuilding, type DoorHome } from '../parts/doors.ts'
import { DoorPart } from '../parts/door-part.tsx'
import { useHomeName, useLastSaid } from '../parts/home-words.ts'
import { visitWords } from './words.ts'

/** The page at /field/visit/:home. */
export default function VisitPage({ params }: { params: { home?: string } }) {
  return <SignedIn>{(worker) => <Reading key={params.home} id={params.home ?? ''} person={worker.person} />}</SignedIn>
}

type Found = { readonly building: DoorBuilding; readonly home: DoorHome | null }

/** A home of a building that came along, or a building itself. */
function found(buildings: readonly DoorBuilding[], id: string): Found | null {
  for (const building of buildings) {
    if (building.id === id) return { building, home: null }
    const home = building.homes?.find((one) => one.id === id)
    if (home) return { building, home }
  }
  return null
}

function Reading({ id, person }: { id: string; person: string }) {
  const w = useWords(visitWords)
  const doors = useDoors()
  const last = lastBuilding()
  const more = useBuilding(last, doors.data !== undefined && last !== undefined && !found(doors.data.buildings, id))
  const at = found(doors.data?.buildings ?? [], id) ?? found(more.data?.buildings ?? [], id)
  if (at) return <Form at={at} person={person} />
  const back = { href: '/field/doors', word: w.doors }
  const waits = doors.isLoading || more.isLoading
  return <FieldShell back={back} current="today">{waits ? <Skeleton lines={[60, 100, 100]} repeat={3} />
    : doors.error ? <ReadError error={doors.error} onAgain={() => void doors.refetch()} />
      : <Empty title={w.notFound}><Button href="/field/doors">{w.toDoors}</Button></Empty>}</FieldShell>
}

const lastBuilding = (): string | undefined => { try { return localStorage.getItem('linli.building') ?? undefined } catch { return undefined } }

let justDone: { readonly home: string; readonly kept: boolean } | null = null
let lastPurpose: Purpose = 'round'

function Form({ at: { building, home }, person }: { at: Found; person: string }) {
  const w = useWords(visitWords)
  const navigate = useNavigate()
  const nameOf = useHomeName()
  const homes = building.homes ?? []
  const id = home?.id ?? building.id
  const name = home ? nameOf(home, homes) : building.name
  const next = home ? nextHome(homes, home.id) : null
  const { draft, change, clear } = useDraft(`visit.${person}.${id}`, { said: '' })
  const [met, setMet] = useState<Met | undefined>()
  const [inPerson, setInPerson] = useState(true)
  const [purpose, setPurpose] = useState<Purpose>(lastPurpose)
  const [also, setAlso] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const line = useLine()
  const goOn = (kept: boolean) => {
    justDone = { home: name, kept }
    clear()
    navigate(also ? '/field/new' : next ? `/field/visit/${next.id}` : '/field/doors')
  }
  const save = async () => {
    if (met === undefined || busy) return
    setBusy(true)
    lastPurpose = purpose
    try {
      const handed = await keepVisit({ place: id, purpose, met, inPerson, said: draft.said.trim() }, w.visited,
        home && homes.length > 0 ? `${building.name}${nameOf(home, homes)}` : building.name)
      if (handed.how === 'refused') setError(new ProblemError(handed.problem))
      else { if (also) leaveForNew({ id, fullName: home ? `${building.name}${nameOf(home, homes)}` : building.name, kind: home ? 'room' : 'building' }, draft.said); goOn(handed.how === 'saved') }
    } catch (failed) { setError(failed) }
    setBusy(false)
  }
  const counts = met === undefined ? '' : met !== 'met' ? w.countsNot : inPerson ? w.counts : w.countsPhone
  const word = also ? w.saveFile : next ? w.saveNext(nameOf(next, homes)) : w.save
  return <FieldShell back={{ href: '/field/doors', word: w.visits }} right={<Go href="/field/doors" className="vs-other">{w.other}</Go>}
    barNote={line ? counts || undefined : `${w.kept}${counts}`}
    bar={<Button look="primary" size="bar" busy={busy} whyNot={met === undefined ? w.chooseMet : undefined} onClick={() => void save()}>{word}</Button>}>
    <Head building={building} home={home} name={name} />
    {home && <DoorPart building={building.id} home={{ id: home.id, name: `${building.name}${name}` }} />}
    <div className="vs-form">
      <Part title={w.whom}><Choices legend={w.whom} look="answer" columns={3} value={met} onChange={setMet} options={MET.map((one) => ({ value: one,
        word: <Said said={MET_SAID[one]} /> }))} />
        {met === 'met' && <Choices legend={w.how} value={inPerson ? 'door' : 'phone'} onChange={(how) => setInPerson(how === 'door')}
          options={[{ value: 'door', word: w.atDoor }, { value: 'phone', word: w.byPhone }]} />}</Part>
      <Part title={w.why}><Choices legend={w.why} value={purpose} onChange={setPurpose}
        options={PURPOSES.map((one) => ({ value: one, word: <Said said={PURPOSE_SAID[one]} /> }))} /></Part>
      <Part title={w.said} aside={w.optional}><TextArea label={w.said} quietLabel rows={2} maxLength={SAID_MOST} value={draft.said}
        onChange={(event) => change({ said: event.target.value })} /></Part>
      <Switch label={w.alsoFile} note={w.alsoFileNote} checked={also} onChange={setAlso} />
    </div>
    {error != null && <div className="vs-below"><ErrorNote error={error} /></div>}
  </FieldShell>
}

/** What was said at the door stands in the form of the matter too, which reads it once. */
function leaveForNew(place: { readonly id: string; readonly fullName: string; readonly kind: string }, words: string): void {
  try { sessionStorage.setItem('linli.from-visit', JSON.stringify({ place, words })) } catch { /* the form begins empty */ }
}

function Said({ said }: { said: { readonly zh: string; readonly en: string } }) { return <>{useSay()(said)}</> }

function Part({ title, aside, children }: { title: string; aside?: string; children: React.ReactNode }) {
  return <section className="vs-part"><h2 className="vs-part__title">{title}{aside && <span>{aside}</span>}</h2>{children}</section>
}

/** The home in large letters, the last time somebody was there, and what was just recorded. */
function Head({ building, home, name }: { building: DoorBuilding; home: DoorHome | null; name: string }) {
  const w = useWords(visitWords)
  const lastSaid = useLastSaid()
  const here = visitsHere(useOutbox())
  const [done] = useState(justDone)
  useEffect(() => { justDone = null; document.getElementById('visit-title')?.focus({ preventScroll: true }) }, [])
  return <header className="vs-title">
    {done && <p className={done.kept ? 'vs-done vs-done--kept' : 'vs-done'} role="status"><Icon name="check" size={16} />{done.kept ? w.doneKept(done.home) : w.done(done.home)}</p>}
    <p className="lk-second">{home ? building.name : w.knock}</p>
    <h1 id="visit-title" tabIndex={-1}>{name}</h1>
    {home && <p className="lk-second">{lastSaid(home, here.has(home.id))}</p>}
  </header>
}
