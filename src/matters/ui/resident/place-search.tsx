/** One box that understands names, numbers, pinyin and codes, and the places that it found. */
import { useDeferredValue, useState } from 'react'
import { Field, Icon, Skeleton, useWords } from '../../../ui-kit/index.ts'
import { usePlaces, type FoundPlace } from '../resident-api.ts'
import { reportWords } from './report-words.ts'

/** Calls `onChoose` with the place that was pressed. */
export function PlaceSearch({ onChoose, focus = false }: { onChoose: (place: FoundPlace) => void; focus?: boolean }) {
  const w = useWords(reportWords)
  const [typed, type] = useState('')
  const found = usePlaces(useDeferredValue(typed))
  const places = [...typed.trim()].length >= 2 ? found.data?.places : undefined
  return <div className="lk-stack">
    <Field label={w.find} hint={w.whereHint} value={typed} onChange={(event) => type(event.target.value)} {...(focus ? { 'data-focus': true } : {})}
      autoComplete="off" enterKeyHint="search" type="search" />
    {found.isLoading && <Skeleton lines={[80, 60]} />}
    {places && <ul className="mr-places" aria-live="polite">
      {places.map((place) => <li key={place.id}><button type="button" className="mr-place"
        onClick={() => onChoose(place)}><span>{place.fullName}</span><Icon name="right" size={18} /></button></li>)}
      {places.length === 0 && <li className="lk-second">{w.noPlace}</li>}
    </ul>}
  </div>
}
