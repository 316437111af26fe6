/** An evaluation: the show of hands, and a verdict on each resolution and each task. Who did it does not judge it. [DM15] */
import { useState } from 'react'
import { Button, Choices, ErrorNote, Field, Meta, SectionTitle, useSay, useWords } from '../../../../../ui-kit/index.ts'
import { resolutionVerdictWords, RESOLUTION_VERDICTS, TASK_VERDICTS, type ResolutionVerdict,
  type TaskVerdict } from '../../../../rules/meetings/index.ts'
import { useStep, type StaffMeeting } from '../../../meeting-api.ts'
import { meetingWords } from '../meeting-words.ts'
import { may } from '../moves.ts'

const HALL = ['satisfied', 'accepted', 'not'] as const

export function JudgePart({ meeting }: { meeting: StaffMeeting }) {
  const w = useWords(meetingWords)
  const say = useSay()
  const { toJudge, hall } = meeting
  const [hands, setHands] = useState({ satisfied: String(hall?.satisfied ?? ''), accepted: String(hall?.accepted ?? ''),
    not: String(hall?.not ?? '') })
  const [resolutions, judge] = useState<Readonly<Record<string, ResolutionVerdict>>>({})
  const [tasks, judgeTask] = useState<Readonly<Record<string, TaskVerdict>>>({})
  const step = useStep(meeting.id)
  const judges = meeting.mine && may(meeting, 'judge')
  const handWords = { satisfied: w.satisfied, accepted: w.accepted, not: w.notSatisfied }
  const taskWords: Readonly<Record<TaskVerdict, string>> = { good: w.good, partly: w.partly, not: w.notDone }
  if (!judges) return hall &&
    <section><SectionTitle>{w.hall}</SectionTitle><p className="me-hall"><Meta>{HALL.map((name) => `${handWords[name]} ${hall[name]}`)}</Meta></p></section>
  const counts = HALL.map((name) => Number(hands[name]))
  const counted = HALL.every((name) => hands[name] !== '') && counts.every((n) => Number.isInteger(n) && n >= 0)
  const [satisfied = 0, accepted = 0, not = 0] = counts
  const whyNot = !counted ? w.countFirst : satisfied + accepted + not > meeting.present ? w.handsOver : undefined
  const send = () => step.mutate({ to: 'verdicts', body: { resolutions: Object.entries(resolutions).map(([id, verdict]) => ({ id, verdict })),
    tasks: Object.entries(tasks).map(([id, verdict]) => ({ id, verdict })), hall: { satisfied, accepted, not } } })
  return <section className="me-judge"><SectionTitle>{w.judge}</SectionTitle><p className="lk-second">{w.judgeLine}</p>
    <div className="me-three">{HALL.map((name) => <Field key={name} label={handWords[name]} type="number" min={0} inputMode="numeric"
      value={hands[name]}
      onChange={(event) => setHands({ ...hands, [name]: event.target.value })} />)}</div>
    {toJudge?.resolutions.map((one) => <div key={one.id} className="me-judge__one"><p>{one.words}</p><Choices legend={one.words}
      value={resolutions[one.id] ?? one.verdict ?? undefined}
      onChange={(verdict) => judge({ ...resolutions, [one.id]: verdict })} options={RESOLUTION_VERDICTS.map((value) => ({ value,
        word: say(resolutionVerdictWords[value]) }))} /></div>)}
    {toJudge?.tasks.map((one) => <div key={one.id} className="me-judge__one"><p>{one.title}<span
      className="lk-second">（{one.owner}）</span></p><Choices legend={one.title}
      value={tasks[one.id] ?? one.verdict ?? undefined} onChange={(verdict) => judgeTask({ ...tasks,
        [one.id]: verdict })} options={TASK_VERDICTS.map((value) => ({ value, word: taskWords[value] }))} /></div>)}
    <Button look="primary" busy={step.isPending} whyNot={whyNot} onClick={send}>{w.keepJudge}</Button>
    {step.error && <ErrorNote title={w.refused} error={step.error} />}
  </section>
}
