import type { Context } from '../../kit/command.ts'
import type { Actor } from '../../trust/index.ts'
import { decideVisitTried } from '../rules/decide/visiting.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

/** [M41] Notes a return visit that reached nobody; the third ends the asking. */
export const tryVisit = (ctx: Context<Actor>, input: OnMatter & { readonly note: string }) =>
  onMatter(ctx, input, (matter, standing) => decideVisitTried(matter, standing, input.note))
