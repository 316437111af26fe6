import { z } from 'zod'
import { id, plainText, words } from '../../kit/http.ts'
import { conflictChoices } from '../commands/import/decide-conflict.ts'
import { pairMoves } from '../commands/import/decide-pair.ts'
import { importMoves } from '../commands/import/move-import.ts'
import { IMPORT_STATES } from '../rules/import/index.ts'
import { openedFields } from '../rules/reading/index.ts'

const day = z.iso.date()
const letter = z.string().regex(/^[A-Z]{1,3}$/)
const moves = ['map', 'fix', 'decide', 'commit', 'pause', 'resume', 'drop', 'undo'] as const
const sources = ['import', 'door', 'desk', 'resident', 'demo'] as const
const valueFields = ['name', 'phone', 'id_number', 'born', 'sex', 'relation', 'registered_at', 'note'] as const

/** What a column can be read as, in the order in which a person is offered it. */
export const columnFields = ['name', 'id_number', 'phone', 'sex', 'born', 'relation', 'household_no', 'compound', 'building', 'unit', 'floor', 'room',
  'address',
  'residence_kind', 'live_type', 'apart', 'lives_at', 'registered_at', 'since', 'moved_out', 'moved_on', 'dead', 'died_on', 'home_state',
  'owner_name', 'owner_phone',
  'owner_id', 'tenant_name', 'tenant_phone', 'tenant_id', 'head_name', 'head_id', 'head_phone', 'area', 'remark', 'note', ...openedFields] as const

export const SendQuery = z.object({ community: id(), seenOn: day.optional() })
export const ById = z.object({ id: id() })
const [mostSheets, mostRows] = [1000, 2_000_000]
export const ByRow = z.object({ id: id(), sheet: z.coerce.number().int().min(1).max(mostSheets), n: z.coerce.number().int().min(1).max(mostRows) })
export const RowsQuery = z.object({
  verdict: z.enum(['ok', 'fixable', 'cannot']).optional(), code: z.string().regex(/^[a-z_0-9]{2,40}$/).optional(),
  after: z.string().regex(/^\d{1,4}\.\d{1,8}$/).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
const sheet = z.number().int().min(1).max(mostSheets)
const place = { sheet, n: z.number().int().min(1).max(mostRows) }
export const DecideBody = z.strictObject({
  decision: z.enum(['take', 'leave', 'open']), row: z.strictObject(place).optional(),
  code: z.string().regex(/^[a-z_0-9]{2,40}$/).nullable().optional(),
})
export const CellBody = z.strictObject({ ...place, letter, text: words(300, 0) })
export const ColumnBody = z.strictObject({ sheet, letter, as: z.enum([...columnFields, 'ignored']) })
export const MoveBody = z.strictObject({ move: z.enum(importMoves) })

const line = {
  id: z.uuid(), community: z.uuid(), communityName: z.string(), state: z.enum(IMPORT_STATES), seenOn: z.string(), startedAt: z.string(),
  doneAt: z.string().nullable(),
  undoneAt: z.string().nullable(), expiresAt: z.string(), readRows: z.number(), doneRows: z.number(), failure: z.string().nullable(),
  numbers: z.record(z.string(), z.number()), moves: z.array(z.enum(moves)),
}
export const Imports = z.object({
  today: z.string(), items: z.array(z.object(line)), communities: z.array(z.object({ id: z.uuid(), name: z.string() })),
  examples: z.array(z.object({ name: z.string(), title: z.object({ zh: z.string(), en: z.string() }) })),
}).meta({ id: 'RosterImports' })
const column = z.object({ letter: z.string(), outcome: z.enum(['field', 'ignored', 'locked', 'refused', 'unknown']), field: z.string().nullable(),
  head: z.string().nullable(),
  opens: z.enum(openedFields).nullable() })
export const ImportView = z.object({
  ...line, judging: z.boolean(), problems: z.record(z.string(), z.number()), refused: z.array(z.object({ sheet: z.number(), column: z.string() })),
  sheets: z.array(z.object({ sheet: z.number(), held: z.enum(['people', 'homes', 'nothing']), building: z.string().nullable(),
    columns: z.array(column) })),
}).meta({ id: 'RosterImport' })
const rowLine = {
  sheet: z.number(), n: z.number(), verdict: z.string(), decision: z.string(), home: z.string().nullable(), who: z.array(z.string()),
  problems: z.array(z.object({ letter: z.string(), code: z.string(), fix: z.string().nullable() })),
}
export const Rows = z.object({ items: z.array(z.object(rowLine)), next: z.string().nullable() }).meta({ id: 'RosterRows' })
export const RowView = z.object({
  ...rowLine, cells: z.array(z.object({ letter: z.string(), raw: z.string(), typed: z.string().nullable() })),
  people: z.array(z.object({
    name: z.string().nullable(), phones: z.array(z.string()), idNumber: z.string().nullable(), born: z.string().nullable(),
    sex: z.string().nullable(),
    relation: z.string().nullable(), ties: z.array(z.string()), until: z.string().nullable(), whyUntil: z.string().nullable(),
    registeredAt: z.string().nullable(),
  })),
}).meta({ id: 'RosterRow' })
export const Sent = z.object({ id: z.uuid(), before: z.uuid().nullable() }).meta({ id: 'RosterSent' })
export const Moved = z.object({ id: z.uuid(), state: z.enum(IMPORT_STATES) })
export const Decided = z.object({ rows: z.number() })
export const Typed = z.object({ verdict: z.string() })
export const Mapped = z.object({ again: z.boolean() })

export const ConflictsQuery = z.object({ after: id().optional(), limit: z.coerce.number().int().min(1).max(100).default(50) })
export const ByValue = z.object({ value: id() })
export const ConflictBody = z.strictObject({ kept: z.enum(conflictChoices) })
const side = z.object({ shown: z.string(), source: z.enum(sources), seenOn: z.string() })
export const Conflicts = z.object({
  count: z.number(), next: z.string().nullable(), items: z.array(z.object({
    id: z.uuid(), home: z.uuid(), homeName: z.string(), name: z.string().nullable(), field: z.enum(valueFields), old: z.array(side), new: side,
  })),
}).meta({ id: 'RosterConflicts' })
export const ConflictReopened = z.object({ id: z.uuid() })
export const ConflictDecided = z.object({ id: z.uuid(), kept: z.string() })

export const PairsQuery = z.object({ state: z.enum(['open', 'joined', 'apart']).default('open'), from: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(50) })
export const ByPair = z.object({ pair: id() })
export const PairBody = z.strictObject({ move: z.enum(pairMoves) })
const pairSide = z.object({
  person: z.uuid(), name: z.string().nullable(), phone: z.string().nullable(), idNumber: z.string().nullable(), sex: z.string().nullable(),
  homes: z.array(z.object({ home: z.uuid(), name: z.string(), ties: z.array(z.string()), source: z.enum(sources) })),
})
export const Pairs = z.object({
  count: z.number(), next: z.string().nullable(), items: z.array(z.object({
    id: z.uuid(), state: z.string(), weight: z.number(), evidence: z.array(z.object({ code: z.string(), weight: z.number() })), one: pairSide,
    other: pairSide,
  })),
}).meta({ id: 'RosterPairs' })
export const PairDecided = z.object({ id: z.uuid(), state: z.string() })
export const ByExample = z.object({ name: plainText(60) })
