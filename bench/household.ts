/**
 * One household's file over HTTP with everything on it, in a district with 1,000,000 people: people with their values and history, their other
 * homes, the
 * chain of responsibility, open matters, the last visit. The homes asked for have most on them: two matters, a visit, a corrected value and a
 * past tie each.
 */
import type pg from 'pg'
import { fillVisits } from '../src/app/work/fill-visits.ts'
import { openDb } from '../src/kit/db.ts'
import { installation, percentile, type Installation } from './support/installation.ts'
import { growRoster, layRoster, people } from './support/people.ts'
import { signIn, startServer, type Server } from './support/visitor.ts'

const PEOPLE = Number(process.env['PEOPLE'] ?? 1_000_000)
const [HOMES, ROUNDS] = [60, 6] as const
type File = { readonly people: readonly { readonly values: readonly unknown[] }[]; readonly matters: readonly unknown[];
  readonly chain: readonly unknown[] }

/** The homes of the first community with most people and a past. */
async function fullest(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ home: string }>(`select d.home from dweller d join place p on p.district = d.district and p.id = d.home
    where p.code like '990106003001%' group by d.home order by count(*) desc, count(*) filter (where d.until is not null) desc,
      d.home limit ${HOMES}`)
  return rows.map(({ home }) => home)
}

/** Puts what a lived-in home has on each: matters by residents and a corrected telephone by the worker. */
async function load(server: Server, homes: readonly string[]): Promise<void> {
  const worker = await signIn(server.url, 'worker')
  const json = { 'x-linli': '1', 'content-type': 'application/json' }
  const post = async (address: string, body: object, headers: Readonly<Record<string, string>>): Promise<void> => {
    const answer = await fetch(server.url + address, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${address} was answered ${answer.status}: ${(await answer.text()).slice(0, 200)}`)
  }
  for (const [n, home] of homes.entries()) {
    for (const category of ['lighting', 'corridor_clutter']) {
      await post('/api/v1/matters', { place: home, words: '门口的灯不亮了，晚上看不清', category, onBoard: false, channel: 'qr', photos: [] }, {})
    }
    const { value } = await worker.get<{ people: { group: string; ties: { id: string }[] }[] }>(`/api/v1/roster/homes/${home}`)
    const tie = value.people.find(({ group }) => group === 'lives')?.ties[0]?.id
    if (tie) await post(`/api/v1/roster/ties/${tie}/values`, { field: 'phone', value: `1990000${String(n).padStart(4, '0')}` }, worker.headers)
  }
}

async function ask(server: Server, homes: readonly string[]): Promise<object> {
  const worker = await signIn(server.url, 'worker')
  const times: number[] = []
  let [values, matters] = [0, 0]
  for (let round = 0; round < ROUNDS; round++) {
    for (const home of homes) {
      const { value, ms } = await worker.get<File>(`/api/v1/roster/homes/${home}`)
      if (round === 0) continue // warms up
      times.push(ms)
      values += value.people.reduce((sum, one) => sum + one.values.length, 0)
      matters += value.matters.length
    }
  }
  const p = (share: number): number => Number(percentile(times, share).toFixed(1))
  const mean = (n: number): number => Number((n / times.length).toFixed(1))
  return { ours: p(0.95), reference: 40, ratio: Number((p(0.95) / 40).toFixed(2)), unit: 'ms', goal: 40, p50: p(0.5), p99: p(0.99),
    asked: times.length,
    values: mean(values), matters: mean(matters) }
}

async function measure(here: Installation): Promise<object> {
  const client = await layRoster(here)
  try {
    const db = openDb(here.connection, 'linli_app', 2)
    await fillVisits(db, { district: '990106', path: 'd990106' }).finally(() => db.destroy())
    const from = performance.now()
    await growRoster(client, PEOPLE)
    console.error(`${await people(client)} people after ${((performance.now() - from) / 1000).toFixed(0)} s`)
    const homes = await fullest(client)
    const server = await startServer(here)
    try {
      await load(server, homes)
      return { ...await ask(server, homes), people: await people(client) }
    } finally {
      server.process.kill()
    }
  } finally {
    await client.end()
  }
}

/** Runs the benchmark: `ours` is the 95th percentile of one file in milliseconds. */
export async function run(): Promise<object> {
  const here = await installation(['-c', 'shared_buffers=1GB', '-c', 'max_wal_size=8GB'])
  try {
    return await measure(here)
  } finally {
    await here.end()
  }
}
