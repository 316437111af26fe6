import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDb, withScope, type Db } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { testDatabase, type TestDatabase } from '../../kit/testing.ts'
import { addPersonWith, askPhoneCode, checkPhoneCode, digitsOf, openKeys, publicActor, standInSubject, useKeys } from '../index.ts'

const district = '990106'
const start = Date.parse('2026-11-20T10:40:00+08:00')
let database: TestDatabase
let db: Db
let minutes = 0
const nobody = publicActor(district)

beforeAll(async () => {
  database = await testDatabase()
  db = openDb(database.connection, 'linli_app', 8)
  useKeys(openKeys('', { LINLI_KEY: '5a'.repeat(32) }))
})
afterAll(async () => {
  await db.destroy()
  await database.close()
})

const later = (by = 0): Date => new Date(start + (minutes += by) * 60_000)
let last = 13_900_000_000
async function reporter(): Promise<{ phone: string; person: string; subject: { kind: string; id: string } }> {
  const phone = String(last++)
  const person = await withScope(db, nobody, tx => addPersonWith(tx, {
    district, kind: 'resident', at: later(), fields: [{ field: 'phone', value: phone, purpose: 'follow' }],
  }))
  return { phone, person, subject: { kind: 'matter', id: newId() } }
}
const ask = (given: { phone: string; person: string | null; subject: { kind: string; id: string } }, at = later()) =>
  withScope(db, nobody, tx => askPhoneCode(tx, { district, ...given, at }))
const check = ({ phone, subject }: { phone: string; subject: { kind: string; id: string } }, code: string, at = later()) =>
  checkPhoneCode(db, { district, phone, subject, code, at })
const codeIn = (asked: Awaited<ReturnType<typeof ask>>): string => {
  if (!asked.ok || !asked.value.send) throw new Error('no code was sent')
  return digitsOf(asked.value.send.code)
}

test('[T6] the right code opens once; then it is used up', async () => {
  const who = await reporter()
  const code = codeIn(await ask(who))
  expect(code).toMatch(/^\d{6}$/)
  expect(await check(who, code)).toEqual({ ok: true, value: true })
  expect((await check(who, code)).ok).toBe(false)
})

test('[T6] an unknown phone, an unknown subject and a wrong code are one and the same answer', async () => {
  const who = await reporter()
  const stranger = { ...who, phone: '13911111111' }
  const nothing = { subject: standInSubject('matter', 'NOSUCHCODE'), phone: '13922222222', person: null }
  const asked = await ask(who)
  const asStranger = await ask(stranger, later(2))
  const asNothing = await ask(nothing)
  expect([asked, asStranger, asNothing].map(answer => answer.ok)).toEqual([true, true, true])
  expect([asStranger, asNothing].map(answer => answer.ok && answer.value.send)).toEqual([null, null])
  const wrong = codeIn(asked) === '000000' ? '000001' : '000000'
  const answers = await Promise.all([
    check(who, wrong), check(stranger, wrong), check(nothing, wrong), check({ ...who, phone: '13933333333' }, wrong),
  ])
  expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
  const { rows } = await database.pool('linli_owner')
    .query('select count(*)::int as n from phone_code where subject_id in ($1, $2)', [who.subject.id, nothing.subject.id])
  expect(rows[0].n).toBe(3)
})

test('[T6] no code opens what was asked for with somebody else\'s phone', async () => {
  const who = await reporter()
  const stranger = { ...who, phone: '13944444444' }
  await ask(stranger)
  const { rows } = await database.pool('linli_owner').query('select id from phone_code where subject_id = $1', [who.subject.id])
  expect((await check(stranger, digitsOf(rows[0].id))).ok).toBe(false)
})

test('[T6] the rate is limited alike for a known and an unknown phone, by phone and by subject, also for questions asked at once', async () => {
  const who = await reporter()
  const at = later()
  const stranger = { phone: '13955555555', person: null, subject: standInSubject('matter', 'A') }
  const [known, unknown] = await Promise.all([who, stranger].map(async given => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(given, at)))
    return answers.map(answer => (answer.ok ? 'ok' : `${answer.refusal.code} ${answer.refusal.from}`)).sort()
  }))
  expect(known).toEqual(unknown)
  expect(known?.filter(answer => answer === 'ok')).toHaveLength(1)
  const otherSubject = await ask({ ...who, subject: { kind: 'matter', id: newId() } }, at)
  const otherPhone = await ask({ ...who, phone: '13966666666' }, at)
  expect([otherSubject, otherPhone].map(answer => !answer.ok && answer.refusal.code)).toEqual(['too_many', 'too_many'])
  expect((await ask(who, later(2))).ok).toBe(true)
})

test('[T6] after five wrong tries and after ten minutes the right code opens nothing either', async () => {
  const who = await reporter()
  const code = codeIn(await ask(who))
  const wrong = code === '123456' ? '654321' : '123456'
  for (let n = 0; n < 5; n++) expect((await check(who, wrong)).ok).toBe(false)
  expect((await check(who, code)).ok).toBe(false)
  const slow = await reporter()
  const slowCode = codeIn(await ask(slow))
  expect((await check(slow, slowCode, later(10))).ok).toBe(false)
})

test('[T6] two right answers at once open one session', async () => {
  const who = await reporter()
  const code = codeIn(await ask(who))
  const answers = await Promise.all(Array.from({ length: 4 }, () => check(who, code)))
  expect(answers.filter(answer => answer.ok)).toHaveLength(1)
})
