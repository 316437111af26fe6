/** What a server keeps in memory of the polls that are being answered, so that the next statement costs no read. */
import { sql } from 'kysely'
import { withScope, type Db, type Scope, type Tx } from '../../kit/db.ts'
import { drawNext, type Poll, type Sign, type Standing } from '../rules/opinions/index.ts'
import { mapPoll, pollById, statementsOf } from '../store/polls.ts'

/** A statement with its counts: those of the last drawing, and what this server took since. */
type Counted = { readonly n: number; readonly words: string; readonly name: string; agree: number; disagree: number; seen: number; extremity: number }
export type Next = { readonly n: number; readonly words: string; readonly name: string }

/** Counts by statement as the job that draws leaves them: number, agree, disagree, seen, pull. */
export type Weights = readonly (readonly [n: number, agree: number, disagree: number, seen: number, extremity: number])[]
type Loaded = { readonly poll: Poll; readonly seed: string; readonly path: string; readonly compoundPath: string | null; readonly drawnAt: number
  readonly statements: ReadonlyMap<number, Counted>; readonly buildings: ReadonlySet<string> }

/** How old what is known may be before it is read again, in milliseconds of the machine. */
const FRESH = 1000

async function weightsOf(tx: Tx, district: string, id: string): Promise<{ readonly drawnAt: number; readonly weights: Weights }> {
  const row = await tx.selectFrom('poll_map').select(['drawn_at', 'state']).where('district', '=', district).where('poll', '=', id).executeTakeFirst()
  const state = row?.state as { readonly weights?: Weights } | undefined // written by the job that draws, alone
  return { drawnAt: row?.drawn_at.getTime() ?? 0, weights: state?.weights ?? [] }
}

async function load(tx: Tx, district: string, id: string, before: Loaded | undefined): Promise<Loaded | undefined> {
  const row = await pollById(tx, district, id)
  if (!row || row.state === 'draft') return undefined
  const [rows, { drawnAt, weights }] = [await statementsOf(tx, district, id, true), await weightsOf(tx, district, id)]
  const drawn = new Map(weights.map(([n, agree, disagree, seen, extremity]) => [n, { agree, disagree, seen, extremity }]))
  const none = { agree: 0, disagree: 0, seen: 0, extremity: 0 }
  const counts = (n: number) => {
    const known = before?.drawnAt === drawnAt ? before.statements.get(n) : drawn.get(n)
    return known ? { agree: known.agree, disagree: known.disagree, seen: known.seen, extremity: known.extremity } : none
  }
  const buildings = before?.buildings ?? new Set((await tx.selectFrom('place').select('id').where('district', '=', district).where('kind', '=', 'building')
    .where((e) => e.or([sql<boolean>`path <@ ${row.path}::ltree`, ...(row.compound_path === null ? [] : [sql<boolean>`compound_path <@ ${row.compound_path}::ltree`])]))
    .execute()).map((one) => one.id))
  return { poll: mapPoll(row), seed: row.seed, path: row.path, compoundPath: row.compound_path, drawnAt, buildings,
    statements: new Map(rows.map(({ n, words, name }) => [n, { n, words, name, ...counts(n) }])) }
}

/** One poll at the desk. */
export type Desk = {
  readonly poll: Poll
  /** The building if it lies in the poll's place, else null. */
  readonly building: (id: string | null) => string | null
  readonly words: () => readonly Next[]
  /** Counts an answer in, until the next drawing does. */
  readonly count: (n: number, sign: Sign) => void
  /** What somebody is asked next: a lottery from the poll's seed, who they are in it, and how much they answered. [OM10] */
  readonly next: (voter: string, answered: ReadonlySet<number>) => { readonly next: Next | null; readonly answered: number; readonly of: number }
}

function deskOf({ poll, seed, statements, buildings }: Loaded): Desk {
  return {
    poll, building: (id) => (id !== null && buildings.has(id) ? id : null),
    words: () => [...statements.values()].map(({ n, words, name }) => ({ n, words, name })),
    count: (n, sign) => {
      const one = statements.get(n)
      if (!one) return
      one.seen++
      if (sign === 1) one.agree++
      if (sign === -1) one.disagree++
    },
    next: (voter, answered) => {
      const standing = [...statements.values()].map(({ n, agree, disagree, seen, extremity }): Standing => ({ id: String(n), agree, disagree, seen, extremity }))
      const here = [...statements.keys()].filter((n) => answered.has(n)).length
      const drawn = drawNext(standing, new Set([...answered].map(String)), `${seed}\n${voter}\n${answered.size}`)
      const found = drawn === undefined ? undefined : statements.get(Number(drawn))
      return { next: found ? { n: found.n, words: found.words, name: found.name } : null, answered: here, of: statements.size }
    },
  }
}

export type PollDesk = {
  /** A posted poll as it was known at most a second ago; undefined where there is none. */
  readonly of: (id: string) => Promise<Desk | undefined>
  /** Forgets what is known of a poll, after its statements changed here. */
  readonly forget: (id: string) => void
}

type Held = { loaded: Loaded | undefined; at: number; reading: Promise<void> | undefined }
const MOST_HELD = 500

/** Opens the desk of a server. `scope` reads every poll of the district, as the clock does. Nothing in it knows who answers. */
export function openPollDesk(db: Db, scope: Scope): PollDesk {
  const held = new Map<string, Held>()
  const read = (id: string, one: Held): Promise<void> => {
    one.reading ??= withScope(db, scope, (tx) => load(tx, scope.district, id, one.loaded))
      .then((loaded) => { one.loaded = loaded; one.at = performance.now() }).finally(() => { one.reading = undefined })
    return one.reading
  }
  return {
    of: async (id) => {
      const one = held.get(id) ?? { loaded: undefined, at: -Infinity, reading: undefined }
      if (!held.has(id)) {
        if (held.size >= MOST_HELD) held.clear()
        held.set(id, one)
      }
      if (performance.now() - one.at > FRESH) await read(id, one)
      if (!one.loaded) held.delete(id) // a draft may be posted the next moment
      return one.loaded && deskOf(one.loaded)
    },
    forget: (id) => { held.delete(id) },
  }
}
