/** What owners objected from their own page, by the heads that their phone opened. As the clock: nobody else may look. */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'

export type OwnObjection = { readonly id: string; readonly vote: string; readonly head: string | null; readonly about: string; readonly words: string
  readonly at: Date; readonly due: Date; readonly answered: Date | null; readonly answer: string | null }

/** The objections of some heads, newest first. */
export const objectionsOfHeads = (tx: Tx, district: string, heads: readonly string[]): Promise<OwnObjection[]> => tx.selectFrom('vote_objection')
  .select(['id', 'vote', 'head', 'about', 'words', 'at', 'due', 'answered_at as answered', 'answer']).where('district', '=', district)
  .where('head', '=', sql<string>`any(${[...heads]}::uuid[])`).orderBy('at', 'desc').limit(100).execute()

/** The compounds of some heads, and what each head's titles are called. */
export const homesOfHeads = (tx: Tx, district: string, heads: readonly string[]) => tx.selectFrom('title').select(['head', 'compound',
  sql<string>`string_agg(label, '、' order by label)`.as('homes')]).where('district', '=', district)
  .where('head', '=', sql<string>`any(${[...heads]}::uuid[])`).groupBy(['head', 'compound']).execute()
