/** What of a meeting may be read by everybody. [DM16] P23, P17 */
import { findPrivate } from '../../../matters/rules/index.ts'

/** Whether words may be posted: nothing in them points at a person or a home. */
export const mayBePublic = (words: string): boolean => findPrivate(words).length === 0

/** Whether a label may be posted: who it is may be named as they showed themselves, but with no number, home or address. */
export const mayBeLabel = (label: string): boolean => findPrivate(label).every(({ kind }) => kind === 'name')
