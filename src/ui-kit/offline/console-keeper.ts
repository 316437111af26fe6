/** The field app's acts, asked for from pages that keep none themselves. */
import { phoneKeeper } from './phone-left.ts'
import { openPhoneStore } from './phone-store.ts'

export const actsKeeper = phoneKeeper(openPhoneStore)
