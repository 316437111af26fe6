/** `linli people`: what is kept of one person, for whoever looks after the installation. Never prints anything in clear. */
import { now } from '../../kit/clock.ts'
import { openDb, withScope, type Db } from '../../kit/db.ts'
import { samePersons } from '../../roster/index.ts'
import { clockActor, erasePerson, eraseReasons, type Actor } from '../../trust/index.ts'
import { eraseHooks } from '../erasing.ts'
import { followDemoClock } from '../installed.ts'
import { Refused, WrongUsage, type Call, type Command } from './command.ts'
import { withDatabase } from './database.ts'

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The clock of the district that the person belongs to. */
async function clockOf(owner: Db, person: string): Promise<Actor> {
  const row = await owner.selectFrom('person').innerJoin('district', 'district.district', 'person.district')
    .select(['district.district', 'district.path']).where('person.id', '=', person).executeTakeFirst()
  if (!row) throw new Refused('没有这个人。There is no such person.')
  return clockActor(row.district, row.path)
}

async function erase({ values, tell }: Call, app: Db, actor: Actor, person: string): Promise<unknown> {
  const reason = eraseReasons.find((known) => known === values['reason'])
  if (reason === undefined) throw new WrongUsage(`--reason: ${eraseReasons.join(', ')}`)
  const persons = await withScope(app, actor, async (tx) => {
    const same = await samePersons(tx, actor.district, person)
    const done = []
    for (const one of same) done.push(await erasePerson(tx, actor, one, now(), { reason, hooks: eraseHooks, channel: 'desk' }))
    const [first] = done
    // whoever was joined to them and erased before is no reason to refuse
    if (first && done.every(({ ok }) => !ok) && !first.ok) throw new Refused(`${first.refusal.explain.zh}${first.refusal.explain.en}`)
    return same
  })
  tell.line(`${tell.paint('green', '✓')} 已删除，钥匙已销毁。Erased; the key is destroyed.`)
  return { person, erased: true, reason, persons: persons.length }
}

export const command: Command = {
  usage: 'people erase <id> --reason <code>',
  help: `按编号处理一个人的信息；姓名和电话不出现在命令里。
erase：销毁这个人（连同已认定为同一人的）的钥匙，删掉所有留着的值和查找用的哈希；履职记录和编号留着。
Deals with what is kept of one person, by id; no name and no phone stands in a command.
erase: destroys the key of the person, and of whom they were found to be the same as, and removes every value and hash; acts and ids stay.
  --reason   ${eraseReasons.join(', ')}
Result: {"person": …, "erased": true, "reason": …, "persons": …}`,
  options: { reason: { type: 'string' } },
  async run(call) {
    const [what, person, ...more] = call.positionals
    if (what !== 'erase' || more.length > 0) throw new WrongUsage('要写 people erase 和编号。Say people erase and an id.')
    if (person === undefined || !isId.test(person)) throw new WrongUsage('要写人的编号。Say the person\'s id.')
    return withDatabase(call.settings, async (connection) => {
      const [owner, app] = [openDb(connection, 'linli_owner', 1), openDb(connection, 'linli_app', 1)]
      try {
        const actor = await clockOf(owner, person)
        if (call.settings.mode === 'demo') clearInterval(await followDemoClock(app, actor.district))
        return await erase(call, app, actor, person)
      } finally {
        await Promise.all([owner.destroy(), app.destroy()])
      }
    })
  },
}
