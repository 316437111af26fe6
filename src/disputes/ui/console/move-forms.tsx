/** The windows in which a move on a dispute is made. */
import { useState } from 'react'
import { Choices, ErrorNote, Field, moment, now, RadioCards, Skeleton, TextArea, useNow, useSay, useSettings, useWords,
  wall } from '../../../ui-kit/index.ts'
import { SIDE_WORDS, SIDES, STOP_REASONS, TIE_WORDS, type MoveName, type SideName, type StopReason } from '../../rules/index.ts'
import { useDisputeMove, useMediators, type Dispute } from '../api.ts'
import { DraftForm } from './draft-form.tsx'
import { moveWords } from './move-words.ts'
import { MoveWindow, type FormProps } from './move-window.tsx'
import { nextWords } from './words.ts'

function SideChoice({ value, onChange, names }: { value: SideName | undefined; onChange: (side: SideName) => void; names: Dispute['sides'] }) {
  const w = useWords(moveWords)
  const say = useSay()
  const word = (side: SideName) => {
    const one = names.find((found) => found.side === side)
    return `${say(SIDE_WORDS[side])} ${one?.org ?? one?.persons.map(({ name }) => name).join(' ') ?? ''}`
  }
  return <Choices legend={w.whichSide} shown value={value} onChange={onChange} options={SIDES.map((side) => ({ value: side, word: word(side) }))} />
}

function ConsentForm({ dispute, onClose }: FormProps) {
  const w = useWords(moveWords)
  const [side, setSide] = useState<SideName | undefined>(dispute.sides.find(({ consent }) => consent === 'asked')?.side)
  const [answer, setAnswer] = useState<'yes' | 'no'>()
  const [via, setVia] = useState<'door' | 'paper'>('door')
  const act = useDisputeMove(dispute.id, 'consent', onClose)
  return <MoveWindow title={w.consentTitle} tells={answer === 'no' ? w.consentNo : w.consentYes} label={w.consentDo} act={act} onClose={onClose}
    whyNot={side && answer ? undefined : w.answer} body={{ version: dispute.version, side, yes: answer === 'yes', via }}>
    <SideChoice value={side} onChange={setSide} names={dispute.sides} />
    <Choices legend={w.answer} shown value={answer} onChange={setAnswer} options={[{ value: 'yes', word: w.yes }, { value: 'no', word: w.no }]} />
    <Choices legend={w.how} shown value={via} onChange={setVia} options={[{ value: 'door', word: w.door }, { value: 'paper', word: w.paper }]} />
  </MoveWindow>
}

function AppointForm({ dispute, onClose }: FormProps) {
  const w = useWords(moveWords)
  const say = useSay()
  const { lang } = useSettings()
  const list = useMediators(dispute.id)
  const [person, choose] = useState<string>()
  const act = useDisputeMove(dispute.id, 'appoint', onClose)
  return <MoveWindow title={w.appointTitle} tells={w.appointTells} label={w.appointDo} act={act} onClose={onClose}
    whyNot={person ? undefined : w.appointNone}
    body={{ version: dispute.version, person }}>
    <p className="lk-second">{w.appointLine}</p>
    {list.data ? <RadioCards legend={w.appointTitle} value={person} onChange={choose} options={list.data.items.map((one) => ({
      value: one.person, word: one.name, note: one.title,
      ...(one.ties.length > 0 ? { whyNot: one.ties.map((tie) => say(TIE_WORDS[tie])).join(lang === 'zh' ? '，' : '; ') } : {}),
    }))} /> : list.error ? <ErrorNote error={list.error} /> : <Skeleton repeat={2} />}
  </MoveWindow>
}

const two = (n: number): string => String(n).padStart(2, '0')
function PlanForm({ dispute, onClose }: FormProps) {
  const w = useWords(moveWords)
  const tomorrow = wall(now() + 86_400_000)
  const [day, setDay] = useState(`${tomorrow.year}-${two(tomorrow.month)}-${two(tomorrow.day)}`)
  const [time, setTime] = useState('19:00')
  const [spot, setSpot] = useState(w.spotDefault)
  const act = useDisputeMove(dispute.id, 'plan', onClose)
  const ready = day !== '' && time !== '' && spot.trim() !== ''
  return <MoveWindow title={w.planTitle} tells={w.planTells} label={w.planDo} act={act} onClose={onClose} whyNot={ready ? undefined : w.planMissing}
    body={{ version: dispute.version, at: `${day}T${time}:00+08:00`, spot: spot.trim() }}>
    <div className="dc-two"><Field label={w.day} type="date" value={day} max={dispute.until ?? undefined} onChange={(e) => setDay(e.target.value)} />
      <Field label={w.time} type="time" value={time} onChange={(e) => setTime(e.target.value)} /></div>
    <Field label={w.spot} hint={w.spotHint} maxLength={60} value={spot} onChange={(e) => setSpot(e.target.value)} />
  </MoveWindow>
}

function HoldForm({ dispute, onClose }: FormProps) {
  const w = useWords(moveWords)
  const present = useNow()
  const { lang } = useSettings()
  const say = useSay()
  const session = dispute.sessions.find(({ state }) => state === 'planned')
  const [who, setWho] = useState<'both' | SideName>('both')
  const [note, write] = useState('')
  const act = useDisputeMove(dispute.id, 'hold', onClose)
  return <MoveWindow title={w.holdTitle} tells={w.holdTells} label={w.holdDo} act={act} onClose={onClose}
    whyNot={note.trim() ? undefined : w.holdMissing}
    body={{ version: dispute.version, session: session?.id, present: who === 'both' ? ['a', 'b'] : [who], note: note.trim() }}>
    {session && <p className="lk-second">{moment(Date.parse(session.at), present, lang)} {session.spot}</p>}
    <Choices legend={w.present} shown value={who} onChange={setWho}
      options={[{ value: 'both', word: w.both }, ...SIDES.map((side) => ({ value: side, word: say(SIDE_WORDS[side]) }))]} />
    <TextArea label={w.said} rows={6} most={4000} value={note} onChange={(e) => write(e.target.value)} data-focus />
  </MoveWindow>
}

