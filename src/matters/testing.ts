/** What the tests of matters stand on: the neighbourhood of offices, and matters filed in it. */
import { withScope } from '../kit/db.ts'
import { newId, randomCode, sha256 } from '../kit/ids.ts'
import type { Result } from '../kit/pure.ts'
import { district, must, run, start, sure, type Neighbourhood } from '../offices/testing.ts'
import { publicActor, receiptCodeOf, residentActor, type Actor } from '../trust/index.ts'
import { fileMatter, type FileMatter, type FiledMatter } from './commands/file-matter.ts'
import type { Row } from './store/load-matter.ts'

export { district, districtPath, later, on, openNeighbourhood, run, start, sure, type Neighbourhood, type PostKey } from '../offices/testing.ts'

export const building3 = '990106003001K1-03'
export type Said = Partial<FileMatter> & { readonly code?: string; readonly at?: Date }

/** A resident's actor while filing at a place: it reaches that place alone, as the route makes it. */
export function filerAt(n: Neighbourhood, code: string): Actor {
  const { path, compoundPath } = n.place(code)
  return { ...publicActor(district), audience: ['public'], scopes: [path, ...(compoundPath ? [compoundPath] : [])], kind: 'resident' }
}

/** A resident files at a place (building 3 if none is said), about clutter in the corridor if nothing is said. */
export async function file(n: Neighbourhood,
  { code = building3, at = start, ...said }: Said = {}): Promise<FiledMatter & { readonly receipt: string }> {
  const input: FileMatter = { place: n.place(code).id, words: '楼道里堆了很多纸箱', category: 'corridor_clutter', channel: 'qr', onBoard: true, ...said }
  const filed = sure(await run(n, filerAt(n, code), at, fileMatter, input))
  return { ...filed, receipt: receiptCodeOf(filed.id) }
}

/** The resident who follows one matter, and nothing else. */
export const followerOf = (id: string): Actor & { readonly matters: readonly string[] } => ({ ...residentActor(district, null), matters: [id] })

/** What a command answered: the state after it, or the code of the refusal. */
export const told = (result: Result<{ readonly state?: unknown }>): string => (result.ok ? String(result.value.state) : result.refusal.code)

/** What an actor sees of one matter: its title, or nothing. */
export const sees = async (n: Neighbourhood, actor: Actor, id: string): Promise<boolean> => withScope(n.db, actor, async (tx) =>
  (await tx.selectFrom('matter').select('id').where('id', '=', id).execute()).length === 1)

export type Told = { readonly recipient: string; readonly template: string }
export type Recorded = {
  readonly row: Row; readonly acts: readonly string[]
  readonly facts: readonly { readonly [name: string]: unknown }[]; readonly story: readonly string[]
  readonly timers: readonly { readonly step: string; readonly due: string }[]; readonly notices: readonly Told[]
}

/** What the record holds of a matter, read past the wall: the row, kinds of act in order, lines of the story, timers, notices. */
export async function recordOf(n: Neighbourhood, id: string): Promise<Recorded> {
  const pool = n.database.pool('linli_owner')
  const read = async (text: string): Promise<unknown[]> => (await pool.query(text, [id])).rows
  // columns named in the query
  const acts = await read('select kind, facts from act where subject_id = $1 order by at, id') as {
    kind: string; facts: { [name: string]: unknown }
  }[]
  const story = await read('select kind from matter_entry where matter = $1 order by at, id') as { kind: string }[] // as above
  // as above
  const timers = await read("select facts->>'step' as step, due from timer where subject = $1 order by due") as { step: string; due: Date }[]
  const notices = await read("select recipient, template from outbox where facts->>'matter' = $1 order by id") as Told[] // as above
  const [row] = await read('select * from matter where id = $1') as Row[] // the table itself
  return {
    row: must(row, id), acts: acts.map(({ kind }) => kind.replace('matter.', '')), facts: acts.map(({ facts }) => facts),
      story: story.map(({ kind }) => kind),
    timers: timers.map(({ step, due }) => ({ step, due: due.toISOString() })), notices,
  }
}

/** Sends a photo as the route does, without a file; answers the code that makes it part of a matter. */
export async function sendPhoto(n: Neighbourhood): Promise<string> {
  const claim = randomCode(26)
  await withScope(n.db, publicActor(district), (tx) => tx.insertInto('upload')
    .values({ district, id: newId(), claim: sha256(claim), file: newId(), width: 40, height: 30, bytes: 900, at: start }).execute())
  return claim
}
