/** Where a reader of the roster may look: communities by which every query is narrowed. */
import { statement, type Tx } from '../../kit/db.ts'
import { isWithin, type Actor } from '../../trust/index.ts'

const communities = statement<{ district: string }, { id: string; path: string; full_name: string }>('roster.communities', (db, p) => db.selectFrom('place')
  .select(['id', 'path', 'full_name']).where('district', '=', p('district')).where('kind', '=', 'community').where('valid_to', 'is', null).orderBy('code'))

/** The communities that a reader reaches, wholly or in part, in order of code. */
export async function communitiesOf(tx: Tx, actor: Actor): Promise<readonly { readonly id: string; readonly path: string; readonly name: string }[]> {
  const rows = await communities(tx, { district: actor.district })
  return rows.filter(({ path }) => actor.scopes.some((scope) => isWithin(path, scope) || isWithin(scope, path)))
    .map(({ id, path, full_name }) => ({ id, path, name: full_name }))
}
