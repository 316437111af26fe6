import { sql, type Selectable } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'
import type { Matter as MatterRow, MatterParty } from '../../kit/tables.gen.ts'
import { isCategory, type CategoryCode } from '../rules/categories.ts'
import {
  DUE_KINDS, OUTCOMES, STATES, type DueKind, type Matter, type Outcome, type Party, type PartyRole, type PartyState, type State,
} from '../rules/matter.ts'

export type Row = Selectable<MatterRow>
export type PartyRow = Selectable<MatterParty>

const oneOf = <const W extends readonly string[]>(words: W, value: string | null): W[number] | null => words.find((w) => w === value) ?? null
const roles = ['holder', 'lead', 'support', 'slip'] as const satisfies readonly PartyRole[]
const partyStates = ['asked', 'reported', 'finished', 'answered', 'released'] as const satisfies readonly PartyState[]
const ms = (at: Date | null): number | null => at?.getTime() ?? null

/** A party row as the rules see it. */
export const mapParty = (row: PartyRow): Party => ({
  org: row.org, role: oneOf(roles, row.role) ?? 'support', state: oneOf(partyStates, row.state) ?? 'released', task: row.task,
  reportBy: ms(row.report_by), finishBy: ms(row.finish_by),
})

/** A matter row with its parties as the rules see it. Unknown words in old rows become the safest one. */
export function mapRow(row: Row, parties: readonly PartyRow[]): Matter {
  const state: State = oneOf(STATES, row.state) ?? 'closed'
  const outcome: Outcome | null = oneOf(OUTCOMES, row.outcome)
  const dueKind: DueKind | null = oneOf(DUE_KINDS, row.due_kind)
  const category: CategoryCode = isCategory(row.category) ? row.category : 'other'
  return {
    id: row.id, state, category, sensitive: row.sensitive, heldBy: row.held_by, heldPost: row.held_post, accountable: row.accountable, outcome,
    parties: parties.map(mapParty), closedTo: row.closed_to, hands: row.hands, doers: row.doers, doerOrgs: row.doer_orgs,
    handovers: row.handovers, reopened: row.reopened, situation: row.situation, plan: row.plan, due: ms(row.due), dueKind,
    remindedAt: ms(row.reminded_at), supervisedAt: ms(row.supervised_at), version: row.version,
  }
}

type Key = { district: string; id: string }
const lockRow = statement<Key, Row>('matter.lock', (db, p) => db.selectFrom('matter').selectAll()
  .where('district', '=', p('district')).where('id', '=', p('id')).forUpdate())
const readParties = statement<Key, PartyRow>('matter.parties', (db, p) => db.selectFrom('matter_party').selectAll()
  .where('district', '=', p('district')).where('matter', '=', p('id')))

export type Locked = { readonly row: Row; readonly matter: Matter }

/** Locks one matter that the actor may see. Undefined when it does not exist or may not be seen: the two answer alike. */
export async function lockMatter(tx: Tx, district: string, id: string): Promise<Locked | undefined> {
  const [row] = await lockRow(tx, { district, id })
  if (!row) return undefined
  const parties = await readParties(tx, { district, id })
  return { row, matter: mapRow(row, parties) }
}

/** When the last whistle of a matter was blown; the epoch if never. */
export async function whistledAt(tx: Tx, district: string, matter: string): Promise<Date> {
  const row = await tx.selectFrom('matter_entry').select(sql<Date>`max(at)`.as('at'))
    .where('district', '=', district).where('matter', '=', matter).where('kind', '=', 'whistle').executeTakeFirst()
  return row?.at ?? new Date(0)
}
