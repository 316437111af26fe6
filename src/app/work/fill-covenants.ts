/** Writes the made-up covenants with their versions, amendments and signatures, once. */
import { demoCovenants, type DemoCovenant } from '../../../demo/covenants.ts'
import { withScope, type Db, type Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { clockActor, lookupHash } from '../../trust/index.ts'

const DONE = 'demo_covenants'
type Where = { readonly district: string; readonly path: string }

async function writeCovenant(tx: Tx, district: string, covenant: DemoCovenant): Promise<void> {
  const { id, place, keeper, title, startedAt, versions, amendments, comments } = covenant
  const legs = await tx.selectFrom('place').select(['path', 'compound_path']).where('district', '=', district).where('id', '=', place).executeTakeFirstOrThrow()
  await tx.insertInto('covenant').values({ district, id, place, ...legs, keeper, title, started_at: new Date(startedAt) }).execute()
  await tx.insertInto('covenant_version').values(versions.map((one) => ({ district, covenant: id, n: one.n, ...legs, state: one.state, clauses: JSON.stringify(one.clauses),
    comments_until: one.commentsUntil, yes: one.yes, answers: one.answers, adopted_on: one.adoptedOn, reason: one.reason, created_at: new Date(one.createdAt) }))).execute()
  await tx.insertInto('covenant_amendment').values(amendments.map(({ at, ...one }) => ({ district, id: newId(), covenant: id, ...legs, ...one, at: new Date(at) }))).execute()
  if (comments.length > 0) await tx.insertInto('speech').values(comments.map(({ post, at, ...one }) => ({ district, id: newId(), place, ...legs, about: 'covenant', subject: id, ...one, by_post: post,
    state: 'shown', at: new Date(at) }))).execute()
  const signed = versions.flatMap((one) => Array.from({ length: one.signatures }, (_, at) => ({ district, covenant: id, n: one.n, ...legs, at: new Date(`${one.adoptedOn ?? '2026-11-01'}T12:00:00+08:00`),
    signer_hash: lookupHash(district, 'signature', `${id} demo ${at}`) })))
  if (signed.length > 0) await tx.insertInto('covenant_signature').values(signed).execute()
}

/** Does it once; answers how many covenants were written, 0 when they are there already. */
export const fillCovenants = (db: Db, { district, path }: Where): Promise<number> => withScope(db, clockActor(district, path), async (tx) => {
  const claimed = await tx.insertInto('setting').values({ district, name: DONE, value: '1' }).onConflict((c) => c.doNothing()).returning('name').execute()
  if (claimed.length === 0) return 0
  for (const covenant of demoCovenants) await writeCovenant(tx, district, covenant)
  return demoCovenants.length
})
