import type { Tx } from '../../kit/db.ts'
import { namesOf } from '../../offices/index.ts'
import type { Actor } from '../../trust/index.ts'
import { EXTENSIONS } from '../rules/index.ts'
import type { Row } from '../store/load-matter.ts'

const open = (tx: Tx, row: Row) => Promise.all([
  tx.selectFrom('extension').select(['org', 'days', 'why', 'at']).where('district', '=', row.district).where('matter', '=', row.id)
    .where('decided_at', 'is', null).executeTakeFirst(),
  tx.selectFrom('objection').select(['org', 'ground', 'said', 'forced', 'at']).where('district', '=', row.district).where('matter', '=', row.id)
    .where('ruled_at', 'is', null).executeTakeFirst(),
])

/** What an outcome rests on, the way to the money, and who confirmed it: shown to staff and reporter alike. [M36] [M40] [M42] */
export const restsOn = (row: Row) => ({
  moneyPath: row.suspended_at === null ? null : row.money_path, verified: row.verified, tried: row.tried,
  basis: row.basis === null ? null : { kind: row.basis, text: row.basis_note ?? '' },
})

/** For staff: whom the street named, who is to verify, and which request for more time and which objection wait for an answer. [M33] [M35] [M37] [M38] */
export async function courseOf(tx: Tx, actor: Actor, row: Row) {
  const [extension, objection] = await open(tx, row)
  const names = await namesOf(tx, row.district, { orgs: [row.ruled_to, extension?.org ?? null, objection?.org ?? null], posts: [row.verifier] })
  const name = (org: string) => names.org(org)?.name ?? ''
  return {
    ...restsOn(row), accountableOrg: row.accountable, ruledTo: row.ruled_to === null ? null : name(row.ruled_to),
      verifier: names.post(row.verifier)?.title ?? null,
    extension: extension ? { org: name(extension.org), own: extension.org === actor.org, days: extension.days, why: extension.why,
      at: extension.at.toISOString() } : null,
    extensionsLeft: Math.max(0, EXTENSIONS.most - row.extended),
    objection: objection ? { org: name(objection.org), ground: objection.ground, said: objection.said, forced: objection.forced,
      at: objection.at.toISOString() } : null,
  }
}
