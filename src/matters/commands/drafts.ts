import type { Context } from '../../kit/command.ts'
import { shanghaiMinute } from '../../kit/clock.ts'
import { common } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { lookUp } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import type { CategoryCode } from '../rules/categories.ts'
import { draftsFrom } from '../rules/paste.ts'
import { fileMatter, type FiledMatter } from './file-matter.ts'

const community: Result<never> = refuse({
  code: 'not_yours', rule: 'M21', explain: { zh: '粘贴聊天由社区和网格来做。', en: 'Pasting a chat is for the community and the grid.' },
})
const nothing: Result<never> = refuse({
  code: 'nothing_found', rule: 'M21',
  explain: {
    zh: '没有读出要办的事。请把聊天连同时间、名字一起粘贴，名字不会留下。', en: 'Nothing to handle was found. Paste the chat with its times and names; names are not kept.',
  },
})
const gone = refuse(common.notFound)

export type AddedDrafts = { readonly drafts: number; readonly smallTalk: number }

/** Drafts that one paste may make: more are refused as a whole, so that none is left out in silence. */
const MOST = 100
const tooMany = (found: number): Result<never> => refuse({
  code: 'too_many_drafts', rule: 'M21',
  explain: {
    zh: `这段聊天有${found}件，一次最多${MOST}件。请分几次粘贴，框里的还在。`,
    en: `This chat holds ${found} drafts, at most ${MOST} at once: paste it in parts. What you pasted is still there.`,
  },
})

/**
 * [M21] Makes drafts from a pasted chat: words without nicknames, with time, a guess of the place and a category. Small talk is counted and left
 * out.
 */
export async function addDrafts(
  ctx: Context<Actor>, input: { readonly text: string; readonly within?: string | undefined },
): Promise<Result<AddedDrafts>> {
  const { actor, tx, at } = ctx
  const path = actor.scopes.find((scope) => scope.startsWith('d'))
  if (!actor.post || !actor.org || !path || !actor.audience.some((a) => a === 'community' || a === 'grid')) return community
  const pasted = draftsFrom(input.text, shanghaiMinute(at))
  const said = pasted.drafts.filter((draft) => draft.words !== '') // a photo alone says nothing yet
  if (said.length === 0) return nothing
  if (said.length > MOST) return tooMany(said.length)
  for (const draft of said) {
    const fits = draft.place ? await lookUp(tx, actor.district, draft.place, { ...(input.within ? { within: input.within } : {}), limit: 2 }) : []
    const found = fits.length === 1 ? fits[0] : undefined // a building 3 stands in many compounds: a person says which
    await tx.insertInto('draft').values({
      district: actor.district, id: newId(), path, org: actor.org, post: actor.post,
      words: draft.words, place_text: draft.place ?? '', place: found?.id ?? input.within ?? null,
      category: draft.unsure ? null : draft.suggestions[0]?.code ?? null, said_at: draft.at ?? '', at,
    }).execute()
  }
  return ok({ drafts: said.length, smallTalk: pasted.smallTalk + pasted.drafts.length - said.length })
}

const open = (ctx: Context<Actor>, id: string) =>
  ctx.tx.selectFrom('draft').selectAll().where('district', '=', ctx.actor.district).where('id', '=', id)
  .where('org', '=', ctx.actor.org).where('filed', 'is', null).where('dropped_at', 'is', null).forUpdate().executeTakeFirst()

export type FileDraft = {
  readonly id: string; readonly place: string; readonly category: CategoryCode; readonly words: string; readonly onBoard: boolean
}

/** [M21] Files one draft as a matter, by the same command as every other. */
export async function fileDraft(ctx: Context<Actor>, input: FileDraft): Promise<Result<FiledMatter>> {
  if (!(await open(ctx, input.id))) return gone
  const filed = await fileMatter(ctx, { ...input, channel: 'chat' })
  if (filed.ok) {
    await ctx.tx.updateTable('draft').set({ filed: filed.value.id }).where('district', '=', ctx.actor.district).where('id', '=', input.id).execute()
  }
  return filed
}

/** [M21] Drops a draft that is no matter. */
export async function dropDraft(ctx: Context<Actor>, input: { readonly id: string }): Promise<Result<{ readonly id: string }>> {
  if (!(await open(ctx, input.id))) return gone
  await ctx.tx.updateTable('draft').set({ dropped_at: ctx.at, words: '' })
    .where('district', '=', ctx.actor.district).where('id', '=', input.id).execute()
  return ok({ id: input.id })
}
