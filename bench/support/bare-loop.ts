/** The bare loop: the statements of one filing, recorded from the server itself, replayed named and with fresh ids. A process of its own. */
import { randomBytes, randomUUID } from 'node:crypto'
import { connectionOfJson } from '../../src/kit/connection.ts'
import { readSettings } from '../../src/kit/config.ts'
import { openKeys, useKeys } from '../../src/trust/index.ts'
import { loopWhenAsked, recorded, replayer, withServer, type Sent } from './bare.ts'

const connection = connectionOfJson(process.env['LINLI_DB'] ?? '')
const settings = readSettings()
const keys = openKeys(settings.dataDir)
useKeys(keys)

/** What filing sends to the database, in order, twice: what differs between the two is made anew for each. */
const filed = (): Promise<[Sent[], Sent[]]> => withServer(connection, keys, settings, async (app) => {
  const tour = (await app.inject('/api/v1/demo/tour')).json<{ door: string }>()
  const door = (await app.inject(`/api/v1/doors/${tour.door}`)).json<{ place: { id: string } }>()
  const payload = { place: door.place.id, words: '楼道灯坏了三个月，晚上不敢下楼倒垃圾。', category: 'lighting', onBoard: true, channel: 'qr' }
  const file = (): Promise<Sent[]> =>
    recorded(() => app.inject({ method: 'POST', url: '/api/v1/matters', payload, headers: { 'x-linli': '1', 'idempotency-key': randomUUID() } }))
  await file()
  return [await file(), await file()]
})

const isId = (value: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Values that differ between two filings are made anew for each replay, the same one wherever it stood; all others stay. */
function freshener(one: readonly Sent[], two: readonly Sent[]): (fresh: Map<unknown, unknown>, step: number) => unknown[] {
  return (fresh, step) => (one[step]?.values ?? []).map((value, at) => {
    const other = two[step]?.values[at]
    if (value instanceof Date || value === other) return value
    // two filings send the same statements, so a buffer stands where a buffer stood
    if (Buffer.isBuffer(value)) return value.equals(other as Buffer) ? value : randomBytes(value.length)
    if (typeof value !== 'string') return value
    const made = /^\d{4}-[0-9A-Z]{4}$/.test(value) ? `${value.slice(0, 5)}${[...randomBytes(6)].map((b) => crockford[b & 31]).join('')}`
      : isId(value) ? randomUUID() : freshText(value, fresh)
    const known = fresh.get(value) ?? made
    fresh.set(value, known)
    return known
  })
}
const freshText = (text: string, fresh: ReadonlyMap<unknown, unknown>): string =>
  text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => String(fresh.get(id) ?? id))

const [one, two] = await filed()
const freshOf = freshener(one, two)
loopWhenAsked(replayer(connection, one, () => {
  const fresh = new Map<unknown, unknown>()
  return (step) => freshOf(fresh, step)
}), one.length)
