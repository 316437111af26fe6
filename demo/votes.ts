/** The made-up votes of 2026: one that passed, one in a staircase, one that failed by two heads, one that is open. The same choices every time. */
import { placeId, codeOf } from './places.ts'
import { orgId } from './orgs.ts'
import { personId, postId } from './posts.ts'
import { demoRegister, type DemoRegister } from './register.ts'
import { dice, type Dice } from './seed.ts'

export type VoteRole = 'lead' | 'collector' | 'enterer' | 'scrutineer'
export type VoteMember = { readonly person: string; readonly post: string; readonly role: VoteRole }
export type DemoChannel = 'phone' | 'paper' | 'door'
export type DemoWord = 'agree' | 'against' | 'abstain'
/** A ballot of a head. `said` null: a paper that nobody has opened yet. */
export type DemoBallot = { readonly head: string; readonly seq: number; readonly channel: DemoChannel; readonly day: string; readonly said: DemoWord | null }
export type DemoVote = {
  readonly key: string; readonly place: string; readonly electorate: string; readonly keeper: string; readonly title: string; readonly words: string
  readonly item: 'property' | 'rebuild' | 'common_use' | 'fund_use'; readonly startedBy: 'committee' | 'owners'; readonly channels: readonly DemoChannel[]
  readonly lead: VoteMember; readonly team: readonly VoteMember[]; readonly collectors: readonly [string, string]
  readonly startedAt: string; readonly notice: string; readonly opensAt: string; readonly closesAt: string; readonly frozenAt: string
  readonly opinion: { readonly at: string; readonly words: string; readonly stance: 'supports' | 'advises'; readonly member: VoteMember } | null
  readonly delivered: { readonly on: string; readonly missing: number }
  readonly ballots: readonly DemoBallot[]
  /** Heads whose area in the register was another then (0.01 m²). */
  readonly areas: readonly { readonly head: string; readonly area: number }[]
  readonly countedAt: string | null; readonly publishedAt: string | null; readonly archivedAt: string | null
  /** A telephone of an owner of one home who has not voted, for whoever tries it. */
  readonly tryPhone?: string | undefined
  readonly objection: { readonly at: string; readonly by: VoteMember; readonly words: string; readonly answeredAt: string; readonly answer: string } | null
}

type Weighed = { readonly head: string; readonly area: number }
/** What has to come out: so many heads with so much area (0.01 m²). */
type Goal = { readonly heads: number; readonly area: number }

/** The two areas that nearly all homes of 梧桐苑 have, 0.01 m². */
const COMMON = [8956, 11_832] as const

const shuffled = <T>(list: readonly T[], { next }: Dice): readonly T[] => list.map((one) => ({ one, by: next() })).sort((a, b) => a.by - b.by).map(({ one }) => one)

/**
 * Chooses so many heads with nearly the goal's area. Nearly all heads have one of two areas: how many of each follows from the others, of which each is
 * taken as it comes. What is short or over is less than the difference of the two.
 */
function choose(all: readonly Weighed[], goal: Goal, by: Dice): readonly Weighed[] {
  const [ofSmall, ofLarge] = COMMON.map((area) => shuffled(all.filter((one) => one.area === area), by))
  const share = goal.heads / all.length
  const others = all.filter(({ area }) => !COMMON.some((one) => one === area)).filter(() => by.chance(share))
  const heads = goal.heads - others.length
  const area = goal.area - others.reduce((sum, one) => sum + one.area, 0)
  const large = Math.round((area - COMMON[0] * heads) / (COMMON[1] - COMMON[0]))
  return [...others, ...(ofLarge ?? []).slice(0, large), ...(ofSmall ?? []).slice(0, heads - large)]
}

/** What is left to the goal, spread over homes in steps of 0.04 m²: in those days their contracts' area stood in the register. */
function contracts(chosen: readonly Weighed[], goal: number): readonly Weighed[] {
  let left = (goal - chosen.reduce((sum, { area }) => sum + area, 0)) / 4
  return chosen.filter(({ area }) => COMMON.some((one) => one === area)).flatMap(({ head, area }) => {
    const step = Math.sign(left) * Math.min(4, Math.abs(left))
    left -= step
    return step === 0 ? [] : [{ head, area: area + step * 4 }]
  })
}

