import type { Context } from '../../kit/command.ts'
import type { Actor } from '../../trust/index.ts'
import { decideNote } from '../rules/decide/handle.ts'
import { onMatter, type OnMatter } from './on-matter.ts'

/** [M11] A note for the reporter or for colleagues; the reporter's own words go to who has it. */
export const addNote = (ctx: Context<Actor>, input: OnMatter & { readonly note: string; readonly seenBy: 'reporter' | 'staff' }) =>
  onMatter(ctx, input, (matter, standing) => decideNote(matter, standing, input.note, input.seenBy), 'before')