function WordsForm({ dispute, onClose, move }: FormProps & { move: 'note' | 'visit' }) {
  const w = useWords(moveWords)
  const [note, write] = useState('')
  const act = useDisputeMove(dispute.id, move, onClose)
  return <MoveWindow title={move === 'visit' ? w.visitTitle : w.noteTitle} tells={w.holdTells} label={move === 'visit' ? w.visitDo : w.noteDo}
    act={act}
    onClose={onClose} whyNot={note.trim() ? undefined : w.noteMissing} body={{ version: dispute.version, note: note.trim() }}>
    <TextArea label={move === 'visit' ? w.visitSaid : w.noteTitle} quietLabel={move === 'note'} rows={4} most={2000} value={note}
      onChange={(e) => write(e.target.value)} data-focus />
  </MoveWindow>
}

function CheckForm({ dispute, onClose }: FormProps) {
  const w = useWords(moveWords)
  const [n, setN] = useState(String(dispute.clauses.find(({ state }) => state !== 'kept')?.n ?? 1))
  const [kept, setKept] = useState<'yes' | 'no'>()
  const [note, write] = useState('')
  const act = useDisputeMove(dispute.id, 'check', onClose)
  return <MoveWindow title={w.checkTitle} tells={w.checkTells} label={w.checkDo} act={act} onClose={onClose} whyNot={kept ? undefined : w.keptMissing}
    body={{ version: dispute.version, n: Number(n), kept: kept === 'yes', note: note.trim() }}>
    <RadioCards legend={w.which} value={n} onChange={setN} options={dispute.clauses.map((one) => ({ value: String(one.n), word: w.clause(one.n),
      note: one.what }))} />
    <Choices legend={w.kept} shown value={kept} onChange={setKept} options={[{ value: 'yes', word: w.keptYes }, { value: 'no', word: w.keptNo }]} />
    <TextArea label={w.checkNote} optional rows={2} most={500} value={note} onChange={(e) => write(e.target.value)} />
  </MoveWindow>
}

function StopForm({ dispute, onClose }: FormProps) {
  const w = useWords(moveWords)
  const v = useWords(nextWords)
  const [reason, choose] = useState<StopReason>()
  const act = useDisputeMove(dispute.id, 'stop', onClose)
  return <MoveWindow title={w.stopTitle} tells={w.stopTells} label={w.stopDo} act={act} onClose={onClose} whyNot={reason ? undefined : w.why}
    body={{ version: dispute.version, reason }}>
    <Choices legend={w.why} shown value={reason} onChange={choose} options={STOP_REASONS.map((one) => ({ value: one, word: v[one] }))} />
  </MoveWindow>
}

const OF_SIDE = { object: ['objectTitle', 'objectTells', 'objectDo'], leave: ['leaveTitle', 'leaveTells', 'leaveDo'],
  sign: ['signTitle', 'signTells', 'signDo'] } as const
function SideForm({ dispute, onClose, move }: FormProps & { move: keyof typeof OF_SIDE }) {
  const w = useWords(moveWords)
  const [title, tells, label] = OF_SIDE[move]
  const fits = dispute.sides.filter((one) => (move === 'object' ? !one.objected : move === 'sign' ? !one.signedAt : true))
  const [side, choose] = useState<SideName | undefined>(fits.length === 1 ? fits[0]?.side : undefined)
  const act = useDisputeMove(dispute.id, move, onClose)
  return <MoveWindow title={w[title]} tells={w[tells]} label={w[label]} act={act} onClose={onClose} whyNot={side ? undefined : w.whichSide}
    body={{ version: dispute.version, side, via: 'paper' }}><SideChoice value={side} onChange={choose} names={dispute.sides} /></MoveWindow>
}

const PLAIN = { decline: ['declineTitle', 'declineTells', 'declineDo'], fail: ['failTitle', 'failTells', 'failDo'],
  second: ['secondTitle', 'secondTells', 'secondDo'] } as const
function PlainForm({ dispute, onClose, move }: FormProps & { move: keyof typeof PLAIN }) {
  const w = useWords(moveWords)
  const [title, tells, label] = PLAIN[move]
  const act = useDisputeMove(dispute.id, move, onClose)
  return <MoveWindow title={w[title]} tells={w[tells]} label={w[label]} act={act} onClose={onClose} body={{ version: dispute.version }}>
    {move === 'second' && <p>{w.secondLine}</p>}</MoveWindow>
}

/** The form of a move. */
export function MoveForm({ move, ...props }: FormProps & { move: MoveName }) {
  switch (move) {
    case 'consent': return <ConsentForm {...props} />
    case 'appoint': return <AppointForm {...props} />
    case 'plan': return <PlanForm {...props} />
    case 'hold': return <HoldForm {...props} />
    case 'note': case 'visit': return <WordsForm {...props} move={move} />
    case 'draft': return <DraftForm {...props} />
    case 'check': return <CheckForm {...props} />
    case 'stop': return <StopForm {...props} />
    case 'object': case 'leave': case 'sign': return <SideForm {...props} move={move} />
    case 'decline': case 'fail': case 'second': return <PlainForm {...props} move={move} />
    default: return null
  }
}
