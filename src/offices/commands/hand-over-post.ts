import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import type { Context } from '../../kit/command.ts'
import type { Tx } from '../../kit/db.ts'
import { common } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { appendAct } from '../../record/index.ts'
import type { Actor } from '../../trust/index.ts'
import { officeActs } from '../rules/acts.ts'
import { checkHandOver, checkTerm, overlaps, type Term } from '../rules/index.ts'
import { mayHandOver } from '../rules/policy.ts'
import { standingOf } from '../views/standing.ts'

/**
 * A change of holder. `person` null leaves the post vacant, unless `name` enters somebody who held no office before; else the new holder must be entered as
 * an officer. Dates are 'YYYY-MM-DD'.
 */
export type HandOverPost = {
  readonly post: string; readonly person: string | null; readonly day?: string; readonly termUntil?: string; readonly consentAt?: string
  readonly publicName?: boolean; readonly publicPhone?: boolean
  readonly name?: string
}

/** The tenure that begins, or null when the post is vacant now. */
export type HandedOver = { readonly post: string; readonly tenure: string | null; readonly from: string
  /** Whether the new holder now sits on the owners' body and on the residents' committee. */ readonly overlap: boolean }

const unknownPerson = { code: 'unknown_officer', rule: 'O7',
  explain: { zh: '还没有登记这个人，请先登记姓名。', en: 'This person is not entered yet: enter their name first.' } }
const tooFar = { code: 'hand_over_later', rule: 'O6', explain: { zh: '交接要在当天办，不能预先记。', en: 'A hand-over is entered on its day, not ahead.' } }

async function lockPost(tx: Tx, district: string, post: string) {
  return tx.selectFrom('post').select(['id', 'kind', 'place', 'path', 'compound_path']).where('district', '=', district).where('id', '=',
    post).forUpdate().executeTakeFirst()
}

async function termsOf(tx: Tx, district: string, post: string): Promise<(Term & { id: string; person: string })[]> {
  return tx.selectFrom('tenure').select(['id', 'person', sql<string>`to_char(from_date, 'YYYY-MM-DD')`.as('from'),
    sql<string | null>`to_char(to_date, 'YYYY-MM-DD')`.as('to')])
    .where('district', '=', district).where('post', '=', post).where('deputy_of', 'is', null).execute()
}

type Given = Omit<HandOverPost, 'name'> & { readonly name?: string | undefined }

/** The new term, or null when nobody follows; refuses somebody who is not known as an officer, and a term that overlaps another. */
async function startTerm(ctx: Context<Actor>, input: Given, from: string, others: readonly Term[]): Promise<Result<string | null>> {
  const { tx, actor: { district } } = ctx
  if (input.person === null) return ok(null)
  if (input.name !== undefined) await tx.insertInto('officer').values({ district, person: input.person, name: input.name }).execute()
  const officer = await tx.selectFrom('officer').select('person').where('district', '=', district).where('person', '=',
    input.person).executeTakeFirst()
  if (officer === undefined) return refuse(unknownPerson)
  const term = checkTerm({ from, to: null }, others)
  if (!term.ok) return term
  const id = newId()
  await tx.insertInto('tenure').values({
    district, id, post: input.post, person: input.person, from_date: from, term_until: input.termUntil ?? null, consent_at: input.consentAt ?? null,
    public_name: input.publicName ?? true, public_phone: input.publicPhone ?? false,
  }).execute()
  return ok(id)
}

/**
 * Hands a post over: ends the present term on a day (today unless given) and starts the next, or leaves the post vacant.
 * Only for community and street in their area, and for a holder who leaves. Open work stays with the post. [O6] [O7]
 */
export async function handOverPost(ctx: Context<Actor>, given: HandOverPost): Promise<Result<HandedOver>> {
  const { tx, actor, at } = ctx
  const input = given.person === null && given.name !== undefined ? { ...given, person: newId() } : { ...given, ...(given.person === null ? {} : { name: undefined }) }
  const { district } = actor
  const day = input.day ?? shanghaiDay(at)
  const post = await lockPost(tx, district, input.post)
  if (post === undefined) return refuse(common.notFound)
  const terms = await termsOf(tx, district, post.id)
  const open = terms.find(({ to }) => to === null) ?? null
  if (!mayHandOver(actor, { path: post.path, holder: open?.person ?? null }, input.person)) return refuse(common.notFound)
  if (day > shanghaiDay(at)) return refuse(tooFar)
  const checked = checkHandOver({ day, holder: open, captain: post.kind === 'captain' && input.person !== null, consentAt: input.consentAt ?? null })
  if (!checked.ok) return checked
  if (open !== null) await tx.updateTable('tenure').set({ to_date: day }).where('district', '=', district).where('id', '=', open.id).execute()
  const others = terms.map((term) => (term.id === open?.id ? { from: term.from, to: day } : term))
  const started = await startTerm(ctx, input, day, others)
  if (!started.ok) return started
  await appendAct(tx, {
    district, at, what: officeActs.state('post.handed_over', { post: post.id, from: day, before: open?.person, after: input.person ?? undefined }),
    channel: 'web',
    actorPerson: actor.person, actorPost: actor.post, place: post.place, path: post.path, compoundPath: post.compound_path,
    subject: { kind: 'post', id: post.id },
  })
  const held = input.person === null ? [] : await standingOf(tx, district, input.person, at)
  return ok({ post: post.id, tenure: started.value, from: day, overlap: overlaps(held.map(({ audience }) => audience)) })
}
