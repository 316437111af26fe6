/** 吹哨单 for one department, with 回执 to tear off: shown in print alone. The six digits stand on it, the link does not. */
import { clockTime, dayOf, useNow, useSettings, useWords, wholeDay } from '../../../../ui-kit/index.ts'
import type { MatterDetail } from '../../staff-api.ts'
import { courseWords } from './course-words.ts'

export function PartySlip({ matter, org, by, code }: { matter: MatterDetail; org: string; by: string; code: string }) {
  const w = useWords(courseWords)
  const now = useNow()
  const { lang } = useSettings()
  const party = matter.parties.find((one) => one.org === org)
  const when = (at: string | null | undefined) => (at ? `${dayOf(Date.parse(at), now, lang)} ${clockTime(Date.parse(at))}` : '')
  return <section className="cs-slip cs-slip--party" aria-hidden="true">
    <h1>{w.slipTitle}</h1>
    <table><tbody>
      <tr><th>{w.slipNumber}</th><td>{matter.number}</td><th>{w.slipTo}</th><td>{party?.name}</td></tr>
      <tr><th>{w.slipMatter}</th><td colSpan={3}>{matter.title}</td></tr>
      <tr><th>{w.slipPlace}</th><td colSpan={3}>{matter.place?.name}</td></tr>
      <tr><th>{w.slipTask}</th><td colSpan={3}>{party?.task}</td></tr>
      <tr><th>{w.reportIn}</th><td>{when(party?.reportBy)}</td><th>{w.finish}</th><td>{when(party?.finishBy)}</td></tr>
      <tr><th>{w.slipFrom}</th><td>{by}<br />{wholeDay(now, lang)}</td><th>{w.slipCode}</th><td className="cs-slip__code">{code.slice(0, 3)} {code.slice(3)}</td></tr>
    </tbody></table>
    <p className="cs-slip__how">{w.slipHow}</p>
    <h1 className="cs-slip__cut">{w.slipReply}</h1>
    <table><tbody>
      <tr><th>{w.slipNumber}</th><td>{matter.number}</td><th>{w.slipTheir}</th><td /></tr>
      <tr className="cs-slip__blank"><th>{w.slipReport}</th><td colSpan={3} /></tr>
      <tr className="cs-slip__blank"><th>{w.slipDone}</th><td colSpan={3} /></tr>
      <tr className="cs-slip__blank"><th>{w.slipObject}</th><td colSpan={3} /></tr>
    </tbody></table>
    <div className="cs-slip__sign"><p>{party?.name}（{w.slipSeal}）</p><p>{w.slipDate}</p></div>
  </section>
}
