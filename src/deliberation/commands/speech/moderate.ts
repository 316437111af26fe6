/** Looking after what is said: to show after a look, to take away by a rule, to keep somebody from speaking, and the appeal against it. */
import { shanghaiDay } from '../../../kit/clock.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { sendNotice } from '../../../kit/jobs.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { holdersAt } from '../../../offices/index.ts'
import { placeById } from '../../../places/index.ts'
import { speechActs } from '../../rules/speech/acts.ts'
import { mayAppeal, mayBan, mayRemove, mayRule, mayShow, publicState, SPOKEN, type Decision, type Spoken } from '../../rules/speech/index.ts'
import { changeSpeaker } from '../../store/speakers.ts'
import { lockDecision, type ModerationRow } from '../../store/moderations.ts'
import { removalsOf } from '../../store/removals.ts'
import { lockSpoken, setSpoken, type SpokenRow } from '../../store/speech.ts'
import type { Done, Step } from './desk.ts'
import { recordSpeech } from './say.ts'

const DAY = 86_400_000
/** Whether the actor looks after what is said: the community's posts; whoever rules on an appeal may be the street's as well. */
export const moderates = ({ actor }: Step): boolean => actor.audience.includes('community')
const notYours = { code: 'wrong_post', rule: 'DS6', explain: { zh: '看发言、拿掉发言，由社区来做。', en: 'The community looks after what is said.' } }

export type Moderating = { readonly about: Spoken; readonly id: string } & (
  { readonly did: 'show' } | { readonly did: 'remove'; readonly rule: string; readonly reason: string }
  | { readonly did: 'ban'; readonly rule: string; readonly reason: string; readonly days: number })

type Written = Pick<ModerationRow, 'did' | 'rule' | 'reason'> & { readonly about: string; readonly subject: string; readonly until?: Date }
async function writeDecision(ctx: Step, row: SpokenRow, said: Written): Promise<string> {
  const id = newId()
  const { district, post, person } = ctx.actor
  await ctx.tx.insertInto('moderation').values({ district, id, place: row.place, path: row.path, compound_path: row.compound_path, by_post: post ?? '', by_person: person,
    at: ctx.at, until: null, ...said }).execute()
  return id
}

async function show(ctx: Step, row: SpokenRow): Promise<Result<Done>> {
  const may = mayShow(row.state)
  if (!may.ok) return may
  await setSpoken(ctx.tx, ctx.actor.district, row.about, row.id, publicState[row.about])
  await writeDecision(ctx, row, { about: row.about, subject: row.id, did: 'shown', rule: 'looked', reason: '看过，可以公开' })
  await recordSpeech(ctx, row, { kind: row.about, id: row.id }, speechActs.state('speech.show', { about: row.about }), ctx.actor)
  return ok({ id: row.id, state: publicState[row.about] })
}

async function remove(ctx: Step, row: SpokenRow, { rule, reason }: { readonly rule: string; readonly reason: string }): Promise<Result<Done>> {
  const may = mayRemove(row.about, row.state, rule, reason)
  if (!may.ok) return may
  await setSpoken(ctx.tx, ctx.actor.district, row.about, row.id, 'removed')
  const moderation = await writeDecision(ctx, row, { about: row.about, subject: row.id, did: 'removed', rule, reason })
  await recordSpeech(ctx, row, { kind: row.about, id: row.id }, speechActs.state('speech.remove', { about: row.about, rule, moderation }), ctx.actor)
  return ok({ id: row.id, state: 'removed' })
}

async function ban(ctx: Step, row: SpokenRow, { rule, reason, days }: { readonly rule: string; readonly reason: string; readonly days: number }): Promise<Result<Done>> {
  const { speaker } = row
  if (speaker === null) return refuse({ code: 'no_speaker', rule: 'DS8', explain: { zh: '这条是别人替写的，没有可暂停的人。', en: 'Somebody wrote this down: there is nobody to keep from speaking.' } })
  const may = mayBan((await removalsOf(ctx.tx, ctx.actor.district, [speaker])).get(speaker) ?? [], days, { rule, reason }, ctx.at.getTime())
  if (!may.ok) return may
  const until = new Date(ctx.at.getTime() + days * DAY)
  await changeSpeaker(ctx.tx, ctx.actor.district, speaker, { banned_until: until })
  const moderation = await writeDecision(ctx, row, { about: 'speaker', subject: speaker, did: 'banned', rule, reason, until })
  await recordSpeech(ctx, row, { kind: 'speaker', id: speaker }, speechActs.state('speech.ban', { rule, days, moderation }), ctx.actor)
  return ok({ id: speaker, state: 'banned' })
}

