import type { Tx } from '../../../kit/db.ts'
import { newId } from '../../../kit/ids.ts'
import { followsFrom, weigh } from '../../rules/matching/index.ts'
import type { Importing } from '../../store/import-held.ts'
import { entriesOf, rejoin, tiesByToken } from '../../store/import-persons.ts'
import { sql } from 'kysely'

type Found = { readonly one: string; readonly other: string; readonly evidence: string; readonly weight: number; readonly join: boolean }

/**
 * Looks for others in the community that may be the same person as these, by ID number and phone. Sure pairs are joined, likely ones are kept for
 * somebody to decide; what was decided before is not asked again. `seekers`: person → tokens. [RO31]
 */
export async function findPairs(tx: Tx, to: Importing, seekers: ReadonlyMap<string, readonly Buffer[]>): Promise<{ readonly joined: number; readonly asked: number }> {
  if (seekers.size === 0) return { joined: 0, asked: 0 }
  await sql`set local enable_seqscan = off`.execute(tx) // as in commit-rows
  const hits = await tiesByToken(tx, to.district, to.community, [...new Map([...seekers.values()].flat().map((one) => [one.toString('hex'), one])).values()])
  const byToken = Map.groupBy(hits, ({ token }) => token.toString('hex'))
  const wanted = new Map<string, readonly [string, string]>()
  for (const [who, tokens] of seekers) {
    for (const hit of tokens.flatMap((token) => byToken.get(token.toString('hex')) ?? [])) {
      if (hit.who === who || hit.person === who) continue
      const pair = who < hit.who ? [who, hit.who] as const : [hit.who, who] as const
      wanted.set(pair.join(' '), pair)
    }
  }
  const entries = await entriesOf(tx, to.district, [...new Set([...wanted.values()].flat())])
  const found = [...wanted.values()].flatMap(([one, other]): Found[] => {
    const [a, b] = [entries.get(one), entries.get(other)]
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
