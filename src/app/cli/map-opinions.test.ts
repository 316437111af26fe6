import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'linli-map-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function map(args: readonly string[]) {
  const run = spawnSync(process.execPath, ['src/app/linli.mjs', 'map', 'opinions', ...args], { encoding: 'utf8' })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

test('[OM1] [OM7] map opinions prints the map with ids as the files have them, twice the same, and takes groups from a file', () => {
  const poll = path.join(folder, 'poll')
  mkdirSync(poll)
  const rows = Array.from({ length: 24 }, (_, person) => Array.from({ length: 8 }, (_, statement) =>
    `${person},${statement},${statement >= 6 ? 1 : (person < 14) === (statement < 3) ? 1 : -1}`)).flat()
  writeFileSync(path.join(poll, 'votes.csv'), `voter-id,comment-id,vote\n${rows.join('\n')}\n`)
  writeFileSync(path.join(poll, 'comments.csv'), 'comment-id,moderated,comment-body\n6,1,"园里\u001b[31m的灯, 亮一点"\n7,-1,拿掉的\n8,0,没人答过\n')
  const { code, out, err } = map([poll, '--json'])
  expect(code).toBe(0)
  const found = JSON.parse(out)
  expect(found).toMatchObject({ version: 'linli-opinion-map-1', seed: 'linli', statements: [0, 1, 2, 3, 4, 5, 6, 8], apart: 0 })
  expect(found.participants).toHaveLength(24)
  expect(found.groups.map(({ size }: { size: number }) => size)).toEqual([14, 10])
  expect(found.consensus.agree).toEqual([6])
  expect(found.common.agree.map(({ id }: { id: number }) => id)).toEqual([6])
  expect(found.components.map((component: number[]) => component.length)).toEqual([8, 8])
  expect(err).toContain('的灯, 亮一点')
  expect(err).not.toContain('\u001b')
  expect(map([path.join(poll, 'votes.csv'), '--json']).out).not.toBe(out)
  const groups = path.join(folder, 'groups.json')
  writeFileSync(groups, JSON.stringify({ participants: found.participants }))
  const given = map([poll, '--groups', groups, '--json'])
  expect(JSON.parse(given.out).groups).toEqual(found.groups)
})

test('[OM1] what is no poll is refused with its reason, and nothing to draw is wrong usage', () => {
  const file = path.join(folder, 'bad.csv')
  writeFileSync(file, 'voter-id,comment-id,vote\n1,1,7\n')
  expect(map([file])).toMatchObject({ code: 3, out: '', err: expect.stringContaining("Row 2: '7' is not 1, 0 or -1") })
  expect(map([path.join(folder, 'nowhere')])).toMatchObject({ code: 3, err: expect.stringContaining('It cannot be opened') })
  expect(map([])).toMatchObject({ code: 2 })
})
