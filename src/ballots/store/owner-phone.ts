import { lookupHash } from '../../trust/index.ts'

/** The keyed hash under which the voting register finds an owner's or a proxy's telephone. The roster's hash of the same number is another (P19). */
export const ownerPhoneHash = (district: string, phone: string): Buffer => lookupHash(district, 'owner_phone', phone)
