/**
 * What a scrutineer does with a large vote: `packages/recount` reads the count file of 100,000 ballots, computes all commitments and the tree again,
 * counts, and checks 100,000 receipts of ballots against it, as a process of its own. Reference: the same two files parsed, and as many hashes of
 * the same length, with nothing compared. `processor_s` is what the check itself had of the processor, which a busy machine does not change.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sealedReceipt } from '../packages/recount/ballots.testing.ts'
import { linesOf } from '../packages/recount/files.mjs'
import { ballotReceipt, commitmentOf, newBallotSalt, rulesHash, sealTree } from '../src/ballots/sealing/index.ts'
import { UNWRITTEN } from '../src/ballots/rules/compound-rule.ts'
import { countVote, heldBy } from '../src/ballots/rules/life/index.ts'
import { choiceLine, headerLine, type OpenChoice } from '../src/ballots/rules/sealed/index.ts'

const BALLOTS = Number(process.env['BALLOTS'] ?? 100_000)
const vote = '019a9f3e-5c00-7a01-8b02-00000000000a'
const words = ['agree', 'agree', 'against', 'agree', 'abstain'] as const

/** A motion of two questions, counted as the product counts. */
function counted(choices: readonly OpenChoice[]) {
  const held = heldBy('990106', '2026-11-20', 'property', UNWRITTEN, null)
  if (!held.ok) throw new Error(held.refusal.explain.en)
  return countVote({ kind: 'motion', matter: 'property', held: held.value, totals: { area: BALLOTS * 12_000, heads: BALLOTS }, choices,
    events: [], sharing: null, silentDelivered: { area: 0, heads: 0 }, lottery: { seed: '', committed: '', order: [] },
    questions: [1, 2].map((n) => ({ n, title: '', pick: 1, options: [] })) })
}

/** Ballots of so many homes; one in fifty speaks twice. */
const choicesOf = (): OpenChoice[] => Array.from({ length: BALLOTS }, (_, n) => {
  const home = n % 50 === 49 ? n - 1 : n
  return {
    pseudonym: createHash('sha256').update(String(home)).digest('hex').slice(0, 32), seq: home === n ? 1 : 2,
    channel: n % 2 === 0 ? 'paper' : 'phone', area: 6000 + (home % 6000), heads: 1,
    content: `q1=${words[n % 5] ?? ''}\nq2=${words[n % 3] ?? ''}`, salt: newBallotSalt(),
  }
})

const seconds = <T>(work: () => T): { readonly s: number; readonly value: T } => {
  const begun = performance.now()
  const value = work()
  return { s: (performance.now() - begun) / 1000, value }
}

/** Writes both files as the product does. Answers how long sealing took. */
function write(file: string, receipts: string): number {
  const choices = choicesOf()
  const { s, value: tree } = seconds(() => sealTree(choices.map((one) => commitmentOf(vote, one))))
  const by = new Map(choices.map((one) => [commitmentOf(vote, one), one]))
  const { rules, line: result } = counted(choices)
  const sealed = sealedReceipt({ vote, root: tree.root, size: tree.size, rules: rulesHash(rules) })
  const header = headerLine({ vote, root: tree.root, size: tree.size, rules, result, sealed })
  const lines = tree.commitments.flatMap((one) => by.get(one) ?? []).map(choiceLine)
  writeFileSync(file, header + lines.join(''))
  const handle = openSync(receipts, 'w')
  for (let from = 0; from < tree.size; from += 1000) {
    const part = tree.commitments.slice(from, from + 1000).map((one) => `${JSON.stringify(ballotReceipt(tree, vote, one, sealed))}\n`)
    writeSync(handle, part.join(''))
  }
  closeSync(handle)
  return s
}

/** Everything read and parsed, and as many hashes made as the check needs: one for each ballot and receipt, and one for each step of a proof. */
function bare(files: readonly string[]): void {
  const block = Buffer.alloc(65)
  let steps = 0
  for (const file of files) {
    for (const line of linesOf(file)) {
      const parsed = JSON.parse(line) as { proof?: readonly string[] } // written above
      steps += 1 + (parsed.proof?.length ?? 1)
    }
  }
  for (let n = 0; n < steps; n++) createHash('sha256').update(block).digest()
}

/** Has a process say at its end how much of the processor it had, in microseconds. */
const tellUsage = 'data:text/javascript,process.on("exit",()=>process.stderr.write(JSON.stringify(process.cpuUsage())))'

const round = (n: number): number => Math.round(n * 100) / 100

/** Makes the files, checks them in a process of its own, and says how long that took. */
export async function run(): Promise<object> {
  const dir = mkdtempSync(path.join(tmpdir(), 'linli-recount-'))
  try {
    const [file, receipts] = [path.join(dir, 'count.jsonl'), path.join(dir, 'receipts.jsonl')]
    const seal = write(file, receipts)
    const megabytes = (statSync(file).size + statSync(receipts).size) / 2 ** 20
    console.error(`${BALLOTS} ballots sealed in ${round(seal)} s; ${Math.round(megabytes)} MB to check`)
    const reference = seconds(() => bare([file, receipts])).s
    const program = path.resolve(import.meta.dirname, '../packages/recount/recount.mjs')
    const given = ['--import', tellUsage, program, file, '--receipts', receipts, '--json']
    const ours = seconds(() => spawnSync(process.execPath, given, { encoding: 'utf8' }))
    if (ours.value.status !== 0) throw new Error(`recount said ${ours.value.stdout.slice(0, 500)} ${ours.value.stderr.slice(0, 500)}`)
    const { user, system } = JSON.parse(ours.value.stderr) as { user: number; system: number } // written by tellUsage
    return { ours: round(ours.s), reference: round(reference), ratio: round(reference / ours.s), unit: 's', goal: '≤ 10 s', ballots: BALLOTS,
      receipts: BALLOTS, megabytes: Math.round(megabytes), seal_s: round(seal),
      processor_s: round((user + system) / 1e6) }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
