/** The made-up opinion polls of 梧桐苑: the garden in the evening, closed in July, and weekend mornings, open now. The same answers every time. */
import { orgId } from './orgs.ts'
import { codeOf, placeId } from './places.ts'
import { postId } from './posts.ts'
import { dice, uuid } from './seed.ts'

const base = Date.parse('2026-06-26T09:00:00+08:00')

type Sign = 1 | 0 | -1
/** `name` in front; `post` where the keeper wrote it down. */
export type DemoStatement = { readonly n: number; readonly words: string; readonly name: string; readonly post: string | null; readonly at: string }
export type DemoVoter = { readonly id: string; readonly building: string; readonly channel: 'phone' | 'paper' | 'door'; readonly since: string
  readonly answers: readonly { readonly statement: number; readonly sign: Sign }[] }
export type DemoPoll = { readonly id: string; readonly place: string; readonly keeper: string; readonly question: string; readonly about: string; readonly opensOn: string
  readonly closesOn: string; readonly state: 'open' | 'closed'; readonly drawnAt: string; readonly statements: readonly DemoStatement[]; readonly voters: readonly DemoVoter[] }

export const gardenPoll: string = uuid(base, 'poll:garden-evenings')
export const morningPoll: string = uuid(base, 'poll:garden-mornings')

/** How a camp answers: for each statement the chance of agreeing and of disagreeing; what is left over passes. */
type Camp = { readonly people: number; readonly chances: readonly (readonly [agree: number, disagree: number])[] }
type Told = { readonly key: string; readonly camps: readonly Camp[]; readonly firstDay: string; readonly days: number
  /** How many come from each of the ten buildings, by weight. */
  readonly buildings: readonly number[]
  /** Statements that tall and low buildings see differently, with the chance of agreeing in each. */
  readonly byHeight: ReadonlyMap<number, readonly [tall: number, low: number]> }

/** Buildings from 7 on have 27 floors, the others 18. */
const TALL = 7
const ANSWERED = 0.97

function votersOf({ key, camps, firstDay, days, buildings, byHeight }: Told): readonly DemoVoter[] {
  const throws = dice(`poll ${key}`)
  const begin = Date.parse(`${firstDay}T08:00:00+08:00`)
  return camps.flatMap(({ people, chances }, camp) => Array.from({ length: people }, (_, i): DemoVoter => {
    const building = throws.weighted(buildings.map((weight, at) => [at + 1, weight] as const))
    const answers = chances.flatMap(([agree, disagree], at) => {
      const height = byHeight.get(at + 1)
      const [yes, no] = height ? [building >= TALL ? height[0] : height[1], 0.86 - (building >= TALL ? height[0] : height[1])] : [agree, disagree]
      const [there, said] = [throws.chance(ANSWERED), throws.next()]
      const sign: Sign = said < yes ? 1 : said < yes + no ? -1 : 0
      return there ? [{ statement: at + 1, sign }] : []
    })
    return { id: uuid(begin, `poll:${key}:${camp}:${i}`), building: placeId(codeOf('wty', building)), answers,
      channel: throws.weighted([['phone', 7], ['paper', 2], ['door', 1]] as const), since: new Date(begin + Math.floor(throws.next() * days * 86_400) * 1000).toISOString() }
  }))
}

const office = { name: '梧桐里社区居委会', post: postId('com-001:worker') }
const said = (n: number, words: string, name: string, at: string): DemoStatement => ({ n, words, name, post: name === office.name ? office.post : null, at })

const garden: readonly DemoStatement[] = [
  said(1, '跳舞可以，晚上八点半以后音响关掉。', office.name, '2026-06-27T15:00:00+08:00'),
  said(2, '与其限制时间，不如把音量定个数，大家都能看见。', '领舞的', '2026-06-28T19:42:00+08:00'),
  said(3, '孩子踢球应该有自己的角落，别总说“小心砸到人”。', '放学就跑', '2026-06-29T17:10:00+08:00'),
  said(4, '遛狗拴绳、走外圈，我就没意见。', '豆豆家', '2026-06-29T21:03:00+08:00'),
  said(5, '上夜班的人白天睡觉，周末上午也该安静。', '夜里两点下班', '2026-06-30T02:26:00+08:00'),
  said(6, '中考、高考那几天，全小区都静一静。', office.name, '2026-06-27T15:00:00+08:00'),
  said(7, '花园是给走路和坐着聊天的，不该天天搞活动。', '长椅常客', '2026-07-01T08:15:00+08:00'),
  said(8, '出了矛盾先由楼栋长和邻居商量，商量不成再叫物业。', office.name, '2026-06-27T15:00:00+08:00'),
]
const gardenVoters = (): readonly DemoVoter[] => votersOf({
  key: 'garden', firstDay: '2026-06-28', days: 14, buildings: [28, 25, 30, 22, 4, 24, 24, 20, 4, 20], byHeight: new Map([[8, [0.5, 0.36]]]),
  camps: [
    { people: 121, chances: [[0.92, 0.03], [0.68, 0.2], [0.3, 0.5], [0.9, 0.05], [0.9, 0.04], [0.93, 0.02], [0.88, 0.05], [0.45, 0.45]] },
    { people: 93, chances: [[0.22, 0.64], [0.93, 0.03], [0.9, 0.04], [0.86, 0.07], [0.28, 0.52], [0.88, 0.05], [0.05, 0.9], [0.45, 0.45]] },
  ],
})

