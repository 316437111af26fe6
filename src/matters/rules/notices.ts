/** What posts and organisations are told about a matter inside the product, and what reporters are told by telephone message. */
import type { Said } from '../../kit/pure.ts'
import { defineNotices, type NoticeFacts, type NoticeName } from '../../notices/rules/index.ts'
import type { DueKind } from './matter.ts'
import { STAGE_WORDS } from './stage-words.ts'

const say = (zh: string, en: string) => ({ say: { zh, en } })
const page = (subject: string) => ({ console: `/console/m/${subject}`, field: `/field/m/${subject}` })
/** What is done at a page of the console; the phone shows the matter, and says where the step is. */
const onConsole = (console: string) => (subject: string) => ({ console, field: `/field/m/${subject}` })

const isStage = (stage: unknown): stage is DueKind => typeof stage === 'string' && Object.hasOwn(STAGE_WORDS, stage)
function dueSoon({ stage }: NoticeFacts): Said {
  if (!isStage(stage)) return { zh: '期限快到了', en: 'A due time comes near' }
  const { zh, en } = STAGE_WORDS[stage]
  return { zh: `“${zh}”的期限快到了`, en: `The time to ${en.toLowerCase()} is nearly over` }
}

/** [N2] The notices about matters. */
export const matterNotices = defineNotices('matter', page, {
  'matter.yours': say('到您这里了，先签收', 'Came to you: sign for it first'),
  'matter.harm': say('说有人受伤害，请马上看', 'Somebody may be harmed: look at once'),
  'matter.assigned': say('派给您这里办', 'Assigned to you'),
  'matter.passed_on': say('上一任移交给您接着办', 'Passed on to you by whoever had it before'),
  'matter.one_more': say('又有一家报了同一件事', 'One more household reported the same'),
  'matter.slip': say('发来联系单，等您答复', 'A contact slip came: please answer'),
  'matter.slip_urgent': say('发来紧急联系单，请马上答复', 'An urgent contact slip came: please answer at once'),
  'matter.slip_answered': say('联系单有答复了', 'The contact slip was answered'),
  'matter.whistled': say('吹哨请您到场，先报到', 'A whistle calls you: report in first'),
  'matter.reported_in': say('吹哨请的部门报到了', 'A department of the whistle reported in'),
  'matter.part_finished': say('配合的部门办好了自己那一部分', 'A supporting department finished its part'),
  'matter.to_verify': say('说办完了，等人复核', 'Said to be done: to be verified'),
  'matter.your_turn_to_verify': say('轮到您复核，去看一眼', 'Your turn to verify: go and look'),
  'matter.not_verified': say('复核没过，退回来接着办', 'Verification failed: it is back with you'),
  'matter.accepted': say('居民看过照片，认可了', 'Accepted by a resident who saw the result'),
  'matter.unverified': say('到期没有人复核，已照实告诉居民', 'Nobody verified in time; the reporter was told so'),
  'matter.reopened': say('居民说没办好，重新办', 'The reporter is not content: it is open again'),
  'matter.unhappy_twice': say('第二次办完，居民还是不认可', 'The reporter is not content for the second time'),
  'matter.withdrawn': say('报的人撤回了', 'The reporter took it back'),
  'matter.reporter_said': say('报的人补了一句', 'The reporter added a note'),
  'matter.due_soon': { say: dueSoon },
  'matter.reminded': say('超期了，请尽快办', 'Overdue: please see to it'),
  'matter.late': say('超期了，已催办', 'Overdue; who has it was reminded'),
  'matter.supervised': say('催过还没动，列入街道督办', 'Still not moving: under the street’s supervision'),
  'matter.call_ruling': { ...say('督办后还没动，等街道裁定', 'Supervised and still not moving: the street has to rule'), at: onConsole('/console/rulings') },
  'matter.to_rule': { ...say('有部门提了异议，等街道裁定', 'An objection waits for the street’s ruling'), at: onConsole('/console/rulings') },
  'matter.objected': say('有部门说不归他们，已请街道裁定', 'A department objects; the street is asked to rule'),
  'matter.ruled': say('街道裁定了由谁办', 'The street ruled whose it is'),
  'matter.suspended': say('挂账，计时停下了', 'Put aside: the clocks stand still'),
  'matter.resumed': say('挂账到头，计时接着走', 'No longer put aside: the clocks run on'),
  'matter.extension_asked': say('申请延期，等您定', 'More time is asked for: please decide'),
  'matter.extended': say('延期批了', 'More time was granted'),
  'matter.not_extended': say('延期没有批，原来的期限不变', 'More time was not granted: the due time stands'),
  'matter.recounted': say('工作日历改了，期限重算过', 'The calendar changed: due times were recounted'),
  'matter.outside_update': say('外部系统传来了进展', 'News came from an outside system'),
  'matter.rate_asked': { ...say('请您互评这次吹哨', 'Please rate this whistle'), at: onConsole('/console/whistles') },
  'matter.ratings_shown': say('两边都评了，互评可以看了', 'The ratings of both sides are open'),
  'matter.review_promised': { ...say('复盘里记了由您改的一条', 'A review names something for you to change'), at: onConsole('/console/whistles') },
  'matter.exclusion_decided': say('剔除申请有结果了', 'It was decided whether the rates leave it out'),
})

/** The names of the notices about matters that are read inside the product. */
export type MatterNotice = NoticeName<typeof matterNotices>

/** Who is told. The reporter is told through the contact they left, if any. */
export type Addressee = { readonly org: string } | { readonly post: string } | 'reporter' | 'holder' | 'accountable' | 'street'

/** What a reporter is told by telephone message, where they left one. */
export type ReporterNotice = 'matter.taken' | 'matter.moved' | 'matter.news' | 'matter.your_verdict' | 'matter.split' | 'matter.joined' | 'matter.unjoined' | 'matter.suspended'
  | 'matter.resumed' | 'matter.extended' | 'matter.recounted' | 'matter.thread' | 'matter.thread_verdict'

/** Somebody is told something: who reads it inside the product is told only what has words there. */
export type Tell = { readonly to: 'reporter'; readonly template: ReporterNotice } | { readonly to: Exclude<Addressee, 'reporter'>; readonly template: MatterNotice }
