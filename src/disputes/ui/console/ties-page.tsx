/** What a mediator declares of themselves, so that they are not asked to mediate where they are tied. */
import './disputes.css'
import { useState } from 'react'
import { PlaceBox, type ChosenPlace } from '../../../places/ui/parts/place-box.tsx'
import { Button, ConsoleFrame, ErrorNote, PageHead, Tag, useWords } from '../../../ui-kit/index.ts'
import { useDeclare } from '../api.ts'
import { newWords } from './new-words.ts'

export default function TiesPage() {
  const w = useWords(newWords)
  const [home, setHome] = useState<ChosenPlace | null>(null)
  const [places, setPlaces] = useState<readonly ChosenPlace[]>([])
  const [done, setDone] = useState(false)
  const [round, again] = useState(0)
  const declare = useDeclare(() => setDone(true))
  const add = (place: ChosenPlace | null) => {
    if (!place) return
    setPlaces([...places.filter(({ id }) => id !== place.id), place])
    again(round + 1)
  }
  return <ConsoleFrame current="/console/disputes" foot={<><p role="status">{done ? w.tiesDone : ''}</p><Button look="primary"
    busy={declare.isPending}
    onClick={() => declare.mutate({ home: home?.id ?? null, places: places.map(({ id }) => id), orgs: [] })}>{w.tiesDo}</Button></>}>
    <PageHead title={w.tiesTitle} line={w.tiesLine} back={{ href: '/console/disputes', word: w.back }} />
    {declare.error && <ErrorNote error={declare.error} />}
    <section className="lk-form-step"><h2>{w.home}</h2><PlaceBox label={w.tiesHome} value={home} onChange={setHome}
      kinds={['building', 'unit', 'room']} /></section>
    <section className="lk-form-step"><h2>{w.addPlace}</h2><div className="dc-form">
      {places.length > 0 && <p>{places.map((place) => <span key={place.id}><Tag>{place.fullName}</Tag>
        <Button look="quiet" size="small"
          onClick={() => setPlaces(places.filter(({ id }) => id !== place.id))}>{w.remove(place.fullName)}</Button></span>)}</p>}
      <PlaceBox key={round} label={w.tiesPlaces} value={null} onChange={add} kinds={['building', 'unit', 'room']} /></div></section>
  </ConsoleFrame>
}
