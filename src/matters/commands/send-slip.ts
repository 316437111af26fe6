import type { Context } from '../../kit/command.ts'
import { common } from '../../kit/http.ts'
import { refuse } from '../../kit/pure.ts'
import type { Actor } from '../../trust/index.ts'
import { decideSlip, decideSlipAnswer } from '../rules/decide/joint.ts'
import { onMatter, type OnMatter } from './on-matter.ts'
import { partiesAt } from './party-at.ts'

/** [M14] Sends a contact slip to a utility. */
export const sendSlip = (ctx: Context<Actor>, input: OnMatter & { readonly org: string; readonly note: string; readonly urgent: boolean }) =>
  onMatter(ctx, input, async (matter, standing, _moment, row) => {
    const parties = await partiesAt(ctx, row, [input.org])
    if (!parties.ok) return parties
    const [to] = parties.value
    return to ? decideSlip(matter, standing, { to: to.org, kind: to.kind, note: input.note, urgent: input.urgent }) : refuse(common.notFound)
  })

/** [M14] Enters what a utility answered, with its own number where it gave one. */
export const answerSlip = (
  ctx: Context<Actor>, input: OnMatter & { readonly org: string; readonly note: string; readonly outsideNumber?: string | undefined },
) =>
  onMatter(ctx, input, (matter, standing) =>
    decideSlipAnswer(matter, standing, { from: input.org, note: input.note, outsideNumber: input.outsideNumber }))
