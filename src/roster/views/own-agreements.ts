/** What somebody agreed to, as they see it in their own file: consents, care and the branch's list, each to be taken back. */
import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import { statement, type Tx } from '../../kit/db.ts'
import type { Own } from '../commands/own-file-open.ts'
import type { CareKind, ConsentHow, ConsentKind, GivenBy } from '../rules/law/index.ts'
import { consentsOfTies } from '../store/law.ts'
import { partyLines } from '../store/party.ts'

type OwnCare = { consent: string; kind: CareKind; until: string }
const careOf = statement<{ district: string; ties: string[] }, OwnCare>('roster.own.care', (db, p) => db.selectFrom('care')
  .select(['consent', 'kind', sql<string>`until::text`.as('until')]).where('district', '=', p('district')).where('dweller', '=',
    sql<string>`any(${p('ties')}::uuid[])`))
const homes = statement<{ district: string; ids: string[] }, { id: string; full_name: string; compound: string | null }>('roster.own.law.homes',
  (db, p) => db.selectFrom('place')
  .select(['id', 'full_name', 'compound']).where('district', '=', p('district')).where('id', '=', sql<string>`any(${p('ids')}::uuid[])`))

export type OwnAgreements = {
  readonly today: string
  readonly ties: readonly { readonly tie: string; readonly home: string; readonly branch: boolean }[]
  readonly consents: readonly { readonly id: string; readonly kind: ConsentKind; readonly givenOn: string; readonly givenBy: GivenBy;
    readonly how: ConsentHow
    readonly care: { readonly kind: CareKind; readonly until: string } | null }[]
  readonly branch: readonly { readonly id: string; readonly checkedIn: boolean; readonly since: string }[]
}

/** The agreements that hold, newest first; the transaction is the person's own. [RO63] */
export async function ownAgreements(tx: Tx, district: string, own: Own, at: Date): Promise<OwnAgreements> {
  const ties = own.ties.map(({ id }) => id)
  const [consents, care, members, places] = await Promise.all([consentsOfTies(tx, { district, ties }), careOf(tx, { district, ties }),
    partyLines(tx, { district }),
    homes(tx, { district, ids: own.ties.map(({ home }) => home) })])
  return {
    today: shanghaiDay(at),
    ties: own.ties.map(({ id, home }) => ({ tie: id, home: places.find((one) => one.id === home)?.full_name ?? '',
      branch: places.some((one) => one.id === home && one.compound !== null) })),
    consents: consents.filter(({ withdrawn_at }) => withdrawn_at === null).map((one) => {
      const agreed = care.find(({ consent }) => consent === one.id)
      return { id: one.id, kind: one.kind, givenOn: shanghaiDay(one.given_at), givenBy: one.given_by, how: one.how,
        care: agreed ? { kind: agreed.kind, until: agreed.until } : null }
    }),
    branch: members.map(({ id, checked_in, since }) => ({ id, checkedIn: checked_in, since })),
  }
}
