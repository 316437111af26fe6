/** The routes of own ballots in a process of their own, which a test kills: says its address, and runs at the time it was told. */
import { connectionOfJson } from '../kit/connection.ts'
import { openDb } from '../kit/db.ts'
import { makeApp } from '../kit/http.ts'
import { openKeys, useKeys } from '../trust/index.ts'
import { ownBallotRoutes } from './http/own-ballot-routes.ts'

const { LINLI_DB = '', AT = '', DISTRICT = '', DISTRICT_PATH = '', PORT = '0' } = process.env
useKeys(openKeys('', { LINLI_KEY: '5a'.repeat(32) }))
const app = makeApp()
const now = (): Date => new Date(AT)
ownBallotRoutes(app, { db: openDb(connectionOfJson(LINLI_DB), 'linli_app', 8), trust: { district: DISTRICT, mode: 'demo', now }, path: DISTRICT_PATH, limit: 0 })
const url = await app.listen({ host: '127.0.0.1', port: Number(PORT) })
process.send?.({ url })
