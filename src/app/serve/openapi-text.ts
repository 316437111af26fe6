import { readSettings } from '../../kit/config.ts'
import { openDb } from '../../kit/db.ts'
import { openKeys } from '../../trust/index.ts'
import { makeServer } from './make-server.ts'

/** The text of openapi.json, from a server in demo mode that reaches no database: addresses below /api/v1/demo exist in a demo alone. */
export async function openapiText(): Promise<string> {
  const nowhere = { host: 'localhost', port: 1, database: 'none' }
  const [db, auth] = [openDb(nowhere, 'linli_app', 1), openDb(nowhere, 'linli_auth', 1)]
  const app = await makeServer({
    db, auth, keys: openKeys('', { LINLI_KEY: '00'.repeat(32) }), settings: readSettings({}), installed: { district: '000000', path: 'd000000' },
  })
  await app.ready()
  const text = `${JSON.stringify(app.swagger(), null, 1)}\n`
  await app.close()
  await Promise.all([db.destroy(), auth.destroy()])
  return text
}
