/** Who is called, with what task and until when; the first one leads. */
import { useState } from 'react'
import { Button, Icon, moment, PartyBadge, Select, useNow, useSettings, useWords } from '../../../../ui-kit/index.ts'
import type { Explanation } from '../../../../offices/rules/index.ts'
import type { WhistleDraft } from './use-whistle.ts'
import { whistleWords } from './whistle-words.ts'

export function AskedTable({ draft }: { draft: WhistleDraft }) {
  const w = useWords(whistleWords)
  const now = useNow()
  const { lang } = useSettings()
  const [adding, setAdding] = useState(false)
  const when = (counted: Explanation | undefined) => (counted?.due == null ? '' : moment(counted.due, now, lang))
  return <div className="cs-asked-around">
    <table className="lk-table cs-asked">
      <thead><tr><th scope="col">{w.station}</th><th scope="col">{w.role}</th><th scope="col">{w.does}</th><th scope="col">{w.reportBy}</th><th
        scope="col">{w.finishBy}</th><th scope="col"><span className="lk-hidden">{w.add}</span></th></tr></thead>
      <tbody>
        {draft.asked.length === 0 && <tr><td colSpan={6} className="cs-asked__none">{w.none}</td></tr>}
        {draft.asked.map(({ party, task }, i) => <tr key={party.org}>
          <td><PartyBadge kind={party.kind} name={party.name} lead={i === 0} /></td>
          <td className="lk-nowrap">{i === 0 ? w.lead : <>{w.support} <button type="button" className="lk-link cs-small"
            aria-label={w.makeLead(party.name)} onClick={() => draft.lead(party.org)}>{w.makeLeadWord}</button></>}</td>
          <td><input className="lk-input" aria-label={w.taskOf(party.name)} value={task} maxLength={300} onChange={(e) => draft.task(party.org,
            e.target.value)} /></td>
          <td className="lk-nowrap">{when(draft.reportIn(party.org))}</td>
          <td className="lk-nowrap">{when(draft.finish(party.org))}</td>
          <td><button type="button" className="lk-icon-button" aria-label={w.remove(party.name)} title={w.remove(party.name)}
            onClick={() => draft.remove(party.org)}><Icon name="cross" size={16} /></button></td>
        </tr>)}
      </tbody>
    </table>
    {adding && draft.free.length > 0 ? <div className="cs-add"><Select label={w.add} quietLabel empty={w.add} value="" autoFocus
      options={draft.free.map((p) => ({ value: p.org, word: p.name }))}
      onChange={(e) => { const party = draft.free.find((p) => p.org === e.target.value); if (party) draft.add(party); setAdding(false) }} /></div>
      : draft.free.length > 0 && <div className="cs-add"><Button look="quiet" icon="plus" onClick={() => setAdding(true)}>{w.add}</Button></div>}
  </div>
}
