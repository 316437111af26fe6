import type { Tx } from '../../kit/db.ts'
import type { Actor } from '../../trust/index.ts'
import { actAs } from '../../kit/db.ts'
import { rolesOn, teamScope } from '../commands/votes/on-vote.ts'
import { loadVote } from '../store/votes.ts'

/** The file of the photo at a door, for whoever sees the vote; null for anybody else, and where there is none. */
export async function noticeFile(tx: Tx, actor: Actor, id: string, place: string, at: Date): Promise<string | null> {
  await actAs(tx, teamScope(actor, id, await rolesOn({ tx, actor }, id, at)))
  const row = await loadVote(tx, actor.district, id)
  if (!row) return null
  const found = await tx.selectFrom('vote_notice').select('file').where('district', '=', actor.district).where('vote', '=', id).where('place', '=', place)
    .executeTakeFirst()
  return found?.file ?? null
}
