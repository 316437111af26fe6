/** The operations of opinion polls: a poll of 梧桐苑 that is drafted, open, or drawn and closed. */
import { speaker } from './deliberation-speech-plans.ts'
import type { Plan, Planner } from './plan.ts'
import { planted, type Stories } from './stories.ts'

const owner = (s: Stories) => s.world.database.pool('linli_owner')
const days = { opensOn: '2026-11-20', closesOn: '2026-11-20' }
const body = (s: Stories) => ({ place: s.place('梧桐苑'), question: '晚上怎么用花园', about: planted.words, ...days, perPerson: 5, statements: ['八点半以后安静', '把音量定个数'] })

async function drafted(s: Stories): Promise<string> {
  return (await s.must('worker', '/api/v1/polls', body(s))).json<{ id: string }>().id
}
async function opened(s: Stories): Promise<string> {
  const id = await drafted(s)
  await s.must('worker', `/api/v1/polls/${id}/open`, {})
  return id
}
/** A closed poll with its last map, laid in past the walls: drawing is a job's. */
async function drawn(s: Stories): Promise<string> {
  const id = await opened(s)
  const shares = [{ agree: 1, disagree: 0, pass: 0 }, { agree: 0.9, disagree: 0, pass: 0.1 }]
  const map = {
    version: 'linli-opinion-map-1', seed: id, people: 30, answers: 60, apart: 0, unplaced: 0, undecided: [{ n: 2, shares }], minority: [{ n: 2, agree: 3, seen: 30 }],
    groups: [0, 1].map((group) => ({ id: group, size: 15, dots: [[0, 0], [10, 4]], outline: [[0, 0], [10, 4]], holds: [{ n: 1, side: 'agree', share: 1, others: 0.4 }] })),
    common: [{ n: 1, side: 'agree', ground: 0.9, shares: [1, 0.9] }], table: [{ n: 1, agree: 29, disagree: 0, pass: 1, groups: shares }],
    missing: { buildings: [{ id: s.place('梧桐苑3号楼'), name: '3号楼', homes: 96, answers: 30, missing: 0.69 }], others: null, total: null },
  }
  await owner(s).query(`insert into poll_map (district, poll, path, compound_path, drawn_at, answers, people, map, state, final, file)
    select district, id, path, compound_path, '2026-11-20T02:00:00Z', 60, 30, $2, '{}', true, '\\x1f8b' from poll where id = $1`, [id, JSON.stringify(map)])
  return id
}
const staff = (of: (s: Stories) => Promise<string>, more: Plan['body'] = {}): Planner => async (s) => ({ as: 'worker', params: { id: await of(s) }, body: more ?? {} })
const read = (of: (s: Stories) => Promise<string>): Planner => async (s) => ({ as: 'nobody', params: { id: await of(s) } })
const spoken = (more?: Plan['body']): Planner => async (s) => ({ as: 'nobody', cookie: await speaker(s), params: { id: await opened(s) }, ...(more ? { body: more } : {}) })
let sheets = 0

export const pollPlans: { readonly [operation: string]: Planner } = {
  listPolls: async (s) => { await opened(s); return { as: 'nobody', query: { place: s.place('梧桐苑') } } },
  readPoll: read(drawn), readPollTable: read(drawn), readPollFile: read(drawn),
  askNextStatement: spoken(), answerStatement: spoken({ statement: 1, sign: -1 }), findSimilarStatements: spoken({ words: '八点半以后要安静' }),
  addStatement: spoken({ words: `${planted.words}，放学了也想踢球` }),
  startPoll: async (s) => ({ as: 'worker', body: { ...body(s), thread: null } }), openPoll: staff(drafted), closePoll: staff(opened),
  addKeeperStatement: staff(opened, { words: planted.words }), draftResolution: staff(drawn),
  enterPollSheets: async (s) => ({ as: 'captain', params: { id: await opened(s) }, body: { channel: 'door', sheets: [{ id: `0192d7a0-0000-7000-8000-${String(++sheets).padStart(12, '0')}`,
    building: s.place('梧桐苑3号楼'), answers: [{ statement: 1, sign: 1 }, { statement: 2, sign: 0 }] }] } }),
  listStaffPolls: async (s) => { await drafted(s); return { as: 'worker', query: { place: s.place('梧桐苑') } } },
  readStaffPoll: async (s) => ({ as: 'worker', params: { id: await drawn(s) } }),
  listCarriedPolls: async (s) => { await opened(s); return { as: 'captain' } },
}
