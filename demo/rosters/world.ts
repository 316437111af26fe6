/** Made-up homes and households for workbooks. Nobody is meant; the region 990106 of the ID numbers does not exist, the telephones reach nobody. */
import { demoPlaces } from '../places.ts'
import { checkOf, familyName, nameOf } from '../roster-names.ts'
import type { Dice } from '../seed.ts'

export type Relation = 'head' | 'spouse' | 'son' | 'daughter' | 'parent'
export type Home = { readonly compound: string; readonly building: string; readonly unit: string; readonly floor: string; readonly room: string }
export type Member = {
  readonly name: string; readonly sex: 'male' | 'female'; readonly born: string; readonly idNumber: string; readonly phones: readonly string[]
  readonly relation: Relation
  /** Under 14: a number on the home, never a person. */
  readonly child?: boolean
}
export type Household = { readonly home: Home; readonly no: string; readonly members: readonly Member[]; readonly tenant: boolean }

const two = (n: number): string => String(n).padStart(2, '0')

/** The rooms of the demo's compounds. */
export function demoHomes(): Home[] {
  const places = demoPlaces()
  const names = new Map(places.filter(({ kind }) => kind === 'compound').map(({ id, name }) => [id, name]))
  return places.filter(({ kind }) => kind === 'room').map((place) => ({ compound: names.get(place.compound ?? '') ?? '',
    building: place.buildingNo ?? '',
    unit: place.unitNo ?? '', floor: String(place.floor ?? 1), room: place.roomNo ?? '' }))
}

/** So many rooms of a compound that does not exist: buildings of three units with 60 homes each. */
export function madeUpHomes(count: number, compound = '望江里'): Home[] {
  return Array.from({ length: count }, (_, n): Home => {
    const [building, inside] = [Math.floor(n / 180) + 1, n % 180]
    const [unit, place] = [Math.floor(inside / 60) + 1, inside % 60]
    const floor = Math.floor(place / 4) + 1
    return { compound, building: String(building), unit: String(unit), floor: String(floor), room: `${floor}${two(place % 4 + 1)}` }
  })
}

const phone = (d: Dice): string => `1990000${String(d.whole(1, 9998)).padStart(4, '0')}`

/** An ID number of the region that does not exist; never one that ends in three noughts. */
export function idNumberOf(born: string, sex: 'male' | 'female', d: Dice): string {
  const odd = sex === 'male' ? 1 : 0
  for (;;) {
    const digits = `990106${born.replaceAll('-', '')}${String(d.whole(0, 499) * 2 + odd).padStart(3, '0')}`
    const whole = digits + checkOf(digits)
    if (!whole.endsWith('000')) return whole
  }
}

function member(relation: Relation, age: readonly [number, number], sex: 'male' | 'female', family: string, names: Set<string>, d: Dice): Member {
  const born = `${2026 - d.whole(...age)}-${two(d.whole(1, 12))}-${two(d.whole(1, 28))}`
  let name = nameOf(family, sex, Number(born.slice(0, 4)), d)
  for (let n = 0; names.has(name) && n < 50; n++) name = nameOf(familyName(d), sex, Number(born.slice(0, 4)), d)
  names.add(name)
  return { name, sex, born, idNumber: idNumberOf(born, sex, d), phones: [...new Set(Array.from({ length: d.weighted([[0, 1], [1, 6], [2,
    2]] as const) }, () => phone(d)))], relation }
}

/** A household in each home: a head, perhaps a spouse, grown children, a parent; with `children` one in ten has somebody under 14 as well. */
export function households(homes: readonly Home[], d: Dice, children = false): Household[] {
  return homes.map((home, at) => {
    const names = new Set<string>()
    const family = familyName(d)
    const head = d.chance(0.7) ? 'male' as const : 'female' as const
    const members = [member('head', [32, 78], head, family, names, d)]
    if (d.chance(0.7)) members.push(member('spouse', [32, 78], head === 'male' ? 'female' : 'male', familyName(d), names, d))
    if (d.chance(0.5)) members.push(member('son', [19, 30], 'male', family, names, d))
    if (d.chance(0.25)) members.push(member('daughter', [19, 30], 'female', family, names, d))
    if (d.chance(0.2)) members.push(member('parent', [80, 96], d.chance(0.5) ? 'male' : 'female', family, names, d))
    if (children && d.chance(0.1)) members.push({ ...member(d.chance(0.5) ? 'son' : 'daughter', [2, 12], 'male', family, names, d), child: true })
    return { home, no: String(100_001 + at), members, tenant: d.chance(0.15) }
  })
}
