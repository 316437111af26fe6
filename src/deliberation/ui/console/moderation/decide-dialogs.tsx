/** The two decisions that need words: taking away or keeping from speaking by a rule, and ruling on an appeal. */
import { useState } from 'react'
import { Button, Dialog, ErrorNote, RadioCards, Select, TextArea, useSay, useWords } from '../../../../ui-kit/index.ts'
import { BAN_MOST_DAYS, moderationRules } from '../../../rules/speech/index.ts'
import { useModerate, useRuleOnAppeal, type AppealLine, type DeskLine } from '../../speech-api.ts'
import { deskWords } from './words.ts'

const DAYS = [1, 3, 7, 14, BAN_MOST_DAYS]

export function RemoveDialog({ line, ban, onClose }: { line: DeskLine; ban: boolean; onClose: () => void }) {
  const w = useWords(deskWords)
  const say = useSay()
  const [rule, pick] = useState('')
  const [reason, write] = useState('')
  const [days, setDays] = useState(3)
  const decide = useModerate(onClose)
  const send = () => decide.mutate(ban ? { about: line.about, id: line.id, did: 'ban', rule, reason: reason.trim(), days } : { about: line.about, id: line.id, did: 'remove', rule, reason: reason.trim() })
  return <Dialog title={ban ? w.banTitle : w.removeTitle} onClose={onClose} foot={<Button look="primary" busy={decide.isPending}
    whyNot={rule === '' ? w.pick : reason.trim().length < 4 ? w.why : undefined} onClick={send}>{ban ? w.banIt : w.removeIt}</Button>}>
    <div className="lk-stack"><blockquote className="md-words">{line.words}</blockquote>
      <RadioCards legend={w.rule} value={rule || undefined} onChange={pick} options={moderationRules.map((one) => ({ value: one.code, word: `${one.n}. ${say(one.say)}` }))} />
      <p className="lk-second">{w.ruleNote}</p>
      {ban && <Select label={w.days} hint={w.banNote} value={String(days)} onChange={(event) => setDays(Number(event.target.value))} options={DAYS.map((n) => ({ value: String(n), word: w.day(n) }))} />}
      <TextArea label={w.reason} hint={w.reasonHint} rows={2} most={300} value={reason} onChange={(event) => write(event.target.value)} />
      {decide.error && <ErrorNote title={w.notDone} error={decide.error} />}</div>
  </Dialog>
}

export function RuleDialog({ line, ruling, onClose }: { line: AppealLine; ruling: 'stands' | 'restored'; onClose: () => void }) {
  const w = useWords(deskWords)
  const [reason, write] = useState('')
  const rule = useRuleOnAppeal(onClose)
  return <Dialog title={w.ruleTitle} onClose={onClose} foot={<Button look="primary" busy={rule.isPending} whyNot={reason.trim().length < 4 ? w.why : undefined}
    onClick={() => rule.mutate({ id: line.id, ruling, reason: reason.trim() })}>{ruling === 'restored' ? w.restoreIt : w.standsIt}</Button>}>
    <div className="lk-stack">{line.words && <blockquote className="md-words">{line.words}</blockquote>}
      <TextArea label={w.reason} hint={w.reasonHint} rows={3} most={300} value={reason} data-focus="" onChange={(event) => write(event.target.value)} />
      {rule.error && <ErrorNote title={w.notDone} error={rule.error} />}</div>
  </Dialog>
}
