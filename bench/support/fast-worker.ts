/**
 * The worker as it is, on a clock that runs faster: LINLI_FAST is { from, starts, rate }, the machine's time from which on, the time that it then shows,
 * and how many of its seconds pass in one. Pauses and restarts take as long as ever.
 */
const { from, starts, rate } = JSON.parse(process.env['LINLI_FAST'] ?? '') as { from: number; starts: number; rate: number } // the benchmark wrote it
const machine = Date.now
Date.now = () => starts + (machine() - from) * rate
await import('../../src/app/worker.ts')
