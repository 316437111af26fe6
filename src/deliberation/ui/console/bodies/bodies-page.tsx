/** 议事组织 at the desk: the bodies of one's community and compounds, what waits, and setting one up. */
import { useState } from 'react'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { usePlace } from '../../../../places/ui/parts/places.ts'
import { Button, ConsoleFrame, Empty, ErrorNote, PageHead, Skeleton, useNavigate, useWords } from '../../../../ui-kit/index.ts'
import { BODY_KINDS, keepersOf } from '../../../rules/bodies/index.ts'
import { useBodies } from '../../body-api.ts'
import { bodyWords } from '../../body-words.ts'
import { BodyCards } from '../../parts/bodies/body-cards.tsx'
import { OverdueList } from '../../parts/bodies/body-parts.tsx'
import { FoundDialog } from './found-dialog.tsx'

/** The community or compound that the post stands at or in; for a street its first community. */
function useHome(): string | undefined {
  const place = usePlace(usePost()?.place)
  if (!place.data) return undefined
  const around = [place.data.place, ...[...place.data.above].reverse()]
  return around.find(({ kind }) => kind === 'community' || kind === 'compound')?.id ?? place.data.below.find(({ kind }) => kind === 'community')?.id
}

export default function BodiesPage() {
  const w = useWords(bodyWords)
  const go = useNavigate()
  const home = useHome()
  const bodies = useBodies(home)
  const audience = usePost()?.audience ?? ''
  const [founding, found] = useState(false)
  const may = BODY_KINDS.some((kind) => keepersOf[kind].includes(audience))
  return <ConsoleFrame current="/console/bodies">
    <PageHead title={w.title} line={w.line} tools={<>{home && <Button icon="board" href={`/bodies/in/${home}`} outside>{w.publicPage}</Button>}
      {may && <Button look="primary" icon="plus" onClick={() => found(true)}>{w.found}</Button>}</>} />
    {bodies.error && !bodies.data ? <ErrorNote title={w.failed} error={bodies.error}><Button look="primary" onClick={() => void bodies.refetch()}>{w.again}</Button></ErrorNote>
      : !bodies.data ? <Skeleton repeat={4} /> : <div className="bo-stack">
        {bodies.data.items.length === 0 ? <Empty title={w.none} line={w.noneLine}>{may && <Button onClick={() => found(true)}>{w.found}</Button>}</Empty>
          : <BodyCards items={bodies.data.items} at={(id) => `/console/bodies/${id}`} />}
        <OverdueList items={bodies.data.overdue} rule="below" /></div>}
    {founding && bodies.data && <FoundDialog place={bodies.data.place.id} onClose={() => found(false)} onFound={(id) => go(`/console/bodies/${id}`)} />}
  </ConsoleFrame>
}