const mornings: readonly DemoStatement[] = [
  said(1, '周末上午九点以前不放音响，九点以后可以。', office.name, '2026-11-13T10:00:00+08:00'),
  said(2, '练琴、装修也算声音，别只说跳舞的。', '三楼练琴的', '2026-11-13T20:31:00+08:00'),
  said(3, '在社区活动室留半天给唱歌的，花园就安静了。', office.name, '2026-11-13T10:00:00+08:00'),
  said(4, '下楼做操的人可以戴耳机，我们试过，挺好。', '耳机舞友', '2026-11-14T07:50:00+08:00'),
  said(5, '周末一整天都别管，邻里之间哪能一点声音没有。', '爱热闹', '2026-11-14T09:12:00+08:00'),
  said(6, '家里有病人的，门口贴个条，大家自觉绕一下。', '对门阿姨', '2026-11-15T11:20:00+08:00'),
  said(7, '物业的割草机、吹风机，周末也别上午九点前开。', '夜里两点下班', '2026-11-15T12:44:00+08:00'),
  said(8, '定个志愿者轮流提醒，别让物业去吵架。', '老槐树', '2026-11-16T18:05:00+08:00'),
  said(9, '孩子周末上午在花园玩，笑声不算噪声。', '放学就跑', '2026-11-17T08:22:00+08:00'),
  said(10, '跳舞的音响统一交到楼栋长那里，周末不发。', '五楼住户', '2026-11-18T21:37:00+08:00'),
  said(11, '我下夜班到家常常凌晨两点，能不能十点前都轻一点？', '夜里两点下班', '2026-11-19T02:31:00+08:00'),
]
const morningVoters = (): readonly DemoVoter[] => votersOf({
  key: 'mornings', firstDay: '2026-11-14', days: 6, buildings: [12, 11, 14, 10, 3, 12, 11, 10, 2, 12], byHeight: new Map(),
  camps: [
    { people: 38, chances: [[0.93, 0.04], [0.4, 0.4], [0.84, 0.06], [0.86, 0.05], [0.03, 0.92], [0.82, 0.06], [0.92, 0.02], [0.7, 0.15], [0.6, 0.25], [0.74, 0.14], [0.12, 0.74]] },
    { people: 31, chances: [[0.34, 0.55], [0.8, 0.08], [0.8, 0.08], [0.82, 0.1], [0.84, 0.08], [0.78, 0.08], [0.72, 0.12], [0.6, 0.2], [0.93, 0.02], [0.04, 0.9], [0.1, 0.76]] },
    { people: 17, chances: [[0.92, 0.04], [0.93, 0.03], [0.3, 0.55], [0.3, 0.5], [0.12, 0.8], [0.8, 0.06], [0.9, 0.04], [0.1, 0.84], [0.16, 0.76], [0.25, 0.6], [0.3, 0.52]] },
  ],
})

/** Both polls. The first counts 214 people in two groups and three statements that both accept. */
export function demoPolls(): readonly DemoPoll[] {
  const here = { place: placeId(codeOf('wty')), keeper: orgId('com-001') }
  return [
    { ...here, id: gardenPoll, question: '晚饭后的中心花园，怎样才算大家都过得去？', about: '恳谈会上三张桌子说了三种话。这里一条一条表个态，也可以加一条自己的；谁都看不到是谁答的。',
      opensOn: '2026-06-28', closesOn: '2026-07-12', state: 'closed', drawnAt: '2026-07-13T00:00:09+08:00', statements: garden, voters: gardenVoters() },
    { ...here, id: morningPoll, question: '周末上午的中心花园，怎样算安静？', about: '公约第二版写了晚上，学生们提醒：周末上午忘了说。先听大家怎么想，再开会。',
      opensOn: '2026-11-14', closesOn: '2026-11-30', state: 'open', drawnAt: '2026-11-20T10:38:00+08:00', statements: mornings, voters: morningVoters() },
  ]
}
