/** `npm run --silent bench -- <name>`: one benchmark; its last line is one JSON object { bench, ours, reference, ratio, unit, … }. */
import { availableParallelism, cpus, totalmem } from 'node:os'

const names = ['intake', 'import', 'resident', 'start', 'seal', 'timers', 'faults', 'inbox', 'similar', 'live', 'roster-find', 'household', 'roster-import', 'shares',
  'recount', 'cast', 'tally', 'opinion-map', 'statement-vote', 'thread'] as const
const name = names.find((known) => known === process.argv[2])
if (!name) {
  console.error(`npm run --silent bench -- <${names.join('|')}>`)
  process.exit(2)
}
const { run } = await import(`./${name}.ts`) as { run: () => Promise<object> } // each file of the list exports run
const processor = cpus()[0]?.model.trim() ?? 'unknown'
const machine = `${availableParallelism()} × ${processor}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`
console.log(JSON.stringify({ bench: name, ...await run(), machine }))
process.exit(0)
