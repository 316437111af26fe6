import { compoundKey, placeOf } from './holders.ts'
import { compoundPlans } from './plan.ts'
import type { Dice } from './seed.ts'
import { fill, type Slots } from './texts/topic.ts'
import type { DemoPlace } from './types.ts'

/** Whoever writes for the demo: never the same words of a resident twice, and no note more often than needed. */
export type Scribe = {
  /** A text that nobody has used, while there is one; when `strict`, none is ever used twice. */
  readonly fresh: (list: readonly string[], slots: Slots, d: Dice, strict?: boolean) => string
  /** A text that may have been used before, as people do say the same things. */
  readonly any: (list: readonly string[], slots: Slots, d: Dice) => string
}

const openers = ['您好，', '反映个事，', '又来麻烦了，', '帮忙看下：', '', '', '再报一次，', '跟上回那户一样，', '邻居让我代说：', '急，', '{kin}让我报的，'] as const
const closers = ['', '谢谢。', '麻烦快点。', '什么时候能来人？', '辛苦了', '等回话。', '上次也是这样。', '好几家都这么说。', '……', '请给个准话。'] as const

/** A scribe with a clean memory. */
export function scribe(): Scribe {
  const used = new Map<string, number>()
  const memory = new Set<string>()
  const least = (list: readonly string[], d: Dice): string => {
    const low = Math.min(...list.map((t) => used.get(t) ?? 0))
    return d.pick(list.filter((t) => (used.get(t) ?? 0) === low))
  }
  const fresh = (list: readonly string[], slots: Slots, d: Dice, strict = false): string => {
    for (let tries = 0; tries < 40; tries++) {
      const template = tries < 25 ? least(list, d) : d.pick(list)
      const text = fill(template, slots, d)
      used.set(template, (used.get(template) ?? 0) + 1)
      if (memory.has(text)) continue
      memory.add(text)
      return text
    }
    if (strict) return decorated(list, slots, d)
    return fill(least(list, d), slots, d)
  }
  const decorated = (list: readonly string[], slots: Slots, d: Dice): string => {
    for (let tries = 0; tries < 400; tries++) {
      const text = fill(`${d.pick(openers)}${least(list, d)}${d.pick(closers)}`, slots, d)
      if (memory.has(text)) continue
      memory.add(text)
      return text
    }
    throw new Error(`no new text left for ${list[0]}`)
  }
  return { fresh, any: (list, slots, d) => fill(d.pick(list), slots, d) }
}

/** The details that texts about a place may name; outside buildings, a building of the same compound stands in. */
export function slotsOf(place: DemoPlace, d: Dice): Slots {
  const plan = compoundPlans.find((k) => k.key === compoundKey(place))
  const some = plan ? d.pick(plan.buildings) : undefined
  const building = place.building ? placeOf(place.building) : undefined
  const units = plan?.buildings.find((b) => String(b.no) === place.buildingNo)?.units ?? 1
  return {
    b: building ? building.name : some ? `${some.no}号楼` : '楼下', u: units > 1 && place.unitNo ? `${place.unitNo}单元` : '',
    floors: building?.floors ?? some?.floors ?? 6, place: building ? building.fullName : place.fullName,
  }
}
