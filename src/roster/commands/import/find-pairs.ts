import type { Tx } from '../../../kit/db.ts'
import { newId } from '../../../kit/ids.ts'
import { followsFrom, PHONE_ALONE_NEEDS_NAME, weigh, type Known } from '../../rules/matching/index.ts'
import type { Importing } from '../../store/import-held.ts'
import { entriesOf, rejoin, tiesByToken, whoseTies, type Search } from '../../store/import-persons.ts'
import { sql } from 'kysely'

/** Somebody who was told, with what each row said; `known` where that is all there is to know of them. */
export type Seeker = { readonly told: readonly Known[]; readonly known: Known | null }
/** Who is looked for, by person, and the ties that were made with them: tie → who. */
export type Sought = { readonly seekers: ReadonlyMap<string, Seeker>; readonly own: ReadonlyMap<string, string> }
type Found = { readonly one: string; readonly other: string; readonly evidence: string; readonly weight: number; readonly join: boolean }
type Pair = readonly [string, string]

/** By what a seeker is looked for: the ID number, and each telephone; where other names come to nothing, together with the name. */
const searchesOf = ([seeker, { told }]: readonly [string, Seeker]): readonly (Search & { readonly seeker: string })[] =>
  told.flatMap(({ name, idNumber, phones }) => [...phones.map((token) => ({ seeker, token, name: PHONE_ALONE_NEEDS_NAME ? name : undefined })),
    ...idNumber === undefined ? [] : [{ seeker, token: idNumber }]])

/** Everybody beside whom a seeker has to be looked at, each pair once. Whose a tie of the same rows is, is known from memory. */
async function pairsOf(tx: Tx, to: Importing, { seekers, own }: Sought): Promise<readonly Pair[]> {
  const searches = [...seekers].flatMap(searchesOf)
  const hits = (await tiesByToken(tx, to.district, to.community, searches)).flatMap(({ at, tie }) => ({ seeker: searches[at]?.seeker ?? '', tie }))
    .filter(({ seeker, tie }) => own.get(tie) !== seeker)
  const others = await whoseTies(tx, to.district, [...new Set(hits.map(({ tie }) => tie).filter((tie) => !own.has(tie)))])
  const wanted = new Map<string, Pair>()
  for (const { seeker, tie } of hits) {
    const mine = own.get(tie)
    const whose = mine === undefined ? others.get(tie) : { person: mine, who: mine }
    if (whose === undefined || whose.who === seeker || whose.person === seeker) continue
    const pair = seeker < whose.who ? [seeker, whose.who] as const : [whose.who, seeker] as const
    wanted.set(pair.join(' '), pair)
  }
  return [...wanted.values()]
}

/**
 * Looks for others in the community that may be the same person as these, by ID number and phone. Sure pairs are joined, likely ones are kept for
 * somebody to decide; what was decided before is not asked again. [RO31]
 */
export async function findPairs(tx: Tx, to: Importing, sought: Sought): Promise<{ readonly joined: number; readonly asked: number }> {
  const { seekers } = sought
  if (seekers.size === 0) return { joined: 0, asked: 0 }
  await sql`set local enable_seqscan = off`.execute(tx) // as in commit-rows
  const pairs = await pairsOf(tx, to, sought)
  const unknown = [...new Set(pairs.flat())].filter((who) => !seekers.get(who)?.known)
  const entries = await entriesOf(tx, to.district, unknown)
  const of = (who: string): Known | undefined => seekers.get(who)?.known ?? entries.get(who)
  const found = pairs.flatMap(([one, other]): Found[] => {
    const [a, b] = [of(one), of(other)]
    if (!a || !b) return []
    const weighed = weigh(a, b)
    const follows = followsFrom(weighed)
    return follows === 'nothing' ? [] : [{ one, other, evidence: JSON.stringify(weighed.evidence), weight: weighed.weight, join: follows === 'join' }]
  })
  return keep(tx, to, found)
}

async function keep(tx: Tx, to: Importing, found: readonly Found[]): Promise<{ readonly joined: number; readonly asked: number }> {
  if (found.length === 0) return { joined: 0, asked: 0 }
  const column = <T>(of: (one: Found) => T): T[] => found.map(of)
  const { rows } = await sql<{ one: string; other: string; state: string }>`
    insert into same_person (district, id, community, path, one, other, evidence, weight, state, found_at, decided_at, source)
    select ${to.district}::char(6), r.id, ${to.community}::uuid, ${to.path}::ltree, r.one, r.other, r.evidence, r.weight, r.state, ${to.at}::timestamptz,
      case when r.state = 'joined' then ${to.at}::timestamptz end, ${to.id}::uuid
    from unnest(${column(() => newId())}::uuid[], ${column(({ one }) => one)}::uuid[], ${column(({ other }) => other)}::uuid[],
      ${column(({ evidence }) => evidence)}::jsonb[], ${column(({ weight }) => weight)}::int[], ${column(({ join }) => (join ? 'joined' : 'open'))}::text[])
      as r(id, one, other, evidence, weight, state)
    on conflict (district, one, other) do nothing returning one, other, state`.execute(tx)
  const joined = rows.filter(({ state }) => state === 'joined')
  if (joined.length > 0) await rejoin(tx, to.district, joined.flatMap(({ one, other }) => [one, other]))
  return { joined: joined.length, asked: rows.length - joined.length }
}
