/** The two decisions about a compound without a manager: the path with its dates, and who it is. */
import { useState } from 'react'
import { Button, Dialog, ErrorNote, Field, Select, useSay, useWords } from '../../../../ui-kit/index.ts'
import { MANAGER_STEP_SAID, MANAGER_STEPS, type ManagerStep } from '../../../rules/index.ts'
import { useNameManager, usePlanManager, type TypedCompound, type TypedCompounds } from '../../parts/compounds.ts'
import { today } from '../../parts/day.ts'
import { compoundsWords } from './compounds-words.ts'

export function PlanDialog({ compound, onClose }: { compound: TypedCompound; onClose: () => void }) {
  const w = useWords(compoundsWords)
  const say = useSay()
  const [dates, setDates] = useState<Readonly<Record<ManagerStep, string>>>(() => {
    const at = (step: ManagerStep): string => compound.steps.find((one) => one.step === step)?.until ?? ''
    return { own: at('own'), shared: at('shared'), firm: at('firm') }
  })
  const plan = usePlanManager(compound.id, onClose)
  const steps = MANAGER_STEPS.flatMap((step) => (dates[step] === '' ? [] : [{ step, until: dates[step] }]))
  return <Dialog title={w.planTitle(compound.name)} onClose={onClose} foot={<><Button look="quiet" onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={plan.isPending} onClick={() => plan.mutate({ steps })} whyNot={steps.length === 0 ? w.fillSteps : undefined}>{w.save}</Button></>}>
    <div className="cp-form"><p className="lk-second">{w.planLine}</p>
      {MANAGER_STEPS.map((step, at) => <Field key={step} type="date" optional label={`${at + 1} ${say(MANAGER_STEP_SAID[step].said)}`} value={dates[step]} min={today()}
        onChange={({ target }) => setDates({ ...dates, [step]: target.value })} />)}
      {plan.error && <ErrorNote title={w.notSaved} error={plan.error} />}</div>
  </Dialog>
}

export function NameDialog({ compound, orgs, onClose }: { compound: TypedCompound; orgs: TypedCompounds['orgs']; onClose: () => void }) {
  const w = useWords(compoundsWords)
  const say = useSay()
  const [step, setStep] = useState<ManagerStep>(compound.steps[0]?.step ?? 'firm')
  const [org, setOrg] = useState('')
  const [from, setFrom] = useState(today())
  const name = useNameManager(compound.id, onClose)
  const fitting = orgs.filter(({ kind }) => MANAGER_STEP_SAID[step].orgs.includes(kind))
  const choose = (value: string) => { const found = MANAGER_STEPS.find((one) => one === value); if (found) { setStep(found); setOrg('') } }
  return <Dialog title={w.nameTitle(compound.name)} onClose={onClose} foot={<><p className="lk-small cp-tells">{w.nameTells}</p><Button look="quiet" onClick={onClose}>{w.cancel}</Button>
    <Button look="primary" busy={name.isPending} onClick={() => name.mutate({ step, org, from })} whyNot={org === '' ? w.fillOrg : undefined}>{w.saveName}</Button></>}>
    <div className="cp-form">
      <Select label={w.step} value={step} onChange={({ target }) => choose(target.value)} options={MANAGER_STEPS.map((one) => ({ value: one, word: say(MANAGER_STEP_SAID[one].said) }))} />
      <Select label={w.org} value={org} empty={w.choose} onChange={({ target }) => setOrg(target.value)} options={fitting.map((one) => ({ value: one.id, word: one.name }))} />
      <Field type="date" label={w.from} value={from} max={today()} onChange={({ target }) => setFrom(target.value)} />
      {name.error && <ErrorNote title={w.notSaved} error={name.error} />}</div>
  </Dialog>
}
