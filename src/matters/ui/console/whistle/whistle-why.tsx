/** Beside the form: why these deadlines, who may blow, what happens when nobody comes, what the reporter reads. */
import { clockTime, dayOf, moment, sourceLine, useNow, useSay, useSettings, useWords, wholeDay } from '../../../../ui-kit/index.ts'
import type { Explanation } from '../../../../offices/rules/index.ts'
import { WhyDue } from '../../../../offices/ui/parts/why-due.tsx'
import { usePost, useSession, type MatterDetail } from '../../staff-api.ts'
import { paceWord } from '../../parts/pace-word.ts'
import type { WhistleDraft } from './use-whistle.ts'
import { whistleWords } from './whistle-words.ts'

export function WhistleWhy({ matter, draft }: { matter: MatterDetail; draft: WhistleDraft }) {
  const w = useWords(whistleWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  const post = usePost()
  const person = useSession().data?.person?.name ?? ''
  const { situation, asked } = draft
  const [lead] = asked
  const reportIn = lead && draft.reportIn(lead.party.org)
  const finishBy = lead && draft.finish(lead.party.org)?.due
  const names = asked.map((a) => a.party.name)
  return <>
    {situation && reportIn?.due != null && <WhyDue look="plain" title={w.whyTitle(moment(reportIn.due, now, lang))} explanation={reportIn}
      source={situation.source}>{w.why(say(situation.name), paceWord(situation.leadReport, lang), paceWord(situation.supportReport, lang),
        paceWord(situation.finish, lang))}</WhyDue>}
    {situation && post && <section><h3 className="cs-rail-title">{w.whoMay}</h3>
      <p className="lk-second">{situation.code === 'emergency' ? w.whoMayEmergency : w.whoMayAll(say(situation.name))}{w.you(person,
        post.title)}</p></section>}
    <section><h3 className="cs-rail-title">{w.absent}</h3><p className="lk-second">{w.absentSay}</p></section>
    {names[0] !== undefined && finishBy != null && <section><h3 className="cs-rail-title">{matter.reporter ? w.reporterGets :
      w.reporterNone}</h3>
      <p className="cs-bubble">{w.bubble(matter.title, names[0], names.slice(1).join(lang === 'zh' ? '、' : ', '), moment(finishBy, now,
        lang))}</p></section>}
  </>
}

/** The whistle on paper: shown in print alone. */
export function WhistleSlip({ matter, draft }: { matter: MatterDetail; draft: WhistleDraft }) {
  const w = useWords(whistleWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  const post = usePost()
  // Paper is read on other days: no 'today' on it.
  const when = (counted: Explanation | undefined) => (counted?.due == null ? '' : `${dayOf(counted.due, now, lang)} ${clockTime(counted.due)}`)
  const { situation, plan } = draft
  return <section className="cs-slip" aria-hidden="true">
    <h1>{w.slipTitle}</h1>
    <table><tbody>
      <tr><th>{w.slipNumber}</th><td>{matter.number}</td><th>{w.slipFrom}</th><td>{post?.orgName}</td></tr>
      <tr><th>{w.slipMatter}</th><td colSpan={3}>{matter.title}</td></tr>
      <tr><th>{w.slipPlace}</th><td colSpan={3}>{matter.place?.name}</td></tr>
      <tr><th>{w.situation}</th><td>{situation && say(situation.name)}</td><th>{w.plan}</th><td>{plan ? say(plan.name) : w.noPlan}</td></tr>
      <tr><th>{w.hard}</th><td colSpan={3}>{draft.difficulty}</td></tr>
      {plan && <tr><th>{w.done}</th><td colSpan={3}>{say(plan.done)}</td></tr>}
    </tbody></table>
    <table><tbody>
      <tr><th>{w.station}</th><th>{w.role}</th><th>{w.does}</th><th>{w.reportBy}</th><th>{w.finishBy}</th></tr>
      {draft.asked.map(({ party, task }, i) => <tr key={party.org}><td>{party.name}</td><td>{i === 0 ? w.lead :
        w.support}</td><td>{task}</td><td>{when(draft.reportIn(party.org))}</td><td>{when(draft.finish(party.org))}</td></tr>)}
    </tbody></table>
    <div className="cs-slip__sign"><p>{w.slipCommunity}：</p><p>{w.slipLead}：</p></div>
    {situation && <p className="cs-slip__foot">{w.slipFoot(sourceLine(situation.source), `${wholeDay(now, lang)} ${clockTime(now)}`)}</p>}
  </section>
}
