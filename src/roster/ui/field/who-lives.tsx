/** 谁住这里, at the door: one tap says that all of it holds; what changed is said in seconds. Works without a signal. */
import './door.css'
import { useState } from 'react'
import { Button, ErrorNote, Icon, SectionTitle, useOutbox, useWords } from '../../../ui-kit/index.ts'
import type { DoorMove } from '../../rules/door.ts'
import type { AtDoor } from '../../../visits/ui/parts/door-part.tsx'
import { DoorChanges } from './door-changes.tsx'
import { DoorConflict } from '../parts/door-conflict.tsx'
import { useDoorFile, useDoorFiles, useSayAtDoor, waitingAt, type DoorFile } from './door-api.ts'
import { DoorSummary } from './door-summary.tsx'
import { doorWords } from './door-words.ts'

/** The part that the app puts at doors. On the page of all doors it only reads, so that a phone has them where there is no signal. */
export default function WhoLives({ building, home }: AtDoor) {
  return home === null ? <Ready building={building} /> : <AtHome building={building} home={home} />
}

function Ready({ building }: { building: string }) {
  useDoorFiles(building)
  return null
}

function AtHome({ building, home }: { building: string; home: { readonly id: string; readonly name: string } }) {
  const { file } = useDoorFile(building, home.id)
  return file ? <Door key={home.id} building={building} file={file} about={home.name} /> : null
}

function Door({ building, file, about }: { building: string; file: DoorFile; about: string }) {
  const w = useWords(doorWords)
  const [open, setOpen] = useState(false)
  const [done, setDone] = useState<{ readonly what: string; readonly kept: boolean } | null>(null)
  const waits = waitingAt(useOutbox(), building, file.home)
  const [asking] = waits.filter(({ state }) => state === 'asking')
  const { say, busy, error } = useSayAtDoor(building, file, about)
  const told = (said: DoorMove, title: string, shown = '') => say(said, title, shown,
    (how) => { setOpen(false); setDone({ what: shown ? `${title} ${shown}` : title, kept: how === 'saved' }) })
  const same = file.people.length > 0 ? w.holds : w.holdsNobody
  return <section className="ro-door">
    <SectionTitle rule="hair" aside={waits.length > 0 ? w.keptHere(waits.length) : undefined}>{w.title}</SectionTitle>
    <DoorSummary file={file} />
    {done && <p className={done.kept ? 'ro-done ro-done--kept' : 'ro-done'} role="status"><Icon name="check" size={16} />{done.kept ? w.doneKept(done.what) : w.done(done.what)}</p>}
    {asking && <article className="ro-asking"><p><b>{asking.shown.title}</b> {asking.shown.said}</p><DoorConflict item={asking} /></article>}
    {error != null && <ErrorNote title={w.notDone} error={error} />}
    {!open && <div className="ro-tools"><Button busy={busy} whyNot={undefined} onClick={() => void told({ move: 'holds' }, same)}>{same}</Button>
      <Button look="quiet" onClick={() => { setOpen(true); setDone(null) }}>{w.change}</Button></div>}
    {open && <DoorChanges file={file} busy={busy} onSay={(said, title, shown) => void told(said, title, shown)} onClose={() => setOpen(false)} />}
  </section>
}
