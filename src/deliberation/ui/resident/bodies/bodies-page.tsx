/** '/bodies/in/:place': the standing bodies of a place, and which evaluations are overdue there. [DB8] */
import { Button, Empty, ErrorNote, ResidentShell, SectionTitle, Skeleton, useWords } from '../../../../ui-kit/index.ts'
import { useBoardBack } from '../../../../places/ui/parts/board-back.ts'
import { useBodies } from '../../body-api.ts'
import { bodyWords } from '../../body-words.ts'
import { BodyCards } from '../../parts/bodies/body-cards.tsx'
import { OverdueList } from '../../parts/bodies/body-parts.tsx'

export default function BodiesPage({ params }: { params: Record<string, string | undefined> }) {
  const w = useWords(bodyWords)
  const bodies = useBodies(params['place'])
  const back = useBoardBack(params['place'], w.home)
  return <ResidentShell back={back}>
    <p className="lk-second">{bodies.data?.place.name ?? ''}</p><h1 className="lk-title">{w.title}</h1><p className="lk-second">{w.line}</p>
    {bodies.error && !bodies.data ? <ErrorNote title={w.failed} error={bodies.error}><Button look="primary" onClick={() => void bodies.refetch()}>{w.again}</Button></ErrorNote>
      : !bodies.data ? <Skeleton repeat={3} /> : bodies.data.items.length === 0 ? <Empty title={w.none} line={w.noneLine} />
        : <div className="bo-stack"><section className="bo-part"><SectionTitle rule="above" aside={String(bodies.data.items.length)}>{w.all}</SectionTitle>
          <BodyCards items={bodies.data.items} at={(id) => `/bodies/${id}`} /></section><OverdueList items={bodies.data.overdue} /></div>}
  </ResidentShell>
}
