import type { CompoundType } from './types.ts'

/** The fixed points of the street: compounds, buildings, grids, spots. Everything is invented. */

export type BuildingPlan = { readonly no: number; readonly grid: string; readonly units: number; readonly floors: number;
  readonly perFloor: number; readonly open?: number;
  /** Where it stands on our own sketch of the compound: metres east and south of its corner, to the middle. */
  readonly at: readonly [east: number, south: number] }
export type SpotPlan = { readonly key: string; readonly name: string; readonly grid: string }
export type CompoundPlan = {
  readonly key: string
  readonly code: string
  readonly name: string
  readonly type: CompoundType
  readonly label?: string
  readonly builtIn: number
  readonly community: string
  readonly east: number
  readonly north: number
  readonly buildings: readonly BuildingPlan[]
  readonly spots: readonly SpotPlan[]
}

/** Where the buildings of each compound stand, in order of number: an invented sketch, no survey. */
const sketches: Readonly<Record<string, readonly (readonly [east: number, south: number])[]>> = {
  wty: [[40, 190], [100, 190], [160, 190], [40, 120], [100, 120], [160, 120], [40, 45], [100, 45], [160, 45], [220, 45]],
  jlf: [[35, 130], [95, 130], [155, 130], [155, 45], [95, 45], [35, 45]],
  lgt: [[45, 25], [45, 60], [45, 95], [115, 25], [115, 60], [118, 95]],
  fjx: [[50, 30], [50, 62], [50, 94], [130, 30], [130, 62], [130, 94], [210, 30], [210, 62], [210, 94]],
  ajl: [[35, 110], [95, 120], [155, 110], [65, 45], [125, 45]],
  hsj: [[40, 35], [110, 35], [110, 95], [40, 95]],
}

const row = (from: number, to: number, key: string, grid: string, units: number, floors: number, perFloor: number, open?: number): BuildingPlan[] =>
  Array.from({ length: to - from + 1 }, (_, i) =>
    ({ no: from + i, grid, units, floors, perFloor, ...(open ? { open } : {}), at: sketches[key]?.[from + i - 1] ?? [0, 60 * i] }))

const spots = (grid: string, ...pairs: [string, string][]): SpotPlan[] => pairs.map(([key, name]) => ({ key, name, grid }))

export const districtCode = '990106'
export const streetCode = '990106003'

export const communityPlans = [
  { code: '990106003001', name: '梧桐里社区', shortName: '梧桐里' },
  { code: '990106003002', name: '听雨桥社区', shortName: '听雨桥' },
] as const

export const gridPlans = [
  { no: '01', community: '990106003001', area: '梧桐苑1–6号楼' },
  { no: '02', community: '990106003001', area: '梧桐苑7–10号楼' },
  { no: '03', community: '990106003001', area: '锦澜府' },
  { no: '04', community: '990106003001', area: '老官塘院' },
  { no: '05', community: '990106003002', area: '纺机新村' },
  { no: '06', community: '990106003002', area: '安居里' },
  { no: '07', community: '990106003002', area: '和顺家园' },
] as const

export const compoundPlans: readonly CompoundPlan[] = [
  {
    key: 'wty', code: '990106003001K1', name: '梧桐苑', type: 'commodity', builtIn: 2016, community: '990106003001', east: 2, north: 3,
    buildings: [...row(1, 6, 'wty', '01', 1, 18, 4), ...row(7, 10, 'wty', '02', 1, 27, 4, 1)],
    spots: [
      ...spots('01', ['garden', '中心花园'], ['shops', '沿街商铺'], ['east-gate', '东门'], ['bins', '1、2号楼之间垃圾房']),
      ...spots('02', ['garage', '地下车库'], ['north-wall', '北墙边空地']),
    ],
  },
  {
    key: 'jlf', code: '990106003001K2', name: '锦澜府', type: 'new', builtIn: 2025, community: '990106003001', east: 6, north: 2,
    buildings: [...row(1, 5, 'jlf', '03', 1, 22, 4), ...row(6, 6, 'jlf', '03', 1, 20, 4)],
    spots: spots('03', ['south-gate', '南门外'], ['garage', '地下车库'], ['playground', '儿童乐园'], ['parcel', '快递柜旁']),
  },
  {
    key: 'lgt', code: '990106003001K3', name: '老官塘院', type: 'old_courtyard', builtIn: 1982, community: '990106003001', east: 3, north: 6,
    buildings: [...row(1, 5, 'lgt', '04', 3, 6, 2), ...row(6, 6, 'lgt', '04', 4, 5, 2)],
    spots: spots('04', ['yard', '院中空地'], ['gate', '院门口'], ['workshop', '修理铺旁']),
  },
  {
    key: 'fjx', code: '990106003002K1', name: '纺机新村', type: 'work_unit', builtIn: 1988, community: '990106003002', east: 9, north: 5,
    buildings: row(1, 9, 'fjx', '05', 4, 6, 2),
    spots: spots('05', ['square', '灯光球场'], ['gate', '大门口'], ['shed', '自行车棚'], ['bins', '垃圾房']),
  },
  {
    key: 'ajl', code: '990106003002K2', name: '安居里', type: 'public_rental', builtIn: 2014, community: '990106003002', east: 11, north: 3,
    buildings: row(1, 5, 'ajl', '06', 1, 24, 4),
    spots: spots('06', ['atrium', '中庭'], ['north-gate', '北门'], ['garage', '电动自行车库'], ['laundry', '晾晒场']),
  },
  {
    key: 'hsj', code: '990106003002K3', name: '和顺家园', type: 'public_rental', label: '原廉租', builtIn: 2011, community: '990106003002', east: 12,
      north: 6,
    buildings: row(1, 4, 'hsj', '07', 2, 18, 2),
    spots: spots('07', ['square', '小广场'], ['bins', '垃圾房'], ['ramp', '东侧坡道']),
  },
]
