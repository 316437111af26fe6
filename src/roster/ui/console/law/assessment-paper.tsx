/** One assessment: a line that opens to its four parts, is printed, and can be taken back. */
import { useState } from 'react'
import { Button, Dialog, ErrorNote, Icon, Meta, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { sayDay } from '../../../../offices/ui/parts/day.ts'
import { sensitiveRules } from '../../../rules/law/index.ts'
import { useEndAssessment, type Assessment } from '../../law-api.ts'
import { lawWords } from './law-words.ts'

export function AssessmentPaper({ paper, place, keeps, printed, onPrint }: { paper: Assessment; place: string; keeps: boolean; printed: boolean;
  onPrint: () => void }) {
  const w = useWords(lawWords)
  const say = useSay()
  const { lang } = useSettings()
  const [asking, ask] = useState(false)
  const end = useEndAssessment(() => ask(false))
  const day = (of: string) => sayDay(of, lang)
  const state = paper.endedOn !== null ? w.ended(day(paper.endedOn)) : paper.holds ? w.holds : w.over
  return <details className="lw-paper" data-printed={printed || undefined} open={printed || undefined}>
    <summary><b>{paper.kinds.map((kind) => say(sensitiveRules[kind].said)).join(w.and)}</b>
      <span className="lk-small"><Meta><span>{w.made(day(paper.madeOn), paper.by)}</span><span>{w.until(day(paper.validUntil))}</span>
        <span>{w.keep(day(paper.keepUntil))}</span></Meta></span>
      <span className={paper.holds ? 'lw-state lw-state--holds' : 'lw-state'}>{state}</span><Icon name="down" size={16} /></summary>
    <dl className="lw-parts">
      <div className="lw-parts__print"><dt>{w.community}</dt><dd>{place}</dd></div>
      {([['purpose', w.purpose], ['need', w.need], ['effect', w.effect], ['measures', w.measures]] as const).map(([part, word]) =>
        <div key={part}><dt>{word}</dt><dd>{paper[part]}</dd></div>)}
      <div className="lw-parts__print"><p>{w.basis}</p><p>{w.sign}</p></div>
    </dl>
    <div className="lk-moves lk-no-print"><Button size="small" icon="print" onClick={onPrint}>{w.print}</Button>
      {keeps && paper.holds && <Button size="small" look="quiet" onClick={() => ask(true)}>{w.takeBack}</Button>}</div>
    {asking && <Dialog title={w.takeBackTitle} onClose={() => ask(false)} foot={<><Button look="quiet" onClick={() => ask(false)}>{w.cancel}</Button>
      <Button look="primary" busy={end.isPending} onClick={() => end.mutate(paper.id)}>{w.takeBack}</Button></>}>
      <p>{w.takeBackLine}</p>{end.error && <ErrorNote title={w.notSaved} error={end.error} />}</Dialog>}
  </details>
}
