/** Writing an assessment of impact: the four parts that the law names, for which kinds, for how long. */
import { useState } from 'react'
import { Button, Chip, Dialog, ErrorNote, Field, TextArea, useSay, useWords } from '../../../../ui-kit/index.ts'
import { sensitiveKinds, sensitiveRules, type SensitiveKind } from '../../../rules/law/index.ts'
import { useAssess } from '../../law-api.ts'
import { lawWords } from './law-words.ts'

const parts = ['purpose', 'need', 'effect', 'measures'] as const

export function AssessDialog({ community, onClose }: { community: string; onClose: () => void }) {
  const w = useWords(lawWords)
  const say = useSay()
  const [kinds, choose] = useState<readonly SensitiveKind[]>([])
  const [said, set] = useState({ purpose: '', need: '', effect: '', measures: '' })
  const [months, setMonths] = useState('12')
  const assess = useAssess(onClose)
  const long = parts.every((part) => [...said[part].trim()].length >= 10)
  const whyNot = kinds.length === 0 ? w.needKinds : !long ? w.needWords : undefined
  const length = Math.min(24, Math.max(1, Number(months) || 12))
  return <Dialog wide title={w.write} onClose={onClose} foot={<><Button look="quiet" onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={assess.isPending} whyNot={whyNot} onClick={() => assess.mutate({ community, kinds, ...said, months: length })}>
      {w.save}</Button></>}>
    <div className="lw-form">
      <fieldset className="lk-chips"><legend className="lk-legend">{w.kinds}</legend>
        {sensitiveKinds.map((kind) => <Chip key={kind} checked={kinds.includes(kind)}
        onChange={(on) => choose(on ? [...kinds, kind] : kinds.filter((one) => one !== kind))}>{say(sensitiveRules[kind].said)}</Chip>)}</fieldset>
      {parts.map((part) => <TextArea key={part} label={w[part]} value={said[part]} most={2000}
        {...(part === 'purpose' ? { hint: w.purposeHint } : {})}
        onChange={({ target }) => set({ ...said, [part]: target.value })} />)}
      <Field label={w.months} hint={w.monthsHint} type="number" min={1} max={24} value={months} onChange={({ target }) => setMonths(target.value)} />
      {assess.error && <ErrorNote title={w.notSaved} error={assess.error} />}
    </div>
  </Dialog>
}
