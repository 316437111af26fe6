/** A sheet of answers as a captain takes it down, and how the phone keeps and sends it: once, by its id. */
import { sendFromPhone, type Handed } from '../../../../ui-kit/index.ts'
import { newKey } from '../../../../ui-kit/http.ts'
import type { Sign } from '../../parts/polls/poll-api.ts'

export type Channel = 'paper' | 'door'
/** One sheet under way: answers by the number of their statement, `at` which statement is looked at, `nth` how many were taken down here today. */
export type Sheet = { readonly id: string; readonly building: string; readonly channel: Channel; readonly at: number; readonly nth: number
  readonly answers: Readonly<Record<string, Sign>> }

export const sheetsPath = (poll: string): string => `/api/v1/polls/${poll}/sheets`
export const emptySheet = (): Sheet => ({ id: newKey(), building: '', channel: 'paper', at: 0, nth: 1, answers: {} })
/** The sheet after this one: same building, same way. */
export const sheetAfter = ({ building, channel, nth }: Sheet): Sheet => ({ ...emptySheet(), building, channel, nth: nth + 1 })

/** Keeps a sheet on this phone and sends it. `about` is the building, as people call it. */
export const keepSheet = (poll: string, { id, building, channel, answers }: Sheet, title: string, about: string): Promise<Handed> => sendFromPhone({
  subject: `poll-sheet:${id}`, path: sheetsPath(poll), version: null, photos: [], shown: { title, about, said: '' },
  body: { channel, sheets: [{ id, building, answers: Object.entries(answers).map(([n, sign]) => ({ statement: Number(n), sign })) }] },
})