/** [DS3] [DS6] [DS8] Decides about something said: show it after a look, take it away by a rule with a reason, or keep its speaker from speaking for a while. */
export async function moderate(ctx: Step, input: Moderating): Promise<Result<Done>> {
  if (!moderates(ctx)) return refuse(notYours)
  const row = await lockSpoken(ctx.tx, ctx.actor.district, input.about, input.id)
  if (!row) return refuse(common.notFound)
  if (input.did === 'show') return show(ctx, row)
  return input.did === 'remove' ? remove(ctx, row, input) : ban(ctx, row, input)
}

const decisionOf = (row: ModerationRow): Decision => ({ did: row.did, at: row.at.getTime(), appealedAt: row.appealed_at?.getTime() ?? null, ruling: row.ruling,
  byPost: row.by_post, byPerson: row.by_person })
const isSpoken = (about: string): about is Spoken => SPOKEN.some((one) => one === about)

/** [DS7] The speaker appeals against a removal or a ban, once; the community is told. As the clock. */
export async function appeal(ctx: Step, input: { readonly id: string; readonly words: string }, speaker: string): Promise<Result<Done>> {
  const { district } = ctx.actor
  const row = await lockDecision(ctx.tx, district, input.id)
  const said = row && isSpoken(row.about) ? await lockSpoken(ctx.tx, district, row.about, row.subject) : undefined
  if (!row || (row.about === 'speaker' ? row.subject : said?.speaker) !== speaker) return refuse(common.notFound)
  const may = mayAppeal(decisionOf(row), ctx.at.getTime())
  if (!may.ok) return may
  await ctx.tx.updateTable('moderation').set({ appeal: input.words, appealed_at: ctx.at }).where('district', '=', district).where('id', '=', row.id).execute()
  await recordSpeech(ctx, row, { kind: row.about, id: row.subject }, speechActs.state('speech.appeal', { moderation: row.id }))
  const place = await placeById(ctx.tx, district, row.place)
  const community = place && (await holdersAt(ctx.tx, district, place, shanghaiDay(ctx.at))).get('community')?.org
  if (community) await sendNotice(ctx.tx, { district, channel: 'app', recipient: `org:${community}`, template: 'speech.appealed', facts: { moderation: row.id } }, ctx.at)
  return ok({ id: row.id, state: 'appealed' })
}

export type Ruling = { readonly id: string; readonly ruling: 'stands' | 'restored'; readonly reason: string }

/** [DS7] Another person in another post rules on an appeal; what is restored says so. */
export async function ruleOnAppeal(ctx: Step, { id, ruling, reason }: Ruling): Promise<Result<Done>> {
  const { actor, tx, at } = ctx
  if (!actor.audience.some((word) => word === 'community' || word === 'street')) return refuse(notYours)
  const row = await lockDecision(tx, actor.district, id)
  if (!row) return refuse(common.notFound)
  const may = mayRule(decisionOf(row), { post: actor.post, person: actor.person }, reason)
  if (!may.ok) return may
  await tx.updateTable('moderation').set({ ruling, ruling_reason: reason, ruled_by: actor.post, ruled_at: at }).where('district', '=', actor.district).where('id', '=', id).execute()
  if (ruling === 'restored' && isSpoken(row.about)) {
    const said = await lockSpoken(tx, actor.district, row.about, row.subject)
    if (said?.state === 'removed') await setSpoken(tx, actor.district, row.about, row.subject, publicState[row.about])
  } else if (ruling === 'restored') await changeSpeaker(tx, actor.district, row.subject, { banned_until: null })
  await recordSpeech(ctx, row, { kind: row.about, id: row.subject }, speechActs.state('speech.rule', { moderation: id, ruling }), actor)
  return ok({ id, state: ruling })
}
