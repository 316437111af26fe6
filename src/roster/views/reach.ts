/** Where a reader of the roster may look: communities by which every query is narrowed. */
import { sql } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'
import { isWithin, type Actor } from '../../trust/index.ts'

type Community = { id: string; path: string; full_name: string }
const communities = statement<{ district: string }, Community>('roster.communities', (db, p) => db.selectFrom('place')
  .select(['id', 'path', 'full_name']).where('district', '=', p('district')).where('kind', '=', 'community').where('valid_to', 'is', null)
  .orderBy('code'))
const ofCompounds = statement<{ district: string; paths: string[] }, { community: string | null }>('roster.communities.compounds', (db, p) => db
  .selectFrom('place').select('community').where('district', '=', p('district')).where('kind', '=', 'compound')
  .where(sql<boolean>`compound_path::text = any(${p('paths')}::text[])`))

/** The communities that a reader reaches, wholly or in part, in order of code. A captain's reach is said by the compound's path. */
export async function communitiesOf(tx: Tx, actor: Actor): Promise<readonly { readonly id: string; readonly path: string; readonly name: string }[]> {
  const compounds = actor.scopes.filter((scope) => scope.startsWith('k')).map((scope) => scope.split('.')[0] ?? '')
  const [rows, inCompounds] = await Promise.all([
    communities(tx, { district: actor.district }), compounds.length === 0 ? [] : ofCompounds(tx, { district: actor.district, paths: compounds }),
  ])
  const own = new Set(inCompounds.map(({ community }) => community))
  return rows.filter(({ id, path }) => own.has(id) || actor.scopes.some((scope) => isWithin(path, scope) || isWithin(scope, path)))
    .map(({ id, path, full_name }) => ({ id, path, name: full_name }))
}
