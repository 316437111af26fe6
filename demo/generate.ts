import type { CategoryCode, Channel } from '../src/matters/rules/index.ts'
import { categoryOf, dutyFor } from '../src/matters/rules/index.ts'
import { run, type Stop } from './course.ts'
import { captainKey, communityKey, compoundKey, gridKey, placeOf } from './holders.ts'
import { photoPairs } from './photo-pairs.ts'
import { codeOf, placeId } from './places.ts'
import { compoundPlans, type CompoundPlan } from './plan.ts'
import { begin, end } from './play.ts'
import { scribe, slotsOf, type Scribe } from './scribe.ts'
import { dice, uuid, type Dice } from './seed.ts'
import { allTopics } from './texts/index.ts'
import { inPlace, inSeason, type Topic } from './texts/topic.ts'
import { dayOf, hourOf, iso, ms, until } from './time.ts'
import type { DemoMatter, DemoPlace } from './types.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How many matters stop where on the last day, and from when to when they were filed. */
const openOnes: readonly (readonly [stop: Stop, count: number, from: string, to: string, only?: readonly CategoryCode[]])[] = [
  ['filed', 8, '2026-11-20 07:10', '2026-11-20 10:20', ['corridor_clutter', 'pet_waste', 'mutual_help']],
  ['filed', 7, '2026-11-20 09:50', '2026-11-20 10:25'],
  ['taken', 17, '2026-11-18 10:00', '2026-11-20 08:00'],
  ['taken', 6, '2026-11-18 18:00', '2026-11-19 22:00', ['noise_home', 'water_leak_neighbour', 'neighbour_quarrel', 'family', 'group_letting',
    'hardship']],
  ['taken', 6, '2026-11-07 09:00', '2026-11-11 18:00', ['roof_leak', 'parking', 'access_control', 'heating', 'greening', 'firm_fee']],
  ['assigned', 8, '2026-11-19 12:00', '2026-11-20 06:00', ['heating', 'barrier_free', 'new_facility', 'fitness', 'street_light', 'firm_attitude',
    'garbage_point']],
  ['whistled', 1, '2026-11-18 09:00', '2026-11-18 10:00', ['cooking_fume']],
  ['whistled', 3, '2026-11-20 07:00', '2026-11-20 08:00', ['ebike', 'street_vendor', 'illegal_build']],
  ['reported', 6, '2026-11-17 08:00', '2026-11-19 18:00', ['cooking_fume', 'dog', 'fire_lane', 'noise_building_site', 'wall_seep', 'garbage']],
  ['finished', 11, '2026-11-15 08:00', '2026-11-19 20:00'],
  ['answered', 14, '2026-11-12 08:00', '2026-11-17 20:00'],
]
const closedCount = 779

function timeFor(topic: Topic, d: Dice): number {
  for (;;) {
    const day = ms('2025-11-21 00:00') + d.whole(0, 350) * DAY
    const month = Number(dayOf(day).slice(5, 7))
    if (topic.months && !topic.months.includes(month) && !d.chance(0.06)) continue
    return day + Math.round(hourFor(topic, d) * HOUR)
  }
}

function hourFor(topic: Topic, d: Dice): number {
  const [from, to] = topic.hours === 'night' ? d.weighted([[[20.3, 23], 8], [[6.8, 8], 2]] as const) : topic.hours === 'evening' ? [17.5, 22] as const
    : topic.hours === 'day' ? [8, 18] as const : d.weighted([[[6.5, 9], 20], [[9, 12], 26], [[12, 14], 12], [[14, 18], 20], [[18, 21.5], 20],
      [[21.5, 23.5], 2]] as const)
  return from + (to - from) * d.next()
}

const restless: Readonly<Record<string, number>> = { wty: 0.95, jlf: 1.1, lgt: 1.9, fjx: 1.35, ajl: 1, hsj: 1.1 }
const homesOf = (k: CompoundPlan): number => k.buildings.reduce((sum, b) => sum + b.units * b.floors * b.perFloor, 0)

function placeFor(topic: Topic, d: Dice): DemoPlace {
  const plans = compoundPlans.filter((k) => !topic.where || topic.where.includes(k.key))
  const k = d.weighted(plans.map((one) => [one, homesOf(one) * (restless[one.key] ?? 1)] as const))
  const at = (topic.at ?? ['building']).filter((a) => ['building', 'unit', 'compound'].includes(a) || k.spots.some((s) => s.key === a))
  const kind = d.pick(at.length > 0 ? at : ['building'])
  if (kind === 'compound') return placeOf(placeId(k.code))
  if (kind !== 'building' && kind !== 'unit') return placeOf(placeId(codeOf(k.key, kind)))
  const b = d.pick(k.buildings)
  const unit = d.whole(1, b.units)
  const tall = k.key === 'wty' && b.no >= 7
  const type = k.type
  const private_ = categoryOf(topic.code).sensitive !== null || (tall && dutyFor(topic.code, type, () => true).holder === 'captain')
  if (private_ || d.chance(0.15)) return placeOf(placeId(codeOf(k.key, b.no, unit, `${d.whole(2, b.floors)}0${d.whole(1, b.perFloor)}`)))
  return placeOf(placeId(kind === 'unit' && b.units > 1 ? codeOf(k.key, b.no, unit) : codeOf(k.key, b.no)))
}

