/** Buildings that can be dragged, and moved by arrow keys: a box with its name, middle at its place in metres. */
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useWords } from '../../../ui-kit/index.ts'
import { PLAN_METRES, type Spot } from '../../rules/plan.ts'
import { planWords } from './plan-words.ts'

export type Drawn = Spot & { readonly name: string; readonly units: number; readonly moved: boolean }
const [STEP, FINE, MARGIN] = [5, 1, 46]
const widthOf = (units: number): number => Math.max(34, Math.min(70, units * 16))
const HEIGHT = 22

type Frame = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** What the sketch shows: all buildings with room around them. */
function frameOf(spots: readonly Spot[]): Frame {
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)]
  const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN]
  return { left, top, width: Math.max(360, Math.max(...xs) + MARGIN - left), height: Math.max(240, Math.max(...ys) + MARGIN - top) }
}

const within = (metres: number): number => Math.max(0, Math.min(PLAN_METRES, Math.round(metres)))
const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

type SketchProps = { readonly label: string; readonly spots: readonly Drawn[]; readonly over: readonly string[]; readonly onMove: (building: string, x: number, y: number) => void }

export function Sketch({ label, spots, over, onMove }: SketchProps) {
  const w = useWords(planWords)
  const svg = useRef<SVGSVGElement>(null)
  // the frame stands still while a building is dragged, or it would run away from the pointer
  const [held, hold] = useState<{ readonly building: string; readonly frame: Frame; readonly dx: number; readonly dy: number } | null>(null)
  const { left, top, width, height } = held?.frame ?? frameOf(spots)
  const pointAt = ({ clientX, clientY }: PointerEvent) => {
    const matrix = svg.current?.getScreenCTM()
    return matrix ? new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse()) : null
  }
  const down = (spot: Drawn) => (event: PointerEvent<SVGGElement>) => {
    const at = pointAt(event)
    if (!at || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    hold({ building: spot.building, frame: frameOf(spots), dx: spot.x - at.x, dy: spot.y - at.y })
  }
  const drag = (spot: Drawn) => (event: PointerEvent<SVGGElement>) => {
    const at = held?.building === spot.building ? pointAt(event) : null
    if (at && held) onMove(spot.building, within(at.x + held.dx), within(at.y + held.dy))
  }
  const press = (spot: Drawn) => (event: KeyboardEvent) => {
    const way = ARROWS[event.key]
    if (!way) return
    event.preventDefault()
    const step = event.shiftKey ? FINE : STEP
    onMove(spot.building, within(spot.x + way[0] * step), within(spot.y + way[1] * step))
  }
  return <svg ref={svg} className="pl-sketch" viewBox={`${left} ${top} ${width} ${height}`} role="group" aria-label={label}>
    {spots.map((spot) => <g key={spot.building} className={`pl-house${spot.moved ? ' pl-house--moved' : ''}${over.includes(spot.building) ? ' pl-house--over' : ''}`}
      role="button" tabIndex={0} aria-label={w.spot(spot.name, spot.x, spot.y)} transform={`translate(${spot.x} ${spot.y})`} onPointerDown={down(spot)}
      onPointerMove={drag(spot)} onPointerUp={() => hold(null)} onPointerCancel={() => hold(null)} onKeyDown={press(spot)}>
      <rect x={-widthOf(spot.units) / 2} y={-HEIGHT / 2} width={widthOf(spot.units)} height={HEIGHT} rx={2} />
      <text aria-hidden="true" y={1}>{spot.name}</text>
    </g>)}
    <g className="pl-north" aria-hidden="true" transform={`translate(${left + width - 22} ${top + 30})`}><path d="M0 12 V-12 M-5 -6 L0 -13 L5 -6" /><text y={24}>{w.north}</text></g>
  </svg>
}
