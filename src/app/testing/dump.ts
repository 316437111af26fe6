/** Looking for what was to be forgotten: in every table as a dump would write it, and in every file of a folder. Says where, never what. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { as, type Connection } from '../../kit/connection.ts'

/** The bytes that a text may be written in: UTF-8, UTF-16, escaped as JSON may, and what bytea or base64 make of it. */
function forms(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text)
  const escaped = text.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
  // base64 depends on where the text begins: the middle of each of the three
  const base64 = [0, 1, 2].map((before) => Buffer.concat([Buffer.alloc(before), bytes]).toString('base64').replace(/=+$/, ''))
    .map((all, before) => all.slice(before === 0 ? 0 : before + 1, -1)).filter((middle) => middle.length >= 8)
  const hex = bytes.toString('hex')
  return [bytes, Buffer.from(text, 'utf16le'), ...[escaped, hex, hex.toUpperCase(), ...base64].map((one) => Buffer.from(one))]
}

/** Whether `bytes` hold one of the texts in any form. */
export function holds(bytes: Buffer, texts: readonly string[]): boolean {
  return texts.some((text) => forms(text).some((form) => bytes.includes(form)))
}

async function tablesOf(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(`select format('%I.%I', n.nspname, c.relname) as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'm') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
    order by 1`)
  // samples of columns that the planner keeps are no part of a dump, yet they are on the disk
  return [...rows.map((row) => row.name), 'pg_catalog.pg_stats']
}

/** Tables in which one of the texts is found, in any column and any form; the superuser reads past every policy. */
export async function tablesHolding(connection: Connection, texts: readonly string[]): Promise<readonly string[]> {
  const client = new pg.Client(as('postgres', connection))
  await client.connect()
  try {
    const found: string[] = []
    for (const name of await tablesOf(client)) {
      if (holds(await buffer(client.query(copyTo(`copy (select * from ${name}) to stdout`))), texts)) found.push(name)
    }
    return found
  } finally {
    await client.end()
  }
}

/** Files below `folder` in which one of the texts is found, in content or name; paths as below the folder. */
export function filesHolding(folder: string, texts: readonly string[]): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => holds(Buffer.from(name), texts) ||
    (statSync(path.join(folder, name)).isFile() && holds(readFileSync(path.join(folder, name)), texts)))
}