type Door = { readonly channel: Channel; readonly by?: string; readonly outsideNumber?: string }
function doorFor(topic: Topic, place: DemoPlace, at: number, d: Dice): Door {
  const category = categoryOf(topic.code)
  const captain = category.sensitive === null ? captainKey(place, dayOf(at)) : undefined
  const desk = `${communityKey(place)}:desk`
  const grid = gridKey(place)
  const hour = hourOf(at)
  const office = hour > 8.5 && hour < 18
  const counter = category.group === 'errand' ? 60 : 5
  const channel = d.weighted<Channel>([['qr', 42], ['page', 14], ['captain', captain ? 15 : 0], ['phone', office ? 9 : 0], ['reception', office
    ? 4 : 0], ['chat', 8],
    ['desk', office ? counter : 0], ['grid', grid && office ? 5 : 0], ['import', 4]])
  if (channel === 'captain' && captain) return { channel, by: captain }
  if (channel === 'grid' && grid) return { channel, by: grid }
  if (channel === 'import') return { channel, outsideNumber: `12345-${dayOf(at).replaceAll('-', '')}-${d.whole(1000, 9999)}` }
  return channel === 'qr' || channel === 'page' ? { channel } : { channel, by: desk }
}

function one(id: string, topic: Topic, at: number, stop: Stop, s: Scribe, phone: () => string): DemoMatter {
  const d = dice(`matter:${id}`)
  const place = placeFor(topic, d)
  const slots = slotsOf(place, d)
  const words = s.fresh(inPlace(inSeason(topic.words, Number(dayOf(at).slice(5, 7))), compoundKey(place)), slots, d, true)
  const door = doorFor(topic, place, at, d)
  const photo = photoPairs[topic.code]?.before
  const reachable = door.channel !== 'captain' && d.chance(0.72)
  const story = begin({
    id: uuid(at, `matter:${id}`), at: iso(at), channel: door.channel, place, category: topic.code, words, onBoard: d.chance(0.87),
      photos: photo && d.chance(0.3) ? [photo] : [],
    ...(door.by ? { filedBy: door.by } : {}), ...(door.outsideNumber ? { outsideNumber: door.outsideNumber } : {}), ...(reachable
      ? { phone: phone() } : {}),
  })
  run({ story, topic, d, s, slots, stop })
  return end(story, until)
}

/** Topics in proportion to their weights, `count` of them, shuffled by the dice. */
function spread(count: number, d: Dice): Topic[] {
  const sum = allTopics.reduce((total, t) => total + t.weight, 0)
  const whole = allTopics.flatMap((t) => Array.from({ length: Math.floor((t.weight * count) / sum) }, () => t))
  while (whole.length < count) whole.push(d.weighted(allTopics.map((t) => [t, t.weight] as const)))
  return whole
}

/** The generated matters: a year of closed ones, and those that are open when the demo's clock starts. */
export function generated(): DemoMatter[] {
  const d = dice('year')
  const s = scribe()
  const phones = new Set<string>()
  const phone = (): string => {
    for (;;) {
      const number = `1990000${String(d.whole(1000, 9999))}`
      if (phones.has(number)) continue
      phones.add(number)
      return number
    }
  }
  const open = openOnes.flatMap(([stop, count, from, to, only], row) => Array.from({ length: count }, (_, i) => {
    const topic = only ? allTopics.find((t) => t.code === only[i % only.length]) : d.weighted(allTopics.map((t) => [t, t.weight] as const))
    if (!topic) throw new Error(`no topic ${only?.[i % only.length]}`)
    let at = 0
    do at = ms(from) + Math.floor((ms(to) - ms(from)) * d.next()); while (hourOf(at) < 6.8 || hourOf(at) > 22.6)
    return one(`o${row}-${i}`, topic, at, stop, s, phone)
  }))
  const year = spread(closedCount, d).map((topic) => [topic, timeFor(topic, d)] as const).sort((a, b) => a[1] - b[1])
  const closed = year.map(([topic, at], i) => one(`y${i}`, topic, at, 'end', s, phone))
  return [...closed, ...open]
}
