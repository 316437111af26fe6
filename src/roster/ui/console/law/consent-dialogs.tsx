/** The small windows of a household's consents: writing one, taking one back, writing down what it allows, arranging care. */
import { useState } from 'react'
import { Button, Choices, Dialog, ErrorNote, Field, Select, TextArea, useSay, useWords } from '../../../../ui-kit/index.ts'
import { careKinds, families, guardians, sensitiveRules, type CareKind, type GivenBy, type GuardianIs,
  type SensitiveKind } from '../../../rules/law/index.ts'
import { useArrange, useKeepSensitive, useWithdraw, useWriteConsent, type LawKind } from '../../law-api.ts'
import { CARE_SAID, CONSENT_HOW_SAID, GIVEN_SAID, IS_SAID } from '../../parts/law-words.ts'
import { consentWords } from './law-words.ts'

/** `who`: the person as their name may be shown. */
type Props = { readonly tie: string; readonly who: string; readonly onClose: () => void; readonly onDone: (said: string) => void }
const ways = ['paper', 'door'] as const

function How({ how, onChange }: { how: 'paper' | 'door'; onChange: (how: 'paper' | 'door') => void }) {
  const w = useWords(consentWords)
  const say = useSay()
  return <Choices legend={w.how} shown value={how} onChange={onChange}
    options={ways.map((value) => ({ value, word: say(CONSENT_HOW_SAID[value]) }))} />
}

/** What somebody is to the person: guardians, or family. */
function IsWhat({ of, is, onChange }: { of: readonly GuardianIs[]; is: GuardianIs | null; onChange: (is: GuardianIs | null) => void }) {
  const w = useWords(consentWords)
  const say = useSay()
  return <Select label={w.isWhat} empty="" value={is ?? ''} onChange={({ target }) => onChange(of.find((one) => one === target.value) ?? null)}
    options={of.map((value) => ({ value, word: say(IS_SAID[value]) }))} />
}

export function WriteDialog({ tie, who, kind, onClose, onDone }: Props & { kind: SensitiveKind }) {
  const w = useWords(consentWords)
  const say = useSay()
  const givers: readonly GivenBy[] = kind === 'under_14' ? ['guardian'] : ['self', 'guardian']
  const [by, setBy] = useState<GivenBy>(givers[0] ?? 'self')
  const [is, setIs] = useState<GuardianIs | null>(null)
  const [how, setHow] = useState<'paper' | 'door'>('paper')
  const write = useWriteConsent(() => onDone(w.done))
  return <Dialog title={w.writeTitle(say(sensitiveRules[kind].said), who)} onClose={onClose} foot={<Button look="primary" busy={write.isPending}
    whyNot={by !== 'self' && is === null ? w.needIs : undefined}
      onClick={() => write.mutate({ tie, kind, givenBy: by, guardianIs: by === 'self' ? null : is, how })}>{w.save}</Button>}>
    <div className="lw-form"><p className="lk-second">{w.writeLine}</p>
      <Choices legend={w.by} shown value={by} onChange={setBy} options={givers.map((value) => ({ value, word: say(GIVEN_SAID[value]) }))} />
      {by !== 'self' && <IsWhat of={guardians} is={is} onChange={setIs} />}
      <How how={how} onChange={setHow} />{write.error && <ErrorNote error={write.error} />}</div>
  </Dialog>
}

export function WithdrawDialog({ of, who, onClose, onDone }: Omit<Props, 'tie'> & { of: LawKind }) {
  const w = useWords(consentWords)
  const say = useSay()
  const [how, setHow] = useState<'paper' | 'door'>('door')
  const withdraw = useWithdraw(({ deleted }) => onDone(w.gone(deleted)))
  const consent = of.consent?.id ?? ''
  return <Dialog title={w.withdrawTitle(say(sensitiveRules[of.kind].said), who)} onClose={onClose} foot={<Button look="primary" busy={withdraw.isPending}
    onClick={() => withdraw.mutate({ consent, how })}>{w.sure}</Button>}>
    <div className="lw-form"><p>{w.withdrawLine}</p><How how={how} onChange={setHow} />{withdraw.error && <ErrorNote error={withdraw.error} />}</div>
  </Dialog>
}

export function ValueDialog({ tie, who, kind, onClose, onDone }: Props & { kind: SensitiveKind }) {
  const w = useWords(consentWords)
  const say = useSay()
  const [value, set] = useState('')
  const keep = useKeepSensitive(() => onDone(w.done))
  return <Dialog title={w.keepTitle(say(sensitiveRules[kind].said), who)} onClose={onClose} foot={<Button look="primary" busy={keep.isPending}
    whyNot={value.trim() === '' ? w.needValue : undefined} onClick={() => keep.mutate({ tie, kind, value: value.trim() })}>{w.save}</Button>}>
    <div className="lw-form"><TextArea label={w.value} hint={kind === 'under_14' ? w.childHint : w.valueHint} value={value} most={80} rows={2}
      onChange={({ target }) => set(target.value)} />{keep.error && <ErrorNote error={keep.error} />}</div>
  </Dialog>
}

export function CareDialog({ tie, who, onClose, onDone }: Props) {
  const w = useWords(consentWords)
  const say = useSay()
  const [kind, setKind] = useState<CareKind>('knock_in_storm')
  const [by, setBy] = useState<'self' | 'family'>('self')
  const [is, setIs] = useState<GuardianIs | null>(null)
  const [said, set] = useState({ until: '', hint: '' })
  const [how, setHow] = useState<'paper' | 'door'>('door')
  const arrange = useArrange(() => onDone(w.arranged))
  const whyNot = said.until === '' ? w.needUntil : by === 'family' && is === null ? w.needIs : undefined
  return <Dialog title={w.careTitle(who)} onClose={onClose} foot={<Button look="primary" busy={arrange.isPending} whyNot={whyNot}
    onClick={() => arrange.mutate({ tie, kind, ...said, hint: said.hint.trim(), askedBy: by, familyIs: by === 'self' ? null : is, how })}>
      {w.save}</Button>}>
    <div className="lw-form"><p className="lk-second">{w.careLine}</p>
      <Choices legend={w.careKind} shown value={kind} onChange={setKind}
        options={careKinds.map((value) => ({ value, word: say(CARE_SAID[value]) }))} />
      <Choices legend={w.askedBy} shown value={by} onChange={setBy}
        options={(['self', 'family'] as const).map((value) => ({ value, word: say(GIVEN_SAID[value]) }))} />
      {by === 'family' && <IsWhat of={families} is={is} onChange={setIs} />}
      <Field label={w.until} hint={w.untilHint} type="date" value={said.until} onChange={({ target }) => set({ ...said, until: target.value })} />
      <TextArea label={w.hint} optional hint={w.hintHint} value={said.hint} most={80} rows={2}
        onChange={({ target }) => set({ ...said, hint: target.value })} />
      <How how={how} onChange={setHow} />{arrange.error && <ErrorNote error={arrange.error} />}</div>
  </Dialog>
}
