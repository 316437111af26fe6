import { afterAll, beforeAll, expect, test } from 'vitest'
import { withScope } from '../../kit/db.ts'
import { district, file, on, openNeighbourhood, recordOf, run, start, told, type Neighbourhood, type PostKey } from '../testing.ts'
import { listCards } from '../views/cards.ts'
import { listRulings, listSuspended, precedentsFor } from '../views/rulings.ts'
import { assignMatter } from './assign-matter.ts'
import { blowWhistle } from './blow-whistle.ts'
import { askExtension, decideOnExtension } from './extend-time.ts'
import { handOverMatter } from './hand-over-matter.ts'
import { objectToDispatch } from './object-to-dispatch.ts'
import { ruleOnDispatch } from './rule-on-dispatch.ts'
import { resumeMatter, suspendMatter } from './suspend-matter.ts'
import { takeMatter } from './take-matter.ts'

let n: Neighbourhood
beforeAll(async () => { n = await openNeighbourhood() })
afterAll(async () => { await n.close() })

const rulings = (key: PostKey) => withScope(n.db, n.as(key), (tx) => listRulings(tx, n.as(key), 50))
const waits = async (key: PostKey, id: string): Promise<boolean> =>
  (await withScope(n.db, n.as(key), (tx) => listCards(tx, n.as(key), { tab: 'mine', limit: 100 }))).items.some((one) => one.id === id)
const precedents = async (key: PostKey, id: string) => (await withScope(n.db, n.as(key), (tx) => precedentsFor(tx, n.as(key), id)))?.items
const whistled = async (): Promise<string> => {
  const { id } = await file(n)
  await run(n, n.as('secretary'), start, blowWhistle, { id, situation: 'joint_enforcement', difficulty: '没有执法权',
    lead: { org: n.org('enforcement'), task: '查处' }, supports: [] })
  return id
}

test('[M33] [M35] given a whistle, when the station objects and the street names the firm, then the firm has it, the record says by what, and it is offered the next time', async () => {
  const id = await whistled()
  expect(told(await run(n, n.as('enforcement'), on(20, '11:00'), objectToDispatch, { id, ground: 'other_power', note: '物业管理条例第四十五条' }))).toBe('whistled')
  expect((await rulings('street')).map((one) => [one.id === id, one.objection.by, one.objection.forced])).toContainEqual([true, '街道综合行政执法队', false])
  expect(await rulings('secretary2')).toEqual([])
  const ruling = { ruling: 'upheld', owner: n.org('firm'), why: '物业先制止、先清理', basis: '《物业管理条例》第四十五条', precedent: true } as const
  expect(told(await run(n, n.as('secretary'), on(20, '14:00'), ruleOnDispatch, { id, ...ruling }))).toBe('not_yours')
  expect(told(await run(n, n.as('street'), on(20, '14:00'), ruleOnDispatch, { id, ...ruling, why: '302的张建国自己清' }))).not.toBe('filed')
  expect(told(await run(n, n.as('street'), on(20, '14:00'), ruleOnDispatch, { id, ...ruling }))).toBe('filed')
  const held = await recordOf(n, id)
  expect(held.row).toMatchObject({ held_by: n.org('firm'), ruled_to: n.org('firm'), accountable: n.org('community') })
  expect(held.facts.slice(-2)).toEqual([{ ground: 'other_power', forced: false }, { ruling: 'upheld', owner: n.org('firm') }])
  expect(await rulings('street')).not.toContainEqual(expect.objectContaining({ id }))
  const next = await file(n, { code: '990106003002K1-01' })
  expect(await precedents('secretary2', next.id)).toMatchObject([{ owner: '润庭物业', ruling: 'upheld', basis: '《物业管理条例》第四十五条', sameType: false }])
})

test('[M34] given a matter that the firm gave back twice, when it does so again, then it stays with the firm until the street rules (case 17)', async () => {
  const { id } = await file(n, { category: 'other', words: '地砖松了' })
  const back = (hour: string) => run(n, n.as('firm'), on(20, hour), handOverMatter, { id, to: 'community', reason: 'not_our_duty', note: '公共管道不归物业' })
  for (const [there, again] of [['11:00', '11:10'], ['13:40', '13:50'], ['14:00', '14:10']] as const) {
    expect(told(await run(n, n.as('secretary'), on(20, there), assignMatter, { id, org: n.org('firm'), note: '请修' }))).toBe('filed')
    expect(told(await back(again))).toBe('filed')
  }
  const held = await recordOf(n, id)
  expect(held.row).toMatchObject({ held_by: n.org('firm'), returned: 1, handovers: 2 })
  expect(held.notices.map(({ recipient, template }) => `${recipient} ${template}`)).toContain('street:d990106.s003 matter.to_rule')
  expect((await rulings('street')).find((one) => one.id === id)?.objection).toMatchObject({ forced: true, by: '润庭物业' })
  expect(told(await run(n, n.as('street'), on(20, '15:00'), ruleOnDispatch, { id, ruling: 'rejected', owner: n.org('firm'), why: '地砖是共有部分',
    basis: '《民法典》第九百四十二条', precedent: false }))).toBe('filed')
  expect(told(await back('16:00'))).toBe('ruled')
})