/** The heads of a compound that count, with their area; `within`: of one staircase. Whoever may not vote now is left out. */
function weighed({ titles, heads }: DemoRegister, compound: string): readonly Weighed[] {
  const blocked = new Set(heads.filter((one) => one.blocked !== null).map(({ id }) => id))
  const sums = new Map<string, number>()
  for (const { compound: of, head, kind, area } of titles) if (of === compound && kind !== 'garage') sums.set(head, (sums.get(head) ?? 0) + area)
  return [...sums].filter(([head]) => !blocked.has(head)).map(([head, area]) => ({ head, area }))
}

type Mix = { readonly phone: number; readonly paper: number; readonly door: number }
type Course = { readonly took: Goal; readonly agreed: Goal; readonly abstained: number; readonly mix: Mix; readonly from: string; readonly days: number
  readonly exact: boolean }

const dayAfter = (day: string, n: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10)

/** Ballots of a whole compound with exactly these figures. */
function courseOf(all: readonly Weighed[], { took, agreed, abstained, mix, from, days, exact }: Course, name: string): Pick<DemoVote, 'ballots' | 'areas'> {
  const by = dice(`${name} course`)
  const agreeing = choose(all, agreed, by)
  const yes = new Set(agreeing.map(({ head }) => head))
  const besides = choose(all.filter(({ head }) => !yes.has(head)), { heads: took.heads - agreed.heads, area: took.area - agreed.area }, by)
  const here = [...agreeing, ...besides]
  const away = all.filter(({ head }) => !here.some((one) => one.head === head))
  const others = shuffled(here.filter(({ head }) => !yes.has(head)), by)
  const open = new Set(others.slice(0, abstained).map(({ head }) => head))
  const ballots = shuffled(here, by).map(({ head }, i): DemoBallot => ({ head, seq: 1, channel: i < mix.phone ? 'phone' as const : i < mix.phone + mix.paper ? 'paper' as const : 'door' as const,
    // most vote in the first days and in the last ones
    day: dayAfter(from, by.chance(0.4) ? by.whole(0, Math.min(4, days)) : by.chance(0.4) ? Math.max(0, days - by.whole(0, 3)) : by.whole(0, days)),
    said: yes.has(head) ? 'agree' as const : open.has(head) ? 'abstain' as const : 'against' as const }))
  const moved = exact ? [...contracts(agreeing, agreed.area), ...contracts(besides, took.area - agreed.area)] : []
  const shift = moved.reduce((sum, { head, area }) => sum + area - (all.find((one) => one.head === head)?.area ?? area), 0)
  return { ballots, areas: [...moved, ...contracts(away, away.reduce((sum, { area }) => sum + area, 0) - shift)] }
}

const member = (name: string, post: string, role: VoteRole): VoteMember => ({ person: personId(name), post: postId(post), role })
const wtyTeam: readonly VoteMember[] = [member('傅明远', 'own-wty:chair', 'lead'), member('卢秀英', 'captain:wty-1', 'collector'), member('祁连生', 'captain:wty-2', 'collector'),
  member('许慧', 'own-wty:member-2', 'enterer'), member('高文骏', 'own-wty:member-3', 'enterer'), member('陆晓岚', 'com-001:desk', 'scrutineer'),
  member('白玉芬', 'captain:wty-3', 'scrutineer'), member('耿志明', 'captain:wty-4', 'scrutineer'), member('葛芳', 'own-wty:member-6', 'scrutineer')]
