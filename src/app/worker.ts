/** The worker child: timers, notices, sealing, and in a demo the filling in of its history. Composition only. */
import { startWorker } from './work/start.ts'

const { close } = await startWorker()
process.on('disconnect', () => process.exit(1))
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => { void close().finally(() => process.exit(0)) })
process.send?.({ ready: true })
