/** How people write rooms, shops and places in a garage, brought to one label. Pure. */

/** '3号楼1单元1201室', '３－１－１２０１', '梧桐苑3-1-1201' → '3-1-1201'; '商铺 7' → '商铺07' stays as its words with the number. */
export function roomText(text: string, compound = ''): string {
  const plain = text.normalize('NFKC').trim().replace(compound, '')
  const parts = plain.replace(/(号楼|号院|栋|幢|座|楼|单元|室|房|号|#|-|—|–|_|\/|\s)+/g, '-').replace(/^-+|-+$/g, '')
  return /^\d+(-\d+)+$/.test(parts) ? parts.split('-').map((n) => String(Number(n))).join('-') : plain.replace(/\s+/g, '').replace(/(\d+)$/,
    (n) => String(Number(n)))
}

const key = (label: string): string => roomText(label)

/** Whether two ways of writing mean the same room: '3号楼1201' and '3-1201'. */
export const sameRoom = (one: string, other: string): boolean => key(one) === key(other)

/** A room of the places with what it is called in the register: '3-1201', with the staircase where the building has several: '5-2-302'. */
export type Room = { readonly id: string; readonly building: string; readonly unit: string; readonly label: string; readonly also: string }

/** Rooms of a compound by their place codes ('…K1-03-1-1201'), each with its label. */
export function roomsOf(places: readonly { readonly id: string; readonly code: string; readonly building: string | null;
  readonly unit: string | null }[]): readonly Room[] {
  const units = new Map<string, Set<string>>()
  const read = places.flatMap(({ id, code, building, unit }) => {
    const [no, staircase, room] = code.split('-').slice(1)
    if (building === null || unit === null || no === undefined || staircase === undefined || room === undefined) return []
    units.set(building, (units.get(building) ?? new Set()).add(unit))
    return [{ id, building, unit, no: String(Number(no)), staircase: String(Number(staircase)), room }]
  })
  return read.map(({ id, building, unit, no, staircase, room }) => {
    const whole = `${no}-${staircase}-${room}`
    return { id, building, unit, also: whole, label: (units.get(building)?.size ?? 1) > 1 ? whole : `${no}-${room}` }
  })
}
