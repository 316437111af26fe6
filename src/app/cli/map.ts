import { mapOpinionsCommand } from './map-opinions.ts'
import { WrongUsage, type Command } from './command.ts'

export const command: Command = {
  usage: 'map opinions <folder | file.csv> [--groups <file>] [--seed <text>]',
  help: `从文件里画一张意见图，和系统里用的是同一套规则。不连数据库，不改任何东西。
Draws a map of opinions from files, by the rules that the product draws with. Needs no database and changes nothing.

  folder     里面有 votes.csv 或 participants-votes.csv，可以带 comments.csv；也认 votes.json 和 comments.json。
             holds votes.csv or participants-votes.csv and may hold comments.csv; votes.json and comments.json do as well.
  --groups   不自己分组，用这个文件里的组，算每组的主张和大家的共识。
             takes the groups of this file, and finds what each holds and what all agree on.
  --seed     分组的起点由它抽出，不给就是 linli。Drawn from it: where grouping starts. 'linli' unless told.
The mathematics and its parameters are described in docs/opinion-map.md. 算法和参数见 docs/opinion-map.md。
Result: {"version","seed","statements","components","mean","participants","groups","consensus","common",…}; agree is +1.`,
  options: { groups: { type: 'string' }, seed: { type: 'string' } },
  async run(call) {
    const [kind, ...rest] = call.positionals
    if (kind === 'opinions') return mapOpinionsCommand({ ...call, positionals: rest })
    throw new WrongUsage(`画什么？What is to be mapped: 'opinions', not '${kind ?? ''}'.`)
  },
}
