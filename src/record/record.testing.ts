import { createPrivateKey } from 'node:crypto'
import { openDb, withScope, type Scope } from '../kit/db.ts'
import { testDatabase } from '../kit/testing.ts'
import { appendAct, sealDistrict, type NewAct, type Sealed } from './index.ts'
import { code, defineActs, maybe, whole } from './rules/index.ts'
import { ed25519Signer } from './signer.ts'

/** Kinds of act that only tests state. */
export const testActs = defineActs({
  'test.done': { say: { zh: '试了一下', en: 'tried it' }, facts: { n: maybe(whole), word: maybe(code) } },
})

/** The key of the test vectors in docs/record-format.md. */
export const testSigner = ed25519Signer(createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.from(Array.from({ length: 32 }, (_, i) => i))]),
  format: 'der', type: 'pkcs8',
}))

/** Half past ten on the demo's Friday, in Shanghai. */
export const at = new Date('2026-11-20T10:30:00+08:00')

/** A scope of district `district` that reaches `scopes`. */
export const scopeOf = (district: string, scopes: readonly string[], person: string | null = null): Scope =>
  ({ district, person, scopes, orgs: [], audience: [] })

/** An act of the district under `path`. */
export const testAct = (district: string, change: Partial<NewAct> = {}): NewAct =>
  ({ district, at, what: testActs.state('test.done', { n: 1 }), channel: 'web', path: `d${district}.s001`, ...change })

/** A database with pools of the application and the owner, and short words for what each test does. */
export async function recordDatabase() {
  const test = await testDatabase()
  const app = openDb(test.connection, 'linli_app', 4)
  const owner = openDb(test.connection, 'linli_owner', 4)
  return {
    app, owner,
    append: (district: string, change: Partial<NewAct> = {}): Promise<string> =>
      withScope(app, scopeOf(district, [`d${district}`]), tx => appendAct(tx, testAct(district, change))),
    seal: (district: string, batch = 5000): Promise<Sealed> => sealDistrict(owner, district, { signer: testSigner, at, batch }),
    async close(): Promise<void> {
      await Promise.all([app.destroy(), owner.destroy()])
      await test.close()
    },
  }
}

let last = 100_000

/** A fresh six-digit district, so that tests of one file do not meet. */
export const newDistrict = (): string => String(++last)
