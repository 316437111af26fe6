/** Until when: put aside with a way to the money, take up again, ask for more time, decide on it. */
import { useState } from 'react'
import { Choices, dayOf, Field, RadioCards, sourceLine, TextArea, useNow, useSay, useSettings, useWords, wall } from '../../../../ui-kit/index.ts'
import { EXTENSIONS, MONEY_PATH_ROWS, moneyPathOf } from '../../../rules/index.ts'
import { useMove } from '../../staff-api.ts'
import { courseWords } from './course-words.ts'
import { MoveDialog, type MoveFormProps } from './move-dialog.tsx'
import { moveWords } from './move-words.ts'

const DAY = 86_400_000
const two = (n: number) => String(n).padStart(2, '0')
/** The day of a time as a date field writes it. */
const asDate = (at: number): string => { const { year, month, day } = wall(at); return `${year}-${two(month)}-${two(day)}` }
const noon = (day: string): number => Date.parse(`${day}T12:00:00+08:00`)

export function SuspendForm({ matter, onClose }: MoveFormProps) {
  const w = useWords(courseWords)
  const m = useWords(moveWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  const [code, choose] = useState<string>()
  const [day, setDay] = useState('')
  const [note, write] = useState('')
  const move = useMove(matter.id, 'suspend', onClose)
  const path = code === undefined ? null : moneyPathOf(code)
  const [first, last] = [asDate(now + DAY), asDate(now + (path?.mostDays ?? 1) * DAY)]
  const wrong = path !== null && day !== '' && (day < first || day > last)
  const until = path ? dayOf(noon(last), now, lang) : ''
  const missing = !path ? w.pathNeeded : day === '' ? w.reviewNeeded : wrong ? w.reviewWrong(until) : note.trim() === '' ? m.noteNeeded : undefined
  return <MoveDialog title={w.suspendTitle} onClose={onClose} wide tells={w.suspendTells} busy={move.isPending} error={move.error} whyNot={missing}
    label={day === '' ? w.suspendPlain : w.suspendDo(dayOf(noon(day), now, lang))}
    onSend={() => { if (path) move.mutate({ version: matter.version, path: path.code, reviewOn: day, note: note.trim() }) }}>
    <RadioCards legend={w.path} value={path?.code} onChange={choose} options={MONEY_PATH_ROWS.map((one) => ({
      value: one.code, word: say(one.say), note: w.steps(one.steps.map(say).join(lang === 'zh' ? '，' : '. ')),
      outcome: <span className="cs-small">{w.most(one.mostDays)}{lang === 'zh' ? '，' : ', '}{sourceLine(one.source)}</span>,
    }))} />
    {path && <Field type="date" label={w.reviewOn} hint={w.reviewHint(until)} min={first} max={last} value={day}
      error={wrong ? w.reviewWrong(until) : undefined} onChange={(e) => setDay(e.target.value)} />}
    <TextArea label={w.suspendNote} hint={w.suspendHint} value={note} most={2000} rows={3} onChange={(e) => write(e.target.value)} />
  </MoveDialog>
}

export function ResumeForm({ matter, onClose }: MoveFormProps) {
  const w = useWords(courseWords)
  const m = useWords(moveWords)
  const [note, write] = useState('')
  const move = useMove(matter.id, 'resume', onClose)
  return <MoveDialog title={w.resumeTitle} onClose={onClose} tells={w.resumeTells} label={w.resumeDo} busy={move.isPending} error={move.error}
    whyNot={note.trim() === '' ? m.noteNeeded : undefined} onSend={() => move.mutate({ version: matter.version, note: note.trim() })}>
    <TextArea label={w.resumeNote} value={note} most={2000} rows={3} onChange={(e) => write(e.target.value)} data-focus />
  </MoveDialog>
}

/** Working days that may be asked for, none above what the rule allows. */
const MORE = [2, 3, 5, 10, 15].filter((n) => n <= EXTENSIONS.mostDays)

export function AskExtensionForm({ matter, onClose }: MoveFormProps) {
  const w = useWords(courseWords)
  const m = useWords(moveWords)
  const [days, choose] = useState(5)
  const [note, write] = useState('')
  const move = useMove(matter.id, 'ask-extension', onClose)
  return <MoveDialog title={w.askTitle} onClose={onClose} tells={w.askTells(EXTENSIONS.most)} label={w.askDo(days)} busy={move.isPending}
    error={move.error}
    whyNot={[...note.trim()].length < 4 ? m.noteNeeded : undefined}
    onSend={() => move.mutate({ version: matter.version, days, note: note.trim() })}>
    <Choices legend={w.days} shown value={String(days)} onChange={(value) => choose(Number(value))} options={MORE.map((n) => ({ value: String(n),
      word: w.day(n) }))} />
    <TextArea label={w.askWhy} hint={w.askHint} value={note} most={500} rows={3} onChange={(e) => write(e.target.value)} />
  </MoveDialog>
}

export function DecideExtensionForm({ matter, onClose }: MoveFormProps) {
  const w = useWords(courseWords)
  const [answer, choose] = useState<'yes' | 'no'>()
  const [note, write] = useState('')
  const move = useMove(matter.id, 'decide-extension', onClose)
  const asked = matter.extension
  if (asked === null) return null
  const granted = answer === 'yes'
  return <MoveDialog title={w.decideTitle} onClose={onClose} tells={granted ? w.grantTells : w.denyTells} busy={move.isPending} error={move.error}
    label={granted ? w.grantDo(asked.days) : w.denyDo} whyNot={answer === undefined ? w.decideNeeded : undefined}
    onSend={() => move.mutate({ version: matter.version, granted, note: note.trim() })}>
    <div className="cs-asked-of"><p><b>{w.asks(asked.org, asked.days)}</b></p><p>{asked.why}</p></div>
    <Choices legend={w.decideAsk} shown value={answer} onChange={choose} options={[{ value: 'yes', word: w.grant }, { value: 'no', word: w.deny }]} />
    <SentenceField value={note} onChange={write} />
  </MoveDialog>
}

/** A sentence that may be left out. */
function SentenceField({ value, onChange }: { value: string; onChange: (words: string) => void }) {
  const m = useWords(moveWords)
  return <TextArea label={m.note} optional value={value} most={500} rows={2} onChange={(e) => onChange(e.target.value)} />
}
