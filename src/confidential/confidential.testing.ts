/** The sample neighbourhood with a discipline post, for the tests of the confidential line. */
import { randomBytes } from 'node:crypto'
import { openDb, withScope, type Db, type Scope } from '../kit/db.ts'
import { newId } from '../kit/ids.ts'
import { testDatabase } from '../kit/testing.ts'
import { saveOfficers, savePosts, saveTenures } from '../offices/index.ts'
import { sampleDistrict, saveSample, type Sample } from '../offices/sample.testing.ts'
import { clockActor, openKeys, publicActor, useKeys } from '../trust/index.ts'
import { fileReport, type Report } from './commands/file-report.ts'
import { handleReport, type Handling } from './commands/handle-report.ts'
import { turnLines } from './commands/turn-line.ts'
import { writeBack } from './commands/write-back.ts'
import { codeOf } from './rules/index.ts'
import { signOf } from './store/line.ts'
import { threadForHandler, threadForReporter, threadsForHandler } from './views/thread.ts'

export const district = sampleDistrict
/** Friday 10:40 in Shanghai. */
export const start = new Date('2026-11-20T02:40:00.000Z')
/** `hours` after the start. */
export const later = (hours: number): Date => new Date(start.getTime() + hours * 3_600_000)

/** A database with the sample and short words for what reporter and handler do. */
export async function openLineTest() {
  useKeys(openKeys('', { LINLI_KEY: '5a'.repeat(32) }))
  const database = await testDatabase()
  const db: Db = openDb(database.connection, 'linli_app', 4)
  const owner = openDb(database.connection, 'linli_owner', 2)
  const sample: Sample = await withScope(db, publicActor(district), saveSample)
  const [handler, person] = [newId(), newId()]
  await withScope(db, publicActor(district), async (tx) => {
    const post = { id: handler, kind: 'street_discipline' as const, title: '纪工委书记', org: sample.org('桐荫街道办事处'), place: sample.place('990106003').id }
    const saved = [await savePosts(tx, district, [post]), await saveOfficers(tx, district, [{ name: '康如海', person }]),
      await saveTenures(tx, district, [{ id: newId(), post: handler, person, from: '2025-01-01', publicName: true, publicPhone: false }])]
    for (const one of saved) if (!one.ok) throw new Error(one.refusal.explain.en)
  })
  const place = sample.place('990106003001K1-03').id
  const scope: Scope = { district, person, scopes: ['d990106.s003'], orgs: [], audience: ['street'], post: handler }
  const code = (): string => codeOf(signOf(handler), randomBytes(26))
  return {
    database, db, owner, sample, handler, place, scope, code,
    file: (report: Partial<Report> = {}, at = start) =>
      fileReport(db, district, at, { code: code(), place, words: '收了钱', concerned: { post: sample.post('润庭项目经理') }, ...report }),
    back: (opened: string, words: string, more: { retaliation?: 'work' | 'threat'; key?: string; at?: Date } = {}) =>
      writeBack(db, district, more.at ?? start, more.key ?? newId(), { code: opened, words, retaliation: more.retaliation }),
    read: (opened: string, at = start) => threadForReporter(db, district, at, opened),
    list: (at: Date, as: Scope = scope) => withScope(db, as, (tx) => threadsForHandler(tx, district, handler, at)),
    open: (id: string, at: Date) => withScope(db, scope, (tx) => threadForHandler(tx, district, handler, at, id)),
    handle: (id: string, handling: Handling, at: Date, key = newId()) =>
      handleReport(db, district, handler, at, { key, body: handling }, id, handling),
    turn: (at: Date) => turnLines(db, clockActor(district, 'd990106'), at),
    cells: async () => (await database.pool('linli_owner').query<{ cell: number; sealed: Buffer }>('select cell, sealed from confidential_cell order by cell')).rows,
    close: async () => { await Promise.all([db.destroy(), owner.destroy()]); await database.close() },
  }
}
