import { sql, type Selectable } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Dispute as DisputeTable, DisputeAgreement, DisputeClause, DisputeSession, DisputeSide } from '../../kit/tables.gen.ts'
import { STATES, type Dispute, type Duty, type Session, type Side } from '../rules/dispute.ts'
import { isKind } from '../rules/kinds.ts'

type Days = { readonly accepted_day: string | null; readonly until_day: string | null; readonly signed_day: string | null }
export type Row = Selectable<DisputeTable> & Days
export type SideRow = Selectable<DisputeSide>
export type SessionRow = Selectable<DisputeSession>
export type AgreementRow = Selectable<DisputeAgreement>
export type ClauseRow = Selectable<DisputeClause> & { readonly until_day: string }
export type Loaded = {
  readonly row: Row; readonly sides: readonly SideRow[]; readonly sessions: readonly SessionRow[]
  readonly agreement: AgreementRow | undefined; readonly clauses: readonly ClauseRow[]; readonly dispute: Dispute
}

const day = (column: string) => sql<string>`to_char(${sql.ref(column)}, 'YYYY-MM-DD')`
const maybeDay = (column: string) => sql<string | null>`to_char(${sql.ref(column)}, 'YYYY-MM-DD')`

/** The columns of a dispute with its civil days as text. */
export const disputes = (tx: Tx, district: string) => tx.selectFrom('dispute').selectAll('dispute')
  .select([maybeDay('dispute.accepted_on').as('accepted_day'), maybeDay('dispute.until').as('until_day'),
    maybeDay('dispute.signed_on').as('signed_day')])
  .where('dispute.district', '=', district)

const sideOfRow = (row: SideRow): Side => ({
  side: row.side === 'b' ? 'b' : 'a', consent: row.consent === 'yes' || row.consent === 'no' ? row.consent : 'asked', objected: row.objected,
  signed: row.signed_at !== null, judged: row.judged_at !== null,
})
const sessionOfRow = (row: SessionRow): Session =>
  ({ id: row.id, at: row.at.getTime(), state: row.state === 'held' || row.state === 'planned' ? row.state : 'cancelled' })
/** A clause as the rules see it. */
export const dutyOfRow = (row: ClauseRow): Duty => ({
  n: row.n, by: row.by_side === 'a' || row.by_side === 'b' ? row.by_side : 'both', what: row.what, until: row.until_day,
  fen: row.fen === null ? null : Number(row.fen), basis: row.basis, state: row.state === 'kept' || row.state === 'not_kept' ? row.state : 'open',
  reminded: row.reminded_at !== null,
})

function mapDispute({ row, sides, sessions, agreement, clauses }: Omit<Loaded, 'dispute'>): Dispute {
  return {
    id: row.id, kind: isKind(row.kind) ? row.kind : 'other', state: STATES.find((one) => one === row.state) ?? 'stopped', committee: row.committee,
    mediator: row.mediator, declined: row.declined, openedPerson: row.opened_person, openedAt: row.opened_at.getTime(),
    remindedAt: row.reminded_at?.getTime() ?? null, until: row.until_day, sides: sides.map(sideOfRow), sessions: sessions.map(sessionOfRow),
    agreement: agreement ? { secondNeeded: agreement.second_needed, second: agreement.second } : null, duties: clauses.map(dutyOfRow),
    version: row.version,
  }
}

/** One dispute with its parts, as far as the actor sees them; locked when it is going to change. Undefined when it may not be seen. */
export async function loadDispute(tx: Tx, district: string, id: string, lock = false): Promise<Loaded | undefined> {
  const base = disputes(tx, district).where('dispute.id', '=', id)
  const row = await (lock ? base.forUpdate() : base).executeTakeFirst()
  if (!row) return undefined
  const [sides, sessions, agreement, clauses] = await Promise.all([
    tx.selectFrom('dispute_side').selectAll().where('district', '=', district).where('dispute', '=', id).orderBy('side').execute(),
    tx.selectFrom('dispute_session').selectAll().where('district', '=', district).where('dispute', '=', id).orderBy('at').execute(),
    tx.selectFrom('dispute_agreement').selectAll().where('district', '=', district).where('dispute', '=', id).executeTakeFirst(),
    tx.selectFrom('dispute_clause').selectAll().select(day('until').as('until_day')).where('district', '=', district)
      .where('dispute', '=', id).orderBy('n').execute(),
  ])
  const parts = { row, sides, sessions, agreement, clauses }
  return { ...parts, dispute: mapDispute(parts) }
}
