/**
 * Columns that an assessment in force opens: which sensitive kind their header says. Who of the file may be read of them is asked elsewhere. [RO12]
 */
import type { SensitiveKind } from '../law/sensitive.ts'
import { headerForm, isRefused, lockedAs, type LockedTopic } from './refused.ts'

/** Sensitive kinds that a column can hold. Of children under 14 a spreadsheet tells a number alone. [RO6] */
export type OpenedField = Exclude<SensitiveKind, 'under_14'>
export const openedFields = ['disability', 'low_income', 'care_need'] as const satisfies readonly OpenedField[]

/** Which kind each locked topic can be kept as; the others have no purpose in the register and stay locked. */
const KIND: Readonly<Partial<Record<LockedTopic, OpenedField>>> = { disability: 'disability', support: 'low_income', alone: 'care_need',
  care: 'care_need' }

/** Headers that say a kind by themselves. */
const SAYS: Readonly<Record<OpenedField, RegExp>> = { disability: /残疾|残障/, low_income: /低保|五保|特困/, care_need: /失能|失智|半失能|自理|护理|照料|照护/ }

/** Numbers and other people beside a kind: never needed for it. */
const MORE = /证号|编号|编码|号码|电话|手机|联系|金额|账|监护|证件|日期|时间/

/** The kind that a locked column may be kept as under an assessment; null for what is refused, has no kind, or stands under a locked heading. */
export function mayOpenAs(header: { readonly text: string; readonly group?: string }): OpenedField | null {
  const topic = lockedAs(header.text)
  if (topic === null || isRefused(header.text) || lockedAs(header.group ?? '') !== null || isRefused(header.group ?? '')) return null
  return MORE.test(headerForm(header.text)) ? null : KIND[topic] ?? null
}

/** The kind that a header says plainly, so that nobody needs to be asked. */
export function opensAs(header: { readonly text: string; readonly group?: string }): OpenedField | null {
  const kind = mayOpenAs(header)
  return kind !== null && SAYS[kind].test(headerForm(header.text)) ? kind : null
}

/** Whether a field is one that an assessment opens. */
export const isOpened = (field: string | undefined): field is OpenedField => openedFields.some((one) => one === field)
