/** Who might live in a home: households as one finds them in each compound, before anybody has a name. */
import type { Dice } from './seed.ts'

export type Sex = 'male' | 'female'
export type Relation = 'head' | 'spouse' | 'son' | 'daughter' | 'grandchild' | 'parent' | 'grandparent' | 'sibling' | 'other'
/** Somebody of a household to be. `family`: 'own' bears the head's family name. */
export type Member = { readonly age: number; readonly sex: Sex; readonly relation: Relation; readonly family: 'own' | 'other' }
/** A household to be; children under 14 are a number. */
export type Household = { readonly members: readonly Member[]; readonly children: number }

type Shape = 'young' | 'teens' | 'three' | 'elders' | 'widowed' | 'alone' | 'parent' | 'sharers'

const mixes: Readonly<Record<string, readonly (readonly [Shape, number])[]>> = {
  wty: [['young', 32], ['teens', 27], ['three', 24], ['elders', 8], ['widowed', 2], ['alone', 4], ['parent', 3]],
  jlf: [['young', 48], ['teens', 16], ['three', 16], ['elders', 8], ['alone', 9], ['parent', 3]],
  lgt: [['young', 13], ['teens', 16], ['three', 17], ['elders', 30], ['widowed', 15], ['alone', 5], ['parent', 4]],
  fjx: [['young', 18], ['teens', 21], ['three', 23], ['elders', 21], ['widowed', 9], ['alone', 4], ['parent', 4]],
  ajl: [['young', 31], ['teens', 25], ['three', 17], ['elders', 7], ['widowed', 4], ['alone', 8], ['parent', 8]],
  hsj: [['young', 21], ['teens', 26], ['three', 21], ['elders', 16], ['widowed', 6], ['alone', 4], ['parent', 6]],
}
const tenantMix: readonly (readonly [Shape, number])[] = [['young', 32], ['alone', 22], ['sharers', 26], ['teens', 12], ['elders', 4], ['parent', 4]]

const other = (sex: Sex): Sex => (sex === 'male' ? 'female' : 'male')
const childOf = (age: number, d: Dice): Member => {
  const sex: Sex = d.chance(0.52) ? 'male' : 'female'
  return { age, sex, relation: sex === 'male' ? 'son' : 'daughter', family: 'own' }
}

function couple(low: number, high: number, d: Dice): Member[] {
  const sex: Sex = d.chance(0.72) ? 'male' : 'female'
  const age = d.whole(low, high)
  return [{ age, sex, relation: 'head', family: 'own' },
    { age: Math.max(21, age + d.whole(-4, 2)), sex: other(sex), relation: 'spouse', family: 'other' }]
}

function parents(headAge: number, d: Dice): Member[] {
  const age = headAge + d.whole(23, 30)
  const mother: Member = { age, sex: 'female', relation: 'parent', family: 'other' }
  return d.chance(0.55) ? [{ age: age + d.whole(0, 4), sex: 'male', relation: 'parent', family: 'own' }, mother] : [mother]
}

const one = (age: number, woman: boolean): Member => ({ age, sex: woman ? 'female' : 'male', relation: 'head', family: 'own' })

function shaped(shape: Shape, d: Dice): Household {
  switch (shape) {
    case 'young': { const members = couple(26, 41, d); return { members, children: d.weighted([[0, 30], [1, 48], [2, 22]] as const) } }
    case 'teens': return { members: [...couple(40, 55, d), childOf(d.whole(14, 24), d), ...(d.chance(0.22) ? [childOf(d.whole(14, 20), d)] : [])],
      children: d.chance(0.18) ? 1 : 0 }
    case 'three': {
      const pair = couple(30, 45, d)
      return { members: [...pair, ...parents(pair[0]?.age ?? 35, d)], children: d.weighted([[0, 12], [1, 58], [2, 30]] as const) }
    }
    case 'elders': return { members: couple(60, 86, d), children: d.chance(0.06) ? 1 : 0 }
    case 'widowed': return { members: [one(d.whole(68, 94), d.chance(0.72))], children: 0 }
    case 'alone': return { members: [one(d.whole(23, 52), d.chance(0.5))], children: 0 }
    case 'parent': {
      const head: Member = { age: d.whole(30, 50), sex: d.chance(0.8) ? 'female' : 'male', relation: 'head', family: 'own' }
      return d.chance(0.5) ? { members: [head], children: 1 } : { members: [head, childOf(d.whole(14, 21), d)], children: 0 }
    }
    case 'sharers': {
      const sex: Sex = d.chance(0.55) ? 'male' : 'female'
      const sharer = (relation: Relation): Member => ({ age: d.whole(20, 36), sex, relation, family: relation === 'head' ? 'own' : 'other' })
      return { members: [sharer('head'), ...Array.from({ length: d.whole(1, 3) }, () => sharer('other'))], children: 0 }
    }
  }
}

/** A household of a compound (by its short key); `tenants` where the home is let. */
export const householdIn = (compound: string, tenants: boolean, d: Dice): Household =>
  shaped(d.weighted(tenants ? tenantMix : mixes[compound] ?? tenantMix), d)

export type HomeState = 'unknown' | 'lived_in' | 'let' | 'vacant' | 'business' | 'unfinished'

const states: Readonly<Record<string, readonly (readonly [HomeState, number])[]>> = {
  wty: [['lived_in', 76], ['let', 14], ['vacant', 6], ['unknown', 3.2], ['business', 0.8]],
  jlf: [['lived_in', 82], ['let', 5], ['vacant', 8], ['unknown', 5]],
  lgt: [['lived_in', 58], ['let', 28], ['vacant', 8], ['unknown', 4], ['business', 2]],
  fjx: [['lived_in', 71], ['let', 20], ['vacant', 6], ['unknown', 2.4], ['business', 0.6]],
  ajl: [['lived_in', 92], ['vacant', 3.5], ['unknown', 4.5]],
  hsj: [['lived_in', 92], ['vacant', 4], ['unknown', 4]],
}

/** How a home of a compound is used. `unled`: the building has had no captain for a while, and less is known of it. */
export const stateIn = (compound: string, unled: boolean, d: Dice): HomeState => {
  const list = states[compound] ?? [['lived_in', 1] as const]
  return d.weighted(unled ? list.map(([state, weight]) => [state, state === 'unknown' ? weight * 4 : weight] as const) : list)
}
