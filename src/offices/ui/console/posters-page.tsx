/** Posters for the doors of a compound or one building: look at them, choose, print on A4. */
import './offices.css'
import './posters.css'
import { useState } from 'react'
import { PlaceBox, type ChosenPlace } from '../../../places/ui/parts/place-box.tsx'
import { usePlace } from '../../../places/ui/parts/places.ts'
import { Button, Choices, ConsoleFrame, Dialog, Empty, ErrorNote, PageHead, Skeleton, useWords } from '../../../ui-kit/index.ts'
import { useCompounds } from '../parts/communities.ts'
import { usePosters, type Poster } from '../parts/offices.ts'
import { PosterSheet } from './poster-sheet.tsx'
import { posterWords } from './poster-words.ts'

const LOOPBACK = /^(localhost|127\.|\[?::1)/

export default function PostersPage() {
  const w = useWords(posterWords)
  const compounds = useCompounds()
  const [asked, ask] = useState<ChosenPlace | null>(null)
  const [each, setEach] = useState<'building' | 'unit'>('building')
  const first = compounds[0]
  const place = asked ?? (first ? { id: first.id, fullName: first.name } : null)
  const posters = usePosters(place?.id, each)
  const above = usePlace(place?.id).data?.above ?? []
  const names = [above.find(({ kind }) => kind === 'community'), above.find(({ kind }) => kind === 'street')].flatMap((one) =>
    (one ? [one.name] : []))
  return <ConsoleFrame current="/console/posters">
    <div className="lk-no-print">
      <PageHead title={w.title} line={w.line} />
      <div className="op-choose">
        <Choices legend={w.where} options={compounds.map(({ id, name }) => ({ value: id, word: name }))} value={place?.id}
          onChange={(id) => ask({ id, fullName: compounds.find((one) => one.id === id)?.name ?? '' })} />
        <div className="op-choose__row">
          <Choices legend={w.each} options={[{ value: 'building', word: w.building }, { value: 'unit', word: w.unit }]} value={each}
            onChange={setEach} />
          <div className="op-choose__find"><PlaceBox label={w.other} quietLabel hint="" placeholder={w.otherHint}
            kinds={['building', 'unit', 'compound']} onChange={ask}
            value={asked && !compounds.some(({ id }) => id === asked.id) ? asked : null} /></div>
        </div>
      </div>
      {LOOPBACK.test(location.hostname) && <p className="op-note">{w.loopback(location.host)}</p>}
      {(posters.isPending || !place) && <Skeleton repeat={2} />}
      {posters.error && <ErrorNote title={w.failed} error={posters.error}><Button look="primary"
        onClick={() => void posters.refetch()}>{w.again}</Button></ErrorNote>}
      {posters.data?.length === 0 && <Empty title={w.empty} line={w.emptyLine} />}
    </div>
    {posters.data && posters.data.length > 0 && <Sheets key={`${place?.id} ${each}`} posters={posters.data} above={names} />}
  </ConsoleFrame>
}

function Sheets({ posters, above }: { posters: readonly Poster[]; above: readonly string[] }) {
  const w = useWords(posterWords)
  const [left, leave] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState<Poster | null>(null)
  const chosen = posters.length - left.size
  const toggle = (place: string) => leave((before) => { const next = new Set(before); if (!next.delete(place)) next.add(place); return next })
  return <>
    <div className="op-bar lk-no-print"><p className="lk-second">{w.chosen(chosen, posters.length)}</p>
      <Button look="quiet" onClick={() => leave(left.size === 0 ? new Set(posters.map(({ place }) => place)) : new Set())}>{left.size === 0 ? w.none
        : w.all}</Button>
      <Button look="primary" icon="print" whyNot={chosen === 0 ? w.printNone : undefined} onClick={() => print()}>{w.print(chosen)}</Button></div>
    <ul className="op-sheets">{posters.map((poster) => <li key={poster.place}
      className={left.has(poster.place) ? 'op-item op-item--left' : 'op-item'}>
      <div className="op-item__look"><PosterSheet poster={poster} above={above} />
        <button type="button" className="op-item__press lk-no-print" aria-label={w.look(poster.placeName)} onClick={() => setOpen(poster)} /></div>
      <label className="op-item__choose lk-no-print"><input type="checkbox" checked={!left.has(poster.place)} aria-label={w.choose(poster.placeName)}
        onChange={() => toggle(poster.place)} />
        <span aria-hidden="true">{poster.placeName}</span></label>
    </li>)}</ul>
    {open && <Dialog wide title={open.placeName} onClose={() => setOpen(null)}><div className="op-large" tabIndex={0} role="group"
      aria-label={open.placeName}><PosterSheet poster={open} above={above} /></div></Dialog>}
  </>
}
