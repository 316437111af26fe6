import { countBudgetCommand } from './count-budget.ts'
import { countMotionCommand } from './count-motion.ts'
import { WrongUsage, type Command } from './command.ts'

export const command: Command = {
  usage: 'count motion <file.json> | count budget <file.pb> --rule greedy|equal-shares [--completion none|add1|add1u] [--seed <text>]',
  help: `从文件里数一次表决，和系统里用的是同一套规则。不连数据库，不改任何东西。
Counts a vote from a file, by the rules that the product counts with. Needs no database and changes nothing.

  count motion <file.json> 业主表决：面积和人数两样都算，写明够不够、为什么。
                           A vote of owners: area and heads, whether it is enough and why.
  count budget <file.pb>   微实事：按票数从高到低（greedy），或等额分配（equal-shares）。余钱：none 不动，add1 逐元增大每人份额，add1u 再按票数补足。
                           并列的先后由 --seed 抽签，不给就按文件里的次序。
                           Micro-projects: by votes, or by Equal Shares. Left money: none, add1 larger shares, add1u and then by votes.
                           Equals are drawn by --seed, or come as in the file.
The formats are described in docs/count-formats.md. 文件格式见 docs/count-formats.md。
Result of motion: {"outcome","participation","majorities","reasons",…}, areas in square metres as text.
Result of budget: {"rule","completion","budget","spent","winners":[…],"explanations":{…}}, money in the file's own unit.`,
  options: { rule: { type: 'string' }, completion: { type: 'string' }, seed: { type: 'string' } },
  async run(call) {
    const [kind, ...rest] = call.positionals
    if (kind === 'budget') return countBudgetCommand({ ...call, positionals: rest })
    if (kind === 'motion') return countMotionCommand({ ...call, positionals: rest })
    throw new WrongUsage(`数什么？What is to be counted: 'budget' or 'motion', not '${kind ?? ''}'.`)
  },
}
