import { runAlone } from './alone.ts'
import type { Command } from './command.ts'

export const command: Command = {
  usage: 'work',
  help: `只启动后台任务：到期计时、通知、封存。
The worker alone: timers, notices, sealing.
Result, once it is up: {"url": …, "pid": …}`,
  run: (call) => runAlone('worker.ts', call),
}
