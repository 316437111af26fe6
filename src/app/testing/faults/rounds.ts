/** One round of faults: clients write while the parts of the product are killed in turn, then everything is looked at. */
import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { runningInstance } from '../../cli/instance.ts'
import { demoSignIns } from '../../../../demo/index.ts'
import { openDb } from '../../../kit/db.ts'
import { photoFolder, photosIn } from '../../../matters/index.ts'
import { sweepPhotos } from '../../work/forget.ts'
import { check, type Faults } from './check.ts'
import { kill, startProduct, up, type Part, type Product } from './product.ts'
import { office, phone, resident, signIn, type Client, type Write } from './writes.ts'

const RESIDENTS = 10
const OFFICES = 6
const PHONES = 2
/** How far the clock is moved on before each death, so that deadlines pass while parts are down; under a day, after which unused photos go. */
const HOURS_ON = 23
/** What a finished matter is reported with. */
const FINISH = { outcome: 'solved', note: '' }

export type Round = Faults & {
  readonly swept: number; readonly acknowledged: number; readonly unanswered: number; readonly repeated: number; readonly refused: Readonly<Record<string, number>>
  readonly fired: number; readonly kills: number
}

async function clients(product: Product, client: Client): Promise<Promise<void>[]> {
  const who = (key: string) => demoSignIns().find((one) => one.key === key)
  const tour = await (await fetch(`${product.url}/api/v1/demo/tour`)).json() as { door: string } // the route's reply
  const { place } = await (await fetch(`${product.url}/api/v1/doors/${tour.door}`)).json() as { place: { id: string } }
  const [secretary, captain] = await Promise.all(['secretary', 'captain'].map((key) => signIn(product.url, who(key)?.person ?? '', who(key)?.post ?? '')))
  if (!secretary || !captain) throw new Error('the demo has no secretary or no captain')
  return [
    ...Array.from({ length: RESIDENTS }, () => resident(client, place.id)), ...Array.from({ length: OFFICES }, () => office(client, secretary, FINISH)),
    ...Array.from({ length: PHONES }, () => phone(client, captain, place.id)),
  ]
}

/** Moves the demo's clock on; tried again until the server answers. */
async function moveClock(product: Product): Promise<void> {
  const headers = { 'x-linli': '1', 'content-type': 'application/json' }
  for (let tries = 0; tries < 100; tries++) {
    const body = JSON.stringify({ minutes: HOURS_ON * 60 })
    if (await fetch(`${product.url}/api/v1/demo/clock`, { method: 'POST', headers, body }).then((reply) => reply.ok, () => false)) return
    await wait(100)
  }
}

/** Kills worker, server and database one after the other, then all three at once, `pause` milliseconds apart. Answers how many processes it ended. */
async function killAll(product: Product, pause: number): Promise<number> {
  const turns: readonly (readonly Part[])[] = [['worker'], ['server'], ['database'], ['worker', 'server', 'database']]
  let kills = 0
  for (const parts of turns) {
    await wait(pause)
    await moveClock(product) // deadlines pass just before somebody has to act on them
    if (!kill(product, parts)) throw new Error(`there was no ${parts.join(', ')} to kill`)
    kills += parts.length
    await wait(pause / 2)
    await up(product)
  }
  await wait(pause)
  return kills
}

/** Everything on the disk that no row names, whatever its age. */
async function sweepAll(connection: Parameters<typeof openDb>[0], dataDir: string): Promise<number> {
  const owner = openDb(connection, 'linli_owner', 1)
  try {
    return await sweepPhotos(owner, photoFolder(photosIn(dataDir)), new Date(Date.now() + 60_000))
  } finally {
    await owner.destroy()
  }
}

const sum = (writes: readonly Write[], is: (write: Write) => boolean): number => writes.filter(is).length

/**
 * Starts the product on a folder that was laid out, lets sixteen clients and two phones write while parts die, and checks what is left, with the writes
 * of earlier rounds (`writes`, added to). `pause`: milliseconds between deaths.
 */
export async function round(dataDir: string, writes: Write[], pause: number): Promise<Round> {
  const product = await startProduct(dataDir)
  let over = false
  const client: Client = { url: product.url, over: () => over, writes, pool: [] }
  const before = writes.length
  try {
    const running = await clients(product, client)
    const kills = await killAll(product, pause).finally(() => { over = true })
    await Promise.all(running)
    const connection = runningInstance(dataDir)?.connection
    if (!connection) throw new Error('the product is gone')
    const found = await check({ connection, dataDir, writes, settleMs: 40_000, sweep: (at) => sweepAll(at, dataDir) })
    const mine = writes.slice(before)
    const refused = Object.fromEntries([...Map.groupBy(mine.filter((w) => w.refused !== undefined), (w) => `${w.move} ${w.refused}`)].map(([code, all]) => [code, all.length]))
    return {
      ...found, kills, acknowledged: sum(mine, (w) => w.acknowledged), unanswered: sum(mine, (w) => !w.acknowledged && w.refused === undefined),
      repeated: sum(mine, (w) => w.tries > 1), refused,
    }
  } finally {
    over = true
    await product.stop()
  }
}

/** Takes the folder of an installation away. */
export const takeAway = (dataDir: string): void => rmSync(dataDir, { recursive: true, force: true })
