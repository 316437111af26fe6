/** Somebody who speaks, for tests of the routes of deliberation: a phone, the code that was sent to it, and the cookie that it opens. */
import type { App } from '../kit/http.ts'
import { common } from '../kit/http.ts'
import { newId } from '../kit/ids.ts'
import { ok, refuse } from '../kit/pure.ts'
import { district, type Neighbourhood, type PostKey } from '../offices/testing.ts'
import { digitsOf } from '../trust/index.ts'

/** Staff by the header x-as, in their posts of the neighbourhood; nobody else is signed in. */
export const trustOf = (n: Neighbourhood, keys: readonly PostKey[], now: () => Date) => ({ district, mode: 'demo' as const, now,
  staffOf: async (request: { headers: { [name: string]: unknown } }) => {
    const key = keys.find((one) => one === request.headers['x-as'])
    return key ? ok(n.as(key)) : refuse(common.signedOut)
  } })

/** One question to the routes: a write when it has a body. */
export const asker = (app: App) => async (url: string, { body, cookie = '', as = '', key, method }: { readonly body?: object; readonly cookie?: string; readonly as?: string
  readonly key?: string; readonly method?: 'DELETE' | 'PUT' } = {}) => app.inject({ method: method ?? (body ? 'POST' : 'GET'), url: `/api/v1${url}`,
  headers: { cookie, 'x-as': as, ...(key ? { 'idempotency-key': key } : {}) }, ...(body ? { payload: body } : {}) })
type Ask = ReturnType<typeof asker>

/** The code that was sent last. */
export async function codeSent(n: Neighbourhood): Promise<string> {
  const { rows } = await n.database.pool('linli_owner').query("select facts->>'code' as code from outbox where template = 'phone.code' order by id desc limit 1")
  return digitsOf(String(rows[0]?.code))
}

/** Opens speaking on a phone; answers the cookie. Throws what was refused. */
export async function speaksAs(n: Neighbourhood, ask: Ask, phone: string, name: string, more: object = {}): Promise<string> {
  const sent = await ask('/public/speakers/code', { body: { phone } })
  if (sent.statusCode !== 200) throw new Error(sent.body)
  const reply = await ask('/public/speakers', { body: { phone, code: await codeSent(n), name, age: 'adult', ...more } })
  if (reply.statusCode !== 200) throw new Error(reply.body)
  return String(reply.headers['set-cookie']).split(';')[0] ?? ''
}

/** A thread of the compound 梧桐苑, laid straight into its table. */
export async function laidThread(n: Neighbourhood, step = 'deliberate'): Promise<string> {
  const [id, place] = [newId(), n.place('990106003001K1')]
  await n.database.pool('linli_owner').query(`insert into thread (district, id, place, path, compound_path, keeper, title, origin, started_by, step, started_at)
    select $1, $2, p.id, p.path, p.compound_path, $4, '中心花园晚上怎么用', 'resident', 'resident', $5, '2026-11-20T02:40:00Z' from place p where p.id = $3`,
  [district, id, place.id, n.org('community'), step])
  return id
}
