/** One's own file as its person reads it: what is kept, where it came from, who looked, what was asked. Nobody else's. [RO51] [RO52] */
import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import { statement, type Tx } from '../../kit/db.ts'
import { opensOf, type FieldKey } from '../../trust/index.ts'
import type { Own } from '../commands/own-file-open.ts'
import { isOverdue, type AskedBy, type AskedField, type RefusalReason, type RequestKind, type RequestState } from '../rules/own-file/index.ts'
import { requestsOf, type RequestRow } from '../store/data-request.ts'
import { keyOfDweller, tiesOfWho } from '../store/dweller.ts'
import { valuesOf, type ValueRow } from '../store/value.ts'
import { seeTie, type SeenTie } from './home-people.ts'
import type { FileConsent, FileValue } from './person-file.ts'

export type OwnTieSeen = SeenTie & { readonly homeName: string; readonly values: readonly FileValue[] }
export type OwnRequest = {
  readonly id: string; readonly tie: string; readonly kind: RequestKind; readonly askedBy: AskedBy; readonly field: AskedField | null
  readonly wanted: string | null; readonly words: string | null; readonly askedOn: string; readonly due: string; readonly provisional: boolean
  readonly overdue: boolean; readonly state: RequestState; readonly decidedOn: string | null; readonly reason: RefusalReason | null
  readonly answer: string | null
}
/** A look at one's data, with the title of the post that looked. */
export type OwnOpen = { readonly field: string; readonly purpose: string; readonly by: string | null; readonly day: string;
  readonly half: 'am' | 'pm' }
export type OwnFile = {
  readonly name: string | null; readonly clear: boolean; readonly ties: readonly OwnTieSeen[]; readonly consents: readonly FileConsent[]
  readonly opens: readonly OwnOpen[]; readonly openedOn: readonly string[]; readonly requests: readonly OwnRequest[]
}

type Named = { id: string; name: string }
const homeNames = statement<{ district: string; ids: string[] }, Named>('roster.own.homes', (db, p) => db.selectFrom('place')
  .select(['id', 'full_name as name']).where('district', '=', p('district')).where('id', '=', sql<string>`any(${p('ids')}::uuid[])`))
const titles = statement<{ district: string; ids: string[] }, Named>('roster.own.posts', (db, p) => db.selectFrom('post').select(['id',
  'title as name'])
  .where('district', '=', p('district')).where('id', '=', sql<string>`any(${p('ids')}::uuid[])`))
const consentsOf = statement<{ district: string; persons: string[] }, { kind: string; given_at: Date; how: string; withdrawn_at: Date | null }>(
  'roster.own.consents', (db, p) => db.selectFrom('consent').select(['kind', 'given_at', 'how', 'withdrawn_at']).where('district', '=', p('district'))
    .where('person', '=', sql<string>`any(${p('persons')}::uuid[])`).orderBy('given_at', 'desc').orderBy('id'))
const ownOpens = statement<{ district: string; persons: string[] }, { at: Date }>('roster.own.opened', (db, p) => db.selectFrom('act').select('at')
  .where('district', '=', p('district')).where('subject_kind', '=', 'person').where((e) => e('subject_id', '=', e.fn.any(p('persons'))))
  .where('kind', '=', 'file.opened').orderBy('at', 'desc').limit(20))

const valueOf = (row: ValueRow, key: FieldKey | null | undefined): FileValue => ({
  field: row.field as FileValue['field'], state: row.state as FileValue['state'], seenOn: row.seen_on, source: row.source_kind as FileValue['source'],
  // the table's checks
  shown: row.code ?? (key && row.cipher ? key.open(row.field, row.cipher) : row.masked ?? ''),
  endedOn: row.ended_at === null ? null : shanghaiDay(row.ended_at),
})

function requestOf(row: RequestRow, key: FieldKey | null | undefined, at: Date, clear: boolean): OwnRequest {
  const open = (name: string, cipher: Buffer | null): string | null => (cipher && key ? key.open(name, cipher) : null)
  return {
    id: row.id, tie: row.dweller, kind: row.kind, askedBy: row.asked_by, field: row.field, askedOn: shanghaiDay(row.asked_at),
    due: row.due.toISOString(),
    wanted: clear ? open('request_wanted', row.wanted) ?? row.wanted_masked : row.wanted_masked, words: open('request_words', row.words),
    provisional: row.provisional, overdue: isOverdue(row.state, row.due.getTime(), at.getTime()), state: row.state,
    decidedOn: row.decided_at === null ? null : shanghaiDay(row.decided_at), reason: row.reason, answer: open('request_answer', row.answer),
  }
}

async function keysOf(tx: Tx, district: string, persons: readonly string[]): Promise<ReadonlyMap<string, FieldKey>> {
  const keys = new Map<string, FieldKey>()
  for (const person of persons) {
    const key = await keyOfDweller(tx, district, person)
    if (key) keys.set(person, key)
  }
  return keys
}

/** The file of whoever opened it, masked, or in clear for themselves. The transaction is theirs (`ownScope`). Null once they were erased. */
export async function ownFile(tx: Tx, district: string, own: Own, at: Date, clear: boolean): Promise<OwnFile | null> {
  const keys = await keysOf(tx, district, own.persons)
  if (keys.size === 0) return null
  const [ids, persons] = [own.ties.map(({ id }) => id), [...own.persons]]
  const rows = (await tiesOfWho(tx, { district, who: [own.tie.who] })).filter(({ id }) => ids.includes(id))
  const [values, names, consents, opens, self, requests] = await Promise.all([
    valuesOf(tx, { district, dwellers: ids }), homeNames(tx, { district, ids: own.ties.map(({ home }) => home) }), consentsOf(tx, { district,
      persons }),
    opensOf(tx, district, persons), ownOpens(tx, { district, persons }), requestsOf(tx, { district, dwellers: ids }),
  ])
  const posts = new Map((await titles(tx, { district, ids: opens.flatMap(({ post }) => post ?? []) })).map(({ id, name }) => [id, name]))
  const [homes, byTie] = [new Map(names.map(({ id, name }) => [id, name])), Map.groupBy(values, ({ dweller }) => dweller)]
  const ties = ids.flatMap((id) => rows.filter((row) => row.id === id)).map((row): OwnTieSeen => ({
    ...seeTie(row), homeName: homes.get(row.home) ?? '',
    values: (byTie.get(row.id) ?? []).map((value) => valueOf(value, clear ? keys.get(value.person) : null)),
  }))
  return {
    name: ties[0]?.values.find(({ field, state }) => field === 'name' && state === 'current')?.shown ?? null, clear, ties,
    consents: consents.map((row) => ({ kind: row.kind, givenOn: shanghaiDay(row.given_at), how: row.how,
      withdrawnOn: row.withdrawn_at === null ? null : shanghaiDay(row.withdrawn_at) })),
    opens: opens.map(({ field, purpose, post, day, half }) => ({ field, purpose, by: post === null ? null : posts.get(post) ?? null, day, half })),
    openedOn: self.map((row) => shanghaiDay(row.at)), requests: requests.map((row) => requestOf(row, keys.get(row.person), at, clear)),
  }
}
