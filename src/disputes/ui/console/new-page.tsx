/** A dispute opened by the community, a grid worker or the committee: kind, place, what about, and the two sides. */
import './disputes.css'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useSearch } from '@tanstack/react-router'
import { PlaceBox, type ChosenPlace } from '../../../places/ui/parts/place-box.tsx'
import { Button, Choices, ConsoleFrame, ErrorNote, PageHead, TextArea, useSay, useWords } from '../../../ui-kit/index.ts'
import { ABOUT, KIND_WORDS, kindOfCategory, KINDS, type DisputeKind } from '../../rules/index.ts'
import { useOpenDispute, useSourceMatter, type Opened } from '../api.ts'
import { newWords } from './new-words.ts'
import { blankSide, sideOf, SideFields, sideStands, type SideDraft } from './side-fields.tsx'
import { SlipSheet } from './papers/slip-sheet.tsx'

const Step = ({ title, children }: { title: ReactNode; children: ReactNode }) => <section className="lk-form-step"><h2>{title}</h2><div
  className="dc-form">{children}</div></section>
type Done = { readonly opened: Opened; readonly kind: DisputeKind; readonly place: string }

export default function NewDisputePage() {
  const [done, finish] = useState<Done | null>(null)
  const { matter } = useSearch({ strict: false }) as { matter?: string } // checked by its shape below
  const source = /^[0-9a-f-]{36}$/.test(matter ?? '') ? matter : undefined
  return done ? <OpenedPage done={done} /> : <Form source={source} onDone={finish} />
}

function Form({ source, onDone }: { source: string | undefined; onDone: (done: Done) => void }) {
  const w = useWords(newWords)
  const say = useSay()
  const behind = useSourceMatter(source).data
  const [kind, setKind] = useState<DisputeKind>()
  const [chosen, setPlace] = useState<ChosenPlace | null | undefined>()
  const [said, write] = useState('')
  const [sides, set] = useState<readonly [SideDraft, SideDraft]>([blankSide, blankSide])
  const place = chosen === undefined && behind?.place ? { id: behind.place.id, fullName: behind.place.name } : chosen ?? null
  const shownKind = kind ?? (behind ? kindOfCategory(behind.category) ?? undefined : undefined)
  const open = useOpenDispute((opened, input) => onDone({ opened, kind: input.kind, place: place?.fullName ?? '' }))
  const missing = [!shownKind && w.mKind, !place && w.mWhere, said.trim().length < 4 && w.mSaid,
    !sides.every(sideStands) && w.mSides].filter((one) => one !== false)
  const send = () => {
    if (place && shownKind) open.mutate({ place: place.id, kind: shownKind, words: said.trim(), ...(source ? { source } : {}),
      sides: sides.map(sideOf) })
  }
  return <ConsoleFrame current="/console/disputes" rail={<About />} foot={<><p>{w.next}</p><Button look="primary" busy={open.isPending}
    whyNot={missing.length > 0 ? w.missing(missing.join(w.join)) : undefined} onClick={send}>{w.open}</Button></>}>
    <PageHead title={w.title} line={behind ? w.from(behind.number) : w.line}
      back={{ href: '/console/disputes', word: w.back }} />
    {open.error && <ErrorNote title={w.failed} error={open.error} />}
    <Step title={w.kind}><Choices legend={w.kind} value={shownKind} onChange={setKind}
      options={KINDS.map((value) => ({ value, word: say(KIND_WORDS[value]) }))} /></Step>
    <Step title={w.where}><PlaceBox quietLabel label={w.where} value={place} onChange={setPlace} /></Step>
    <Step title={w.said}><TextArea label={w.said} quietLabel hint={w.saidHint} rows={3} most={2000} value={said}
      onChange={(e) => write(e.target.value)} /></Step>
    <Step title={w.sides}>{(['a', 'b'] as const).map((side, at) => <SideFields key={side} side={side} value={sides[at] ?? blankSide} place={place?.id}
      onChange={(next) => set(at === 0 ? [next, sides[1]] : [sides[0], next])} />)}</Step>
  </ConsoleFrame>
}

function About() {
  const w = useWords(newWords)
  const say = useSay()
  return <section className="dc-about"><h2 className="cs-rail-title">{w.about}</h2>
    {ABOUT.map(({ code, say: line, source }) => <p key={code}>{say(line)}<br /><span
      className="lk-caption">{source.law}{source.article}</span></p>)}</section>
}

function OpenedPage({ done: { opened, kind, place } }: { done: Done }) {
  const w = useWords(newWords)
  const heading = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return <ConsoleFrame current="/console/disputes">
    <div ref={heading} tabIndex={-1} className="lk-no-print"><PageHead title={w.doneTitle(opened.number)} line={w.doneLine} tools={<>
      <Button href={`/console/disputes/${opened.id}`}>{w.show}</Button><Button look="primary" icon="print"
        onClick={() => print()}>{w.print}</Button></>} /></div>
    <SlipSheet side="a" code={opened.codes.a} number={opened.number} kind={kind} place={place} />
    <SlipSheet side="b" code={opened.codes.b} number={opened.number} kind={kind} place={place} />
  </ConsoleFrame>
}
