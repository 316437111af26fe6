import type { Context } from '../../kit/command.ts'
import type { Actor } from '../../trust/index.ts'
import { decideTell, type Tell } from '../rules/decide/handle.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

/** Follows a matter on behalf of its reporter and tells them how it stands; the act says for whom, where they left a contact. (P02) */
export const tellReporter = (ctx: Context<Actor>, input: OnMatter & Tell) =>
  onMatter(ctx, input, (matter, standing, _moment, row) => decideTell(matter, standing, input, row.contact))
