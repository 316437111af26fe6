/** The steps to a committee or through a residents' election: what is done, until when the rest, and days entered by hand. */
import { useState } from 'react'
import { sayDay, today } from '../../../../offices/ui/parts/day.ts'
import { Button, ErrorNote, Field, Icon, SectionTitle, sourceLine, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { useStep, type BodyFile, type BodyStep } from './election-api.ts'
import { bodyWords } from './words.ts'

/** Steps that nothing else in the product tells of. */
const BY_HAND = ['expiry_told', 'asked', 'group_formed', 'street_checked', 'group_met', 'list_posted', 'first_meeting', 'filing_answered',
  'hand_over']

export function StepsPart({ file }: { file: BodyFile }) {
  const w = useWords(bodyWords)
  const residents = file.kind === 'residents_committee'
  return <section><SectionTitle aside={residents && <Button size="small" look="quiet" onClick={() => window.print()}>{w.print}</Button>}>{w.steps}
    </SectionTitle>
    <ol className="el-steps">{file.steps.map((step) => <Line key={step.code} file={file} step={step} residents={residents} />)}</ol></section>
}

function Line({ file, step, residents }: { file: BodyFile; step: BodyStep; residents: boolean }) {
  const w = useWords(bodyWords)
  const say = useSay()
  const { lang } = useSettings()
  const [asked, ask] = useState<'set' | 'done'>()
  const may = file.prepares && file.state !== 'ended' && step.state !== 'done' && (residents || BY_HAND.includes(step.code))
  const day = step.doneOn ? sayDay(step.doneOn, lang) : step.due ? w.by(sayDay(step.due, lang)) : ''
  return <li className={`is-${step.state}${residents ? ' is-wide' : ''}`}>
    <Icon name={step.state === 'done' ? 'check' : step.state === 'missing' ? 'warn' : 'calendar'} size={16} />
    <span>{say(step.words)}{step.source && step.state === 'missing' && <span className="lk-small el-source">{sourceLine(step.source)}</span>}</span><span>{residents && step.due && !step.doneOn ? sayDay(step.due, lang) : day}</span>
    {may && !asked && <span className="el-moves">{residents && <Button size="small" look="quiet" onClick={() => ask('set')}>{w.stepSet}</Button>}
      <Button size="small" look="quiet" onClick={() => ask('done')}>{w.stepDone}</Button></span>}
    {asked && <DayForm file={file} step={step.code} what={asked} onClose={() => ask(undefined)} />}</li>
}

function DayForm({ file, step, what, onClose }: { file: BodyFile; step: string; what: 'set' | 'done'; onClose: () => void }) {
  const w = useWords(bodyWords)
  const [day, set] = useState(today())
  const send = useStep(file.id, onClose)
  return <div className="el-moves"><Field label={w.stepDay} type="date" {...(what === 'done'
    ? { max: today() } : {})} value={day} onChange={({ target }) => set(target.value)} />
    <Button size="small" look="primary" busy={send.isPending} onClick={() => send.mutate({ to: 'day',
      body: { version: file.version, step, what, day } })}>{w.save}</Button>
    <Button size="small" look="quiet" onClick={onClose}>{w.cancel}</Button>{send.error && <ErrorNote title={w.notDone} error={send.error} />}</div>
}
