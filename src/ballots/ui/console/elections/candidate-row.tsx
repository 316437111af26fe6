/** One candidate at the desk: what is to be noted, who said what, and what somebody may do. */
import { useState } from 'react'
import { sayDay, today } from '../../../../offices/ui/parts/day.ts'
import { Button, Choices, Dialog, ErrorNote, Facts, Icon, Meta, Select, Tag, TextArea, useSay, useSettings,
  useWords, colon } from '../../../../ui-kit/index.ts'
import type { ReviewOutcome, ReviewRole } from '../../../rules/election/review.ts'
import { areaOf, whole } from '../../parts/turnout-words.ts'
import { useDeclared, useStep, type BodyFile, type Candidate, type Declared, type Desk } from './election-api.ts'
import { deskWords } from './words.ts'

type Props = { readonly file: BodyFile; readonly desk: Desk; readonly one: Candidate }
const STATES = ['nominated', 'refused', 'withdrawn', 'elected', 'reserve', 'not_elected'] as const
const isGone = ({ state }: Candidate): boolean => state === 'refused' || state === 'withdrawn'

export function CandidateRow({ file, desk, one }: Props) {
  const w = useWords(deskWords)
  const say = useSay()
  const [open, show] = useState<'review' | 'refuse' | 'withdraw'>()
  const state = STATES.find((each) => each === one.state)
  const declared = useDeclared(file.id)
  const gone = isGone(one)
  return <li className={gone ? 'el-candidate is-gone' : 'el-candidate'}>
    <div className="el-candidate__head"><span><b>{one.name}</b><Meta>
      {w[one.by]}{one.promised ? w.promised : ''}{one.votes ? w.votes(whole(one.votes.heads), areaOf(one.votes.area)) : ''}</Meta></span>
      <Tag>{state ? w[state] : w.postedState}</Tag></div>
    {one.warnings.map((warning) => <p key={warning.code} className="el-warn"><Icon name="warn" size={16} /><span>
      {say(warning.words)}。{w.reasonWas(warning.reason)}</span></p>)}
    {gone && (one.ground ?? one.reason) && <p className="lk-second">{one.ground && say(one.ground)} {one.reason}</p>}
    {!gone && <Reviews one={one} />}
    {declared.data && <Sheet declared={declared.data} />}
    {declared.error && <ErrorNote title={w.look} error={declared.error} />}
    {!gone && <div className="el-moves">
      {desk.may.review && (desk.says === 'preparatory_group' || one.until >= today()) && <Button size="small" onClick={() => show('review')}>{w.say}
        </Button>}
      {desk.says && <Button size="small" look="quiet" busy={declared.isPending} onClick={() => { if (declared.data) declared.reset();
        else declared.mutate(one.id) }}>{declared.data ? w.hide : w.look}</Button>}
      {desk.may.refuse && <><Button size="small" look="quiet" onClick={() => show('withdraw')}>{w.withdraw}</Button>
        <Button size="small" look="quiet" onClick={() => show('refuse')}>{w.refuse}</Button></>}</div>}
    {open === 'withdraw' && <WithdrawDialog file={file} desk={desk} one={one} onClose={() => show(undefined)} />}
    {open === 'review' && <ReviewDialog file={file} desk={desk} one={one} onClose={() => show(undefined)} />}
    {open === 'refuse' && <RefuseDialog file={file} desk={desk} one={one} onClose={() => show(undefined)} />}
  </li>
}

function Reviews({ one }: { one: Candidate }) {
  const w = useWords(deskWords)
  const { lang } = useSettings()
  const names: Readonly<Record<ReviewRole, string>> = { branch: w.branchRole, street: w.street, expert: w.expert,
    preparatory_group: w.preparatory_group }
  return <ul className="el-reviews" aria-label={w.reviews}>
    {one.reviews.map(({ role, outcome, reason, on }) => <li key={role}><span>{names[role]}</span><span>{w[outcome]}{reason && `${colon()}${reason}`}</span>
      <span>{sayDay(on, lang)}</span></li>)}
    {one.open.length > 0 && <li><span>{w.stillOpen}</span><span>{one.open.map((role) => names[role]).join(w.comma)}</span>
      <span>{one.until >= today() ? w.waits(sayDay(one.until, lang)) : w.over}</span></li>}</ul>
}

