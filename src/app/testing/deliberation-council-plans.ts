/** The operations of standing bodies and covenants, each on one that was brought where it has to be. */
import { newId } from '../../kit/ids.ts'
import { speaker } from './deliberation-speech-plans.ts'
import type { Plan, Planner } from './plan.ts'
import { planted, type Stories } from './stories.ts'

const owner = (s: Stories) => s.world.database.pool('linli_owner')
const community = (s: Stories): string => s.world.demo.places.find(({ code }) => code === '990106003001')?.id ?? ''
const council = { kind: 'residents_council', name: '居民议事会', seats: 7, rhythmDays: 30, termMonths: 36, powers: ['take_up', 'deliberate'], charter: planted.words }
const seat = { role: 'member', side: 'residents', name: planted.name, shown: '老温' }

const founded = async (s: Stories): Promise<string> => (await s.must('worker', '/api/v1/councils', { ...council, place: community(s) })).json<{ id: string }>().id
const onCouncil = (body?: Plan['body'], as: Plan['as'] = 'worker'): Planner => async (s) => ({ as, params: { id: await founded(s) }, ...(body ? { body } : {}) })
async function brought(s: Stories): Promise<{ readonly council: string; readonly intake: string }> {
  const id = await founded(s)
  return { council: id, intake: (await s.must('worker', `/api/v1/councils/${id}/intakes`, { words: planted.words, name: '纸条' })).json<{ id: string }>().id }
}
async function seated(s: Stories): Promise<{ readonly council: string; readonly seat: string }> {
  const id = await founded(s)
  return { council: id, seat: (await s.must('worker', `/api/v1/councils/${id}/seats`, seat)).json<{ seat: string }>().seat }
}

const councils: { readonly [operation: string]: Planner } = {
  listCouncils: async (s) => { await brought(s); return { as: 'nobody', query: { place: community(s) } } },
  readCouncil: async (s) => ({ as: 'nobody', params: { id: (await brought(s)).council } }), readStaffCouncil: async (s) => ({ as: 'worker', params: { id: (await seated(s)).council } }),
  foundBody: async (s) => ({ as: 'worker', body: { ...council, place: community(s) } }), seatMember: onCouncil(seat),
  endSeat: async (s) => { const { council: id, seat: one } = await seated(s); return { as: 'worker', params: { id }, body: { seat: one } } },
  changeCharter: onCouncil({ charter: planted.words, rhythmDays: 60, powers: ['take_up'] }), dissolveBody: onCouncil({}),
  bringIntake: async (s) => ({ as: 'nobody', cookie: await speaker(s), params: { id: await founded(s) }, body: { words: planted.words } }),
  writeDownIntake: onCouncil({ words: planted.words, name: '三楼的奶奶' }, 'captain'),
  answerIntake: async (s) => ({ as: 'worker', params: { id: (await brought(s)).intake }, body: { to: 'declined', reason: planted.words } }),
}

let turn = 0
/** A place of the community without a covenant: each has one at most, so that those of earlier tests are taken away. */
async function free(s: Stories): Promise<string> {
  const buildings = s.world.demo.places.filter(({ kind, path }) => kind === 'building' && path.startsWith('d990106.s003.c001'))
  const place = buildings[turn++ % buildings.length]?.id ?? ''
  const of = 'where covenant in (select id from covenant where place = $1)'
  for (const table of ['covenant_signature', 'covenant_amendment', 'covenant_version']) await owner(s).query(`delete from ${table} ${of}`, [place])
  await owner(s).query('delete from covenant where place = $1', [place])
  return place
}
const clauses = [{ key: null, words: `晚上轻一点，${planted.words}` }, { key: null, words: '遛狗拴绳。' }]
const begin = (place: string) => ({ place, title: '邻里公约', clauses })
const drafted = async (s: Stories): Promise<string> => (await s.must('worker', '/api/v1/covenants', begin(await free(s)))).json<{ id: string }>().id
const posted = async (s: Stories): Promise<string> => {
  const id = await drafted(s)
  await s.must('worker', `/api/v1/covenants/${id}/post`, { until: '2027-03-31' })
  return id
}
const at = (state: string): (s: Stories) => Promise<string> => async (s) => {
  const id = await posted(s)
  await owner(s).query('update covenant_version set state = $2, comments_until = $3 where covenant = $1', [id, state, state === 'adopted' ? null : '2026-11-10'])
  return id
}
const amendment = { clause: 'c1', words: '晚上再轻一点。', reason: planted.words }
const proposed = async (s: Stories): Promise<{ readonly id: string; readonly amendment: string }> => {
  const id = await posted(s)
  return { id, amendment: (await s.must('worker', `/api/v1/covenants/${id}/amendments`, { ...amendment, name: '纸条' })).json<{ amendment: string }>().amendment }
}
/** A vote of the covenant's place that is being prepared, or withdrawn. */
async function voted(s: Stories, covenant: string, state: 'open' | 'withdrawn'): Promise<string> {
  const id = newId()
  await owner(s).query(`insert into vote (district, id, kind, place, path, keeper, electorate, number, title, item, secret, state, started_by, rules, channels)
    select district, $2, 'motion', place, path, keeper, place, $3, '通过公约', 'other', true, $4, 'residents', '{"thresholds":null}', '{phone}' from covenant where id = $1`, [covenant, id, `2026-${id.slice(-6)}`, state])
  return id
}
const on = (laid: (s: Stories) => Promise<string>, body?: Plan['body'], as: Plan['as'] = 'worker'): Planner => async (s) => ({ as, params: { id: await laid(s) }, ...(body ? { body } : {}) })

const covenants: { readonly [operation: string]: Planner } = {
  listCovenants: async (s) => { await posted(s); return { as: 'nobody', query: { place: community(s) } } }, readCovenant: async (s) => ({ as: 'nobody', params: { id: (await proposed(s)).id } }),
  readCovenantVersion: async (s) => ({ as: 'nobody', params: { id: await posted(s), n: '1' }, query: { from: '1' } }), readStaffCovenant: on(posted),
  printCovenant: async (s) => ({ as: 'nobody', params: { id: await at('adopted')(s), kind: 'docx' } }), beginCovenant: async (s) => ({ as: 'worker', body: begin(await free(s)) }),
  newCovenantDraft: on(posted, { reason: planted.words }), editCovenantDraft: on(drafted, { clauses, reason: planted.words }), postCovenant: on(drafted, { until: '2027-03-31' }),
  proposeAmendment: async (s) => ({ as: 'nobody', cookie: await speaker(s), params: { id: await posted(s) }, body: amendment }), writeDownAmendment: on(posted, { ...amendment, name: '三楼的奶奶' }),
  answerAmendment: async (s) => ({ as: 'worker', params: { id: (await proposed(s)).amendment }, body: { take: true, answer: planted.words } }),
  voteOnCovenant: async (s) => { const id = await at('posted')(s); return { as: 'worker', params: { id }, body: { vote: await voted(s, id, 'open') } } },
  settleCovenant: async (s) => {
    const id = await at('voting')(s)
    await owner(s).query('update covenant_version set vote = $2 where covenant = $1', [id, await voted(s, id, 'withdrawn')])
    return { as: 'worker', params: { id }, body: {} }
  },
  signCovenant: async (s) => ({ as: 'nobody', cookie: await speaker(s), params: { id: await at('adopted')(s) }, body: {} }), signCovenantOnPaper: on(at('adopted'), { slips: ['3-0502', '3-0601'] }),
}

export const councilPlans: { readonly [operation: string]: Planner } = { ...councils, ...covenants }
