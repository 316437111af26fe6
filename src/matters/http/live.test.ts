import { expect, test } from 'vitest'
import { file } from '../testing.ts'
import { openRoutes } from './routes.testing.ts'

test('[M22] given more changes at once than are looked at in one turn, then a live inbox is told of every one of them, once', async () => {
  const asked = await openRoutes()
  try {
    const address = await asked.app.listen({ host: '127.0.0.1', port: 0 })
    asked.as('street')
    const { body } = await fetch(`${address}/api/v1/events`)
    let text = ''
    void (async () => { for await (const piece of body ?? []) text += new TextDecoder().decode(piece) })().catch(() => undefined) // ended with the server
    const { id } = await file(asked.n)
    const copies = `jsonb_build_object('id', gen_random_uuid(), 'number', n, 'receipt', '\\x' || lpad(n::text, 8, '0'), 'touched', touched - make_interval(secs => n * 0.004))`
    await asked.n.database.pool('linli_owner').query(`insert into matter select r.* from matter, generate_series(1, 2300) n,
      lateral jsonb_populate_record(null::matter, to_jsonb(matter) || ${copies}) r where matter.id = $1`, [id])
    const told = (): string[] => [...text.matchAll(/"id":"([^"]+)"/g)].map(([, one = '']) => one)
    await expect.poll(() => new Set(told()).size, { timeout: 20_000 }).toBe(2301)
    await new Promise((resolve) => setTimeout(resolve, 700)) // two looks more
    expect(told()).toHaveLength(2301)
  } finally {
    await asked.close()
  }
})
