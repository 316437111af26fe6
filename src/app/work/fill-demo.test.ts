import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { demoCommunity, type DemoMatter } from '../../../demo/index.ts'
import { openDb, withScope } from '../../kit/db.ts'
import { testDatabase } from '../../kit/testing.ts'
import { clockActor, useKeys } from '../../trust/index.ts'
import { noticeWords } from '../notices.ts'
import { community, communityKeys } from '../testing/world.ts'
import { fillDemo } from './fill-demo.ts'

/** What a story has that another may lack: who does which step, which step follows which, category, channel, end, photos. */
const marksOf = ({ category, channel, filedBy, state, photos, steps }: DemoMatter): string[] => [
  category, `by ${channel} ${filedBy?.post ?? ''}`, state, `${photos.length} photos`,
  ...steps.flatMap(({ move, by }, n) => [`${move} by ${typeof by === 'string' ? by : by.post}`, `${steps[n - 1]?.move ?? 'filed'} then ${move}`]),
]

/** The stories that between them have everything that any of the demo has: a quarter of them. */
function tellingStories(all: readonly DemoMatter[]): DemoMatter[] {
  const seen = new Set<string>()
  return all.filter((story) => {
    const before = seen.size
    for (const mark of marksOf(story)) seen.add(mark)
    return seen.size > before
  })
}

test('given the made-up community, when every kind of story of its year is played through the front door, then no rule refuses a step', { timeout: 300_000 }, async () => {
  const database = await testDatabase({ filled: community })
  useKeys(communityKeys())
  const dataDir = mkdtempSync(path.join(tmpdir(), 'linli-fill-'))
  const db = openDb(database.connection, 'linli_app', 2)
  // what autovacuum does in the product: without it the plans of empty tables stay, and each matter takes longer than the one before
  const looks = setInterval(() => { void database.pool('linli_owner').query('analyze').catch(() => undefined) }, 5000)
  try {
    const { district, path: root } = await db.selectFrom('district').select(['district', 'path']).executeTakeFirstOrThrow()
    const { matters } = demoCommunity()
    const stories = tellingStories(matters)
    expect(matters).toHaveLength(900)
    expect(await fillDemo(db, { district, path: root, dataDir }, stories)).toBe(0)
    const states = await withScope(db, clockActor(district, root), (tx) =>
      tx.selectFrom('matter').select((e) => ['state', e.fn.countAll<string>().as('n')]).groupBy('state').execute())
    expect(states.reduce((sum, row) => sum + Number(row.n), 0)).toBe(stories.length)
    const { rows } = await database.pool('linli_owner').query<{ template: string }>('select distinct template from notice order by 1')
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.filter(({ template }) => !noticeWords.kinds.has(template)), '[N2] every notice has words').toEqual([])
    expect(states.map((row) => row.state).sort()).toEqual(['answered', 'closed', 'filed', 'finished', 'taken', 'whistled', 'withdrawn'])
  } finally {
    clearInterval(looks)
    await db.destroy()
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
