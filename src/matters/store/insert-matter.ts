import { statement, type Tx } from '../../kit/db.ts'
import { randomCode } from '../../kit/ids.ts'

type New = {
  district: string; id: string; number: string; place: string; path: string; compound_path: string; community: string; compound: string | null
  building: string | null; cell: number | null; category: string; sensitive: string | null; urgent: string | null; words: string; title: string
  title_from: string; state: string; held_by: string; held_post: string | null
  accountable: string; clocks: string; due: Date | null; due_kind: string | null; due_from: Date | null
  parties: string[]; closed_to: string[]; hands: string[]; channel: string; filed_at: Date; filed_post: string | null; contact: string | null
  receipt: Buffer; touched: Date; split_from: string | null
}
const insert = statement<New, { number: string }>('matter.insert', (db, p) => db.insertInto('matter').values({
  district: p('district'), id: p('id'), number: p('number'), place: p('place'),
  path: p('path'), compound_path: p('compound_path'), community: p('community'),
  compound: p('compound'), building: p('building'), cell: p('cell'), category: p('category'),
  sensitive: p('sensitive'), urgent: p('urgent'), words: p('words'),
  title: p('title'), title_from: p('title_from'), state: p('state'), held_by: p('held_by'),
  held_post: p('held_post'), accountable: p('accountable'), clocks: p('clocks'), due: p('due'),
  due_kind: p('due_kind'), due_from: p('due_from'), parties: p('parties'),
  closed_to: p('closed_to'), hands: p('hands'), channel: p('channel'), filed_at: p('filed_at'),
  filed_post: p('filed_post'), contact: p('contact'), receipt: p('receipt'), touched: p('touched'), split_from: p('split_from'),
}).onConflict((c) => c.columns(['district', 'number']).doNothing()).returning('number'))

const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** Month and day in Shanghai, then random characters, four unless told: never a sequence, so that a missing one tells nothing (P14). */
export function newNumber(at: Date, length = 4): string {
  const shanghai = new Date(at.getTime() + 8 * 3_600_000)
  return `${twoDigits(shanghai.getUTCMonth() + 1)}${twoDigits(shanghai.getUTCDate())}-${randomCode(length)}`
}

/** Saves a new matter under a free number; answers the number. */
export async function insertMatter(tx: Tx, matter: Omit<New, 'number'>): Promise<string> {
  for (let tries = 0; tries < 20; tries++) {
    const [row] = await insert(tx, { ...matter, number: newNumber(matter.filed_at) })
    if (row) return row.number
  }
  throw new Error('no free number was found for a matter')
}
