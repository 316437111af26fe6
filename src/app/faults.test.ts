import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { layOut } from './testing/faults/product.ts'
import { round, takeAway } from './testing/faults/rounds.ts'

// twenty such rounds: npm run --silent bench -- faults
test('given sixteen clients that file and move matters and two phones that send their queues, when worker, server and database are killed in turn and together, then everything acknowledged is there once, timers fired once, the seal verifies and no photo is orphaned',
  { timeout: 120_000 }, async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'linli-faults-'))
    try {
      await layOut(dataDir)
      const { acknowledged, unanswered, repeated, refused, fired, swept, kills, ...faults } = await round(dataDir, [], 500)
      expect(faults).toEqual({
        lost: 0, doubled: 0, out_of_order: 0, unrecorded: 0, fired_twice: 0, unfired: 0, undelivered: 0, seal: 0, orphans: 0,
      })
      expect(refused).toEqual({})
      expect(kills).toBe(6)
      for (const happened of [acknowledged, repeated, fired]) expect(happened).toBeGreaterThan(10) // else the faults met nobody
      expect(unanswered + swept).toBeGreaterThanOrEqual(0)
    } finally {
      takeAway(dataDir)
    }
  })
