import type { BuildingPlan, CompoundPlan } from './plan.ts'
import { communityPlans, compoundPlans, districtCode, gridPlans, streetCode } from './plan.ts'
import { doorCode, uuid } from './seed.ts'
import type { DemoPlace } from './types.ts'

const base = Date.parse('2025-11-01T00:00:00+08:00')
const two = (n: number): string => String(n).padStart(2, '0')

/** The id of the place with this code; the same for ever. */
export const placeId = (code: string): string => uuid(base, `place:${code}`)

const districtPath = `d${districtCode}`
const streetPath = `${districtPath}.s${streetCode.slice(6)}`
const communityPath = (code: string): string => `${streetPath}.c${code.slice(9)}`
const gridPath = (community: string, no: string): string => `${communityPath(community)}.g${no}`
const street = placeId(streetCode)

function upper(): DemoPlace[] {
  const district = placeId(districtCode)
  return [
    { id: district, kind: 'district', code: districtCode, name: '云汀市汀南区', shortName: '汀南区', fullName: '云汀市汀南区', parent: null, path: districtPath,
      compoundPath: null },
    { id: street, kind: 'street', code: streetCode, name: '桐荫街道', shortName: '桐荫', fullName: '桐荫街道', parent: district, path: streetPath,
      compoundPath: null, homes: 2800, street },
    ...communityPlans.map((c): DemoPlace => ({
      id: placeId(c.code), kind: 'community', code: c.code, name: c.name, shortName: c.shortName, fullName: c.name, parent: street,
      path: communityPath(c.code), compoundPath: null, homes: homesOf(compoundPlans.filter((k) => k.community === c.code)), street,
        community: placeId(c.code),
    })),
    ...gridPlans.map((g): DemoPlace => ({
      id: placeId(`${g.community}-${g.no}`), kind: 'grid', code: `${g.community}-${g.no}`, name: `第${Number(g.no)}网格`, shortName: g.area,
      fullName: `第${Number(g.no)}网格（${g.area}）`, parent: placeId(g.community), path: gridPath(g.community, g.no), compoundPath: null,
      homes: compoundPlans.flatMap((k) => k.buildings).filter((b) => b.grid === g.no).reduce((sum, b) => sum + homesIn(b), 0),
      street, community: placeId(g.community), grid: placeId(`${g.community}-${g.no}`),
    })),
  ]
}

const homesIn = (b: BuildingPlan): number => b.units * b.floors * b.perFloor - (b.open ?? 0)
const homesOf = (plans: readonly CompoundPlan[]): number => plans.flatMap((k) => k.buildings).reduce((sum, b) => sum + homesIn(b), 0)

function compound(k: CompoundPlan): DemoPlace[] {
  const id = placeId(k.code)
  const community = placeId(k.community)
  const no = k.code.slice(-1)
  const grids = [...new Set(k.buildings.map((b) => b.grid))]
  const alone = grids.length === 1 ? grids[0] : undefined
  const whole: DemoPlace = {
    id, kind: 'compound', code: k.code, name: k.name, fullName: k.name, parent: community,
    path: `${alone ? gridPath(k.community, alone) : communityPath(k.community)}.k${no}`, compoundPath: `k${k.code}`, compoundType: k.type,
    ...(k.label ? { label: k.label } : {}), homes: homesOf([k]), builtYear: k.builtIn, street, community,
    ...(alone ? { grid: placeId(`${k.community}-${alone}`) } : {}), compound: id, cell: cell(k, 0),
  }
  const spots = k.spots.map((s, i): DemoPlace => {
    const code = `${k.code}-P${two(i + 1)}`
    return {
      id: placeId(code), kind: 'spot', code, name: s.name, fullName: `${k.name}${s.name}`, parent: id,
        path: `${gridPath(k.community, s.grid)}.k${no}p${two(i + 1)}`,
      compoundPath: `k${k.code}.p${two(i + 1)}`, street, community, compound: id, grid: placeId(`${k.community}-${s.grid}`), cell: cell(k, i + 1),
    }
  })
  return [whole, ...spots, ...k.buildings.flatMap((b) => building(k, b))]
}

