import { migrate } from '../../kit/migrate.ts'
import type { Command } from './command.ts'
import { withDatabase } from './database.ts'

export const command: Command = {
  usage: 'migrate',
  help: `把数据库更新到最新结构。已是最新则什么也不做。
Brings the database to the newest shape; does nothing when it is. All of it is applied, or none.
Result: {"applied": ["0001_kit", …]}`,
  async run({ settings, tell }) {
    const { applied } = await withDatabase(settings, (connection) => migrate(connection))
    for (const name of applied) tell.line(`${tell.paint('green', '✓')} ${name}`)
    if (applied.length === 0) tell.line('已是最新 up to date')
    return { applied }
  },
}
