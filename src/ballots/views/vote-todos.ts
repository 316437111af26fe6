/** What waits for somebody in a vote, each in a sentence that says why nobody but them can do it. */
import { sql } from 'kysely'
import { actAs, type Tx } from '../../kit/db.ts'
import type { Said } from '../../kit/pure.ts'
import { clockOf } from '../commands/votes/on-vote.ts'
import type { Step } from '../rules/vote.ts'
import { heldByOf, stateOf, type VoteRow } from '../store/votes.ts'

export type Todo = { readonly code: string; readonly count: number; readonly words: Said }
type Known = { readonly team: boolean; readonly steps: readonly Step[]; readonly notices: readonly { readonly postedOn: string | null }[]; readonly again: number; readonly delivered: number
  readonly objections: readonly { readonly answeredAt: string | null }[] }

const SAID: Readonly<Record<string, (n: number) => Said>> = {
  doubles: (n) => ({ zh: `${n}户交了不止一张票。系统不替您定，请和监票人一起核对`, en: `${n} homes gave more than one ballot. Nothing is decided for you: look at them with the scrutineers` }),
  differing: (n) => ({ zh: `${n}张纸质票两个人读得不一样，请监票人看`, en: `${n} paper ballots were read in two ways: a scrutineer has to look` }),
  unentered: (n) => ({ zh: `${n}张纸质票还没有录完`, en: `${n} paper ballots are still to be entered` }),
  unnoticed: (n) => ({ zh: `${n}处门栋还没有公告照片`, en: `${n} doors have no photo of the notice yet` }),
  undelivered: (n) => ({ zh: `${n}处房屋的表决票还没有送达`, en: `The ballots of ${n} titles are not delivered yet` }),
  objections: (n) => ({ zh: `${n}条异议还没有答复`, en: `${n} objections have no answer yet` }),
  missing_step: (n) => ({ zh: `还差${n}个步骤`, en: `${n} steps are missing` }),
}

async function paperTodos(tx: Tx, row: VoteRow): Promise<readonly (readonly [string, number])[]> {
  const { rows } = await sql<{ unentered: string; differing: string }>`select
    (select count(*) from cast_ballot where district = ${row.district} and vote = ${row.id} and channel <> 'phone')
      - (select count(*) from choice where district = ${row.district} and vote = ${row.id} and channel <> 'phone') as unentered,
    (select count(*) from (select 1 from paper_entry where district = ${row.district} and vote = ${row.id} group by elector, seq having count(*) > 1) two)
      as differing`.execute(tx)
  const entered = await sql<{ n: string }>`select count(*) as n from choice where district = ${row.district} and vote = ${row.id} and channel <> 'phone'`.execute(tx)
  // two entries stay until the sealing, equal or not: what is in as a choice is not waiting
  const differing = Math.max(0, Number(rows[0]?.differing ?? 0) - Number(entered.rows[0]?.n ?? 0))
  return [['differing', differing], ['unentered', Math.max(0, Number(rows[0]?.unentered ?? 0) - differing)]]
}

/** What waits for the team of a vote; nothing for anybody else. Goes on as the clock, which counts choices without reading them. */
export async function todosOf(tx: Tx, row: VoteRow, { team, steps, notices, again, delivered, objections }: Known): Promise<readonly Todo[]> {
  if (!team) return []
  const state = stateOf(row)
  await actAs(tx, clockOf(row))
  const found: (readonly [string, number])[] = []
  if (state === 'open' || state === 'closed') found.push(['doubles', again])
  if (state === 'closed') found.push(...await paperTodos(tx, row))
  if (state === 'noticed' || state === 'frozen' || state === 'open') found.push(['unnoticed', notices.filter(({ postedOn }) => postedOn === null).length])
  if (state === 'open') found.push(['undelivered', Math.max(0, (heldByOf(row).titles ?? 0) - delivered)])
  found.push(['objections', objections.filter(({ answeredAt }) => answeredAt === null).length])
  if (state !== 'withdrawn' && state !== 'archived') found.push(['missing_step', steps.filter((step) => step.state === 'missing').length])
  return found.filter(([, count]) => count > 0).map(([code, count]) => ({ code, count, words: SAID[code]?.(count) ?? { zh: '', en: '' } }))
}
