import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { forgetInstance, noteInstance, runningInstance } from './cli/instance.ts'
import { commands } from './cli/registry.ts'
import { bar, pad, width } from './cli/tell.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'linli-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Ran = { readonly code: number | null; readonly out: string; readonly err: string; readonly last: unknown }

function linli(args: readonly string[], env: Record<string, string> = {}, node = process.execPath): Ran {
  const run = spawnSync(node, ['src/app/linli.mjs', ...args], {
    encoding: 'utf8', env: { ...process.env, DATA_DIR: path.join(folder, 'data'), ...env },
  })
  const last = args.includes('--json') ? JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '') : undefined
  return { code: run.status, out: run.stdout, err: run.stderr, last }
}

test('without a command the commands are listed, an unknown one is wrong usage', () => {
  const listed = linli([])
  expect(listed.code).toBe(0)
  for (const { name } of commands) expect(listed.out).toMatch(new RegExp(`^  ${name} `, 'm'))
  expect(linli(['--help']).out).toBe(listed.out)
  expect(linli(['nothing'])).toMatchObject({ code: 2, err: expect.stringContaining("There is no command 'nothing'") })
})

test('every command has usage and help in both languages, and takes --help and --json', async () => {
  for (const { name, load } of commands) {
    const { command } = await load()
    expect(command.usage.split(' ')[0]).toBe(name)
    expect(command.help).toMatch(/[\u4e00-\u9fff][^]*[a-z]{3} [a-z]+/)
    expect(Object.keys(command.options ?? {})).not.toContain('json')
  }
  expect(linli(['migrate', '--help'])).toMatchObject({ code: 0, out: expect.stringContaining('npm run linli -- migrate') })
})

test('an option nobody knows is wrong usage, with the way to the help', () => {
  expect(linli(['migrate', '--fast'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('migrate --help') })
  expect(linli(['serve', 'now', '--json'])).toMatchObject({ code: 2, last: { error: { exit: 2 } } })
})

test('a demo that others could open is refused', () => {
  expect(linli(['migrate', '--json'], { HOST: '0.0.0.0' })).toMatchObject({ code: 3, last: { error: { exit: 3 } } })
})

test('a database that cannot be reached is a failure, told in one sentence', () => {
  const away = linli(['migrate', '--json'], { DATABASE_URL: 'postgres://127.0.0.1:1/linli' })
  expect(away).toMatchObject({ code: 1, last: { error: { exit: 1 } } })
  expect(away.err.trim().split('\n')).toHaveLength(1)
})

test('migrate starts the embedded database for as long as it runs; a second time there is nothing to do', { timeout: 30_000 }, () => {
  const first = linli(['migrate', '--json'])
  expect(first).toMatchObject({ code: 0, last: { applied: expect.arrayContaining(['0001_kit']) } })
  expect(linli(['migrate', '--json']).last).toEqual({ applied: [] })
  expect(existsSync(path.join(folder, 'data', 'pg', 'postmaster.pid'))).toBe(false)
})

test('doctor finds the embedded database in order, Chinese trigrams too, and hides passwords', { timeout: 30_000 }, () => {
  const well = linli(['doctor', '--json'])
  expect(well).toMatchObject({ code: 0, last: { ok: true } })
  expect(JSON.stringify(well.last)).toMatch(/"trigrams".*"ok":true/)
  const ill = linli(['doctor', '--json'], { DATABASE_URL: 'postgres://:secret@127.0.0.1:1/linli' })
  expect(ill).toMatchObject({ code: 1, last: { ok: false } })
  expect(ill.out + ill.err).not.toContain('secret')
})

test('the running instance is found by its note, and a note left by a killed one is not believed', () => {
  const connection = { host: '/tmp/x', port: 5432, database: 'linli' }
  expect(runningInstance(folder)).toBeUndefined()
  noteInstance(folder, { url: 'http://127.0.0.1:1/', connection })
  expect(runningInstance(folder)).toEqual({ pid: process.pid, url: 'http://127.0.0.1:1/', connection })
  const note = path.join(folder, 'instance.json')
  writeFileSync(note, readFileSync(note, 'utf8').replace(/"started":"\d+"/, '"started":"1"'))
  expect(runningInstance(folder)).toBeUndefined()
  writeFileSync(note, '{"pid":')
  expect(runningInstance(folder)).toBeUndefined()
  noteInstance(folder, { url: 'http://127.0.0.1:1/', connection })
  forgetInstance(folder)
  expect(existsSync(note)).toBe(false)
})

const systemNode = ['/usr/bin/node', '/usr/local/bin/node'].find((file) => {
  const version = spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout ?? ''
  return version !== '' && Number.parseInt(version.slice(1), 10) < 24
})

test.skipIf(!systemNode)('an older Node hands over to the one that npm brought', () => {
  expect(linli(['--help'], {}, systemNode)).toMatchObject({ code: 0, out: expect.stringContaining('doctor') })
  expect(linli(['nothing'], {}, systemNode).code).toBe(2)
})

test('columns line up though a Chinese character takes two', () => {
  expect(width('数据库 db')).toBe(9)
  expect(width(pad('结构', 12))).toBe(12)
})

test('a progress bar says how far, how many and how fast', () => {
  expect(bar('导入', 50, 200, 2)).toBe(`导入 ${'━'.repeat(6)}${'·'.repeat(18)} 25 % 50/200 25/s`)
  expect(bar('导入', 5, 0, 0.1)).toBe('导入 5')
})
