/** A district whose record tests write act by act, seal and have read into the rates. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDb, withScope, type Db, type Scope, type Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { testDatabase, type TestDatabase } from '../../kit/testing.ts'
import { appendAct, openSigner, sealDistrict } from '../../record/index.ts'
import { matterActs } from '../rules/acts.ts'
import { foldRates } from './rates.ts'
import { verifyRates } from './verify-rates.ts'

export type ActOf = { readonly matter: string; readonly kind: keyof typeof matterActs.kinds & string; readonly facts: object; readonly at: Date
  readonly path?: string; readonly compoundPath?: string | null; readonly closedTo?: readonly string[] }

/** Shanghai time as a Date. */
export const shanghai = (text: string): Date => new Date(`${text}+08:00`)

let last = 200_000
/** A fresh six-digit district, so that tests of one file do not meet. */
export const newDistrict = (): string => String(++last)

const clock = (district: string): Scope => ({ district, person: null, scopes: [`d${district}`], orgs: [], audience: [] })

/** Appends one act of a matter in the caller's transaction. */
export const append = (tx: Tx, district: string, act: ActOf): Promise<string> => appendAct(tx, {
  district, at: act.at, channel: 'web', subject: { kind: 'matter', id: act.matter }, closedTo: act.closedTo ?? [],
  what: matterActs.state(act.kind, act.facts as never), // state() reads the facts against the declaration
  path: act.path ?? `d${district}.s001.c001.g01.b03`, compoundPath: act.compoundPath === undefined ? `k${district}001.b03` : act.compoundPath,
})

export type RateWorld = {
  readonly database: TestDatabase; readonly app: Db; readonly owner: Db
  /** Appends acts, each in a transaction of its own. */
  readonly tell: (district: string, ...acts: readonly ActOf[]) => Promise<void>
  readonly seal: (district: string, batch?: number) => Promise<void>
  /** Seals all and reads all; answers the rollup's sum of some columns. */
  readonly settle: (district: string, batch?: number) => Promise<void>
  readonly verify: (district: string) => ReturnType<typeof verifyRates>
  readonly rows: (district: string) => Promise<readonly { readonly [column: string]: string | number }[]>
  readonly close: () => Promise<void>
}

/** Opens a database for tests of the rates. */
export async function openRateWorld(): Promise<RateWorld> {
  const database = await testDatabase()
  const [app, owner] = [openDb(database.connection, 'linli_app', 4), openDb(database.connection, 'linli_owner', 3)]
  const folder = await mkdtemp(path.join(tmpdir(), 'linli-rates-'))
  const signer = await openSigner(folder)
  const seal = async (district: string, batch = 5000): Promise<void> => {
    while ((await sealDistrict(owner, district, { signer, at: new Date('2026-11-20T02:40:00.000Z'), batch })).sealed > 0);
  }
  return {
    database, app, owner, seal,
    tell: async (district, ...acts) => {
      for (const act of acts) await withScope(app, clock(district), tx => append(tx, district, act))
    },
    settle: async (district, batch = 5000) => {
      await seal(district)
      while (await foldRates(owner, district, batch) > 0);
    },
    verify: district => verifyRates(owner, district),
    rows: async district =>
      (await database.pool('linli_owner').query('select * from rate where district = $1 order by period, community, org, ground',
      [district])).rows as { [column: string]: string | number }[], // the table itself
    close: async () => {
      await Promise.all([app.destroy(), owner.destroy(), rm(folder, { recursive: true, force: true })])
      await database.close()
    },
  }
}

/** The acts of a matter that was filed, done and judged. */
export function judgedMatter(given: { readonly filed: Date; readonly judged: Date; readonly org?: string; readonly outcome?: string
  readonly reached?: boolean; readonly solved?: boolean; readonly satisfied?: string; readonly matter?: string
  readonly closedTo?: readonly string[] }): ActOf[] {
  const matter = given.matter ?? newId()
  const shared = { matter, ...(given.closedTo ? { closedTo: given.closedTo } : {}) }
  const outcome = given.outcome ?? 'solved'
  return [
    { ...shared, kind: 'matter.filed', at: given.filed, facts: { category: 'lighting', channel: 'qr', to: newId() } },
    { ...shared, kind: 'matter.finish', at: given.judged, facts: { outcome } },
    { ...shared, kind: 'matter.verdict', at: given.judged, facts: {
      reached: given.reached ?? true, solved: given.solved ?? true, satisfied: given.satisfied ?? 'yes', via: 'follow', round: 1,
      org: given.org ?? '00000000-0000-7000-8000-000000000001', category: 'lighting', outcome } },
  ]
}
