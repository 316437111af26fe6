/** How a thread begins: from matters that are alike, a reception day, another thread, a standing body, or a resident's own words. */
import { shanghaiDay } from '../../../kit/clock.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { matterBehind, tellOfThread } from '../../../matters/index.ts'
import { holdersAt } from '../../../offices/index.ts'
import { placeById, type PlaceView } from '../../../places/index.ts'
import { isWithin } from '../../../trust/index.ts'
import type { Speaking } from '../../rules/speech/index.ts'
import { threadActs } from '../../rules/threads/acts.ts'
import { STARTERS, type Origin, type Starter } from '../../rules/threads/index.ts'
import { addStep, threadById, type ThreadRow } from '../../store/threads.ts'
import { say } from '../speech/say.ts'
import { reachThread, recordThread, type Done, type Staff } from './on-thread.ts'
import { publicWords } from './public-words.ts'

const PLACES: readonly string[] = ['community', 'compound', 'building', 'unit']
const refusals = {
  place: { code: 'wrong_place', rule: 'DT2', explain: { zh: '一件事要落在社区、小区、楼或者单元上。', en: 'A thread is about a community, compound, building or staircase.' } },
  post: { code: 'wrong_post', rule: 'DT2', explain: { zh: '这件事请社区、支部、业委会、物业或楼栋长来开。', en: 'This is for the community, branch, owners’ committee, firm or a captain to start.' } },
  matters: { code: 'no_matters', rule: 'DT2', explain: { zh: '从报上来的事开头，至少选一件。', en: 'Choose at least one matter to begin from.' } },
  outside: { code: 'outside', rule: 'DT2', explain: { zh: '有一件事不在这个地方。', en: 'One of the matters is somewhere else.' } },
  closed: { code: 'private_matter', rule: 'DT2', explain: { zh: '有一件事是不公开的，不能放进大家议的事里。', en: 'One of the matters is private and cannot become public.' } },
}

/** Who leads it: the organisation that the actor speaks for and that has a duty there, else the community; null where the actor reaches nothing there. */
async function keeperOf(ctx: Staff, place: PlaceView): Promise<string | null> {
  const { org, orgs, scopes } = ctx.actor
  const holders = await holdersAt(ctx.tx, ctx.actor.district, place, shanghaiDay(ctx.at))
  const own = org !== null && orgs.includes(org) ? org : null
  const reaches = scopes.some((scope) => isWithin(place.path, scope) || (place.compoundPath !== null && isWithin(place.compoundPath, scope)))
  if (!reaches && ![...holders.values()].some((one) => one.post === null && one.org === own)) return null
  return own ?? holders.get('community')?.org ?? null
}

const starterOf = (audience: readonly string[]): Starter | null => (audience.includes('grid') ? 'community' : STARTERS.find((one) => audience.includes(one)) ?? null)

/** [DT2] Joins a matter that lies within the thread's place and is not private. Joined twice changes nothing; answers whether it is new. */
export async function joinMatter(ctx: Staff, row: ThreadRow, matter: string): Promise<Result<{ readonly added: boolean }>> {
  const behind = await matterBehind(ctx.tx, row.district, matter)
  if (!behind) return refuse(common.notFound)
  const place = await placeById(ctx.tx, row.district, behind.place)
  const inside = place !== null && (isWithin(place.path, row.path) || (row.compound_path !== null && place.compoundPath !== null && isWithin(place.compoundPath, row.compound_path)))
  if (!inside) return refuse(refusals.outside)
  if (behind.sensitive !== null) return refuse(refusals.closed)
  const { numInsertedOrUpdatedRows: added } = await ctx.tx.insertInto('thread_matter').values({ district: row.district, thread: row.id, matter, path: row.path, compound_path: row.compound_path, added_at: ctx.at })
    .onConflict((c) => c.doNothing()).executeTakeFirst()
  return ok({ added: added === 1n })
}

type Beginning = { readonly place: PlaceView; readonly keeper: string; readonly title: string; readonly summary: string; readonly origin: Origin; readonly startedBy: Starter
  readonly parent: string | null; readonly matters: readonly string[] }

