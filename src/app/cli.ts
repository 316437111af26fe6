/** The command line: `npm run linli -- <command>`. Finds the command, reads its options, and turns what happens into an exit code. */
import { parseArgs, type ParseArgsConfig } from 'node:util'
import { readSettings, timeZone, WrongSetting } from '../kit/config.ts'
import { exitCodes, Refused, WrongUsage, type Call, type Command, type Entry } from './cli/command.ts'
import { commands } from './cli/registry.ts'
import { pad, teller, type Teller } from './cli/tell.ts'

process.env['TZ'] = timeZone

const common = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const

function listCommands(tell: Teller): void {
  tell.line('邻里 Linli\n\n  npm run linli -- <command> [options]\n')
  for (const { name, zh, en } of commands) tell.line(`  ${pad(name, 12)}${pad(zh, 34)}${en}`)
  tell.line('\n  --help  每个命令的说明 what a command does      --json  结果为最后一行 JSON, the result as the last line')
  tell.line('  退出码 exit codes: 0 成功 ok · 1 失败 failed · 2 用法不对 wrong usage · 3 不予执行 refused')
}

function parse(command: Command, args: readonly string[]): Pick<Call, 'values' | 'positionals'> {
  const config: ParseArgsConfig = { args: [...args], options: { ...command.options, ...common }, allowPositionals: true, strict: true }
  try {
    const { values, positionals } = parseArgs(config)
    return { values, positionals }
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

async function runCommand(entry: Entry, args: readonly string[], tell: Teller): Promise<number> {
  const { command } = await entry.load()
  if (args.includes('--help') || args.includes('-h')) {
    tell.line(`npm run linli -- ${command.usage}\n\n${command.help}`)
    return exitCodes.ok
  }
  const { values, positionals } = parse(command, args)
  let code: number = exitCodes.ok
  const failed = (): void => { code = exitCodes.failed }
  const result = await command.run({ values, positionals, settings: readSettings(), tell, failed })
  if (result !== undefined) tell.result(result)
  return code
}

function codeOf(error: unknown): number {
  if (error instanceof WrongUsage) return exitCodes.usage
  if (error instanceof Refused || error instanceof WrongSetting) return exitCodes.refused
  return exitCodes.failed
}

/** Runs one command line and answers its exit code; says what went wrong in a sentence, with the trace only when LINLI_TRACE is set. */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  const tell = teller(args.includes('--json'))
  const entry = commands.find((known) => known.name === name)
  if (!entry) {
    listCommands(tell)
    const asked = name === undefined || name === '--help' || name === '-h' || name === 'help'
    if (!asked) process.stderr.write(`\n没有这个命令。There is no command '${name}'.\n`)
    return asked ? exitCodes.ok : exitCodes.usage
  }
  try {
    return await runCommand(entry, rest, tell)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    process.stderr.write(`${tell.paint('red', '✗')} ${message}\n`)
    if (error instanceof WrongUsage) process.stderr.write(`  npm run linli -- ${entry.name} --help\n`)
    if (process.env['LINLI_TRACE'] && error instanceof Error) process.stderr.write(`${error.stack}\n`)
    tell.result({ error: { exit: codeOf(error), message } })
    return codeOf(error)
  }
}

// a reader that has seen enough (`linli doctor | head -3`) isn't an error
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? exitCodes.ok : exitCodes.failed))

process.exitCode = await main(process.argv.slice(2))
