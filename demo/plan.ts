import type { CompoundType } from './types.ts'

/** The fixed points of the street: compounds, buildings, grids, spots. Everything is invented. */

export type BuildingPlan = { readonly no: number; readonly grid: string; readonly units: number; readonly floors: number;
  readonly perFloor: number; readonly open?: number }
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

const row = (from: number, to: number, grid: string, units: number, floors: number, perFloor: number, open?: number): BuildingPlan[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ no: from + i, grid, units, floors, perFloor, ...(open ? { open } : {}) }))

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
    buildings: [...row(1, 6, '01', 1, 18, 4), ...row(7, 10, '02', 1, 27, 4, 1)],
    spots: [
      ...spots('01', ['garden', '中心花园'], ['shops', '沿街商铺'], ['east-gate', '东门'], ['bins', '1、2号楼之间垃圾房']),
      ...spots('02', ['garage', '地下车库'], ['north-wall', '北墙边空地']),
    ],
  },
  {
    key: 'jlf', code: '990106003001K2', name: '锦澜府', type: 'new', builtIn: 2025, community: '990106003001', east: 6, north: 2,
    buildings: [...row(1, 5, '03', 1, 22, 4), ...row(6, 6, '03', 1, 20, 4)],
    spots: spots('03', ['south-gate', '南门外'], ['garage', '地下车库'], ['playground', '儿童乐园'], ['parcel', '快递柜旁']),
  },
  {
    key: 'lgt', code: '990106003001K3', name: '老官塘院', type: 'old_courtyard', builtIn: 1982, community: '990106003001', east: 3, north: 6,
    buildings: [...row(1, 5, '04', 3, 6, 2), ...row(6, 6, '04', 4, 5, 2)],
    spots: spots('04', ['yard', '院中空地'], ['gate', '院门口'], ['workshop', '修理铺旁']),
  },
  {
    key: 'fjx', code: '990106003002K1', name: '纺机新村', type: 'work_unit', builtIn: 1988, community: '990106003002', east: 9, north: 5,
    buildings: row(1, 9, '05', 4, 6, 2),
    spots: spots('05', ['square', '灯光球场'], ['gate', '大门口'], ['shed', '自行车棚'], ['bins', '垃圾房']),
  },
  {
    key: 'ajl', code: '990106003002K2', name: '安居里', type: 'public_rental', builtIn: 2014, community: '990106003002', east: 11, north: 3,
    buildings: row(1, 5, '06', 1, 24, 4),
    spots: spots('06', ['atrium', '中庭'], ['north-gate', '北门'], ['garage', '电动自行车库'], ['laundry', '晾晒场']),
  },
  {
    key: 'hsj', code: '990106003002K3', name: '和顺家园', type: 'public_rental', label: '原廉租', builtIn: 2011, community: '990106003002', east: 12,
      north: 6,
    buildings: row(1, 4, '07', 2, 18, 2),
    spots: spots('07', ['square', '小广场'], ['bins', '垃圾房'], ['ramp', '东侧坡道']),
  },
]
