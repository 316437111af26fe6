/** 门牌: the doors of a building as they lie, floor by floor; a press opens the form. */
import './visits.css'
import { useState, type CSSProperties } from 'react'
import { Button, Empty, FieldShell, Go, Icon, Select, Skeleton, useOutbox, useWords } from '../../../ui-kit/index.ts'
import { ReadError, SignedIn } from '../../../trust/ui/parts/field-frame.tsx'
import { useBuilding, useDoors, visitsHere, type DoorBuilding, type DoorHome, type Doors } from '../parts/doors.ts'
import { DoorPart } from '../parts/door-part.tsx'
import { useHomeName, useLastSaid } from '../parts/home-words.ts'
import { visitWords } from './words.ts'

const LAST_BUILDING = 'linli.building'

/** The page at /field/doors. */
export default function DoorsPage() {
  return <SignedIn>{() => <Reading />}</SignedIn>
}

function Reading() {
  const w = useWords(visitWords)
  const { data, error, refetch } = useDoors()
  const back = { href: '/field', word: w.today }
  if (data && data.buildings.length > 0) return <FieldShell back={back} current="today"><Choosing doors={data} /></FieldShell>
  return <FieldShell back={back} current="today">{data ? <Empty title={w.noDoors} /> : error
    ? <ReadError error={error} onAgain={() => void refetch()} /> : <Skeleton lines={[60, 100, 100]} repeat={3} />}</FieldShell>
}

const lastBuilding = (): string => { try { return localStorage.getItem(LAST_BUILDING) ?? '' } catch { return '' } }

function Choosing({ doors }: { doors: Doors }) {
  const w = useWords(visitWords)
  const [chosen, choose] = useState(lastBuilding)
  const building = doors.buildings.find(({ id }) => id === chosen) ?? doors.buildings[0]
  const asked = useBuilding(building?.id, building?.homes === null)
  const full = building?.homes === null ? asked.data?.buildings.find(({ id }) => id === building.id) ?? building : building
  const change = (id: string) => { choose(id); try { localStorage.setItem(LAST_BUILDING, id) } catch { /* lasts until the page is left */ } }
  if (!full) return null
  return <>
    <div className="vs-head"><h1 className="lk-title">{full.name}</h1><span className="lk-second">{w.homes(full.count)}</span></div>
    {doors.buildings.length > 1 && <Select label={w.which} quietLabel value={full.id} options={doors.buildings.map(({ id, name }) => ({ value: id, word: name }))}
      onChange={(event) => change(event.target.value)} />}
    {full.homes === null ? asked.error ? <ReadError error={asked.error} onAgain={() => void asked.refetch()} /> : <Skeleton lines={[100, 100]} repeat={4} />
      : full.homes.length === 0 ? <Empty title={w.noHomes} line={w.noHomesLine}><Button href={`/field/visit/${full.id}`}>{w.recordBuilding}</Button></Empty>
        : <><DoorPart building={full.id} home={null} /><Board building={full} homes={full.homes} month={doors.today.slice(0, 7)} /></>}
  </>
}

type Mark = 'met' | 'missed' | 'here' | 'none'

function Board({ building, homes, month }: { building: DoorBuilding; homes: readonly DoorHome[]; month: string }) {
  const w = useWords(visitWords)
  const here = visitsHere(useOutbox())
  const units = Map.groupBy(homes, ({ unit }) => unit ?? '')
  const markOf = (home: DoorHome): Mark =>
    (here.has(home.id) ? 'here' : !home.last?.day.startsWith(month) ? 'none' : home.last.met === 'met' ? 'met' : 'missed')
  return <>
    <p className="vs-legend lk-small"><span>{w.legend}</span>
      {([['met', w.legendMet], ['missed', w.legendMissed], ['here', w.legendHere]] as const).map(([mark, word]) =>
        <span key={mark} className="vs-legend__item"><Sign mark={mark} />{word}</span>)}</p>
    {[...units].map(([unit, own]) => <section key={unit} className="vs-unit" aria-label={unit === '' ? building.name : w.unit(unit)}>
      {units.size > 1 && <h2 className="vs-unit__title">{w.unit(unit)}</h2>}
      {[...Map.groupBy(own, ({ floor }) => floor ?? 0)].sort(([one], [two]) => two - one).map(([floor, doors]) =>
        <div key={floor} className="vs-floor" style={widest(own)} role="group" aria-label={w.floor(floor)}>
          {doors.map((home) => <Door key={home.id} home={home} homes={homes} mark={markOf(home)} />)}</div>)}
    </section>)}
  </>
}

/** A floor is as wide as the one with most doors, so that doors lie above each other. */
function widest(homes: readonly DoorHome[]): CSSProperties {
  const most = Math.max(...[...Map.groupBy(homes, ({ floor }) => floor ?? 0).values()].map((doors) => doors.length))
  return { '--most': String(most) } as CSSProperties // a custom property, which the type does not know
}

const Sign = ({ mark }: { mark: Mark }) => <span className={`vs-sign vs-sign--${mark}`} aria-hidden="true">{mark === 'met' || mark === 'here'
  ? <Icon name="check" size={12} /> : null}</span>

function Door({ home, homes, mark }: { home: DoorHome; homes: readonly DoorHome[]; mark: Mark }) {
  const w = useWords(visitWords)
  const nameOf = useHomeName()
  const lastSaid = useLastSaid()
  const room = home.name.replace(/[室号]$/, '')
  return <Go href={`/field/visit/${home.id}`} className={`vs-door vs-door--${mark}`}
    aria-label={w.doorSaid(nameOf(home, homes), lastSaid(home, mark === 'here'))}>
    <span>{room}</span><Sign mark={mark} /></Go>
}
