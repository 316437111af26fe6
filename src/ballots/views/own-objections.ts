/** What an owner may object to, and what they objected with its answer; for their own page alone. */
import type { Tx } from '../../kit/db.ts'
import { shanghaiDay } from '../../kit/clock.ts'
import { headFor, mayHeadObject } from '../commands/votes/object-own.ts'
import { HOUSEHOLDS_MATTER } from '../rules/households.ts'
import { ABOUTS } from '../rules/life/index.ts'
import { homesOfHeads, objectionsOfHeads } from '../store/own-objections.ts'
import type { OwnHead } from '../store/own-heads.ts'
import { kindOf, stateOf, votes } from '../store/votes.ts'
import { iso } from './vote-parts.ts'

const SHOWN = ['noticed', 'frozen', 'open', 'closed', 'counted', 'published', 'filed', 'archived'] as const

/** The votes of the compounds of somebody's heads that can be objected to or were, newest first. `tx` is the clock's. */
export async function ownObjections(tx: Tx, district: string, own: readonly OwnHead[], at: Date) {
  const heads = [...new Set(own.map(({ head }) => head))]
  const compounds = [...new Set((await homesOfHeads(tx, district, heads)).map(({ compound }) => compound))]
  const mine = await objectionsOfHeads(tx, district, heads)
  const rows = compounds.length === 0 ? [] : await votes(tx, district).where('vote.place', 'in', compounds).where('vote.state', 'in', SHOWN)
    .where('vote.kind', '<>', 'budget').where((e) => e.or([e('vote.item', 'is', null), e('vote.item', '<>', HOUSEHOLDS_MATTER)])).orderBy('vote.id', 'desc').limit(30).execute()
  const items = []
  for (const row of rows) {
    const head = await headFor({ tx }, row, own)
    const said = mine.filter(({ vote }) => vote === row.id)
    if (head === null) continue
    const may = await mayHeadObject({ tx, at }, row, said.filter((one) => one.head === head && one.answered === null).length)
    if (!may.ok && said.length === 0) continue
    items.push({ vote: row.id, kind: kindOf(row), number: row.number, title: row.title, state: stateOf(row), mayObject: may.ok,
      why: may.ok ? null : may.refusal.explain, objections: said.map(({ id, about, words, at: when, due, answered, answer }) =>
        ({ id, about: ABOUTS.find((one) => one === about) ?? 'other' as const, words, on: shanghaiDay(when), due: due.toISOString(), answeredAt: iso(answered), answer })) })
  }
  return { items }
}
