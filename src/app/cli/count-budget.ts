/** `linli count budget`: micro-projects' votes, from a file of pabulib. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readPb, UnreadableBudget, type PbFile } from '../../ballots/files/pb.ts'
import {
  countBudget, lotteryOrder, sayOf, type BudgetCount, type BudgetRule, type Completion, type Funded, type Lacking,
} from '../../ballots/rules/shares/index.ts'
import { Refused, WrongUsage, type Call } from './command.ts'
import { plain } from './plain.ts'
import { pad, width, type Teller } from './tell.ts'

const rules = { greedy: '按票数 by votes', 'equal-shares': '等额分配 Equal Shares' } as const
const completions = { none: '余钱不动 left money stays', add1: '增大份额 larger shares', add1u: '增大份额，再按票数 larger shares, then by votes' } as const
const isRule = (text: unknown): text is BudgetRule => typeof text === 'string' && Object.hasOwn(rules, text)
const isCompletion = (text: unknown): text is Completion => typeof text === 'string' && Object.hasOwn(completions, text)

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const amount = (fen: number): string => (fen / 100).toLocaleString('en', { minimumFractionDigits: fen % 100 === 0 ? 0 : 2 })

function cut(text: string, columns: number): string {
  if (width(text) <= columns) return pad(text, columns)
  let kept = ''
  for (const sign of text) {
    if (width(kept + sign) > columns - 1) break
    kept += sign
  }
  return pad(`${kept}…`, columns)
}

function fileOf(file: string): PbFile {
  try {
    return readPb(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)))
  } catch (error) {
    if (error instanceof UnreadableBudget) throw new Refused(`${plain(file)}: ${plain(error.message)}`)
    if (error instanceof TypeError) throw new Refused(`${plain(file)}: 不是 UTF-8 文本。This is not UTF-8 text.`)
    throw new Refused(`${plain(file)}: 打不开。It cannot be opened.`)
  }
}

function table(tell: Teller, file: PbFile, count: BudgetCount): void {
  const place = new Map(count.winners.map((id, i) => [id, i + 1]))
  const votes = (id: string): number => count.explanations[id]?.votes ?? 0
  const order = [...file.projects].sort((a, b) => (place.get(a.id) ?? Infinity) - (place.get(b.id) ?? Infinity) || votes(b.id) - votes(a.id))
  const ids = Math.min(14, Math.max(4, ...file.projects.map(({ id }) => width(plain(id)))))
  const head = `${pad('编号', ids)}  ${pad('项目 project', 34)} ${'票 votes'.padStart(8)} ${'金额 cost'.padStart(13)}  结果 outcome`
  tell.line(`  ${tell.paint('dim', `     ${head}`)}`)
  for (const { id, name, cost } of order) {
    const explained = count.explanations[id]
    if (!explained) continue
    const { zh, en } = sayOf(explained)
    const mark = explained.funded ? tell.paint('green', `✓${String(place.get(id)).padStart(3)}`) : tell.paint('dim', '·   ')
    const figures = `${votes(id).toLocaleString('en').padStart(9)} ${amount(cost).padStart(15)}`
    const outcome = `${explained.funded ? zh : tell.paint('strong', zh)} ${tell.paint('dim', en)}`
    tell.line(`  ${mark} ${cut(plain(id), ids)}  ${cut(plain(name), 34)} ${figures}  ${outcome}`)
  }
}

/** Money of one explanation in the file's unit, with its sentence. */
function printed(explained: Funded | Lacking): object {
  const explain = sayOf(explained)
  if (explained.funded) return { ...explained, ...(explained.each === undefined ? {} : { each: explained.each / 100 }), explain }
  const { votes, fen } = explained.lacks
  return { funded: false, votes: explained.votes, lacks: { votes, money: fen === null ? null : fen / 100 }, explain }
}

/** Counts the file of `positionals[0]` and returns what --json prints. Throws WrongUsage, or Refused for a file that cannot be counted. */
export async function countBudgetCommand({ positionals, values, tell }: Call): Promise<object> {
  const [name, ...more] = positionals
  const { rule, completion = 'none', seed } = values
  if (name === undefined || more.length > 0) throw new WrongUsage('要一个文件。Exactly one file is expected.')
  if (!isRule(rule)) throw new WrongUsage('--rule 是 greedy 或 equal-shares。--rule is greedy or equal-shares.')
  if (!isCompletion(completion)) throw new WrongUsage('--completion 是 none、add1 或 add1u。--completion is none, add1 or add1u.')
  if (rule === 'greedy' && completion !== 'none') throw new WrongUsage('greedy 不用 --completion。greedy takes no --completion.')
  const file = fileOf(name)
  for (const oddity of file.oddities) tell.line(`  ${tell.paint('dim', `! ${plain(oddity)}`)}`)
  const ties = typeof seed === 'string' ? lotteryOrder(file.projects.map(({ id }) => id), seed, sha256) : []
  const bar = tell.progress('份额 shares', 0)
  const count = countBudget(file, { rule, completion, ties, onProgress: () => bar.step() })
  bar.done()
  table(tell, file, count)
  const share = count.sharedOut === undefined || count.voters === 0 ? '' : ` · 每人份额 share ${amount(Math.floor(count.sharedOut / count.voters))}`
  tell.line(`\n  ${tell.paint('strong', rules[rule])}${rule === 'greedy' ? '' : ` · ${completions[completion]}`}${share}`)
  const winners = `${count.winners.length} / ${file.projects.length} 个项目 projects`
  tell.line(`  用去 spent ${tell.paint('strong', amount(count.spent))} / ${amount(count.budget)} · ${winners}`)
  const none = tell.paint('strong', count.leftOut.toLocaleString('en'))
  tell.line(`  ${none} / ${count.voters.toLocaleString('en')} 位投票人一个项目都没选上 voters without any project`)
  const explanations = Object.fromEntries(Object.entries(count.explanations).map(([id, explained]) => [id, printed(explained)]))
  return {
    rule, completion, budget: count.budget / 100, spent: count.spent / 100, winners: count.winners, explanations, voters: count.voters,
    leftOut: count.leftOut,
  }
}
