import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'linli-count-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function count(args: readonly string[]) {
  const run = spawnSync(process.execPath, ['src/app/linli.mjs', 'count', 'budget', ...args], { encoding: 'utf8' })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

test('[B40] [B43] count budget prints who has money and what the others lacked, in the unit of the file, and nothing in it steers the terminal', () => {
  const file = path.join(folder, 'three.pb')
  const projects = 'bench;300.50;\u001b[31m长椅\nlamp;500;路灯\ntree;400;树'
  writeFileSync(file, `META\nkey;value\nbudget;900\nPROJECTS\nproject_id;cost;name\n${projects}\nVOTES\nvoter_id;vote\n1;bench,lamp\n2;lamp\n3;tree\n4;lamp,bench\n`)
  const { code, out, err } = count([file, '--rule', 'greedy', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    rule: 'greedy', completion: 'none', budget: 900, spent: 800.5, winners: ['lamp', 'bench'], voters: 4, leftOut: 1,
    explanations: { lamp: { funded: true, votes: 3 }, tree: { funded: false, lacks: { votes: 2, money: 300.5 }, explain: { zh: '差2票或300.50元' } } },
  })
  expect(err).toContain('长椅')
  expect(err).not.toContain('\u001b')
})

test('[B45] a file that cannot be counted is refused with its line, a rule nobody knows is wrong usage', () => {
  const file = path.join(folder, 'bad.pb')
  writeFileSync(file, 'META\nkey;value\nbudget;9\nPROJECTS\nproject_id;cost\na;ten\n')
  expect(count([file, '--rule', 'greedy'])).toMatchObject({ code: 3, out: '', err: expect.stringContaining("Line 6: 'ten' is not an amount") })
  expect(count([file, '--rule', 'loudest'])).toMatchObject({ code: 2, err: expect.stringContaining('--rule is greedy or equal-shares') })
})
