/** A sheet of answers as a captain takes it down, and how the phone keeps and sends it: once, by its id. */
import { sendFromPhone, type Handed } from '../../../../ui-kit/index.ts'
import { newKey } from '../../../../ui-kit/http.ts'
import { today } from '../../parts/meetings/day.ts'
import type { Carried, Sign } from '../../parts/polls/poll-api.ts'

export type Channel = 'paper' | 'door'
/** One sheet under way: answers by the number of their statement, `at` which statement is looked at, `nth` how many were taken down here today, `said` what stands at its foot. */
export type Sheet = { readonly id: string; readonly building: string; readonly channel: Channel; readonly at: number; readonly nth: number
  readonly answers: Readonly<Record<string, Sign>>; readonly said: string }

export const sheetsPath = (poll: string): string => `/api/v1/polls/${poll}/sheets`
/** What the outbox of the phone calls a sheet. */
export const sheetSubject = (id: string): string => `poll-sheet:${id}`
export const emptySheet = (): Sheet => ({ id: newKey(), building: '', channel: 'paper', at: 0, nth: 1, answers: {}, said: '' })
/** The sheet after this one: same building, same way. */
export const sheetAfter = ({ building, channel, nth }: Sheet): Sheet => ({ ...emptySheet(), building, channel, nth: nth + 1 })

/** Whether answering is over and only sheets come in that were filled before. */
export const isLate = ({ closesOn }: Pick<Carried, 'closesOn'>): boolean => today() > closesOn

/** Keeps a sheet on this phone and sends it, with the day it was filled. `about` is the building, as people call it. */
export const keepSheet = (poll: Carried, { id, building, channel, answers, said }: Sheet, title: string, about: string): Promise<Handed> => sendFromPhone({
  subject: sheetSubject(id), path: sheetsPath(poll.id), version: null, photos: [], shown: { title, about, said: said.trim() },
  body: { channel, sheets: [{ id, building, filledOn: isLate(poll) ? poll.closesOn : today(), said: said.trim() || null,
    answers: Object.entries(answers).map(([n, sign]) => ({ statement: Number(n), sign })) }] },
})
