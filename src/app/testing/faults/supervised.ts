/** `linli start` in a process of its own, but for the pages, which nobody opens here: they need not be built. Says its address as JSON. */
import path from 'node:path'
import { readSettings, timeZone } from '../../../kit/config.ts'
import { teller } from '../../cli/tell.ts'
import { supervise } from '../../supervisor.ts'

process.env['TZ'] = timeZone
const app = path.resolve(import.meta.dirname, '../..')
const parts = { server: path.join(app, 'server.ts'), worker: path.join(app, 'worker.ts'), build: undefined, migrations: undefined }
const running = await supervise(readSettings(), { done: () => undefined, trouble: () => undefined }, teller(true), parts)
process.once('SIGTERM', () => { void running.stop().then(() => process.exit(0)) })
process.stdout.write(`${JSON.stringify({ url: running.url })}\n`)
