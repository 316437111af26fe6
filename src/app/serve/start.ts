import { readSettings, type Settings } from '../../kit/config.ts'
import { openDb } from '../../kit/db.ts'
import { openKeys, useKeys } from '../../trust/index.ts'
import { connectionOfParent, followDemoClock, installedDistrict } from '../installed.ts'
import { makeServer } from './make-server.ts'

/** How long requests on their way may take when the server stops; connections that a browser opened to have them ready are cut then too. */
const LAST_REQUESTS_MS = 2000

/** Opens the pools, waits for the district and listens. */
export async function startServer(settings: Settings = readSettings()): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const connection = connectionOfParent()
  const keys = openKeys(settings.dataDir, process.env)
  useKeys(keys)
  const db = openDb(connection, 'linli_app', 10)
  const auth = openDb(connection, 'linli_auth', 4)
  const installed = await installedDistrict(db)
  const clock = settings.mode === 'demo' ? await followDemoClock(db, installed.district) : undefined
  const app = await makeServer({ db, auth, keys, settings, installed })
  const url = await app.listen({ host: settings.host, port: settings.port })
  const close = async (): Promise<void> => {
    clearInterval(clock)
    const cut = setTimeout(() => app.server.closeAllConnections(), LAST_REQUESTS_MS)
    await app.close()
    clearTimeout(cut)
    await Promise.all([db.destroy(), auth.destroy()])
  }
  return { url, close }
}
