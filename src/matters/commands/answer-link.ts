import type { Context } from '../../kit/command.ts'
import { withScope, type Db } from '../../kit/db.ts'
import { newId, readCode, sha256 } from '../../kit/ids.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { namesOf } from '../../offices/index.ts'
import { clockActor, digitsOf, publicActor, receiptCodeOf, type Actor } from '../../trust/index.ts'
import { LINK, linkState, mayOpen, wrongCode } from '../rules/answering.ts'
import { decideAnswerLink, decideByLink, type Answer } from '../rules/decide/answer.ts'
import { legsOf } from '../store/apply-change.ts'
import { lockMatter, whistledAt } from '../store/load-matter.ts'
import { mapLink } from '../store/whistle-rows.ts'
import { keepObjection } from './object-to-dispatch.ts'
import { onMatter, type Done, type OnMatter } from './on-matter.ts'

/** What stands in a link and its six digits: both worked out from its id, so that a repeated request is given the same and nothing keeps them. */
export const secretsOf = (link: string): { readonly token: string; readonly code: string } => ({ token: receiptCodeOf(link), code: digitsOf(link) })
const hashes = ({ token, code }: { readonly token: string; readonly code: string }) =>
  ({ token: sha256(`answer ${token}`), code: sha256(`answer ${token} ${code}`) })

export type LinkMade = Done & { readonly link: string; readonly org: string; readonly until: string }

/** [M27] Makes a link by which a party answers once without signing in. An older one of the same party opens no more. */
export async function makeAnswerLink(ctx: Context<Actor>, input: OnMatter & { readonly org: string }): Promise<Result<LinkMade>> {
  const { district } = ctx.actor
  let until = 0
  const done = await onMatter(ctx, input, (matter, standing, moment) => {
    const decided = decideAnswerLink(matter, standing, input.org, moment)
    if (!decided.ok) return decided
    until = decided.value.until
    return ok(decided.value.change)
  })
  if (!done.ok) return done
  const made = await lockMatter(ctx.tx, district, input.id)
  if (!made || !ctx.actor.post) return refuse(wrongCode)
  const link = newId()
  await ctx.tx.updateTable('answer_link').set({ withdrawn_at: ctx.at }).where('district', '=', district).where('matter', '=', input.id)
    .where('org', '=', input.org).where('used_at', 'is', null).where('withdrawn_at', 'is', null).execute()
  await ctx.tx.insertInto('answer_link').values({ district, id: link, matter: input.id, ...legsOf(made.row), org: input.org,
    ...hashes(secretsOf(link)),
    made_at: ctx.at, made_post: ctx.actor.post, expires_at: new Date(until) }).execute()
  return ok({ ...done.value, link, org: input.org, until: new Date(until).toISOString() })
}

/** A party that answers by a link: its organisation, no person and no post; it reaches what its organisation takes part in. */
export const linkActor = (district: string, org: string, kind: string): Actor =>
  ({ ...publicActor(district), org, audience: [kind], orgs: [org], kind: 'staff' })

export type OpenedLink = { readonly link: string; readonly matter: string; readonly org: string; readonly kind: string; readonly used: boolean }
type Typed = { readonly district: string; readonly path: string; readonly token: string; readonly code: string; readonly at: Date }

/**
 * [M27] Checks a link and its code. A transaction of its own, because a wrong try is counted although it is refused. A used link is told apart
 * only to who has the code, so that a repeated answer can be given its reply; `path` is the district's.
 */
export const openAnswerLink = (db: Db, { district, path, token, code, at }: Typed): Promise<Result<OpenedLink>> =>
  withScope(db, clockActor(district, path), async (tx): Promise<Result<OpenedLink>> => {
    const typed = hashes({ token: readCode(token), code: code.normalize('NFKC').replace(/\D/g, '') })
    const row = await tx.selectFrom('answer_link').selectAll().where('district', '=', district).where('token', '=',
      typed.token).forUpdate().executeTakeFirst()
    if (!row) return refuse(wrongCode)
    const right = row.code.equals(typed.code)
    const may = mayOpen(mapLink(row), right, at.getTime())
    if (!right && row.tries < LINK.tries) {
      await tx.updateTable('answer_link').set({ tries: row.tries + 1 }).where('district', '=', district).where('id', '=', row.id).execute()
    }
    const used = right && linkState(mapLink(row), at.getTime()) === 'used'
    if (!may.ok && !used) return may
    const kind = (await namesOf(tx, district, { orgs: [row.org] })).org(row.org)?.kind ?? ''
    return ok({ link: row.id, matter: row.matter, org: row.org, kind, used })
  })

export type ByLink = Omit<Answer, 'org' | 'kind'> & { readonly photos?: readonly string[] | undefined }

/** [M27] One answer by a link, which is used up by it. */
export async function answerByLink(ctx: Context<Actor>, input: ByLink & { readonly opened: OpenedLink }): Promise<Result<Done>> {
  const { link, matter: id, org, kind } = input.opened
  const used = await ctx.tx.updateTable('answer_link').set({ used_at: ctx.at, used_for: input.what }).where('district', '=', ctx.actor.district)
    .where('id', '=', link).where('used_at', 'is', null).where('withdrawn_at', 'is', null).returning('id').execute()
  if (used.length === 0) return refuse({ ...wrongCode, code: 'link_used', explain: { zh: '这个链接已经答复过一次。', en: 'This link was answered by already.' } })
  return onMatter(ctx, { id, photos: input.photos }, async (matter, _standing, moment) =>
    decideByLink(matter, { ...input, org, kind }, moment, (await whistledAt(ctx.tx, ctx.actor.district, id)).getTime()),
    input.what === 'object' ? 'before' : 'after', keepObjection(ctx))
}
