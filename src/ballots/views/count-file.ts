/** The file by which scrutineers count again on their own machines: pseudonyms, weights, choices. No name, no home (P10). */
import type { Context } from '../../kit/command.ts'
import { actAs } from '../../kit/db.ts'
import type { Actor } from '../../trust/index.ts'
import { clockOf } from '../commands/votes/on-vote.ts'
import { ballotActs } from '../rules/life/index.ts'
import { choiceLine, headerLine } from '../rules/sealed/index.ts'
import { openedChoices } from '../store/choices.ts'
import { sealKeyOf } from '../store/vote-keys.ts'
import { recordVote } from '../store/votes.ts'
import { sealedReceiptOf } from './ballot-receipt.ts'
import { seenByTeam } from './electors.ts'
import { resultOf } from './vote-parts.ts'

/** The whole file as text, for a scrutineer of a counted vote; that it was taken is an act. Null for anybody else. 100,000 lines take some seconds. */
export async function countFile(ctx: Context<Actor>, id: string): Promise<{ readonly name: string; readonly text: string } | null> {
  const { tx, actor, at } = ctx
  const row = await seenByTeam(tx, actor, id, 'countFile', at)
  const result = row && resultOf(row)
  if (!row?.root || !result) return null
  await recordVote(ctx, row, ballotActs.state('ballots.recount', { size: row.size ?? 0 }))
  await actAs(tx, clockOf(row))
  const where = { district: row.district, vote: row.id }
  const choices = await openedChoices(tx, where, await sealKeyOf(tx, where))
  const header = headerLine({ vote: row.id, root: row.root.toString('hex'), size: row.size ?? 0, rules: result.file.rules, result: result.file.line,
    sealed: await sealedReceiptOf(tx, row.district, row.id) })
  return { name: `count-${row.number}.jsonl`, text: header + choices.map(({ open }) => choiceLine(open)).join('') }
}
