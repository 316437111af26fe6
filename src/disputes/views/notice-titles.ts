import type { Tx } from '../../kit/db.ts'
import type { Said } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { isKind, KIND_WORDS } from '../rules/kinds.ts'

/** What disputes are called beside a notice, by id: their number and kind and nothing of them, for those that the reader may see. */
export async function disputeTitles(tx: Tx, { district }: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, Said>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('dispute').select(['id', 'number', 'kind']).where('district', '=', district).where('id', 'in', [...ids]).execute()
  return new Map(rows.map(({ id, number, kind }) => {
    const of = isKind(kind) ? KIND_WORDS[kind] : KIND_WORDS.other
    return [id, { zh: `${number} ${of.zh}纠纷`, en: `${number} ${of.en}` }]
  }))
}
