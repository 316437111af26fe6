/** Whose it is: a party objects with a ground, the street rules and names an owner. */
import { useState } from 'react'
import { Button, Choices, ErrorNote, Field, PhotoPicker, RadioCards, Select, Skeleton, Switch, TextArea, useSay,
  useWords } from '../../../../ui-kit/index.ts'
import { NOTHING_MOVES, OBJECTION_GROUNDS, reasonOf, reasonStands } from '../../../rules/index.ts'
import { useParties, useMove, type MatterDetail } from '../../staff-api.ts'
import { courseWords } from './course-words.ts'
import { MoveDialog, type MoveFormProps } from './move-dialog.tsx'
import { moveWords } from './move-words.ts'
import { Precedents } from './precedents.tsx'
import { usePhotos } from './use-photos.ts'

export function ObjectForm({ matter, onClose }: MoveFormProps) {
  const w = useWords(courseWords)
  const m = useWords(moveWords)
  const say = useSay()
  const [ground, choose] = useState('')
  const [note, write] = useState('')
  const photos = usePhotos()
  const move = useMove(matter.id, 'object', onClose)
  const needs = reasonOf('object', ground)?.needs
  const missing = ground === '' ? w.groundNeeded : !reasonStands('object', ground, note) ? w.evidenceNeeded : photos.waiting ?
    m.photosWait : undefined
  return <MoveDialog title={w.objectTitle} onClose={onClose} wide tells={w.objectTells} label={w.objectDo} busy={move.isPending} error={move.error}
    whyNot={missing} onSend={() => move.mutate({ version: matter.version, ground, note: note.trim(), ...photos.sent })}>
    <Select label={w.ground} empty={w.groundNeeded} value={ground} onChange={(e) => choose(e.target.value)}
      options={OBJECTION_GROUNDS.map((r) => ({ value: r.code, word: say(r.say) }))} />
    <TextArea label={w.evidence} hint={needs ? say(needs) : undefined} value={note} most={2000} rows={3} onChange={(e) => write(e.target.value)} />
    <PhotoPicker {...photos.picker} />
    <Precedents matter={matter.id} />
  </MoveDialog>
}

/** Whether nobody objected: it came to the street by itself, because nothing moved after supervision. */
export const standsStill = ({ ground }: { readonly ground: string }): boolean => ground === NOTHING_MOVES.code

/** What the street is asked to rule on, as the form and the page of rulings say it. */
export function useAsked(): (objection: MatterDetail['objection']) => string {
  const w = useWords(courseWords)
  const say = useSay()
  return (objection) => {
    if (objection === null || standsStill(objection)) return w.standsStill
    const ground = reasonOf('object', objection.ground) ?? reasonOf('hand_over', objection.ground)
    return `${w.objected(objection.org, ground ? say(ground.say) : '')}`.replace(/[：:]\s*$/u, '')
  }
}

/** Kinds of party that the street may name. */
const NAMED: readonly string[] = ['station', 'firm', 'owners', 'developer', 'branch', 'unit', 'team']

/** Everybody who can be named: the parties of the place that do work, the reader's community besides. */
function useOwners(matter: MatterDetail) {
  const list = useParties(matter.id)
  const here = (list.data ?? []).filter((p) => NAMED.includes(p.kind) && !matter.closedTo.includes(p.kind)).map(({ org, name }) => ({ value: org,
    word: name }))
  const community = { value: matter.accountableOrg, word: matter.accountable }
  return { list, owners: [community, ...here.filter((one) => one.value !== community.value)] }
}

export function RuleForm({ matter, onClose }: MoveFormProps) {
  const w = useWords(courseWords)
  const m = useWords(moveWords)
  const asked = useAsked()
  const { list, owners } = useOwners(matter)
  const [ruling, choose] = useState<'upheld' | 'rejected'>(matter.objection === null ? 'upheld' : 'rejected')
  const [named, name] = useState<string>()
  const [why, writeWhy] = useState('')
  const [basis, writeBasis] = useState('')
  const [precedent, offer] = useState(true)
  const move = useMove(matter.id, 'rule', onClose)
  const owner = ruling === 'rejected' ? matter.holder.org : named
  const word = ruling === 'rejected' ? matter.holder.name : owners.find(({ value }) => value === owner)?.word
  const nobodyObjected = matter.objection !== null && standsStill(matter.objection)
  const missing = owner === undefined || owner === '' ? w.ownerNeeded : [...why.trim()].length < 4 ? w.whyNeeded : [...basis.trim()].length < 2 ?
    w.basisNeeded : undefined
  return <MoveDialog title={w.ruleTitle} onClose={onClose} wide tells={w.ruleTells} label={word ? w.ruleDo(word) : w.rulePlain} look="decide"
    busy={move.isPending} error={move.error} whyNot={missing}
    onSend={() => { if (owner) move.mutate({ version: matter.version, ruling, owner, why: why.trim(), basis: basis.trim(), precedent }) }}>
    <div className="cs-asked-of"><p><b>{asked(matter.objection)}</b></p>
      {matter.objection?.said && <p>{matter.objection.said}</p>}{matter.objection?.forced && <p className="cs-small">{w.forced}</p>}</div>
    {matter.objection && <RadioCards legend={nobodyObjected ? w.rulePlain : w.which} value={ruling} onChange={choose} options={[{ value: 'rejected',
      word: nobodyObjected ? w.stays : w.rejected }, { value: 'upheld', word: nobodyObjected ? w.moves : w.upheld }]} />}
    {ruling === 'upheld' && (list.error ? <ErrorNote title={m.partiesFailed} error={list.error}><Button look="primary"
      onClick={() => void list.refetch()}>{m.again}</Button></ErrorNote> : list.isPending ? <Skeleton lines={[40]} />
      : <Select label={w.owner} empty={w.ownerNeeded} value={named ?? ''} onChange={(e) => name(e.target.value)}
        options={owners.filter(({ value }) => matter.objection === null || value !== matter.holder.org)} />)}
    <Precedents matter={matter.id} onUse={(one) => { writeWhy(one.why); writeBasis(one.basis) }} />
    <TextArea label={w.why} value={why} most={500} rows={3} onChange={(e) => writeWhy(e.target.value)} />
    <Field label={w.basis} hint={w.basisHint} value={basis} maxLength={200} onChange={(e) => writeBasis(e.target.value)} />
    <Switch label={w.precedent} note={w.precedentNote} checked={precedent} onChange={offer} />
  </MoveDialog>
}

/** How a reporter was asked. */
export function ViaChoice({ value, onChange }: { value: 'door' | 'phone'; onChange: (via: 'door' | 'phone') => void }) {
  const w = useWords(courseWords)
  return <Choices legend={w.viaAsk} shown value={value} onChange={onChange} options={[{ value: 'door', word: w.viaDoor }, { value: 'phone',
    word: w.viaPhone }]} />
}
