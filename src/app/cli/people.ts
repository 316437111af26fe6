/** `linli people`: what is kept of one person, for whoever looks after the installation. Prints nothing in clear; a copy goes into a file. */
import { existsSync, writeFileSync } from 'node:fs'
import { now } from '../../kit/clock.ts'
import { openDb, withScope, type Db } from '../../kit/db.ts'
import { copyOfPerson, fileOfPerson, samePersons } from '../../roster/index.ts'
import { clockActor, copyGiven, erasePerson, eraseReasons, openKeys, useKeys, type Actor } from '../../trust/index.ts'
import { eraseHooks } from '../erasing.ts'
import { followDemoClock } from '../installed.ts'
import { Refused, WrongUsage, type Call, type Command } from './command.ts'
import { withDatabase } from './database.ts'

/** Who is asked about, and as whom: the clock of their district. */
type About = { readonly app: Db; readonly actor: Actor; readonly person: string }
type Work = (call: Call, about: About) => Promise<unknown>

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const gone = '没有这个人的信息，或者已经删除。There is no data of this person, or it was erased.'

async function clockOf(owner: Db, person: string): Promise<Actor> {
  const row = await owner.selectFrom('person').innerJoin('district', 'district.district', 'person.district')
    .select(['district.district', 'district.path']).where('person.id', '=', person).executeTakeFirst()
  if (!row) throw new Refused(gone)
  return clockActor(row.district, row.path)
}

const show: Work = async ({ tell }, { app, actor, person }) => {
  const file = await withScope(app, actor, (tx) => fileOfPerson(tx, actor.district, person))
  if (file === null) throw new Refused(gone)
  for (const { field, shown, purpose, keptSince } of file.fields) tell.line(`  ${field}  ${shown}  ${tell.paint('dim', `${purpose} ${keptSince}`)}`)
  for (const tie of file.ties) {
    const as = (['lives', 'registered', 'owns', 'rents'] as const).filter((one) => tie[one]).join(' ')
    tell.line(`${tie.homeName}  ${as}  ${tie.since ?? '…'} – ${tie.until === null ? '…' : tie.untilSaid === 'day' ? tie.until : `日期不详 day unknown (${tie.until})`}`)
    for (const value of tie.values) tell.line(`  ${value.field}  ${value.shown}  ${tell.paint('dim', `${value.state} ${value.source} ${value.seenOn}`)}`)
  }
  for (const { kind, givenOn, withdrawnOn } of file.consents) tell.line(`  同意 consent ${kind} ${givenOn}${withdrawnOn ? ` – ${withdrawnOn}` : ''}`)
  tell.line(`  被看过 opened: ${file.opens.length}`)
  return file
}

/** Writes a new file that this account alone may read. */
function write(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    throw new Refused(`${file} 写不了：先看文件夹在不在、能不能写。${file} can't be written: does its folder exist?`, { cause: error })
  }
}

const copy: Work = async ({ tell, positionals }, { app, actor, person }) => {
  const file = positionals[2]
  if (file === undefined) throw new WrongUsage('要写存到哪个文件。Say which file to write.')
  if (existsSync(file)) throw new Refused(`${file} 已经存在。${file} is there already.`)
  const kept = await withScope(app, actor, async (tx) => {
    const found = await copyOfPerson(tx, actor.district, person)
    if (found === null) throw new Refused(gone)
    for (const one of found.persons) await copyGiven(tx, actor, one, now(), 'desk')
    write(file, `${JSON.stringify(found, null, 2)}\n`)
    return found
  })
  tell.line(`${tell.paint('green', '✓')} 已写入 ${file}，本人可以看到这份副本是何时取的。Written; the person sees when this copy was taken.`)
  return { person, file, persons: kept.persons.length, ties: kept.ties.length }
}

const erase: Work = async ({ values, tell }, { app, actor, person }) => {
  const reason = eraseReasons.find((known) => known === values['reason'])
  if (reason === undefined) throw new WrongUsage(`要用 --reason 写为什么：${eraseReasons.join('、')}。Say why with --reason: ${eraseReasons.join(', ')}.`)
  const persons = await withScope(app, actor, async (tx) => {
    const same = await samePersons(tx, actor.district, person)
    const done = []
    for (const one of same) done.push(await erasePerson(tx, actor, one, now(), { reason, hooks: eraseHooks, channel: 'desk' }))
    // whoever was joined to them and erased before is no reason to refuse
    if (done.every(({ ok }) => !ok)) throw new Refused(gone)
    return same
  })
  tell.line(`${tell.paint('green', '✓')} 已删除，钥匙已销毁。Erased; the key is destroyed.`)
  return { person, erased: true, reason, persons: persons.length }
}

const works: ReadonlyMap<string, { readonly work: Work; readonly words: number }> = new Map([
  ['show', { work: show, words: 2 }], ['export', { work: copy, words: 3 }], ['erase', { work: erase, words: 2 }],
])

export const command: Command = {
  usage: 'people show <id> | people export <id> <file> | people erase <id> --reason <code>',
  help: `按编号处理一个人的信息；姓名和电话不出现在命令里，屏幕上不显示明文。
show：留着哪些信息，来自哪里、何时（遮掩）。export：本人要的副本，写进文件（JSON，明文，只有本账号可读），并记一笔。
erase：销毁这个人（连同已认定为同一人的）的钥匙，删掉所有留着的值和查找用的哈希；履职记录和编号留着。
Deals with what is kept of one person, by id; no name and no phone stands in a command, and nothing is printed in clear.
show: what is kept, from where and since when, masked. export: the copy that the person asked for, into a file (JSON, in clear, for this account
alone), and an act. erase: destroys the key of the person, and of whom they were found to be the same as, and removes every value and hash; acts and
ids stay. The branch's compartment is shown and copied by the person themselves alone.
  --reason   ${eraseReasons.join(', ')}
Result: show: the file; export: {"person": …, "file": …}; erase: {"person": …, "erased": true, "reason": …, "persons": …}`,
  options: { reason: { type: 'string' } },
  async run(call) {
    const [what, person] = call.positionals
    const meant = works.get(what ?? '')
    if (!meant || call.positionals.length > meant.words) throw new WrongUsage('要写 show、export 或 erase 和编号。Say show, export or erase and an id.')
    if (person === undefined || !isId.test(person)) throw new WrongUsage('要写人的编号。Say the person\'s id.')
    useKeys(openKeys(call.settings.dataDir, process.env))
    return withDatabase(call.settings, async (connection) => {
      const [owner, app] = [openDb(connection, 'linli_owner', 1), openDb(connection, 'linli_app', 1)]
      try {
        const actor = await clockOf(owner, person)
        if (call.settings.mode === 'demo') clearInterval(await followDemoClock(app, actor.district))
        return await meant.work(call, { app, actor, person })
      } finally {
        await Promise.all([owner.destroy(), app.destroy()])
      }
    })
  },
}
