export { isPlaceKind, NAMED_KINDS, PLACE_KIND_SAID, PLACE_KINDS, type PlaceKind } from './kinds.ts'
export { codesAbove, DOOR_LETTERS, formatCode, parentCode, parseCode, parseDoorCode, type PlaceCode } from './codes.ts'
export { compoundPathOf, isWithin, pathOf } from './paths.ts'
export { formatAddress, readAddress, type Address, type AddressForm, type ReadAddress } from './address.ts'
export { parsePlaceQuery, type PlaceQuery } from './query.ts'
export { floorOf, isPublicKind, ownName, type PublicDepth } from './labels.ts'
export { chineseNumber, chineseNumeral, plainText } from './numerals.ts'
export {
  COMPOUND_TYPE_DEFAULTS, COMPOUND_TYPE_SOURCE, COMPOUND_TYPES, isCompoundType, MANAGER_PATH,
  type CompoundType, type CompoundTypeDefaults, type RequiredRole,
} from './compound-types.ts'
