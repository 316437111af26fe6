import { sql, type Selectable } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'
import type { ClockEntry as ClockRow, Matter as MatterRow, MatterParty } from '../../kit/tables.gen.ts'
import { isCategory, type CategoryCode } from '../rules/categories.ts'
import type { Clock, LedgerEntry, Rung } from '../rules/clock-state.ts'
import {
  DUE_KINDS, OUTCOMES, STATES, VERIFIED, type Matter, type Outcome, type Party, type PartyRole, type PartyState, type State,
} from '../rules/matter.ts'

export type Row = Selectable<MatterRow>
export type PartyRow = Selectable<MatterParty>

const oneOf = <const W extends readonly string[]>(words: W, value: string | null): W[number] | null => words.find((w) => w === value) ?? null
const roles = ['holder', 'lead', 'support', 'slip', 'verify'] as const satisfies readonly PartyRole[]
const partyStates = ['asked', 'reported', 'finished', 'answered', 'released'] as const satisfies readonly PartyState[]
const ms = (at: Date | null): number | null => at?.getTime() ?? null

/** A party row as the rules see it. */
export const mapParty = (row: PartyRow): Party => ({
  org: row.org, role: oneOf(roles, row.role) ?? 'support', state: oneOf(partyStates, row.state) ?? 'released', task: row.task,
  reportBy: ms(row.report_by), finishBy: ms(row.finish_by),
})

/** The clocks of a row. One that was filed before there was a ledger has the one clock of its stage. */
export function clocksOf(row: Pick<Row, 'clocks' | 'due' | 'due_kind' | 'due_from' | 'reminded_at' | 'supervised_at'>): readonly Clock[] {
  const stage = oneOf(DUE_KINDS, row.due_kind)
  const clocks = row.clocks as unknown as readonly Clock[] // only applyChange and filing write the column
  if (clocks.length > 0 || stage === null || row.due === null) return clocks
  const rung: Rung = row.supervised_at ? 2 : row.reminded_at ? 1 : 0
  return [{ stage, org: null, state: 'running', due: row.due.getTime(), provisional: true, from: ms(row.due_from) ?? row.due.getTime(), hours: 'office',
    rung, rungAt: ms(row.supervised_at) ?? ms(row.reminded_at) }]
}

const kinds = ['start', 'pause', 'resume', 'policy', 'stop'] as const
const units = ['minute', 'hour', 'working_hour', 'day', 'working_day'] as const
/** A line of the ledger as the rules see it. */
function mapEntry({ stage, org, at, kind, why, amount, unit, hours }: Selectable<ClockRow>): LedgerEntry {
  const known = oneOf(units, unit)
  return { stage: oneOf(DUE_KINDS, stage) ?? 'finish', org, at: at.getTime(), kind: oneOf(kinds, kind) ?? 'stop', why,
    ...(amount !== null && known ? { pace: { amount, unit: known } } : {}), ...(hours === null ? {} : { hours }) }
}

/** A matter row with its parties as the rules see it. Unknown words in old rows become the safest one. */
export function mapRow(row: Row, parties: readonly PartyRow[], ledger: readonly LedgerEntry[] = []): Matter {
  const state: State = oneOf(STATES, row.state) ?? 'closed'
  const outcome: Outcome | null = oneOf(OUTCOMES, row.outcome)
  const category: CategoryCode = isCategory(row.category) ? row.category : 'other'
  return {
    id: row.id, state, category, sensitive: row.sensitive, heldBy: row.held_by, heldPost: row.held_post, accountable: row.accountable, outcome,
    parties: parties.map(mapParty), closedTo: row.closed_to, hands: row.hands, doers: row.doers, doerOrgs: row.doer_orgs,
    handovers: row.handovers, reopened: row.reopened, situation: row.situation, plan: row.plan, clocks: clocksOf(row), ledger,
    contactable: row.contact !== null, suspended: row.suspended_at !== null, joinedTo: row.joined_to, joinedState: oneOf(STATES, row.joined_state),
    passes: row.passes, ruledTo: row.ruled_to, extended: row.extended, returned: row.returned, tried: row.tried, workedBy: row.worked_by, verifier: row.verifier,
    verified: oneOf(VERIFIED, row.verified), version: row.version,
  }
}

type Key = { district: string; id: string }
const lockRow = statement<Key, Row>('matter.lock', (db, p) => db.selectFrom('matter').selectAll()
  .where('district', '=', p('district')).where('id', '=', p('id')).forUpdate())
const readParties = statement<Key, PartyRow>('matter.parties', (db, p) => db.selectFrom('matter_party').selectAll()
  .where('district', '=', p('district')).where('matter', '=', p('id')))

export type Locked = { readonly row: Row; readonly matter: Matter }

const readLedger = statement<Key, Selectable<ClockRow>>('matter.ledger', (db, p) => db.selectFrom('clock_entry').selectAll()
  .where('district', '=', p('district')).where('matter', '=', p('id')).orderBy('at').orderBy('id'))

/** The ledger of a matter's clocks, oldest first. */
export const ledgerOf = async (tx: Tx, district: string, id: string): Promise<readonly LedgerEntry[]> =>
  (await readLedger(tx, { district, id })).map(mapEntry)

/** Locks one matter that the actor may see. Undefined when it does not exist or may not be seen: the two answer alike. */
export async function lockMatter(tx: Tx, district: string, id: string): Promise<Locked | undefined> {
  const [row] = await lockRow(tx, { district, id })
  if (!row) return undefined
  const [parties, ledger] = await Promise.all([readParties(tx, { district, id }), ledgerOf(tx, district, id)])
  return { row, matter: mapRow(row, parties, ledger) }
}

/** When the last whistle of a matter was blown; the epoch if never. */
export async function whistledAt(tx: Tx, district: string, matter: string): Promise<Date> {
  const row = await tx.selectFrom('matter_entry').select(sql<Date>`max(at)`.as('at'))
    .where('district', '=', district).where('matter', '=', matter).where('kind', '=', 'whistle').executeTakeFirst()
  return row?.at ?? new Date(0)
}
