/** `linli keys rotate`: another master key. */
import { now } from '../../kit/clock.ts'
import type { Settings } from '../../kit/config.ts'
import type { Connection } from '../../kit/connection.ts'
import { openDb, withScope, type Db } from '../../kit/db.ts'
import { appendAct } from '../../record/index.ts'
import { clockActor, NotRotated, openKeys, rotateMaster, trustActs, useKeys, type Rotated } from '../../trust/index.ts'
import { followDemoClock } from '../installed.ts'
import { Refused, WrongUsage, type Call, type Command } from './command.ts'
import { withDatabase } from './database.ts'
import { runningInstance } from './instance.ts'

const whyNot: Readonly<Record<NotRotated['why'], (count: number) => string>> = {
  unreadable: (n) => `有 ${n} 把钥匙用哪个主密钥都打不开，先查清楚（确认后加 --leave ${n}）；没有销毁任何东西。` +
    `${n} keys open with no master: look into it first (then --leave ${n}). Nothing was destroyed.`,
  busy: (n) => `还有 ${n} 个事务没有结束，新旧主密钥都保留着；稍后再执行一次。` +
    `${n} transactions have not ended, both masters are kept: run it again later.`,
  taken: () => '另一处正在更换主密钥。The master key is being changed by another process.',
}

/** Says in the record of each district that the master was changed, and for how many keys. */
async function recorded(owner: Db, app: Db, { keys }: Rotated): Promise<void> {
  for (const { district, path } of await owner.selectFrom('district').select(['district', 'path']).execute()) {
    await withScope(app, clockActor(district, path), (tx) =>
      appendAct(tx, { district, at: now(), what: trustActs.state('master.changed', { keys }), channel: 'desk', path }))
  }
}

/** In demo mode acts carry the demo's time. */
async function setClock(settings: Settings, app: Db): Promise<void> {
  const first = settings.mode === 'demo' ? await app.selectFrom('district').select('district').executeTakeFirst() : undefined
  if (first) clearInterval(await followDemoClock(app, first.district))
}

async function rotate({ settings, tell, values }: Call, connection: Connection): Promise<Rotated> {
  useKeys(openKeys(settings.dataDir, process.env))
  const [owner, app] = [openDb(connection, 'linli_owner', 2), openDb(connection, 'linli_app', 1)]
  const here = runningInstance(settings.dataDir) !== undefined
  if (here && values['stopped']) throw new Refused('服务正在运行，不能用 --stopped。The installation is running: without --stopped, please.')
  const running = here || (settings.databaseUrl !== undefined && !values['stopped'])
  if (running) tell.line('服务可以照常运行，约十秒后开始。The installation may go on working; this begins in about ten seconds.')
  const bar = tell.progress('换密钥 rewrapping', 0)
  try {
    const rotated = await rotateMaster(owner, settings.dataDir, { running, leave: Number(values['leave'] ?? 0), step: (n) => bar.step(n) })
    await setClock(settings, app)
    await recorded(owner, app, rotated)
    return rotated
  } catch (error) {
    throw error instanceof NotRotated ? new Refused(whyNot[error.why](error.count), { cause: error }) : error
  } finally {
    bar.done()
    await Promise.all([owner.destroy(), app.destroy()])
  }
}

export const command: Command = {
  usage: 'keys rotate [--stopped] [--leave N]',
  help: `换一把主密钥：每个人、每次导入的钥匙都改由新主密钥包住，然后销毁旧的。从此，换之前的数据库备份里谁也读不出来。
查找、查询凭证、验证码和登录卡的密钥不变；第一次更换时它们各自成为 keys 目录下的文件。被中断（断电、kill -9）就再执行一次，会接着做完。
服务可以运行，也可以停着：运行的进程一秒内看到新密钥文件。几台机器各有一份 keys 目录时，先全部停下，换完再把目录抄过去。
备份请重做：旧主密钥的备份要自己销毁。
Makes another master key: every key of a person or import is wrapped by it, then the one before is destroyed. From then on nobody can be read in
a backup of the database made earlier. Keys for look-up, follow tokens, codes and cards stay; at the first change they become files of their own.
Cut off, by a power cut or kill -9, it is run again and goes on. The installation may run or not: running processes notice the new key file within
a second. With several machines that hold copies of the folder keys, stop them first and copy it afterwards. Back the new folder up; copies of the
old master key outside it are yours to destroy. No key is ever printed.
  --leave N   go on although N keys open with no master
  --stopped   with a database of your own: nothing else works with these keys now, so don't wait until everybody has noticed
Result: {"keys": …, "wentOn": …}`,
  options: { leave: { type: 'string' }, stopped: { type: 'boolean' } },
  async run(call) {
    const [what, ...more] = call.positionals
    if (what !== 'rotate' || more.length > 0) throw new WrongUsage('要写 keys rotate。Say keys rotate.')
    if (!/^\d{1,9}$/.test(String(call.values['leave'] ?? '0'))) throw new WrongUsage('--leave 后面是整数。--leave takes a whole number.')
    if (process.env['LINLI_KEY']) {
      throw new Refused('主密钥由 LINLI_KEY 给定，这里换不了。The master key is given by LINLI_KEY and can\'t be changed here.')
    }
    const rotated = await withDatabase(call.settings, (connection) => rotate(call, connection))
    const { keys, wentOn } = rotated
    call.tell.line(`${call.tell.paint('green', '✓')} 主密钥已更换，${keys} 把钥匙改由它包住${wentOn ? '（接着上次做完）' : ''}；旧的已销毁。`)
    call.tell.line(`  the master key was changed, ${keys} keys are wrapped by it${wentOn ? ' (went on from before)' : ''}; the old one is destroyed`)
    return rotated
  },
}
