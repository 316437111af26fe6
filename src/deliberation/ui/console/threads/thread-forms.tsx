/** The forms of a thread's keeper, one window each: what is sent is what the rules ask for. */
import { useState, type ReactNode } from 'react'
import { Button, Chip, Choices, Dialog, ErrorNote, Field, Select, Switch, TextArea, useSay, useWords } from '../../../../ui-kit/index.ts'
import { DECIDERS, deciderWords, HEARD, heardWords, MEETINGS, meetingWords, OUTCOMES, outcomeWords, PARTY_KINDS, partyWords, VERDICTS, verdictWords, type Decider, type Heard, type MeetingKind,
  type Outcome, type Verdict } from '../../../rules/threads/index.ts'
import { useThreadStep, useVotesFor, type DeskThread } from '../../thread-desk-api.ts'
import { today } from '../../parts/meetings/day.ts'
import { useOnePhoto } from '../meetings/one-photo.tsx'
import { MatterPicker } from './matter-picker.tsx'
import { formWords, threadWords } from './thread-words.ts'

export type FormProps = { readonly thread: DeskThread; readonly onClose: () => void }
type Sending = { readonly title: string; readonly to: string; readonly body: Readonly<Record<string, unknown>>; readonly ready: boolean; readonly onClose: () => void; readonly children: ReactNode; readonly decide?: string }

/** A window with its fields, what stops it, and the one button that sends it. */
export function Sheet({ title, to, body, ready, onClose, children, decide }: Sending) {
  const w = useWords(threadWords)
  const step = useThreadStep(onClose)
  return <Dialog title={title} onClose={onClose} foot={<><Button onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={step.isPending} whyNot={ready ? undefined : w.fill} onClick={() => step.mutate({ to, body })}>{decide ?? w.save}</Button></>}>
    <div className="lk-stack">{children}{step.error && <ErrorNote title={w.refused} error={step.error} />}</div>
  </Dialog>
}
const long = (text: string, least = 4): boolean => text.trim().length >= least

export function TitleForm({ thread, onClose }: FormProps) {
  const f = useWords(formWords)
  const [title, setTitle] = useState(thread.summary === '' ? '' : thread.title)
  const [summary, setSummary] = useState(thread.summary)
  return <Sheet title={f.title} to={`threads/${thread.id}/title`} body={{ title, summary }} ready={long(title) && long(summary)} onClose={onClose}>
    <Field label={f.titleOf} data-focus value={title} maxLength={40} hint={f.summaryHint} onChange={(event) => setTitle(event.target.value)} />
    <TextArea label={f.summary} value={summary} most={300} onChange={(event) => setSummary(event.target.value)} /></Sheet>
}

export function MatterForm({ thread, onClose }: FormProps) {
  const f = useWords(formWords)
  const [chosen, choose] = useState<readonly string[]>([])
  return <Sheet title={f.matter} to={`threads/${thread.id}/matters`} body={{ matter: chosen[0] }} ready={chosen.length === 1} onClose={onClose}>
    <MatterPicker chosen={chosen} most={1} leave={thread.matters.map(({ id }) => id)} onChange={choose} /></Sheet>
}

export function CallForm({ thread, onClose }: FormProps) {
  const f = useWords(formWords)
  const [until, setUntil] = useState(thread.callUntil ?? today(7))
  return <Sheet title={thread.callUntil ? f.longer : f.call} to={`threads/${thread.id}/call`} body={{ until }} ready={until !== ''} onClose={onClose} decide={thread.callUntil ? f.longer : f.call}>
    <Field label={f.until} type="date" data-focus value={until} min={thread.callUntil ?? today(3)} hint={f.callHint} onChange={(event) => setUntil(event.target.value)} /></Sheet>
}