function Sheet({ declared }: { declared: Declared }) {
  const w = useWords(deskWords)
  const yes = (met: boolean): string => (met ? w.yes : w.no)
  return <div className="el-declared"><Facts facts={[[w.fullName, declared.name], [w.party, declared.party === null ? w.unsaid : yes(declared.party)],
    [w.posts, declared.posts || w.unsaid],
    [w.overlap, yes(declared.overlap)], [w.firmTie, declared.firmTie ? declared.firmWords || w.yes : w.no],
    ...KNOWN.flatMap((code) => { const met = declared.known[code]; return met === undefined ? [] : [[w[code], yes(met)] as const] })]} /></div>
}
export const KNOWN = ['fees_unpaid', 'illegal_building', 'defaulter'] as const

function ReviewDialog({ file, desk, one, onClose }: Props & { onClose: () => void }) {
  const w = useWords(deskWords)
  const [outcome, choose] = useState<ReviewOutcome>()
  const [reason, set] = useState('')
  const step = useStep(file.id, onClose)
  return <Dialog title={`${w.say}${colon()}${one.name}`} onClose={onClose} foot={<Button look="primary" busy={step.isPending} whyNot={outcome
    ? undefined : w.needOpinion}
    onClick={() => step.mutate({ to: 'review', body: { version: file.version, candidate: one.id, outcome, reason: reason.trim() } })}>{w.say}
      </Button>}>
    <div className="el-form"><p className="lk-second">{w.sayLine}</p>
      <Choices legend={w.opinion} shown value={outcome} onChange={choose} options={desk.outcomes.map((value) => ({ value, word: w[value] }))} />
      <TextArea label={w.words} optional={outcome !== 'does_not_meet'
        && outcome !== 'no_opinion'} most={500} value={reason} onChange={({ target }) => set(target.value)} />
      {step.error && <ErrorNote error={step.error} />}</div></Dialog>
}

/** Leaving the list is not taken back: it is asked about before it is written down. */
function WithdrawDialog({ file, one, onClose }: Props & { onClose: () => void }) {
  const w = useWords(deskWords)
  const [reason, set] = useState('')
  const step = useStep(file.id, onClose)
  return <Dialog title={`${w.withdraw}${colon()}${one.name}`} onClose={onClose} foot={<Button look="primary" busy={step.isPending}
    onClick={() => step.mutate({ to: 'withdraw', body: { version: file.version, candidate: one.id, reason: reason.trim() } })}>{w.withdraw}</Button>}>
    <div className="el-form"><p className="lk-second">{w.withdrawLine}</p>
      <TextArea label={w.withdrawWhy} optional most={300} value={reason} onChange={({ target }) => set(target.value)} />
      {step.error && <ErrorNote error={step.error} />}</div></Dialog>
}

function RefuseDialog({ file, desk, one, onClose }: Props & { onClose: () => void }) {
  const w = useWords(deskWords)
  const say = useSay()
  const [form, set] = useState({ ground: '', reason: '' })
  const step = useStep(file.id, onClose)
  const grounds = [...desk.conditions.map(({ code, words }) => ({ value: code, word: say(words) })), { value: 'not_an_owner', word: w.not_an_owner },
    { value: 'overlap', word: w.refuseOverlap }]
  return <Dialog title={`${w.refuse}${colon()}${one.name}`} onClose={onClose} foot={<Button look="primary" busy={step.isPending} whyNot={form.ground
    && form.reason.trim() ? undefined : w.needGround}
    onClick={() => step.mutate({ to: 'refuse', body: { version: file.version, candidate: one.id, ground: form.ground,
      reason: form.reason.trim() } })}>{w.refuse}</Button>}>
    <div className="el-form"><p className="lk-second">{w.refuseLine}</p>
      <Select label={w.ground} empty="" value={form.ground} onChange={({ target }) => set({ ...form, ground: target.value })} options={grounds} />
      <TextArea label={w.words} most={500} value={form.reason} onChange={({ target }) => set({ ...form, reason: target.value })} />
      {step.error && <ErrorNote error={step.error} />}</div></Dialog>
}
