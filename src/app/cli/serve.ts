import { runAlone } from './alone.ts'
import type { Command } from './command.ts'

export const command: Command = {
  usage: 'serve',
  help: `只启动网页服务，用已在运行的、DATABASE_URL 的或自带的数据库。
The web server alone, on the running instance's database, DATABASE_URL's or the embedded one. Run 'migrate' before.
Result, once it is up: {"url": …, "pid": …}`,
  run: (call) => runAlone('server.ts', call),
}
