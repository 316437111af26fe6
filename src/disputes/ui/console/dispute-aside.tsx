/** Beside a dispute: the mediator, the dates with their law, where it came from, and who does not see it. */
import type { ReactNode } from 'react'
import { dayOf, Go, sourceLine, useNow, useSettings, useWords } from '../../../ui-kit/index.ts'
import { LAW } from '../../rules/index.ts'
import type { Dispute } from '../api.ts'
import { noon } from '../parts/clauses.tsx'
import { disputeWords } from './words.ts'

const Part = ({ word, children }: { word: string; children: ReactNode }) => <section><h3 className="lk-caption">{word}</h3>{children}</section>

export function DisputeAside({ dispute, phone = false }: { dispute: Dispute; phone?: boolean }) {
  const w = useWords(disputeWords)
  const now = useNow()
  const { lang } = useSettings()
  const day = (civil: string) => dayOf(noon(civil), now, lang)
  const talking = ['accepted', 'appointed', 'mediating', 'drafted'].includes(dispute.state)
  const dates: readonly (readonly [string, string])[] = [
    [w.openedOn, dayOf(Date.parse(dispute.openedAt), now, lang)], ...(dispute.acceptedOn ? [[w.acceptedOn, day(dispute.acceptedOn)] as const] : []),
    ...(talking && dispute.until ? [[w.month, day(dispute.until)] as const] : []),
      ...(dispute.signedOn ? [[w.signedOn, day(dispute.signedOn)] as const] : []),
    ...(dispute.confirmBy ? [[w.confirmBy, day(dispute.confirmBy)] as const] : []),
    ...(dispute.endedAt ? [[w.endedOn, dayOf(Date.parse(dispute.endedAt), now, lang)] as const] : []),
  ]
  return <aside className="lk-aside dc-aside">
    {dispute.role !== 'opener' && <Part word={w.mediator}>{dispute.mediator ? <><p><b>{dispute.mediator.name}</b></p><p
      className="dc-small">{dispute.mediator.title}</p></>
      : <p className="lk-second">{w.noMediator}</p>}</Part>}
    <Part word={w.dates}><dl className="lk-facts">{dates.map(([word, value]) => <div key={word}><dt>{word}</dt><dd>{value}</dd></div>)}</dl>
      {talking && dispute.until && <p className="dc-small">{sourceLine(LAW.month)}<br />{w.provisional}</p>}
      {dispute.confirmBy && <p className="dc-small">{w.confirmLine}{sourceLine(LAW.confirm)}</p>}</Part>
    <Part word={w.from}><p>{dispute.fromMatter ? w.fromMatter : w.openedBy(dispute.openedBy)}</p>
      {dispute.source && <p><Go className="lk-link" href={`/${phone ? 'field' : 'console'}/m/${dispute.source}`}>{w.openMatter}</Go></p>}</Part>
    <Part word={w.closed}><p className="dc-small">{w.closedList}</p></Part>
  </aside>
}
