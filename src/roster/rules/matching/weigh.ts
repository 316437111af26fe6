/** How likely two entries are one person, by weights that a person can read. Values are opaque keys (keyed hashes): nothing is opened to compare. */

/** What is known of somebody, each value as an opaque key; `sex` in clear. */
export type Known = {
  readonly name?: string | undefined; readonly idNumber?: string | undefined; readonly phones: readonly string[]; readonly born?: string | undefined
  readonly sex?: string | undefined
}

/** What speaks for or against two entries being one person, and how much. [RO30] */
export const WEIGHTS = {
  id_same: 60, name_same: 20, phone_same: 25, born_same: 15, id_differs: -80, name_differs: -30, sex_differs: -40, born_differs: -30,
} as const
export type EvidenceCode = keyof typeof WEIGHTS
export type Evidence = { readonly code: EvidenceCode; readonly weight: number }
export type Weighed = { readonly evidence: readonly Evidence[]; readonly weight: number }

/** From this sum on somebody is asked. */
export const ASK_FROM = 30

const both = (one: string | undefined, other: string | undefined, same: EvidenceCode | null, differs: EvidenceCode
  | null): readonly EvidenceCode[] => {
  if (one === undefined || other === undefined) return []
  const code = one === other ? same : differs
  return code === null ? [] : [code]
}
const sexOf = ({ sex }: Known): string | undefined => (sex === 'male' || sex === 'female' ? sex : undefined)

/** Weighs two entries. What one of them doesn't say counts neither way; a different phone neither, as people have several. [RO30] */
export function weigh(one: Known, other: Known): Weighed {
  const codes: EvidenceCode[] = [
    ...both(one.idNumber, other.idNumber, 'id_same', 'id_differs'), ...both(one.name, other.name, 'name_same', 'name_differs'),
    ...(one.phones.some((phone) => other.phones.includes(phone)) ? ['phone_same' as const] : []),
    ...both(one.born, other.born, 'born_same', 'born_differs'), ...both(sexOf(one), sexOf(other), null, 'sex_differs'),
  ]
  const evidence = codes.map((code) => ({ code, weight: WEIGHTS[code] }))
  return { evidence, weight: evidence.reduce((sum, { weight }) => sum + weight, 0) }
}

/** What follows: joined by itself only when ID number and name are the same and nothing speaks against; asked from a sum on; else nothing. [RO31] */
export function followsFrom({ evidence, weight }: Weighed): 'join' | 'ask' | 'nothing' {
  const has = (code: EvidenceCode): boolean => evidence.some((one) => one.code === code)
  if (has('id_same') && has('name_same') && evidence.every((one) => one.weight > 0)) return 'join'
  return weight >= ASK_FROM ? 'ask' : 'nothing'
}

/**
 * Whether two entries that share a telephone and no ID number can come to being asked about at all when their names differ: whatever else they say,
 * they
 * can't by these weights. So whoever shares a telephone with many is not opened for each of them. [RO31]
 */
export const PHONE_ALONE_NEEDS_NAME: boolean = WEIGHTS.phone_same + WEIGHTS.name_differs + WEIGHTS.born_same < ASK_FROM
