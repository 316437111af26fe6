/** The server child: routes of every capability on one Fastify, the built pages, health. Composition only. */
import { startServer } from './serve/start.ts'

const { url, close } = await startServer()
process.on('disconnect', () => process.exit(1))
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => { void close().finally(() => process.exit(0)) })
process.send?.({ ready: true, url })