async function begin(ctx: Staff, given: Beginning): Promise<Result<Done>> {
  const { tx, at, actor: { district, post } } = ctx
  const id = newId()
  await tx.insertInto('thread').values({
    district, id, place: given.place.id, path: given.place.path, compound_path: given.place.compoundPath, keeper: given.keeper, title: given.title, summary: given.summary,
    origin: given.origin, started_by: given.startedBy, parent: given.parent, step: 'voice', started_at: at,
  }).execute()
  const row = await threadById(tx, district, id)
  if (!row) return refuse(common.notFound)
  await reachThread(tx, ctx.actor, row)
  await addStep(tx, row, { step: 'voice', at, by: post, reason: '' })
  for (const matter of given.matters) {
    const joined = await joinMatter(ctx, row, matter)
    if (!joined.ok) return joined
  }
  await tellOfThread(ctx, given.matters, { thread: id, stage: 'taken', said: given.title })
  await recordThread(ctx, row, threadActs.state('thread.start', { origin: given.origin, started_by: given.startedBy, matters: given.matters.length, parent: given.parent ?? undefined }))
  return ok({ id, step: 'voice' })
}

export type StartThread = { readonly place: string; readonly title: string; readonly summary: string; readonly origin: Exclude<Origin, 'resident'>; readonly matters: readonly string[]
  readonly parent: string | null; readonly intake: string | null }

/** Whether what somebody brought to a standing body still waits for its answer, and the body is looked after by the actor's organisation. [DB5] */
async function waits({ tx, actor: { district, orgs } }: Staff, intake: string): Promise<boolean> {
  const row = await tx.selectFrom('agenda_intake as i').innerJoin('standing_body as b', (j) => j.onRef('b.district', '=', 'i.district').onRef('b.id', '=', 'i.body'))
    .select(['i.state', 'b.keeper']).where('i.district', '=', district).where('i.id', '=', intake).executeTakeFirst()
  return row?.state === 'open' && orgs.includes(row.keeper)
}

/** [DT2] Staff start a thread with public words; their organisation leads it, the community where a captain starts it. */
export async function startThread(ctx: Staff, input: StartThread): Promise<Result<Done>> {
  const { tx, actor: { district, audience } } = ctx
  const place = await placeById(tx, district, input.place)
  if (!place) return refuse(common.notFound)
  if (!PLACES.includes(place.kind)) return refuse(refusals.place)
  const [startedBy, keeper] = [starterOf(audience), await keeperOf(ctx, place)]
  if (startedBy === null || keeper === null) return refuse(refusals.post)
  if (input.origin === 'matters' && input.matters.length === 0) return refuse(refusals.matters)
  const clean = publicWords(input.title, input.summary)
  if (!clean.ok) return clean
  if (input.intake !== null && !await waits(ctx, input.intake)) return refuse(common.notFound)
  if (input.parent !== null && !await threadById(tx, district, input.parent)) return refuse(common.notFound)
  const begun = await begin(ctx, { place, keeper, startedBy, title: input.title.trim(), summary: input.summary.trim(), origin: input.origin, parent: input.parent,
    matters: [...new Set(input.matters)] })
  if (begun.ok && input.intake !== null) await tx.updateTable('agenda_intake').set({ thread: begun.value.id }).where('district', '=', district).where('id', '=', input.intake).execute()
  return begun
}

/**
 * [DT2] A resident starts a thread: its title is a template until somebody approves public words, what they say is its first voice. The community leads it.
 * As the clock, because nobody who speaks reaches anything by place.
 */
export async function startThreadAsResident(ctx: Staff, { place: at, words }: { readonly place: string; readonly words: string }, speaking: Speaking): Promise<Result<Done>> {
  const place = await placeById(ctx.tx, ctx.actor.district, at)
  if (!place) return refuse(common.notFound)
  if (!PLACES.includes(place.kind)) return refuse(refusals.place)
  const keeper = await keeperOf(ctx, place)
  if (keeper === null) return refuse(refusals.post)
  const begun = await begin(ctx, { place, keeper, startedBy: 'resident', title: `关于${place.name}的一件事`, summary: '', origin: 'resident', parent: null, matters: [] })
  if (!begun.ok) return begun
  const said = await say(ctx, { about: 'thread', subject: begun.value.id, clause: null, replyTo: null, words }, speaking)
  return said.ok ? ok({ ...begun.value, speech: said.value.id, speechState: said.value.state }) : said
}
