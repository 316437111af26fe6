import type { Context } from '../../kit/command.ts'
import type { Actor } from '../../trust/index.ts'
import { decideContact, type Contact } from '../rules/decide/handle.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

/** [M23] Notes that somebody spoke with the reporter. */
export const contactReporter = (ctx: Context<Actor>, input: OnMatter & Contact) =>
  onMatter(ctx, input, (matter, standing) => decideContact(matter, standing, input))