test('[M36] given work that waits for money, then it is put aside with a way and a day, its clocks stand still, and the list shows it', async () => {
  const { id } = await file(n)
  await run(n, n.as('captain'), on(20, '11:00'), takeMatter, { id })
  const aside = { id, path: 'common_income', reviewOn: '2026-12-04', note: '等公共收益公布' }
  expect(told(await run(n, n.as('captain'), on(20, '12:00'), suspendMatter, { ...aside, path: '' }))).toBe('no_money_path')
  expect(told(await run(n, n.as('captain'), on(20, '12:00'), suspendMatter, aside))).toBe('taken')
  const held = await recordOf(n, id)
  expect(held.row).toMatchObject({ money_path: 'common_income', due_kind: 'review', suspended_at: on(20, '12:00') })
  expect(held.timers).toHaveLength(1)
  const list = (key: PostKey) => withScope(n.db, n.as(key), (tx) => listSuspended(tx, n.as(key), 50))
  expect((await list('secretary')).find((one) => one.id === id)).toMatchObject({ path: 'common_income', suspended: true, reviewOn: '2026-12-04' })
  expect(await list('secretary2')).toEqual([])
  expect(told(await run(n, n.as('secretary'), on(23, '10:00'), assignMatter, { id, org: n.org('firm'), note: '请修' }))).toBe('not_there')
  expect(told(await run(n, n.as('secretary'), on(27, '10:00'), resumeMatter, { id, note: '钱到了' }))).toBe('taken')
  const ledger = (await n.database.pool('linli_owner').query('select stage, kind from clock_entry where matter = $1 order by at, id', [id])).rows
  expect(ledger.filter((entry) => entry.stage === 'finish').map((entry) => entry.kind)).toEqual(['start', 'pause', 'resume'])
})

test('[M37] given a party that needs more time, when another office grants it, then finish and reply move and the reporter can read why', async () => {
  const { id } = await file(n)
  await run(n, n.as('captain'), on(20, '11:00'), takeMatter, { id })
  expect(told(await run(n, n.as('captain'), on(20, '12:00'), askExtension, { id, days: 3, note: '要等配件' }))).toBe('taken')
  expect(told(await run(n, n.as('captain'), on(20, '12:00'), askExtension, { id, days: 3, note: '要等配件' }))).toBe('already')
  expect([await waits('secretary', id), await waits('street', id)]).toEqual([true, false])
  expect(told(await run(n, n.as('captain'), on(20, '13:00'), decideOnExtension, { id, granted: true, note: '' }))).toBe('not_yours')
  expect(told(await run(n, n.as('secretary'), on(20, '14:00'), decideOnExtension, { id, granted: true, note: '可以' }))).toBe('taken')
  expect((await recordOf(n, id)).row).toMatchObject({ extended: 1, due_kind: 'finish', due: on(30, '17:30') })
  expect(told(await run(n, n.as('secretary'), on(20, '15:00'), decideOnExtension, { id, granted: true, note: '' }))).toBe('not_there')
  expect(await waits('secretary', id)).toBe(false)
  const rows = (await n.database.pool('linli_owner').query('select granted, days from extension where district = $1 and matter = $2', [district, id])).rows
  expect(rows).toEqual([{ granted: true, days: 3 }])
})

test('[M37] more time that the community asks for itself waits in the street’s list', async () => {
  const { id } = await file(n)
  expect(told(await run(n, n.as('captain'), on(20, '11:00'), handOverMatter, { id, to: 'community', reason: 'no_power', note: '要社区出面' }))).toBe('filed')
  expect(told(await run(n, n.as('secretary'), on(20, '11:30'), takeMatter, { id }))).toBe('taken')
  expect(await waits('street', id)).toBe(false)
  expect(told(await run(n, n.as('secretary'), on(20, '12:00'), askExtension, { id, days: 3, note: '要等配件' }))).toBe('taken')
  expect(await waits('street', id)).toBe(true)
  expect(told(await run(n, n.as('street'), on(20, '14:00'), decideOnExtension, { id, granted: false, note: '来得及' }))).toBe('taken')
  expect(await waits('street', id)).toBe(false)
})