/** The number of the 250 m cell of the n-th thing in a compound, row by row from an invented corner, 40 cells a row. */
const cell = (k: CompoundPlan, n: number): number => (k.north + (n > 5 ? 1 : 0)) * 40 + k.east + (n % 2)

function building(k: CompoundPlan, b: BuildingPlan): DemoPlace[] {
  const code = `${k.code}-${two(b.no)}`
  const id = placeId(code)
  const gridCode = `${k.community}-${b.grid}`
  const common = {
    street, community: placeId(k.community), compound: placeId(k.code), building: id, grid: placeId(gridCode), cell: cell(k, b.no),
      buildingNo: String(b.no),
  }
  const path = `${gridPath(k.community, b.grid)}.k${k.code.slice(-1)}b${two(b.no)}`
  const compoundPath = `k${k.code}.b${two(b.no)}`
  const out: DemoPlace[] = [{
    id, kind: 'building', code, doorCode: doorCode(code), name: `${b.no}号楼`, fullName: `${k.name}${b.no}号楼`,
    parent: placeId(k.code), path, compoundPath, homes: homesIn(b), floors: b.floors, at: b.at, ...common,
  }]
  for (let no = 1; no <= b.units; no++) {
    const unitCode = `${code}-${no}`
    const unit = placeId(unitCode)
    const inUnit = { path: `${path}.u${no}`, compoundPath: `${compoundPath}.u${no}` }
    const said = `${k.name}${b.no}号楼${b.units > 1 ? `${no}单元` : ''}`
    out.push({
      id: unit, kind: 'unit', code: unitCode, doorCode: doorCode(unitCode), name: `${no}单元`, fullName: `${k.name}${b.no}号楼${no}单元`,
      parent: id, ...inUnit, homes: homesIn(b) / b.units, floors: b.floors, ...common, unit, unitNo: String(no),
    })
    for (const { floor, door } of rooms(b)) {
      const number = `${floor}${two(door)}`
      out.push({
        id: placeId(`${unitCode}-${number}`), kind: 'room', code: `${unitCode}-${number}`, name: `${number}室`, fullName: `${said}${number}室`,
        parent: unit, path: `${inUnit.path}.r${number}`, compoundPath: `${inUnit.compoundPath}.r${number}`, ...common, unit, unitNo: String(no),
          roomNo: number, floor,
      })
    }
  }
  return out
}

/** Doors of one staircase, floor by floor; the open ground floor of a tower has fewer. */
function rooms(b: BuildingPlan): { floor: number; door: number }[] {
  const out: { floor: number; door: number }[] = []
  for (let floor = 1; floor <= b.floors; floor++) {
    for (let door = floor === 1 ? 1 + (b.open ?? 0) : 1; door <= b.perFloor; door++) out.push({ floor, door })
  }
  return out
}

/** Every place of the street, parents before children. */
export const demoPlaces = (): DemoPlace[] => [...upper(), ...compoundPlans.flatMap(compound)]

/** The code of a building, unit, room or spot by the compound's short key: `codeOf('wty', 3)`, `codeOf('fjx', 2, 1)`, `codeOf('wty', 'garden')`. */
export function codeOf(key: string, inside?: number | string, unit?: number, room?: string): string {
  const k = compoundPlans.find((one) => one.key === key)
  if (!k) throw new Error(`no compound ${key}`)
  if (inside === undefined) return k.code
  if (typeof inside === 'number') return [`${k.code}-${two(inside)}`, ...(unit ? [String(unit)] : []), ...(room ? [room] : [])].join('-')
  const i = k.spots.findIndex((s) => s.key === inside)
  if (i < 0) throw new Error(`no spot ${inside} in ${key}`)
  return `${k.code}-P${two(i + 1)}`
}
