/** '/field/polls/:id': one sheet after the other, statement by statement, with a thumb; kept without a signal and sent once. [OM16] */
import { useState } from 'react'
import { Button, Choices, Empty, ErrorNote, FieldShell, Icon, ProblemError, Select, Skeleton, TextArea, useKeys, useLine, useOutbox,
  useSettings, useWords, comma } from '../../../../ui-kit/index.ts'
import { ReadError, SignedIn } from '../../../../trust/ui/parts/field-frame.tsx'
import { useDraft } from '../../../../trust/ui/parts/draft.ts'
import { heldFor } from '../../../rules/speech/index.ts'
import { lastSheetDay } from '../../../rules/opinions/poll.ts'
import { longestStatement } from '../../../rules/opinions/statements.ts'
import { sayDay } from '../../parts/polls/say.ts'
import { useCarried, type Carried, type Sign } from '../../parts/polls/poll-api.ts'
import { emptySheet, isLate, keepSheet, sheetAfter, sheetsPath, sheetSubject, type Sheet } from './sheets.ts'
import { sheetWords } from './words.ts'
import './polls.css'

/** The page at /field/polls/:id. */
export default function SheetPage({ params }: { params: Record<string, string | undefined> }) {
  return <SignedIn>{(worker) => <Reading id={params['id'] ?? ''} person={worker.person} />}</SignedIn>
}

function Reading({ id, person }: { id: string; person: string }) {
  const w = useWords(sheetWords)
  const carried = useCarried()
  const poll = carried.data?.items.find((one) => one.id === id)
  if (poll) return <Sheets key={id} poll={poll} person={person} />
  return <FieldShell back={{ href: '/field/polls', word: w.back }} current="me">{carried.data ? <Empty title={w.notFound}><Button href="/field/polls">
    {w.toList}</Button></Empty>
    : carried.error ? <ReadError error={carried.error} onAgain={() => void carried.refetch()} /> : <Skeleton lines={[60, 100, 100]} repeat={2} />}
      </FieldShell>
}

/** What became of the sheet before. */
type Before = { readonly id: string; readonly nth: number; readonly kept: boolean }

function Sheets({ poll, person }: { poll: Carried; person: string }) {
  const w = useWords(sheetWords)
  const { draft, change } = useDraft<Sheet>(`sheet.${person}.${poll.id}`, emptySheet())
  const sheet = poll.buildings.some(({ id }) => id === draft.building) ? draft : { ...draft, building: poll.buildings[0]?.id ?? '' }
  const [before, setBefore] = useState<Before>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const save = async () => {
    if (busy) return
    setBusy(true)
    setError(undefined)
    try {
      const handed = await keepSheet(poll, sheet, w.title2, poll.buildings.find(({ id }) => id === sheet.building)?.name ?? '')
      if (handed.how === 'refused') setError(new ProblemError(handed.problem))
      else { setBefore({ id: sheet.id, nth: sheet.nth, kept: handed.how === 'saved' }); change(sheetAfter(sheet)); scrollTo(0, 0) }
    } catch (failed) { setError(failed) }
    setBusy(false)
  }
  const over = sheet.at >= poll.statements.length
  return over ? <Summed poll={poll} sheet={sheet} busy={busy} error={error} onSave={() => void save()} onChange={change} />
    : <Asked poll={poll} sheet={sheet} before={before} onChange={change} />
}

type Parts = { readonly poll: Carried; readonly sheet: Sheet; readonly onChange: (part: Partial<Sheet>) => void }

function Asked({ poll, sheet, before, onChange }: Parts & { before: Before | undefined }) {
  const w = useWords(sheetWords)
  const { at, answers } = sheet
  const asked = poll.statements[at]
  const given = asked && answers[asked.n]
  const answer = (sign: Sign) => { if (asked) onChange({ building: sheet.building, answers: { ...answers, [asked.n]: sign }, at: at + 1 }) }
  const skip = () => {
    const { [asked?.n ?? 0]: _, ...rest } = answers
    onChange({ building: sheet.building, answers: rest, at: at + 1 })
  }
  const once = (act: () => void) => ({ repeat }: KeyboardEvent) => { if (!repeat) act() } // a key held down is one answer
  useKeys({ '1': once(() => answer(1)), '2': once(() => answer(-1)), '3': once(() => answer(0)), '4': once(skip) })
  if (!asked) return null
  const three: readonly (readonly [Sign, string])[] = [[1, w.agree], [-1, w.disagree], [0, w.pass]]
  return <FieldShell back={{ href: '/field/polls', word: w.back }} right={<span>{w.sheet(sheet.nth)}
    </span>} bar={<div className="ps-answers" role="group" aria-label={asked.words}>
    {three.map(([sign, word]) => <button key={sign} type="button" className={`ps-answer${given === sign ? ' is-given' : ''}`} aria-pressed={given === sign}
      onClick={() => answer(sign)}>{word}</button>)}
    <button type="button" className="ps-skip" onClick={skip}>{w.skip}</button></div>}>
    {at === 0 && <Begin poll={poll} sheet={sheet} before={before} onChange={onChange} />}
    {at > 0 && <p className="lk-second">{poll.buildings.find(({ id }) => id === sheet.building)?.name}</p>}
    <section className="ps-asked" aria-live="polite"><p><b>{asked.n}</b><span className="lk-second">{w.of(at + 1, poll.statements.length)}</span></p>
      <blockquote>{asked.words}</blockquote></section>
    <p className="ps-moves">{at > 0 && <><Button icon="left" onClick={() => onChange({ at: at - 1 })}>{w.previous}</Button>
      <Button onClick={() => onChange({ at: poll.statements.length })}>{w.finish}</Button></>}</p>
  </FieldShell>
}