export function SortForm({ thread, onClose }: FormProps) {
  const f = useWords(formWords)
  const say = useSay()
  const [decider, decide] = useState<Decider | undefined>(thread.decider ?? undefined)
  const [basis, setBasis] = useState(thread.basis ?? '')
  const [meetings, setMeetings] = useState<readonly MeetingKind[]>(thread.meetings.length > 0 ? thread.meetings : ['talk', 'deliberation', 'evaluation'])
  const [major, setMajor] = useState(thread.major)
  const [why, setWhy] = useState(thread.why ?? '')
  const ready = decider !== undefined && long(basis, 2) && long(why) && meetings.includes('deliberation') && (!major || meetings.includes('evaluation'))
  return <Sheet title={f.sort} to={`threads/${thread.id}/sort`} body={{ decider, basis, meetings, major, why }} ready={ready} onClose={onClose}>
    <Choices legend={f.decider} shown options={DECIDERS.map((value) => ({ value, word: say(deciderWords[value]) }))} value={decider} onChange={decide} />
    <Field label={f.basis} hint={f.basisHint} value={basis} maxLength={200} onChange={(event) => setBasis(event.target.value)} />
    <fieldset className="lk-chips"><legend className="lk-legend">{f.meetings}</legend>{MEETINGS.map((kind) => <Chip key={kind} checked={meetings.includes(kind)}
      onChange={(on) => setMeetings(on ? [...meetings, kind] : meetings.filter((one) => one !== kind))}>{say(meetingWords[kind])}</Chip>)}</fieldset>
    <p className="th-hint">{f.meetingsHint}</p>
    <Switch label={f.major} note={f.majorNote} checked={major} onChange={setMajor} />
    <TextArea label={f.why} hint={f.whyHint} value={why} most={300} rows={2} onChange={(event) => setWhy(event.target.value)} /></Sheet>
}

export function PartyForm({ thread, onClose }: FormProps) {
  const f = useWords(formWords)
  const say = useSay()
  const [label, setLabel] = useState('')
  const [kind, setKind] = useState<string>('residents')
  const [required, require] = useState(true)
  return <Sheet title={f.party} to={`threads/${thread.id}/parties`} body={{ label, kind, required }} ready={long(label, 2)} onClose={onClose}>
    <Field label={f.label} data-focus hint={f.labelHint} value={label} maxLength={40} onChange={(event) => setLabel(event.target.value)} />
    <Select label={f.kind} value={kind} options={PARTY_KINDS.map((value) => ({ value, word: say(partyWords[value]) }))} onChange={(event) => setKind(event.target.value)} />
    <Switch label={f.required} note={f.requiredNote} checked={required} onChange={require} /></Sheet>
}

export function HeardForm({ thread, onClose }: FormProps) {
  const f = useWords(formWords)
  const say = useSay()
  const left = thread.parties.filter(({ heard }) => heard === null)
  const held = thread.upcoming.filter(({ state }) => ['held', 'minuted', 'posted', 'approved'].includes(state))
  const [n, setN] = useState(String(left[0]?.n ?? thread.parties[0]?.n ?? ''))
  const [heard, hear] = useState<Heard>('spoke')
  const [words, setWords] = useState('')
  const [meeting, setMeeting] = useState('')
  const photo = useOnePhoto()
  const file = heard === 'spoke' ? null : photo.claim
  const ready = n !== '' && !photo.waits && (long(words, 2) || (heard === 'spoke' ? meeting !== '' : file !== null))
  return <Sheet title={f.heard} to={`threads/${thread.id}/heard`} body={{ n: Number(n), heard, words, meeting: heard !== 'spoke' || meeting === '' ? null : meeting, file }} ready={ready} onClose={onClose}>
    <Select label={f.who} value={n} options={(left.length > 0 ? left : thread.parties).map((one) => ({ value: String(one.n), word: one.label }))} onChange={(event) => setN(event.target.value)} />
    <Choices legend={f.how} shown options={HEARD.map((value) => ({ value, word: say(heardWords[value]) }))} value={heard} onChange={hear} />
    {heard === 'spoke' && held.length > 0 && <Select label={f.meeting} empty={f.noMeeting} value={meeting} options={held.map((one) => ({ value: one.id, word: one.title }))} onChange={(event) => setMeeting(event.target.value)} />}
    {heard !== 'spoke' && <div className="th-photo"><p className="lk-legend">{f.paperPhoto}</p>{photo.picker}<p className="th-hint">{f.paperPhotoHint}</p></div>}
    <TextArea label={f.said} hint={f.saidHint} value={words} most={500} onChange={(event) => setWords(event.target.value)} /></Sheet>
}

export function VoteForm({ thread, onClose }: FormProps) {
  const f = useWords(formWords)
  const votes = useVotesFor(true)
  const [vote, choose] = useState(thread.vote?.id ?? '')
  const items = votes.data?.items ?? []
  return <Sheet title={f.vote} to={`threads/${thread.id}/vote`} body={{ vote }} ready={vote !== ''} onClose={onClose}>
    {votes.data && items.length === 0 ? <p>{f.noVotes} <Button size="small" href="/console/votes">{f.goVotes}</Button></p>
      : <Select label={f.whichVote} empty="" value={vote} hint={f.voteHint} options={items.map(({ id, number, title }) => ({ value: id, word: `${number} ${title}` }))} onChange={(event) => choose(event.target.value)} />}</Sheet>
}

