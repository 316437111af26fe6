/** An owner's own ballots: what is asked, what they weigh, whether one is in. What was chosen never comes back (P11). */
import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Said } from '../../kit/pure.ts'
import { questionsOf } from '../store/paper.ts'
import type { OwnHead } from '../store/own-heads.ts'
import { channelsOfRow, heldByOf, kindOf, stateOf, votes, type VoteRow } from '../store/votes.ts'
import { iso, placeName, questionViews } from './vote-parts.ts'

type Elector = { readonly vote: string; readonly id: string; readonly head: string | null; readonly area: string; readonly heads: number; readonly kind: string
  readonly blocked: string | null; readonly tookPart: boolean; readonly casts: number }
const SHOWN = ['noticed', 'frozen', 'open', 'closed', 'counted', 'published', 'filed', 'archived'] as const

const say = (zh: string, en: string): Said => ({ zh, en })

/** Why no ballot can be given on the phone now; null when one can. */
function whyNot(row: VoteRow, elector: Elector, own: OwnHead, at: Date): Said | null {
  if (row.state === 'closed' || (row.closes_at !== null && row.closes_at <= at)) return say('投票已经截止', 'Voting has ended')
  if (row.state !== 'open') return stateOf(row) === 'noticed' || stateOf(row) === 'frozen' ? say('还没有开始投票', 'Voting has not begun') : say('投票已经结束', 'The vote is over')
  if (!channelsOfRow(row).includes('phone')) return say('这次表决用纸质票：可以投进票箱，也可以请人上门来取', 'This vote is on paper: use the box, or ask for somebody to come to your door')
  if (own.as === null) return say('共有人还没有推选由谁来投。请共有人先商量好，再找表决工作组登记', 'The joint owners have not chosen who votes: please agree and tell the ballot team')
  if (elector.blocked !== null) return say('这一户现在不能投票，请找表决工作组', 'This home cannot vote now: please ask the ballot team')
  if (heldByOf(row).rule.holds === 'first' && elector.casts > 0) return say('您的票已经收到。按本小区议事规则，先投的一次算数', 'Your ballot is in. By the rules of this compound the first one counts')
  return null
}

async function ballotOf(tx: Tx, row: VoteRow, elector: Elector, own: OwnHead, at: Date) {
  const { district } = row
  const [questions, place, opinions, titles] = await Promise.all([questionsOf(tx, district, row.id), placeName(tx, district, row.place),
    tx.selectFrom('vote_opinion').select(['said_by as saidBy', 'stance', 'words', 'at']).where('district', '=', district).where('vote', '=', row.id).orderBy('at').execute(),
    tx.selectFrom('elector_title').select('label').where('district', '=', district).where('vote', '=', row.id).where('elector', '=', elector.id).orderBy('label').execute()])
  const why = whyNot(row, elector, own, at)
  return {
    vote: row.id, elector: elector.id, kind: kindOf(row), number: row.number, placeName: place.name, title: row.title, words: row.words,
    questions: questionViews(questions), opinions: opinions.map(({ at: on, ...one }) => ({ ...one, at: on.toISOString() })), homes: titles.map(({ label }) => label),
    area: Number(elector.area), heads: elector.heads, kindOfHead: elector.kind, owner: own.name, as: own.as ?? 'sole', state: stateOf(row), secret: row.secret,
    opensAt: iso(row.opens_at), closesAt: iso(row.closes_at), channels: [...channelsOfRow(row)], holds: heldByOf(row).rule.holds, blocked: elector.blocked,
    tookPart: elector.tookPart, casts: elector.casts, mayCast: why === null, why,
  }
}

/** The ballots of somebody's heads, those that are open first. Reads as the clock, for those heads alone. `vote`, `elector`: only that one. */
export async function ownBallots(tx: Tx, district: string, own: readonly OwnHead[], at: Date, only?: { readonly vote: string; readonly elector: string }) {
  const heads = [...new Set(own.map(({ head }) => head))]
  const electors: Elector[] = await tx.selectFrom('elector').select(['vote', 'id', 'head', 'area', 'heads', 'kind', 'blocked', 'took_part as tookPart', 'casts'])
    .where('district', '=', district).where('head', '=', sql<string>`any(${heads}::uuid[])`)
    .$if(only !== undefined, (q) => q.where('vote', '=', only?.vote ?? '').where('id', '=', only?.elector ?? '')).orderBy('vote', 'desc').limit(200).execute()
  const rows = new Map((await votes(tx, district).where('vote.id', '=', sql<string>`any(${electors.map(({ vote }) => vote)}::uuid[])`)
    .where('vote.state', 'in', SHOWN).execute()).map((row) => [row.id, row]))
  const found = await Promise.all(electors.map(async (elector) => {
    const row = rows.get(elector.vote)
    // one's own right goes before a proxy's, and a proxy for this vote alone counts for no other
    const mine = own.filter(({ head, vote }) => head === elector.head && (vote === null || vote === elector.vote))
    const best = mine.find(({ as }) => as !== null) ?? mine[0]
    return row && best ? ballotOf(tx, row, elector, best, at) : null
  }))
  return found.filter((one) => one !== null).sort((one, other) => Number(other.state === 'open') - Number(one.state === 'open'))
}