const fjxTeam: readonly VoteMember[] = [member('韩素云', 'own-fjx:chair', 'lead'), member('石桂芝', 'captain:fjx-1', 'collector'), member('杭小妹', 'captain:fjx-2', 'collector'),
  member('邹丽君', 'com-002:worker', 'enterer'), member('卓根娣', 'captain:fjx-4', 'enterer'), member('季文君', 'com-002:desk', 'scrutineer'),
  member('石国栋', 'br-fjx:secretary', 'scrutineer'), member('池福生', 'captain:fjx-3', 'scrutineer')]
const wtyBranch = member('秦月兰', 'br-wty:secretary', 'lead')
const [wtyLead, fjxLead] = [member('傅明远', 'own-wty:chair', 'lead'), member('韩素云', 'own-fjx:chair', 'lead')]
const at = (day: string, time: string): string => `${day}T${time}:00+08:00`

const wty = () => ({ place: placeId(codeOf('wty')), electorate: placeId(codeOf('wty')), keeper: orgId('own-wty'), lead: wtyLead, team: wtyTeam,
  collectors: [personId('卢秀英'), personId('祁连生')] as const })

function renewal(register: DemoRegister): DemoVote {
  const base = wty()
  return { ...base, key: 'v1', item: 'property', startedBy: 'committee', channels: ['phone', 'paper', 'door'], title: '关于续聘润庭物业服务有限公司、调整服务清单的议题',
    words: '续聘润庭物业服务有限公司三年，物业费每平方米每月2.10元不变；服务清单增加夜间门岗和每季一次的消防通道清理，减去一次绿化换花。合同草案和服务清单贴在各门栋。',
    startedAt: at('2026-03-31', '15:00'), notice: '2026-04-01', opensAt: at('2026-04-17', '08:00'), closesAt: at('2026-05-08', '20:00'), frozenAt: at('2026-04-10', '10:00'),
    opinion: { at: at('2026-04-03', '16:20'), stance: 'supports', member: wtyBranch, words: '支部议过，建议续聘；请把夜间门岗写进合同。' }, delivered: { on: '2026-04-16', missing: 0 },
    ...courseOf(weighed(register, base.place), { took: { heads: 602, area: 6_388_452 }, agreed: { heads: 329, area: 3_561_208 }, abstained: 41,
      mix: { phone: 388, paper: 171, door: 43 }, from: '2026-04-17', days: 21, exact: true }, 'v1'),
    countedAt: at('2026-05-09', '15:00'), publishedAt: at('2026-05-11', '09:30'), archivedAt: at('2026-06-30', '16:00'),
    objection: { at: at('2026-05-12', '10:10'), by: wtyBranch, words: '听说7号楼有一户的委托书过期了，请核一下。', answeredAt: at('2026-05-18', '11:00'),
      answer: '两位监票人核对了原件：委托书到5月31日有效，投票时没有过期。结果不变。' } }
}

function parking(register: DemoRegister): DemoVote {
  const base = wty()
  return { ...base, key: 'v3', item: 'common_use', startedBy: 'owners', channels: ['phone', 'paper', 'door'], title: '中心花园东侧绿地改建38个停车位',
    words: '把中心花园东侧约620平方米的绿地改建为38个停车位，费用从公共收益里出，车位抽签轮换。草图贴在各门栋。', startedAt: at('2026-09-07', '16:00'), notice: '2026-09-08',
    opensAt: at('2026-09-25', '08:00'), closesAt: at('2026-10-23', '20:00'), frozenAt: at('2026-09-20', '10:00'),
    opinion: { at: at('2026-09-11', '15:00'), stance: 'advises', member: wtyBranch, words: '请先问一问带孩子的住户，绿地没有了，孩子去哪里。' }, delivered: { on: '2026-09-24', missing: 0 },
    ...courseOf(weighed(register, base.place), { took: { heads: 583, area: 6_214_736 }, agreed: { heads: 436, area: 4_670_000 }, abstained: 28,
      mix: { phone: 401, paper: 138, door: 44 }, from: '2026-09-25', days: 28, exact: true }, 'v3'),
    countedAt: at('2026-10-24', '15:00'), publishedAt: at('2026-10-26', '09:00'), archivedAt: null, objection: null }
}