export function TaskForm({ thread, onClose }: FormProps) {
  const f = useWords(formWords)
  const [title, setTitle] = useState('')
  const [resolution, resolve] = useState(thread.resolutions.find(({ state }) => state === 'in_force' || state === 'to_vote')?.id ?? '')
  const [owner, own] = useState('')
  const [other, setOther] = useState('')
  const [due, setDue] = useState('')
  const at = thread.owners[Number(owner)]
  const name = owner === 'other' ? other : at?.name ?? ''
  const body = { title, resolution: resolution === '' ? null : resolution, org: owner === 'other' ? null : at?.org ?? null, post: owner === 'other' ? null : at?.post ?? null, owner: name, due }
  return <Sheet title={f.task} to={`threads/${thread.id}/tasks`} body={body} ready={long(title) && long(name, 2) && due !== ''} onClose={onClose}>
    <Field label={f.what} data-focus value={title} maxLength={80} onChange={(event) => setTitle(event.target.value)} />
    <Select label={f.resolution} value={resolution} options={thread.resolutions.map(({ id, n, words }) => ({ value: id, word: `${n}. ${words.slice(0, 40)}` }))} onChange={(event) => resolve(event.target.value)} />
    <Select label={f.owner} empty="" value={owner} options={[...thread.owners.map((one, n) => ({ value: String(n), word: one.name })), { value: 'other', word: f.other }]} onChange={(event) => own(event.target.value)} />
    {owner === 'other' && <Field label={f.ownerOther} hint={f.labelHint} value={other} maxLength={40} onChange={(event) => setOther(event.target.value)} />}
    <Field label={f.due} type="date" value={due} min={today()} onChange={(event) => setDue(event.target.value)} /></Sheet>
}

export function SlipForm({ thread, onClose }: FormProps) {
  const f = useWords(formWords)
  const say = useSay()
  const [slip, setSlip] = useState('')
  const [answer, choose] = useState<Verdict>()
  const [channel, setChannel] = useState<'paper' | 'door'>('paper')
  const [words, setWords] = useState('')
  return <Sheet title={f.verdict} to={`threads/${thread.id}/slips`} body={{ slip, answer, words, channel }} ready={long(slip, 1) && answer !== undefined} onClose={onClose}>
    <Field label={f.slip} data-focus hint={f.slipHint} value={slip} maxLength={20} onChange={(event) => setSlip(event.target.value)} />
    <Choices legend={f.answer} shown options={VERDICTS.map((value) => ({ value, word: say(verdictWords[value]) }))} value={answer} onChange={choose} />
    <Choices legend={f.channel} shown options={[{ value: 'paper', word: f.paper }, { value: 'door', word: f.door }]} value={channel} onChange={setChannel} />
    <TextArea label={f.words} optional value={words} most={300} rows={2} onChange={(event) => setWords(event.target.value)} /></Sheet>
}

export function EndForm({ thread, onClose }: FormProps) {
  const f = useWords(formWords)
  const say = useSay()
  const { satisfied, accepted, not } = thread.verdicts
  const may = OUTCOMES.filter((one) => one !== 'solved' || not < satisfied + accepted)
  const [outcome, choose] = useState<Outcome>()
  const [reason, setReason] = useState('')
  return <Sheet title={f.end} to={`threads/${thread.id}/end`} body={{ outcome, reason }} ready={outcome !== undefined} onClose={onClose} decide={f.end}>
    <Choices legend={f.outcome} shown options={may.map((value) => ({ value, word: say(outcomeWords[value]) }))} value={outcome} onChange={choose} />
    <TextArea label={f.endReason} hint={f.endHint} optional value={reason} most={300} rows={2} onChange={(event) => setReason(event.target.value)} /></Sheet>
}

export function BackForm({ thread, to, onClose }: FormProps & { to: string }) {
  const f = useWords(formWords)
  const [reason, setReason] = useState('')
  return <Sheet title={f.back} to={`threads/${thread.id}/move`} body={{ to, reason }} ready={long(reason)} onClose={onClose} decide={f.back}>
    <TextArea label={f.backWhy} data-focus hint={f.whyHint} value={reason} most={300} onChange={(event) => setReason(event.target.value)} /></Sheet>
}

export function DeclineForm({ thread, onClose }: FormProps) {
  const f = useWords(formWords)
  const [reason, setReason] = useState('')
  return <Sheet title={f.decline} to={`threads/${thread.id}/decline`} body={{ reason }} ready={long(reason, 8)} onClose={onClose} decide={f.decline}>
    <TextArea label={f.declineWhy} data-focus hint={f.declineHint} value={reason} most={500} onChange={(event) => setReason(event.target.value)} /></Sheet>
}
