import { sql } from 'kysely'
import { addMinutes } from './clock.ts'
import { statement, withScope, type Db, type Scope, type Tx } from './db.ts'
import { newId } from './ids.ts'
import { attempt, inLanes, Outage, type Turn } from './lanes.ts'

/** Codes, ids and numbers: what timers and notices may carry. Never a name, a phone or free text. */
export type Facts = { readonly [key: string]: string | number | boolean | null }

export type Timer = {
  readonly id: string; readonly district: string; readonly due: Date; readonly kind: string; readonly subject: string; readonly facts: Facts
}

/** What a due timer does, in the transaction that removes it. Must be safe to run when the state has moved on. */
export type TimerHandler = (tx: Tx, timer: Timer, at: Date) => Promise<void>

type TimerRow = { id: string; district: string; due: Date; kind: string; subject: string; facts: string }
const insertTimer = statement<TimerRow>('timer.insert', (db, p) => db.insertInto('timer')
  .values({ id: p('id'), district: p('district'), due: p('due'), kind: p('kind'), subject: p('subject'), facts: p('facts') }))

/** Sets a durable timer in this transaction. */
export async function setTimer(tx: Tx, timer: Omit<Timer, 'id'>): Promise<void> {
  await insertTimer(tx, { ...timer, id: newId(), facts: JSON.stringify(timer.facts) })
}

const deleteTimers = statement<{ subject: string; kinds: string[] | null }>('timer.cancel', (db, p) => db.deleteFrom('timer')
  .where('subject', '=', p('subject')).where(sql<boolean>`(${p('kinds')}::text[] is null or kind = any(${p('kinds')}::text[]))`))

/** Takes away the timers of `subject`, of the kinds given or all. */
export async function cancelTimers(tx: Tx, subject: string, kinds?: readonly string[]): Promise<void> {
  await deleteTimers(tx, { subject, kinds: kinds ? [...kinds] : null })
}

export type Notice = {
  readonly district: string; readonly channel: 'app' | 'sms' | 'log'; readonly recipient: string; readonly template: string; readonly facts: Facts
}

const insertOutbox = statement<{ id: string; district: string; due: Date; channel: string; recipient: string; template: string; facts: string }>(
  'outbox.insert', (db, p) => db.insertInto('outbox')
    .values({
      id: p('id'), district: p('district'), due: p('due'), channel: p('channel'),
      recipient: p('recipient'), template: p('template'), facts: p('facts'),
    }))

/** Puts a notice into the outbox in this transaction; the worker delivers it after commit, with retry. */
export async function sendNotice(tx: Tx, notice: Notice, at: Date): Promise<void> {
  await insertOutbox(tx, { ...notice, id: newId(), due: at, facts: JSON.stringify(notice.facts) })
}

const backOffMinutes = [1, 5, 30, 120, 720]

/** The moment of the next try after so many failed ones; undefined once it should be given up. */
export const nextTry = (tries: number, at: Date): Date | undefined => {
  const minutes = backOffMinutes[tries]
  return minutes === undefined ? undefined : addMinutes(at, minutes)
}

type Due = { id: string; district: string }
const dueTimers = statement<{ at: Date; limit: number }, Due>('timer.due', (db, p) => db.selectFrom('timer').select(['id', 'district'])
  .where('due', '<=', p('at')).orderBy('due').orderBy('id').limit(p('limit')))
const takeTimer = statement<{ id: string; at: Date }, Timer>('timer.take', (db, p) => db.deleteFrom('timer').where('id', 'in', (e) =>
  e.selectFrom('timer').select('id').where('id', '=', p('id')).where('due', '<=', p('at')).forUpdate().skipLocked()).returningAll())

async function fire(db: Db, clock: Scope, id: string, handlers: ReadonlyMap<string, TimerHandler>, at: Date): Promise<boolean> {
  return attempt(db, clock, async (tx) => {
    const [timer] = await takeTimer(tx, { id, at })
    if (!timer) return false
    const handler = handlers.get(timer.kind)
    if (!handler) throw new Error(`no handler for timers of kind ${timer.kind}`)
    await handler(tx, timer, at)
    return true
  })
}

async function postpone(db: Db, clock: Scope, id: string, error: unknown, at: Date): Promise<void> {
  if (error instanceof Outage) throw error
  const line = String(error instanceof Error ? error.message : error).split('\n')[0]?.slice(0, 200) ?? ''
  await withScope(db, clock, (tx) => sql`update timer set tries = tries + 1, error = ${line},
    due = ${at}::timestamptz + make_interval(mins => least(720, 1 << least(tries, 9))) where id = ${id}`.execute(tx))
}

/**
 * Fires the timers that are due at `at`, oldest first, each in a transaction of its own under its district's clock.
 * A failing one is put off (1, 2, 4 … at most 720 minutes) and kept; when the database itself is gone nothing is put off and the sweep throws.
 * Returns how many fired. Safe to run in several workers.
 */
export async function sweepTimers(
  db: Db, clockOf: (district: string) => Scope, handlers: ReadonlyMap<string, TimerHandler>, at: Date, { limit = 200, lanes = 1 }: Turn = {},
): Promise<number> {
  let fired = 0
  await inLanes(await dueTimers(db, { at, limit }), lanes, async ({ id, district }) => {
    const clock = clockOf(district)
    await fire(db, clock, id, handlers, at).then((did) => { if (did) fired++ }, (error: unknown) => postpone(db, clock, id, error, at))
  })
  return fired
}