const liftSaid: Readonly<Record<string, DemoWord>> = { '101': 'against', '102': 'abstain' }
function lift(register: DemoRegister): DemoVote {
  const place = placeId(codeOf('fjx'))
  const titles = register.titles.filter(({ compound }) => compound === place)
  return { key: 'v2', place, electorate: placeId(`${codeOf('fjx')}-05-2`), keeper: orgId('own-fjx'), item: 'rebuild', startedBy: 'owners', channels: ['paper', 'door'],
    title: '纺机新村5号楼2单元加装电梯方案', words: '半层入户；一楼不出钱，二楼4%，逐层增加，六楼32%；给一楼东户的补偿在动工前付清。', lead: fjxLead, team: fjxTeam,
    collectors: [personId('石桂芝'), personId('杭小妹')], startedAt: at('2026-05-25', '10:00'), notice: '2026-05-26', opensAt: at('2026-06-12', '08:00'), closesAt: at('2026-06-25', '18:00'),
    frozenAt: at('2026-06-05', '10:00'), opinion: null, delivered: { on: '2026-06-11', missing: 0 },
    // 302 is abroad and was not reached
    ballots: titles.filter(({ label }) => !label.endsWith('302')).map(({ head, label }, i) => ({ head, seq: 1, channel: i % 3 === 0 ? 'door' as const : 'paper' as const, day: dayAfter('2026-06-12', i),
      said: liftSaid[label.split('-').at(-1) ?? ''] ?? 'agree' })), areas: [],
    countedAt: at('2026-06-25', '19:10'), publishedAt: at('2026-06-26', '09:00'), archivedAt: null, objection: null }
}

/** The vote that is open on the demo's day: 541 heads are in, 23 are still needed, three homes gave a paper and a ballot on the phone. */
function cables(register: DemoRegister): DemoVote {
  const base = wty()
  const given = courseOf(weighed(register, base.place), { took: { heads: 541, area: 5_931_276 }, agreed: { heads: 372, area: 4_077_752 }, abstained: 30,
    mix: { phone: 336, paper: 147, door: 58 }, from: '2026-11-12', days: 7, exact: false }, 'v4')
  const first = given.ballots.map((one): DemoBallot => (one.channel === 'phone' ? one : { ...one, said: null }))
  const again = first.filter(({ channel }) => channel === 'paper').slice(0, 3).map(({ head }): DemoBallot => ({ head, seq: 2, channel: 'phone', day: '2026-11-19', said: 'against' }))
  const here = new Set(given.ballots.map(({ head }) => head))
  const may = new Set(weighed(register, base.place).filter(({ area }) => COMMON.some((one) => one === area)).map(({ head }) => head))
  const tryPhone = register.owners.find(({ head, phone, chosen }) => chosen && phone !== null && may.has(head) && !here.has(head))?.phone ?? undefined
  return { ...base, key: 'v4', tryPhone, item: 'fund_use', startedBy: 'committee', channels: ['phone', 'paper', 'door'], title: '关于使用维修资金更换1至4号楼电梯钢丝绳的议题',
    words: '检验机构建议更换1至4号楼8部电梯的钢丝绳，预算317,600元，从维修资金里列支，按面积分摊；三家报价和检验报告贴在各门栋。', startedAt: at('2026-10-23', '16:30'), notice: '2026-10-26',
    opensAt: at('2026-11-12', '08:00'), closesAt: at('2026-11-30', '20:00'), frozenAt: at('2026-11-06', '10:00'),
    opinion: { at: at('2026-10-29', '15:40'), stance: 'supports', member: wtyBranch, words: '安全的事不宜拖。请把三家报价的差别讲清楚。' }, delivered: { on: '2026-11-11', missing: 9 },
    ballots: [...first, ...again], areas: [], countedAt: null, publishedAt: null, archivedAt: null, objection: null }
}

/** All votes, oldest first. */
export function demoVotes(): readonly DemoVote[] {
  const register = demoRegister()
  return [renewal(register), lift(register), parking(register), cables(register)]
}
