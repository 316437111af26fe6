import { shanghaiDay } from '../../../kit/clock.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, saidDay, type Result } from '../../../kit/pure.ts'
import { appendAct, type NewAct } from '../../../record/index.ts'
import { isWithin, type Actor } from '../../../trust/index.ts'
import { speechActs } from '../../rules/speech/acts.ts'
import { checkName, GONE_WORDS, heldFor, mayStillSay, type Speaking } from '../../rules/speech/index.ts'
import { insertSpeech, saidSince, speechById, topicOf, type Topic } from '../../store/speech.ts'
import type { Done, Step } from './desk.ts'
import { maySpeak } from './may-speak.ts'

export type Channel = 'phone' | 'paper' | 'door' | 'meeting'
export type Saying = { readonly about: 'thread' | 'covenant'; readonly subject: string; readonly clause: string | null; readonly replyTo: string | null; readonly words: string }

const over = (topic: Topic) => ({ code: 'over', rule: 'DS4', explain: topic.until === null
  ? { zh: '这件事已经结束，不再收发言。可以另起一件。', en: 'This is over and takes no more comments. You may start another.' }
  : { zh: `意见收到${saidDay(topic.until).zh}为止。`, en: `Comments were taken until ${saidDay(topic.until).en}.` } })

/** Records an act about something said; who said it is not in it. */
export const recordSpeech = (ctx: Step, of: Pick<Topic, 'place' | 'path' | 'compound_path'>, subject: { readonly kind: string; readonly id: string },
  what: NewAct['what'], staff: Actor | null = null): Promise<string> => appendAct(ctx.tx, {
  district: ctx.actor.district, at: ctx.at, channel: 'web', actorPerson: staff?.person ?? null, actorPost: staff?.post ?? null,
  place: of.place, path: of.path, compoundPath: of.compound_path, subject, what,
})

async function topicFor(ctx: Step, { about, subject, clause, replyTo }: Saying): Promise<Result<Topic>> {
  const { district } = ctx.actor
  const topic = await topicOf(ctx.tx, district, about, subject, clause, shanghaiDay(ctx.at))
  if (!topic) return refuse(common.notFound)
  if (!topic.open) return refuse(over(topic))
  const answered = replyTo === null ? undefined : await speechById(ctx.tx, district, replyTo)
  if (replyTo !== null && (answered?.subject !== subject || answered.state !== 'shown')) return refuse({ code: 'gone', rule: 'DS4',
    explain: { zh: '您要回的那条已经不在了。您写的还在，可以直接说。', en: 'What you answer is gone. Your words are kept: say them on their own.' } })
  return ok(topic)
}

type From = { readonly name: string; readonly speaker: string | null; readonly post: string | null; readonly channel: Channel; readonly minor: boolean }
async function keepSpeech(ctx: Step, saying: Saying, topic: Topic, from: From, staff: Actor | null): Promise<Result<Done & { readonly heldFor: string | null }>> {
  const held = heldFor(saying.words, from.minor)
  const id = newId()
  await insertSpeech(ctx.tx, { district: ctx.actor.district, id, place: topic.place, path: topic.path, compound_path: topic.compound_path, about: saying.about,
    subject: saying.subject, clause: saying.clause, reply_to: saying.replyTo, speaker: from.speaker, by_post: from.post, name: from.name, words: saying.words,
    channel: from.channel, state: held === null ? 'shown' : 'held', held_for: held, at: ctx.at })
  await recordSpeech(ctx, topic, { kind: 'speech', id }, speechActs.state('speech.say', { about: saying.about, subject: saying.subject, channel: from.channel,
    held: held ?? undefined, reply: saying.replyTo === null ? undefined : true }), staff)
  return ok({ id, state: held === null ? 'shown' : 'held', heldFor: held })
}

/**
 * [DS3] [DS4] Says something in a thread or of a covenant's clause. What may point at a person or a home, and what somebody under 18 says, waits for a
 * look. As the clock, because nobody who speaks reaches anything by place.
 */
export async function say(ctx: Step, saying: Saying, speaking: Speaking): Promise<Result<Done & { readonly heldFor: string | null }>> {
  const { district } = ctx.actor
  const may = await maySpeak(ctx.tx, district, speaking.id, ctx.at)
  if (!may.ok) return may
  const topic = await topicFor(ctx, saying)
  if (!topic.ok) return topic
  const still = mayStillSay(await saidSince(ctx.tx, district, speaking.id, new Date(ctx.at.getTime() - 3_600_000)), ctx.at.getTime())
  if (!still.ok) return still
  return keepSpeech(ctx, saying, topic.value, { name: may.value.name, speaker: may.value.id, post: null, channel: 'phone', minor: may.value.minor || speaking.minor }, null)
}

const reaches = ({ scopes }: Actor, { path, compound_path: compound }: Topic): boolean => scopes.some((scope) =>
  isWithin(path, scope) || isWithin(scope, path) || (compound !== null && (isWithin(compound, scope) || isWithin(scope, compound))))
const writers = ['captain', 'grid', 'community']

export type SayingFor = Saying & { readonly name: string; readonly channel: 'paper' | 'door' | 'meeting' }

/**
 * [DS9] A captain, grid worker or post of the community writes down what somebody without a phone said, at the door, on paper or in a meeting: the page
 * shows how it came and which post wrote it. The context is the clock's, `staff` who writes: a captain reaches the building, not the thread around it.
 */
export async function sayFor(ctx: Step, saying: SayingFor, staff: Actor): Promise<Result<Done & { readonly heldFor: string | null }>> {
  if (!staff.audience.some((word) => writers.includes(word))) return refuse({ code: 'wrong_post', rule: 'DS9',
    explain: { zh: '替居民记发言，由楼栋长、网格员或社区来记。', en: 'Captains, grid workers and the community write down for residents.' } })
  const name = checkName(saying.name)
  if (!name.ok) return name
  const topic = await topicFor(ctx, saying)
  if (!topic.ok) return topic
  if (!reaches(staff, topic.value)) return refuse(common.notFound)
  return keepSpeech(ctx, saying, topic.value, { name: name.value, speaker: null, post: staff.post, channel: saying.channel, minor: false }, staff)
}

/** [DS10] Takes back what one said oneself: the words go, and the place says so. */
export async function withdrawSpeech(ctx: Step, id: string, speaker: string): Promise<Result<Done>> {
  const { district } = ctx.actor
  const row = await speechById(ctx.tx, district, id)
  if (!row || row.speaker !== speaker) return refuse(common.notFound)
  if (row.state === 'removed') return refuse({ code: 'gone', rule: 'DS10', explain: { zh: '这条已经不在了。', en: 'This is gone already.' } })
  await ctx.tx.updateTable('speech').set({ state: 'removed', words: GONE_WORDS, withdrawn_at: ctx.at }).where('district', '=', district).where('id', '=', id).execute()
  await recordSpeech(ctx, row, { kind: 'speech', id }, speechActs.state('speech.withdraw', {}))
  return ok({ id, state: 'removed' })
}

