/** A process that imports and is killed at it. argv: what it does, a connection (JSON), the id of an import, a text table. Used by tests alone. */
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { connectionOfJson } from '../../../kit/connection.ts'
import { openDb } from '../../../kit/db.ts'
import { clockActor, openKeys, useKeys } from '../../../trust/index.ts'
import { openWorkbook } from '../../file/index.ts'
import { stepImports } from '../../jobs/step-imports.ts'
import { importTable } from './import.testing.ts'
import { readImport } from './read-import.ts'

const [, , what = '', connection = '', id = '', file = ''] = process.argv
const at = new Date('2026-11-20T02:40:00.000Z')
const clock = clockActor('990106', 'd990106')
useKeys(openKeys('', { LINLI_KEY: '5a'.repeat(32) }))
const db = openDb(connectionOfJson(connection), 'linli_app', 4)

if (what === 'read') await readImport(db, clock, id, await openWorkbook(file), () => at)
else if (what === 'whole') await importTable(db, clock, at, JSON.parse(readFileSync(file, 'utf8')) as string[][]) // written by the test
else for (;;) if (await stepImports(db, clock, () => at) === 0) await wait(5)