/** At the head of each sheet: what became of the last, which building, and how it is collected. */
function Begin({ poll, sheet, before, onChange }: Parts & { before: Before | undefined }) {
  const w = useWords(sheetWords)
  const { lang } = useSettings()
  const unsent = useOutbox().filter(({ path, state }) => path === sheetsPath(poll.id) && state !== 'sent')
  const waiting = unsent.length
  const kept = before?.kept === true && unsent.some(({ subject }) => subject === sheetSubject(before.id)) // it may have gone meanwhile
  return <div className="ps-begin">
    {before && <p className={kept ? 'ps-done ps-done--kept' : 'ps-done'} role="status"><Icon name={kept ? 'send' : 'check'} size={18} />
      {kept ? w.kept(before.nth) : w.saved(before.nth)}{waiting > 1 && `${comma()}${w.waiting(waiting)}`}</p>}
    <h1>{poll.question}</h1>
    {poll.buildings.length > 1 ? <Select label={w.building} value={sheet.building} options={poll.buildings.map(({ id, name }) => ({ value: id,
      word: name }))}
      onChange={(event) => onChange({ building: event.target.value })} /> : <p className="lk-second">{poll.buildings[0]?.name}</p>}
    {isLate(poll) ? <p className="ps-late">{w.lateOnly(sayDay(poll.closesOn, lang), sayDay(lastSheetDay(poll), lang))}</p>
      : <Choices legend={w.how} value={sheet.channel} onChange={(channel) => onChange({ channel })} options={[{ value: 'paper', word: w.paper },
        { value: 'door', word: w.door }]} />}
  </div>
}

/** The whole sheet once more, before it goes. */
function Summed({ poll, sheet, busy, error, onSave, onChange }: Parts & { busy: boolean; error: unknown; onSave: () => void }) {
  const w = useWords(sheetWords)
  const line = useLine()
  const answered = Object.keys(sheet.answers).length
  const word = { '1': w.agree, '0': w.pass, '-1': w.disagree }
  return <FieldShell back={{ href: '/field/polls', word: w.back }} right={<span>{w.sheet(sheet.nth)}</span>} barNote={line ? undefined : w.noLine}
    bar={<Button look="primary" size="bar" busy={busy} whyNot={answered === 0 ? w.empty : undefined} onClick={onSave}>{w.save}</Button>}>
    <p className="lk-second">{poll.buildings.find(({ id }) => id === sheet.building)?.name}</p>
    <h1 className="lk-title" role="status">{w.sum(answered, poll.statements.length)}</h1>
    <ol className="ps-sum">{poll.statements.map((one, at) => {
      const sign = sheet.answers[one.n]
      return <li key={one.n}><button type="button" onClick={() => onChange({ at })}><span className="lk-second">{one.n}</span><span>{one.words}</span>
        {sign === undefined ? <span className="ps-left">{w.left}</span> : <b>{word[sign]}</b>}</button></li>
    })}</ol>
    <div className="ps-said"><TextArea label={sheet.channel === 'paper' ? w.said : w.saidAtDoor} hint={w.saidHint} most={longestStatement} rows={2} value={sheet.said}
      onChange={(event) => onChange({ said: event.target.value })} />
      {heldFor(sheet.said, false) && <p className="lk-second" role="status">{w.saidHeld}</p>}</div>
    {error !== undefined && <ErrorNote title={w.notKept} error={error} />}
    <p className="ps-moves"><Button look="quiet" onClick={() => onChange({ ...emptySheet(), building: sheet.building, channel: sheet.channel,
      nth: sheet.nth })}>{w.drop}</Button></p>
  </FieldShell>
}
