import type { Tx } from '../../kit/db.ts'
import type { Said } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { matterLabels } from './labels.ts'

/** What matters are called beside a notice: number and title, for those that the reader may see. */
export async function matterTitles(tx: Tx, { district }: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, Said>> {
  return new Map([...await matterLabels(tx, district, ids)].map(([id, label]) => [id, { zh: label, en: label }]))
}
