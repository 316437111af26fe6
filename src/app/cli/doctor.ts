/** `linli doctor`: what an operator checks first when something seems wrong. */
import { existsSync, statfsSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { createDatabase, databaseStatements, extensions, roleStatements } from '../../kit/bootstrap.ts'
import { settingWords, type Settings } from '../../kit/config.ts'
import { withClient } from '../../kit/connection.ts'
import { errorLine } from '../../kit/log.ts'
import { isChanging } from '../../trust/index.ts'
import type { Command } from './command.ts'
import { withDatabase } from './database.ts'
import { pad, type Teller } from './tell.ts'

export type Finding = { readonly name: string; readonly zh: string; readonly ok: boolean; readonly found: string; readonly remedy?: string }

const OLDEST = 150000
const DISK_NEEDED = 1_000_000_000

async function one(client: pg.Client, text: string): Promise<string> {
  const { rows } = await client.query({ text, rowMode: 'array' })
  return String(rows[0]?.[0])
}

/** Looks at the database as linli_owner: version, encoding, locale, extensions, Chinese trigrams, roles. */
export async function examineDatabase(client: pg.Client): Promise<readonly Finding[]> {
  const version = Number(await one(client, "select current_setting('server_version_num')"))
  const encoding = await one(client, "select current_setting('server_encoding')")
  const locale = await one(client, "select datcollate || ' / ' || datctype from pg_database where datname = current_database()")
  const upper = await one(client, "select upper('é') || ':' || ('张' ~ '\\w')::text")
  const present = (await one(client, "select coalesce(string_agg(extname, ' ' order by extname), '') from pg_extension")).split(' ')
  const missing = extensions.filter((name) => !present.includes(name))
  const similar = missing.includes('pg_trgm') ? 0 : Number(await one(client, "select similarity('中心花园路灯不亮', '花园路灯不亮了')"))
  const roles = await one(client, `select coalesce(string_agg(rolname || case when rolsuper then ' (superuser)' else '' end, ' ' order by rolname), '')
    from pg_roles where rolname in ('linli_owner', 'linli_app', 'linli_auth')`)
  const words = "the database's locale doesn't know Chinese characters; make it again with lc_ctype C.UTF-8"
  const shown = await one(client, "select current_setting('server_version')")
  const held = extensions.filter((name) => present.includes(name)).join(' ')
  const lacking = `missing: ${missing.join(' ')}; see doctor --sql`
  const threeRoles = 'the three roles must exist and none be superuser; see doctor --sql'
  return [
    { name: 'version', zh: 'PostgreSQL 版本', ok: version >= OLDEST, found: shown, remedy: 'PostgreSQL 15 or newer is needed' },
    { name: 'encoding', zh: '字符编码', ok: encoding === 'UTF8', found: encoding, remedy: 'make the database again with encoding UTF8' },
    { name: 'locale', zh: '区域设置', ok: upper.endsWith(':true'), found: locale, remedy: words },
    { name: 'extensions', zh: '扩展', ok: missing.length === 0, found: held, remedy: lacking },
    { name: 'trigrams', zh: '中文相似检索', ok: similar > 0.2, found: similar.toFixed(2), remedy: words },
    { name: 'roles', zh: '数据库角色', ok: roles === 'linli_app linli_auth linli_owner', found: roles, remedy: threeRoles },
  ]
}

function examineDisk(settings: Settings): Finding {
  let folder = settings.dataDir
  while (!existsSync(folder)) folder = path.dirname(folder)
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  return { name: 'disk', zh: '可用磁盘', ok: free > DISK_NEEDED, found: `${(free / 1e9).toFixed(1)} GB`, remedy: `less than 1 GB is free for ${folder}` }
}

function examineKeys(settings: Settings): Finding {
  const changing = process.env['LINLI_KEY'] === undefined && isChanging(settings.dataDir)
  const found = process.env['LINLI_KEY'] ? 'LINLI_KEY' : changing ? 'master, master.before' : 'master'
  return { name: 'keys', zh: '密钥', ok: !changing, found, remedy: 'the change of the master key was cut off: run keys rotate again' }
}

function showSettings(tell: Teller): Record<string, string> {
  const shown: Record<string, string> = {}
  tell.line('\n  设置 settings')
  for (const { name, fallback, says } of settingWords) {
    const given = process.env[name]
    const value = (given || fallback).replace(/(:\/\/[^:@/]*:)[^@]*@/, '$1***@')
    shown[name] = value
    const origin = given ? `默认 default: ${fallback || '—'}` : '默认 default'
    tell.line(`  ${pad(name, 14)}${pad(value || '—', 28)}${pad(says.zh, 32)}${tell.paint('dim', `${says.en} · ${origin}`)}`)
  }
  tell.line(`  ${pad('TZ', 14)}${pad('Asia/Shanghai', 28)}${pad('时区（固定）', 32)}${tell.paint('dim', 'time zone, fixed')}`)
  return shown
}

async function examine(settings: Settings): Promise<readonly Finding[]> {
  const { node: version } = process.versions
  const node: Finding = { name: 'node', zh: 'Node 版本', ok: Number.parseInt(version, 10) >= 24, found: version, remedy: 'start through npm' }
  try {
    const found = await withDatabase(settings, (connection) => withClient('linli_owner', connection, examineDatabase))
    return [node, ...found, examineKeys(settings), examineDisk(settings)]
  } catch (error) {
    const database = { name: 'database', zh: '数据库', ok: false, found: errorLine(error), remedy: 'see doctor --sql, or unset DATABASE_URL' }
    return [node, database, examineKeys(settings), examineDisk(settings)]
  }
}

export const command: Command = {
  usage: 'doctor [--sql]',
  help: `检查数据库版本、编码、区域、中文检索、角色、磁盘，并列出每项设置的值和默认值。有一项不合格则退出码为 1。
Checks the database's version, encoding, locale, Chinese trigrams and roles, and the disk; lists each setting with its value and default.
  --sql   print the statements that prepare a PostgreSQL of your own, to be run once by its administrator
Result: {"ok": …, "findings": […], "settings": {…}}`,
  options: { sql: { type: 'boolean' } },
  async run({ values, settings, tell, failed }) {
    if (values['sql']) {
      const outside = [...roleStatements, createDatabase('linli')]
      if (!tell.json) tell.line(`${outside.join(';\n')};\n-- in the database linli:\n${databaseStatements.join(';\n')};`)
      return { outside, inside: databaseStatements }
    }
    const findings = await examine(settings)
    tell.line('')
    for (const { name, zh, ok, found, remedy } of findings) {
      tell.line(`  ${ok ? tell.paint('green', '✓') : tell.paint('red', '✗')} ${pad(zh, 20)}${pad(name, 14)}${found}${ok ? '' : `   → ${remedy}`}`)
    }
    const shown = showSettings(tell)
    const ok = findings.every((finding) => finding.ok)
    if (!ok) failed()
    return { ok, findings, settings: shown }
  },
}
