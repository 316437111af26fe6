/** What tests of meetings begin from, laid straight into the tables: somebody who speaks, and a thread in a step with who must be heard. */
import { withScope, type Db } from '../kit/db.ts'
import { newId } from '../kit/ids.ts'
import { clockActor, makePersonKey, signClaim } from '../trust/index.ts'

const district = '990106'
type Laid = { readonly name: string; readonly minor: boolean; readonly compound: string; readonly from: number }

/** Somebody who speaks for four hundred days; answers the cookie. `from` epoch milliseconds. */
export async function laidSpeaker(db: Db, { name, minor, compound, from }: Laid): Promise<string> {
  const [id, { person }] = [newId(), makePersonKey(district)]
  await withScope(db, clockActor(district, 'd990106'), (tx) => tx.insertInto('speaker').values({ district, id, phone_hash: Buffer.from(id), person, name, compound, minor,
    since: new Date() }).execute())
  return `linli_speaker=${signClaim(`speaker ${district}`, JSON.stringify({ id, name, compound, building: null, minor: false }), Math.floor(from / 1000) + 400 * 86_400)}`
}

type Sql = (text: string, values: readonly unknown[]) => Promise<unknown>
type Sorted = { readonly step: string; readonly decider: string; readonly compound: string; readonly keeper: string; readonly parties: readonly { readonly label: string; readonly org: string | null }[] }
/** A thread in a step, with who must be heard, as threads leave it; answers its id. */
export async function sortedThread(sql: Sql, { step, decider, compound, keeper, parties }: Sorted): Promise<string> {
  const id = newId()
  await sql(`insert into thread (district, id, place, path, compound_path, keeper, title, origin, started_by, step, decider, meetings, major, started_at)
    select district, $1, id, path, compound_path, $2, '晚上怎么用花园', 'resident', 'resident', $3, $4, '{talk,hearing,deliberation,evaluation}', true, '2026-11-01' from place where id = $5`,
  [id, keeper, step, decider, compound])
  for (const [n, { label, org }] of parties.entries()) await sql(`insert into thread_party (district, thread, n, path, compound_path, label, kind, org)
    select district, id, $2, path, compound_path, $3, 'residents', $4 from thread where id = $1`, [id, n + 1, label, org])
  return id
}

/** What `work` answers while the thread stands in a step; afterwards it is deliberated again. */
export async function inStep<T>(sql: Sql, thread: string, step: string, work: () => Promise<T>): Promise<T> {
  const to = (one: string) => sql('update thread set step = $2 where id = $1', [thread, one])
  await to(step)
  const said = await work()
  await to('deliberate')
  return said
}
