import type { Context } from '../../kit/command.ts'
import { shanghaiDay } from '../../kit/clock.ts'
import { refuse } from '../../kit/pure.ts'
import { holdersAt } from '../../offices/index.ts'
import { placeById } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { decideHandOver } from '../rules/decide/handle.ts'
import type { Row } from '../store/load-matter.ts'
import { keepObjection } from './object-to-dispatch.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

export const HAND_OVER_TO = ['captain', 'grid', 'community', 'firm', 'named_worker', 'mediation'] as const
export type HandOver = OnMatter & { readonly to: (typeof HAND_OVER_TO)[number]; readonly reason: string; readonly note: string }

const nobody = {
  code: 'nobody_there', rule: 'M8', explain: { zh: '这里没有这样的人，职位空着。请交给社区。', en: 'There is nobody in that post here: hand it to the community.' },
}
const closed = { code: 'closed_to_party', rule: 'M4', explain: { zh: '这类事不给这一方看，不能交给他们。', en: 'This kind of matter is closed to them.' } }

async function receiver(ctx: Context<Actor>, row: Row, to: HandOver['to']) {
  const place = await placeById(ctx.tx, row.district, row.place)
  if (!place) return undefined
  return (await holdersAt(ctx.tx, row.district, place, shanghaiDay(ctx.at))).get(to)
}

/** [M8] Hands a matter on, with a reason that is counted, to a post or party of the place. */
export const handOverMatter = (ctx: Context<Actor>, input: HandOver) => onMatter(ctx, input, async (matter, standing, moment, row) => {
  if (matter.closedTo.includes(input.to)) return refuse(closed)
  const to = await receiver(ctx, row, input.to)
  if (to && matter.closedTo.includes(to.audience)) return refuse(closed)
  return to ? decideHandOver(matter, standing, { to, reason: input.reason, note: input.note }, moment) : refuse(nobody)
}, 'after', keepObjection(ctx))
