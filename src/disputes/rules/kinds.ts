import type { Said } from '../../kit/pure.ts'

/** Kinds of dispute that a people's mediation committee is brought. A code never changes its meaning. */
export const KINDS = [
  'noise', 'leaking', 'parking', 'pets', 'corridor', 'light', 'decoration', 'elderly_care', 'family', 'letting', 'property_fee', 'other',
] as const
export type DisputeKind = (typeof KINDS)[number]

export const KIND_WORDS: Readonly<Record<DisputeKind, Said>> = {
  noise: { zh: '噪声', en: 'Noise' }, leaking: { zh: '漏水', en: 'Leaking' }, parking: { zh: '停车', en: 'Parking' }, pets: { zh: '养宠物', en: 'Pets' },
  corridor: { zh: '楼道堆物', en: 'Things in the corridor' }, light: { zh: '采光通风', en: 'Light and air' },
  decoration: { zh: '装修', en: 'Decorating' }, elderly_care: { zh: '赡养', en: 'Care of parents' }, family: { zh: '家庭', en: 'Family' },
  letting: { zh: '租房', en: 'Letting' }, property_fee: { zh: '物业费', en: 'Property fee' }, other: { zh: '其他', en: 'Other' },
}

/** True for a word that is a kind of dispute. */
export const isKind = (word: string): word is DisputeKind => KINDS.some((kind) => kind === word)

const OF_CATEGORY: Readonly<Record<string, DisputeKind>> = {
  noise_leisure: 'noise', noise_home: 'noise', noise_shop: 'noise', noise_equipment: 'noise', noise_decoration: 'decoration',
  water_leak_neighbour: 'leaking', roof_leak: 'leaking', public_pipe: 'leaking', wall_seep: 'leaking', parking: 'parking', parking_space: 'parking',
  dog: 'pets', pet_waste: 'pets', stray_animal: 'pets', corridor_clutter: 'corridor', light_blocking: 'light', family: 'family',
  letting_dispute: 'letting', group_letting: 'letting', letting_other: 'letting', firm_dispute: 'property_fee', firm_fee: 'property_fee',
  neighbour_quarrel: 'other', consumer: 'other',
}

/** The kind of dispute that a matter of this category may be, null where it is nobody's quarrel with somebody. [D1] */
export const kindOfCategory = (category: string): DisputeKind | null => OF_CATEGORY[category] ?? null
