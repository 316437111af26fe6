/** The sketch of a compound, drawn by hand: dragging, arrow keys, or numbers beside it. */
import './plan.css'
import { useState } from 'react'
import { Button, ConsoleFrame, Empty, ErrorNote, PageHead, Select, Skeleton, useNavigate, useSettings, useWords } from '../../../ui-kit/index.ts'
import { onEachOther, PLAN_METRES, type Spot } from '../../rules/plan.ts'
import { useDraw, usePlan, usePlans, type Plan } from './plan-api.ts'
import { planWords } from './plan-words.ts'
import { Sketch, type Drawn } from './sketch.tsx'

const PLACES = '/console/places'
/** Where nobody drew a building yet, it begins in a row. */
const [FIRST, ROW_STEP] = [40, 64]

export default function PlanPage() {
  const w = useWords(planWords)
  const go = useNavigate()
  const plans = usePlans()
  const asked = new URLSearchParams(location.search).get('compound')
  const chosen = plans.data?.compounds.find(({ id }) => id === asked) ?? plans.data?.compounds[0]
  const plan = usePlan(chosen?.id)
  const error = plans.error ?? plan.error
  return <ConsoleFrame current={PLACES}>
    <PageHead back={{ href: PLACES, word: w.toTable }} title={w.title(chosen?.name ?? '')} line={w.line} tools={plans.data && plans.data.compounds.length > 1 && chosen
      && <Select label={w.compound} quietLabel value={chosen.id} options={plans.data.compounds.map(({ id, name }) => ({ value: id, word: name }))}
        onChange={({ target }) => go(`${PLACES}/plan?compound=${target.value}`)} />} />
    {error && !plan.data ? <ErrorNote title={w.failed} error={error}><Button look="primary" onClick={() => { void plans.refetch(); void plan.refetch() }}>{w.again}</Button></ErrorNote>
      : !plan.data ? <Skeleton repeat={3} />
      : plan.data.buildings.length === 0 ? <Empty title={w.none} line={w.noneLine}><Button href={PLACES}>{w.toTable}</Button></Empty>
      : <Editor key={plan.data.compound.id} plan={plan.data} />}
  </ConsoleFrame>
}

type Moved = ReadonlyMap<string, { readonly x: number; readonly y: number }>

/** Where each building is drawn now. */
const drawnOf = ({ buildings }: Plan, moved: Moved): readonly Drawn[] => buildings.map(({ id, name, units, x, y }, at) => {
  const to = moved.get(id)
  const isMoved = to !== undefined && (to.x !== x || to.y !== y)
  return { building: id, name, units, x: to?.x ?? x ?? FIRST + at * ROW_STEP, y: to?.y ?? y ?? FIRST, moved: isMoved || x === null || y === null }
})

function Editor({ plan }: { plan: Plan }) {
  const w = useWords(planWords)
  const { lang } = useSettings()
  const [moved, setMoved] = useState<Moved>(new Map())
  const [saved, tell] = useState<number | null>(null)
  const draw = useDraw(plan.compound.id, (n) => { setMoved(new Map()); tell(n) })
  const spots = drawnOf(plan, moved)
  const changed = spots.filter((spot) => spot.moved)
  const pairs = onEachOther(spots)
  const over = [...new Set(pairs.flat())]
  const move = (building: string, x: number, y: number): void => { tell(null); setMoved((before) => new Map(before).set(building, { x, y })) }
  const names = spots.filter(({ building }) => over.includes(building)).map(({ name }) => name).join(lang === 'zh' ? '、' : ', ')
  return <div className="pl-page">
    <figure className="pl-figure"><Sketch label={w.title(plan.compound.name)} spots={spots} over={over} onMove={move} />
      <figcaption className="lk-small">{w.how}</figcaption></figure>
    <section className="pl-side">
      <div className="lk-moves"><Button look="primary" busy={draw.isPending} whyNot={changed.length === 0 ? w.nothing : over.length > 0 ? w.overShort : undefined}
        onClick={() => draw.mutate(changed.map(({ building, x, y }): Spot => ({ building, x, y })))}>{w.save(changed.length)}</Button>
        {moved.size > 0 && <Button look="quiet" onClick={() => setMoved(new Map())}>{w.reset}</Button>}</div>
      {saved !== null && <p role="status">{w.saved(saved)}</p>}
      {over.length > 0 && <p className="pl-over" role="alert">{w.over(names)}</p>}
      {draw.error && <ErrorNote title={w.notDone} error={draw.error} />}
      <Numbers spots={spots} onMove={move} />
    </section>
  </div>
}

/** The same places in numbers. */
function Numbers({ spots, onMove }: { spots: readonly Drawn[]; onMove: (building: string, x: number, y: number) => void }) {
  const w = useWords(planWords)
  const metres = (text: string): number => Math.max(0, Math.min(PLAN_METRES, Math.round(Number(text) || 0)))
  const field = (label: string, value: number, put: (metres: number) => void) => <input className="lk-input pl-number" type="number" inputMode="numeric" min={0} max={PLAN_METRES}
    step={1} aria-label={label} value={value} onChange={({ target }) => put(metres(target.value))} />
  return <table className="pl-numbers"><thead><tr><th scope="col">{w.building}</th><th scope="col">{w.east}</th><th scope="col">{w.south}</th></tr></thead>
    <tbody>{spots.map(({ building, name, x, y, moved }) => <tr key={building} className={moved ? 'pl-moved' : ''}><th scope="row">{name}</th>
      <td>{field(w.eastOf(name), x, (to) => onMove(building, to, y))}</td><td>{field(w.southOf(name), y, (to) => onMove(building, x, to))}</td></tr>)}</tbody></table>
}
