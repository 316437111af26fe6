/** The frame of a move's form: the matter it is about, the fields, one button at the thumb with what follows, and what went wrong. */
import { useEffect, useState, type ComponentProps, type ReactNode } from 'react'
import { Button, ErrorNote, FieldShell, keepPhotoHere, Meta, PhotoPicker, problemOf, TextArea, useLine, useNavigate, useWords,
  type PickedPhoto } from '../../../ui-kit/index.ts'
import { useMatter, type MatterDetail, type MoveInput } from '../staff-api.ts'
import { leaveWord } from './flash.ts'
import { moveWords } from './move-words.ts'
import { useKeptMove } from './send-move.ts'

/** What a form says of itself. `whyNot`: what is missing; it takes the place of the button's words. */
type MoveFormProps = {
  readonly matter: MatterDetail; readonly title: string; readonly lead?: ReactNode
  readonly send: string; readonly after?: string | undefined; readonly whyNot?: string | undefined; readonly busy: boolean; readonly error: unknown
  readonly onSend: () => void; readonly children: ReactNode
}

export function MoveForm({ matter, title, lead, send, after, whyNot, busy, error, onSend, children }: MoveFormProps) {
  const w = useWords(moveWords)
  const line = useLine()
  useEffect(() => { document.getElementById('move-title')?.focus({ preventScroll: true }) }, [])
  return <FieldShell back={{ href: `/field/m/${matter.id}`, word: title }} barNote={line ? after : w.keptHere}
    bar={<Button look="primary" size="bar" busy={busy} whyNot={whyNot} onClick={onSend}>{send}</Button>}>
    <h1 id="move-title" className="lk-hidden" tabIndex={-1}>{title}</h1>
    <p className="fd-about"><b>{matter.title}</b><span className="lk-second"><Meta>{matter.place?.name}</Meta></span></p>
    {lead && <p className="lk-second fd-lead">{lead}</p>}
    <div className="fd-form">{children}</div>
    {error != null && <div className="fd-below"><NotSent matter={matter} error={error} /></div>}
  </FieldShell>
}

/** What was not sent, and why; what was typed is kept. A matter that moved on meanwhile is read anew. */
function NotSent({ matter, error }: { matter: MatterDetail; error: unknown }) {
  const w = useWords(moveWords)
  const { refetch } = useMatter(matter.id)
  const stale = problemOf(error).code === 'stale'
  useEffect(() => { if (stale) void refetch() }, [stale, refetch])
  return <ErrorNote error={error}>{stale && <Button href={`/field/m/${matter.id}`}>{w.seeChange}</Button>}</ErrorNote>
}

/** The name of a move as its button says it. */
function titleOf(w: object, move: string): string {
  const found: unknown = Reflect.get(w, move.replaceAll('-', '_'))
  return typeof found === 'string' ? found : ''
}

/** The write of a form, with where to go and what to say when it is done. */
export function useFormMove<M extends keyof MoveInput>(matter: MatterDetail, move: M, clear: () => void) {
  const navigate = useNavigate()
  const w = useWords(moveWords)
  const { send: keep, busy, error } = useKeptMove(matter, move)
  const send = (input: MoveInput[M], word: string) => void keep(input, titleOf(w, move), (how) => {
    clear()
    leaveWord(how === 'sent' ? word : w.savedHere, how === 'saved')
    navigate(`/field/m/${matter.id}`)
  })
  return { send, busy, error }
}

/** Photos of a form: what is picked, what to send, and whether some are still on their way. */
export function usePhotos() {
  const [photos, change] = useState<readonly PickedPhoto[]>([])
  return {
    claims: photos.flatMap((photo) => photo.id ?? []), waiting: photos.some((photo) => photo.id === undefined && !photo.failed),
    picker: <PhotoPicker photos={photos} onChange={change} upload={keepPhotoHere} />,
  }
}

const MOST = 2000
const COUNTED_FROM = 1600

/** What is said in a form; its length is counted only when it nears the most that is taken. */
export function Words({ value, most = MOST, ...rest }: Omit<ComponentProps<typeof TextArea>, 'value'> & { value: string }) {
  return <TextArea value={value} {...(value.length >= Math.min(COUNTED_FROM, most - 100) ? { most } : {})} {...rest} />
}

/** A part of a form under its serif title. */
export function Part({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return <section className="fd-part"><h2 className="fd-part__title">{title}{aside && <span className="fd-part__aside">{aside}</span>}</h2>{children}
    </section>
}
