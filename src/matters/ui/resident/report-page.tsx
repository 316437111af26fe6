/** '/d/:door' and '/report': say what is wrong, at the place of the door's code or one that is looked up. */
import { useState } from 'react'
import { useSearch } from 'wouter'
import { guideFiled, guidedWords } from '../../../trust/ui/parts/guide.ts'
import { Button, Dialog, Empty, ErrorNote, problemOf, ResidentShell, Skeleton, useWords } from '../../../ui-kit/index.ts'
import type { Filed } from '../filing.ts'
import { useReportPlace, type Filing } from '../resident-api.ts'
import { useDraft } from './draft.ts'
import { PlaceSearch } from './place-search.tsx'
import { ReportForm } from './report-form.tsx'
import { reportWords } from './report-words.ts'
import { SentPage, type Sent } from './sent-page.tsx'
import './resident.css'

export default function ReportPage({ params }: { params: Record<string, string | undefined> }) {
  const w = useWords(reportWords)
  const asked = new URLSearchParams(useSearch())
  const compound = asked.get('compound') ?? asked.get('place') ?? undefined
  const keep = useDraft(params['door'] ?? compound ?? 'report', guidedWords() ?? '')
  const { draft, change } = keep
  const [sent, setSent] = useState<Sent | null>(null)
  const [searching, search] = useState(false)
  const place = useReportPlace(params['door'], draft.place ?? compound)
  const choose = (id: string) => { change({ place: id }); search(false) }
  if (sent) return <SentPage sent={sent} onAnother={() => setSent(null)} />
  const found = place.data
  const came = draft.place !== null ? w.chosen : params['door'] !== undefined ? w.byDoor : w.byBoard
  const done = (filed: Filed, filing: Filing) => { if (found) setSent({ filed, filing, door: found }); keep.forget(); guideFiled(filed.id) }
  if (found) return <>
    <ReportForm key={found.place.id} door={found} came={came} draft={draft} onDraft={change} onElsewhere={() => search(true)} onSent={done} />
    {searching && <Dialog title={w.elsewhere} onClose={() => search(false)}><PlaceSearch focus onChoose={({ id }) => choose(id)} /></Dialog>}
  </>
  return <ResidentShell>
    <h1 className="lk-title mr-title">{w.title}</h1>
    {place.isLoading ? <Skeleton lines={[62, 40, 100, 100]} /> : <div className="lk-stack mr-where">
      {place.error && (problemOf(place.error).status === 404 ? <Empty title={w.doorUnknown} line={w.doorUnknownLine} />
        : <ErrorNote error={place.error}><Button look="primary" onClick={() => void place.refetch()}>{w.tryAgain}</Button></ErrorNote>)}
      <h2 className="mr-where__title">{w.where}</h2>
      <p className="lk-second">{w.whereLine}</p>
      <PlaceSearch onChoose={({ id }) => choose(id)} />
    </div>}
  </ResidentShell>
}
