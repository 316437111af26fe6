/** Joining to another matter or others to this one, undoing it, and splitting what is two things. */
import { useState } from 'react'
import { Choices, Dot, Field, moment, Skeleton, TextArea, useNow, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { isCategory, suggest } from '../../../rules/index.ts'
import { CategoryChoice } from '../../console-more/category-choice.tsx'
import { useJoinAll, useJoined, useSimilarTo, useSplit, useUnjoinAll, type AlikeSeen } from '../../join-api.ts'
import { joinWords } from './join-words.ts'
import { MoveDialog, type MoveFormProps } from './move-dialog.tsx'
import './join.css'

export function JoinForm({ matter, onClose }: MoveFormProps) {
  const w = useWords(joinWords)
  const found = useSimilarTo(matter.id)
  // one that others are joined to takes more in; it is not joined itself
  const { count = 0 } = useJoined(matter.id).data ?? {}
  const [wished, turn] = useState<'away' | 'here'>('away')
  const way = count > 0 ? 'here' : wished
  const [chosen, choose] = useState<readonly string[]>([])
  const [number, type] = useState('')
  const join = useJoinAll(matter.id, onClose)
  const one = found.data?.find(({ id }) => id === chosen[0])?.number
  const to = number.trim() || one
  const whyNot = way === 'away' ? (to ? undefined : w.choose) : chosen.length > 0 ? undefined : w.chooseSome
  const send = () => join.mutate(way === 'here' ? { to: matter.number, ids: chosen } : { to: to ?? '', ids: [matter.id] })
  const pick = (id: string) => choose(way === 'away' ? [id] : chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id])
  return <MoveDialog title={w.title} onClose={onClose} wide tells={w.tells} busy={join.isPending} error={join.error} whyNot={whyNot} onSend={send}
    label={way === 'here' ? w.doHere(chosen.length) : to ? w.doTo(to.toUpperCase()) : w.title}>
    {count === 0 && <Choices legend={w.which} value={way} onChange={(next) => { turn(next); choose([]) }}
      options={[{ value: 'away', word: w.away }, { value: 'here', word: w.here }]} />}
    {found.isPending ? <Skeleton lines={[70, 60]} /> : (found.data?.length ?? 0) === 0 ? <p className="lk-second">{way === 'here' ? w.noneHere : w.none}</p>
      : <fieldset className="cs-alike"><legend>{w.alike}</legend>{found.data?.map((alike) => <AlikeRow key={alike.id} alike={alike} many={way === 'here'}
        checked={chosen.includes(alike.id) && (way === 'here' || number.trim() === '')} onPick={() => { type(''); pick(alike.id) }} />)}</fieldset>}
    {way === 'away' && <Field label={w.number} hint={w.numberHint} value={number} onChange={(event) => type(event.target.value)} autoComplete="off" />}
  </MoveDialog>
}

function AlikeRow({ alike, many, checked, onPick }: { alike: AlikeSeen; many: boolean; checked: boolean; onPick: () => void }) {
  const w = useWords(joinWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  return <label className="cs-alike__row"><input type={many ? 'checkbox' : 'radio'} name="alike" checked={checked} onChange={onPick} />
    <span><b>{alike.title}</b><span className="cs-small">{alike.number}<Dot />{say(alike.why)}<Dot />{w.since(moment(Date.parse(alike.filedAt), now, lang))}</span></span>
  </label>
}

export function UnjoinForm({ matter, onClose }: MoveFormProps) {
  const w = useWords(joinWords)
  const undo = useUnjoinAll(onClose)
  return <MoveDialog title={w.undoTitle} onClose={onClose} tells={w.undoTells} label={w.undoDo} busy={undo.isPending} error={undo.error}
    onSend={() => undo.mutate([matter.id])}><p>{w.undoLine}</p></MoveDialog>
}

export function SplitForm({ matter, onClose }: MoveFormProps) {
  const w = useWords(joinWords)
  const [said, write] = useState('')
  const [wished, choose] = useState<string>()
  const category = wished ?? suggest(said).find(({ words }) => words.length > 0)?.code
  const split = useSplit(matter.id, onClose)
  const whyNot = [...said.trim()].length < 2 ? w.splitNeeds : category === undefined || !isCategory(category) ? w.kindNeeds : undefined
  return <MoveDialog title={w.splitTitle} onClose={onClose} wide tells={w.splitTells} label={w.splitDo} busy={split.isPending} error={split.error} whyNot={whyNot}
    onSend={() => { if (category !== undefined) split.mutate({ version: matter.version, words: said.trim(), category }) }}>
    <p>{w.splitSay}</p>
    <blockquote className="cs-said">{matter.words}</blockquote>
    <TextArea label={w.splitWords} value={said} most={2000} rows={3} onChange={(event) => write(event.target.value)} data-focus />
    <CategoryChoice words={said} placeKind={matter.place?.kind ?? ''} value={category} onChange={choose} legend={w.splitKind} otherWord={w.splitOther} />
  </MoveDialog>
}
