/** Why the date is what it is: the plain hours or days, one sentence, and whose duty it is by which rule. */
import { moment, span, useNow, useSay, useSettings, useWords, WhyPanel } from '../../../ui-kit/index.ts'
import type { Followed } from '../resident-api.ts'
import { movedOn } from '../parts/moved-on.ts'
import { dueStrip } from './due-strip.ts'
import { followWords } from './follow-words.ts'

export function WhyDue({ matter }: { matter: Followed }) {
  const w = useWords(followWords)
  const say = useSay()
  const { lang } = useSettings()
  const present = useNow()
  if (!matter.due || !matter.dueFrom) return null
  const [from, due] = [Date.parse(matter.dueFrom), Date.parse(matter.due)]
  const strip = dueStrip(from, due, present, { start: w.start1, due: w.dueDay, nth: w.nthDay, now: w.now })
  const stages: Readonly<Record<string, string>> = { sign: w.stageSign, finish: w.stageFinish, report_in: w.stageReport, verify: w.stageVerify,
    verdict: w.stageVerdict }
  const byDuty = !movedOn(matter.story)
  const stage = stages[matter.dueKind ?? 'sign'] ?? w.stageFinish
  return <WhyPanel title={w.whyWhen(moment(due, present, lang))} {...strip} open={matter.state !== 'answered'}
    {...(byDuty ? { source: matter.duty.source } : {})}>
    {w.within(stage, span(due - from, lang))}{w.plainHours}{byDuty && <><br />{w.duty(say(matter.duty.why))}</>}
  </WhyPanel>
}
