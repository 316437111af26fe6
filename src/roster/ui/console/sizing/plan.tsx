/** Buildings of a grid on our own sketch of the compound, each in its part: told by letter, outline and colour. */
import type { KeyboardEvent } from 'react'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { useWords } from '../../../../ui-kit/index.ts'
import { besides, inOrder } from '../../../rules/sizing/index.ts'
import type { Building } from './sizing-api.ts'
import { sizingWords } from './sizing-words.ts'

/** The letter of a part, from A on. */
export const letterOf = (part: number): string => String.fromCharCode(65 + part)

type Spot = { readonly building: Building; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
const MARGIN = 34
/** The sketch is drawn at least so wide, so that few buildings are not drawn as giants. */
const WIDE = 330
const ROW_STEP = 64

const drawn = (buildings: readonly Building[]): boolean => buildings.every(({ x, y }) => x !== null && y !== null)

/** Where each building is drawn, in metres; compounds stand one below another. */
function spotsOf(buildings: readonly Building[]): readonly Spot[] {
  const ordered = inOrder(buildings)
  const compounds = [...new Set(ordered.map(({ compound }) => compound))]
  let below = 0
  return compounds.flatMap((compound) => {
    const own = ordered.filter((one) => one.compound === compound)
    const known = drawn(own)
    const spots = own.map((building, at) => ({
      building, x: known ? building.x ?? 0 : at * ROW_STEP, y: below + (known ? building.y ?? 0 : 0),
      width: Math.max(34, Math.min(70, building.units * 16)), height: 22,
    }))
    below = Math.max(...spots.map(({ y }) => y)) + 60
    return spots
  })
}

type PlanProps = {
  readonly buildings: readonly Building[]
  /** The part of a building, from 0 on. */
  readonly partOf: (building: string) => number
  readonly label: string
  /** Moves a building to the next part; left out where nobody may. */
  readonly onPress?: ((building: string) => void) | undefined
}

export function Plan({ buildings, partOf, label, onPress }: PlanProps) {
  const w = useWords(sizingWords)
  const post = usePost()?.audience
  const draws = post === 'community' || post === 'street'
  const spots = spotsOf(buildings)
  const near = besides(inOrder(buildings))
  const order = inOrder(buildings)
  const spotOf = (at: number) => spots.find(({ building }) => building.id === order[at]?.id)
  const [left, right] = [Math.min(...spots.map(({ x, width }) => x - width / 2)), Math.max(...spots.map(({ x, width }) => x + width / 2))]
  const [top, bottom] = [Math.min(...spots.map(({ y }) => y)), Math.max(...spots.map(({ y }) => y))]
  const beside = Math.max(MARGIN, (WIDE - (right - left)) / 2)
  const bands = near.flatMap((others, at) => others.filter((other) => other > at).flatMap((other) => {
    const [one, two] = [spotOf(at), spotOf(other)]
    return one && two && partOf(one.building.id) === partOf(two.building.id) ? [{ one, two, part: partOf(one.building.id) }] : []
  }))
  return <figure className="rs-plan">
    <svg viewBox={`${left - beside} ${top - MARGIN} ${right - left + 2 * beside} ${bottom - top + 2 * MARGIN}`} role="group" aria-label={label}>
      {bands.map(({ one, two, part }) => <line key={`${one.building.id} ${two.building.id}`} className={`rs-band rs-part-${part % 3}`} x1={one.x}
        y1={one.y} x2={two.x} y2={two.y} />)}
      {spots.map((spot) => <House key={spot.building.id} spot={spot} part={partOf(spot.building.id)} onPress={onPress}
        said={w.buildingSaid(spot.building.name, spot.building.homes, letterOf(partOf(spot.building.id)))} />)}
      <g aria-hidden="true">{spots.map((spot) => <Letters key={spot.building.id} spot={spot} part={partOf(spot.building.id)} />)}</g>
    </svg>
    <figcaption className="lk-small">{drawn(buildings) ? w.sketch : w.inRow}
      {draws && buildings[0] && <> <a href={`/console/places/plan?compound=${buildings[0].compound}`}>{w.draw}</a></>}</figcaption>
  </figure>
}

type HouseProps = { readonly spot: Spot; readonly part: number; readonly said: string; readonly onPress: PlanProps['onPress'] }

/** The box of a building, which says all of it to whoever hears; what is written on it stands in `Letters`. */
function House({ spot: { building, x, y, width, height }, part, said, onPress }: HouseProps) {
  const press = onPress && (() => onPress(building.id))
  const keys = (event: KeyboardEvent) => { if (press && (event.key === 'Enter' || event.key === ' ')) { event.preventDefault(); press() } }
  const live = press ? { role: 'button', tabIndex: 0, onClick: press, onKeyDown: keys } : { role: 'img' }
  return <rect className={`rs-house rs-part-${part % 3}${press ? ' rs-house--live' : ''}`} aria-label={said} {...live} x={x - width / 2}
    y={y - height / 2} width={width}
    height={height} rx={2} />
}

function Letters({ spot: { building, x, y, height }, part }: { spot: Spot; part: number }) {
  return <g className={`rs-letters rs-part-${part % 3}`}>
    <text x={x} y={y + 1} className="rs-letters__homes">{building.homes}</text>
    <text x={x} y={y - height / 2 - 5}>{building.name}</text>
    <text x={x} y={y + height / 2 + 11} className="rs-letters__part">{letterOf(part)}</text>
  </g>
}
