/** The statements of casting: hot, few, and in two turns, so that five hundred voters of the last minute do not wait for each other. */
import { sql } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'
import type { Channel } from '../rules/vote.ts'

/** Keeps the vote from being closed until the end of this transaction. */
export const holdOpen = statement<{ lock: string }>('cast.hold', (db, p) => db
  .selectNoFrom(sql`pg_advisory_xact_lock_shared(hashtextextended(${p('lock')}, 0))`.as('held')))

export type Expressed = { readonly head: string
  readonly casts: number; readonly area: string; readonly heads: number; readonly titles: number; readonly building: string | null
  readonly place: string }
type Express = { district: string; vote: string; elector: string; heads: string[]; at: Date; once: boolean }

/**
 * Counts one more expression of an elector, if the vote is open for phones at this time, the elector may vote and is one of the heads that were opened.
 * `once`: only if it has none yet. No row: something of this does not hold.
 */
export const express = statement<Express, Expressed>('cast.express', (db, p) => db.updateTable('elector as e').from('vote as v')
  .set({ casts: sql`e.casts + 1`, took_part: true })
  .whereRef('v.district', '=', 'e.district').whereRef('v.id', '=', 'e.vote')
  .where('e.district', '=', p('district')).where('e.vote', '=', p('vote')).where('e.id', '=', p('elector'))
  .where('e.head', '=', sql<string>`any(${p('heads')}::uuid[])`).where('e.blocked', 'is', null)
  .where('v.state', '=', 'open').where('v.opens_at', '<=', p('at')).where('v.closes_at', '>', p('at'))
  .where(sql<boolean>`'phone' = any(v.channels)`).where(sql<boolean>`(e.casts = 0 or not ${p('once')}::boolean)`)
  .returning([sql<string>`e.head`.as('head'), 'e.casts', 'e.area', 'e.heads', 'e.titles', 'e.building', 'v.place']))

type KeyRow = { kind: string; wrapped: Buffer | null; alg: string }
/** The wrapped keys of a vote. */
export const keysOf = statement<{ district: string; vote: string }, KeyRow>('cast.keys', (db, p) => db.selectFrom('vote_key').select(['kind', 'wrapped', 'alg'])
  .where('district', '=', p('district')).where('vote', '=', p('vote')))

type Claim = { district: string; actor: string; key: string; request: Buffer; at: Date; reply: string }
/** Keeps the key of a cast with its answer; no row when it was used before. */
export const claimCast = statement<Claim, { key: string }>('cast.claim', (db, p) => db.insertInto('idempotency')
  .values({ district: p('district'), actor: p('actor'), key: p('key'), request: p('request'), at: p('at'), reply: p('reply') })
  .onConflict((c) => c.doNothing()).returning('key'))

type CastRow = { district: string; vote: string; elector: string; seq: number; channel: Channel; day: string; envelope: string | null
  collectors: string[] | null; proxy: string | null }
/** That an elector expressed itself: by which channel, on which day. */
export const insertCast = statement<CastRow>('cast.insert', (db, p) => db.insertInto('cast_ballot').values({
  district: p('district'), vote: p('vote'), elector: p('elector'), seq: p('seq'), channel: p('channel'), day: p('day'), envelope: p('envelope'),
  collectors: p('collectors'), proxy: p('proxy'),
}))

export type ChoiceRow = { district: string; vote: string; id: string; pseudonym: string; seq: number; channel: Channel; area: string; heads: number
  sealed: Buffer; commitment: Buffer }
/** One sealed choice, under a pseudonym. */
export const insertChoice = statement<ChoiceRow>('cast.choice', (db, p) => db.insertInto('choice').values({
  district: p('district'), vote: p('vote'), id: p('id'), pseudonym: p('pseudonym'), seq: p('seq'), channel: p('channel'), area: p('area'),
  heads: p('heads'), sealed: p('sealed'), commitment: p('commitment'),
}))

/** The answer that was given to a key before: the request's hash, and which expression it was. */
export async function earlierCast(tx: Tx, { district, actor, key }: Pick<Claim, 'district' | 'actor' | 'key'>): Promise<{ readonly request: Buffer; readonly seq: number } | null> {
  const row = await tx.selectFrom('idempotency').select(['request', 'reply']).where('district', '=', district).where('actor', '=', actor)
    .where('key', '=', key).executeTakeFirst()
  if (!row) return null
  const seq = (row.reply as { seq?: unknown } | null)?.seq // written by claimCast alone
  return { request: row.request, seq: typeof seq === 'number' ? seq : 0 }
}

/** The commitment of one expression of a pseudonym; null where there is none. */
export async function commitmentAt(tx: Tx, { district, vote, pseudonym, seq }: { district: string; vote: string; pseudonym: string; seq: number }): Promise<Buffer | null> {
  const row = await tx.selectFrom('choice').select('commitment').where('district', '=', district).where('vote', '=', vote)
    .where('pseudonym', '=', pseudonym).where('seq', '=', seq).executeTakeFirst()
  return row?.commitment ?? null
}
