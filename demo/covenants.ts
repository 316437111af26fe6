/** Covenants of the demo: 梧桐苑's second version, adopted after its garden was talked about, and 纺机新村's first, which is posted for comments now. */
import { orgId } from './orgs.ts'
import { codeOf, placeId } from './places.ts'
import { postId } from './posts.ts'
import { uuid } from './seed.ts'

const base = Date.parse('2025-10-09T09:00:00+08:00')
type Clause = { readonly key: string; readonly words: string }
export type DemoVersion = { readonly n: number; readonly state: 'adopted' | 'replaced' | 'posted'; readonly clauses: readonly Clause[]; readonly commentsUntil: string; readonly yes: number | null
  readonly answers: number | null; readonly adoptedOn: string | null; readonly reason: string | null; readonly createdAt: string; readonly signatures: number }
export type DemoAmendment = { readonly n: number; readonly clause: string; readonly words: string; readonly reason: string; readonly name: string; readonly state: 'open' | 'declined'
  readonly answer: string | null; readonly at: string }
export type DemoComment = { readonly clause: string; readonly name: string; readonly words: string; readonly post: string; readonly channel: 'door' | 'paper'; readonly at: string }
export type DemoCovenant = { readonly id: string; readonly place: string; readonly keeper: string; readonly title: string; readonly startedAt: string; readonly versions: readonly DemoVersion[]
  readonly amendments: readonly DemoAmendment[]; readonly comments: readonly DemoComment[] }

const clauses = (...words: readonly string[]): readonly Clause[] => words.map((one, at) => ({ key: `c${at + 1}`, words: one }))
const quiet = '晚上十点到早上六点，说话、挪东西都轻一点。'
const stairs = '楼道不放东西，电动车不进楼、不飞线。'
const slow = '快递、外卖车进小区慢骑，让着孩子和老人走。'
const talk = '有了矛盾，先找楼栋长和邻居商量，商量不成再找物业、社区。'

const garden: DemoCovenant = {
  id: uuid(base, 'covenant:wty'), place: placeId(codeOf('wty')), keeper: orgId('com-001'), title: '梧桐苑邻里公约', startedAt: '2025-10-09T09:00:00+08:00', comments: [],
  versions: [
    { n: 1, state: 'replaced', clauses: clauses(quiet, '中心花园跳舞，晚上九点半收。', '遛狗拴绳，狗屎自己捡。', stairs, slow, talk), commentsUntil: '2025-11-02', yes: 276, answers: 351,
      adoptedOn: '2025-11-16', reason: null, createdAt: '2025-10-09T09:00:00+08:00', signatures: 203 },
    { n: 2, state: 'adopted', clauses: clauses(quiet, '中心花园放音乐，晚上七点到八点半，到最近的窗前不超过55分贝；中考、高考那几天不放。', '遛狗拴绳、走外圈，狗屎自己捡。', stairs, slow, talk),
      commentsUntil: '2026-10-09', yes: 318, answers: 402, adoptedOn: '2026-10-16', reason: '花园晚上怎么用，大家议过、试了八周，两条写进公约。', createdAt: '2026-09-21T10:00:00+08:00', signatures: 126 },
  ],
  amendments: [
    { n: 2, clause: 'c2', words: '中心花园放音乐，晚上七点到九点，到最近的窗前不超过55分贝；中考、高考那几天不放。', reason: '夏天八点半天还没凉下来', name: '跳舞队老顾', state: 'declined',
      answer: '试了八周，超过八点半的抱怨最多；夏天可以提前到六点半开始，明年五月再议。', at: '2026-09-26T19:40:00+08:00' },
    { n: 2, clause: 'c7', words: '周末早上九点前，球场不打球。', reason: '上夜班的人刚睡下', name: '夜班老丁', state: 'declined', answer: '这一条还没议过，已经另起一条议事线“周末早上怎么安静”。', at: '2026-10-02T09:12:00+08:00' },
  ],
}

const looms: DemoCovenant = {
  id: uuid(base, 'covenant:fjx'), place: placeId(codeOf('fjx')), keeper: orgId('com-002'), title: '纺机新村邻里公约', startedAt: '2026-11-02T09:00:00+08:00',
  versions: [{ n: 1, state: 'posted', clauses: clauses('电动车进棚充电，不进楼、不飞线。', '楼道每层留一米二，旧家具自己清走。', '加装电梯轻关门，夜里十点以后不搬大件。', '一楼窗下不晒腌菜、不堆煤。', talk),
    commentsUntil: '2026-12-05', yes: null, answers: null, adoptedOn: null, reason: null, createdAt: '2026-11-02T09:00:00+08:00', signatures: 0 }],
  amendments: [
    { n: 1, clause: 'c4', words: '', reason: '老人就剩这点地方晒菜，写进公约伤感情', name: '二楼窗台', state: 'open', answer: null, at: '2026-11-17T19:05:00+08:00' },
    { n: 1, clause: 'c2', words: '楼道每层留一米二，旧家具放七天，贴个条子，七天后物业清走。', reason: '搬家总要有个周转', name: '石桥边老戴', state: 'open', answer: null, at: '2026-11-18T08:31:00+08:00' }],
  comments: [{ clause: 'c1', name: '7号楼苗姐', words: '棚子十二月才通电，这一条从通电那天起算才公道。', post: postId('captain:fjx-7'), channel: 'door', at: '2026-11-16T10:20:00+08:00' }],
}

/** All covenants. */
export const demoCovenants: readonly DemoCovenant[] = [garden, looms]
