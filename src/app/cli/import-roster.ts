/** `import roster`: reads a spreadsheet of a community's people, says how it reads, and imports what can be read. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { now, shanghaiDay } from '../../kit/clock.ts'
import { withScope, type Db } from '../../kit/db.ts'
import { growHeapGently } from '../../kit/heap.ts'
import { lookUp, placeByCode, type PlaceView } from '../../places/index.ts'
import { BadFile, importWhole, openWorkbook, type Whole } from '../../roster/index.ts'
import { clockActor } from '../../trust/index.ts'
import type { Installed } from '../installed.ts'
import { Refused, WrongUsage, type Call } from './command.ts'

export type Ground = { readonly db: Db; readonly installed: Installed }

/** The community that `text` names, by its code or by a name that only one has. Throws Refused with those it could mean. */
export async function communityOf({ db, installed: { district, path } }: Ground, text: string): Promise<PlaceView> {
  const found = await withScope(db, clockActor(district, path), async (tx) => {
    const coded = await placeByCode(tx, district, text.trim().toUpperCase())
    return coded ? [coded] : (await lookUp(tx, district, text, { limit: 20 })).filter(({ kind }) => kind === 'community')
  })
  const [place] = found.length > 1 ? found.filter(({ name, fullName }) => name === text.trim() || fullName === text.trim()) : found
  if (place?.kind === 'community') return place
  const offered = found.slice(0, 5).map(({ fullName, code }) => `${fullName} ${code}`).join('、')
  throw new Refused(`“${text}”不是一个社区。${offered ? `是不是：${offered}` : '请写编码或全名。'} '${text}' is no community.`)
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer) // no encoding is set, so chunks are bytes
  return hash.digest('hex')
}

function tell({ tell: to }: Call, whole: Whole, write: boolean): void {
  const line = (colour: 'green' | 'red' | 'dim', count: number, zh: string, en: string): void => to.line(`  ${to.paint(colour, String(count).padStart(9))}  ${zh} ${to.paint('dim', en)}`)
  line('green', whole.ok, '没问题', 'fine')
  line('green', whole.fixable, '按建议改好', 'with the fixes offered')
  line(whole.cannot > 0 ? 'red' : 'dim', whole.cannot, '读不了', 'can’t be read')
  line('dim', whole.people, '人', 'people')
  line('dim', whole.homes, '套房', 'homes')
  const codes = Map.groupBy(whole.problems, ({ code }) => code)
  for (const [code, some] of [...codes].toSorted((a, b) => b[1].length - a[1].length)) {
    to.line(to.paint('dim', `${String(some.length).padStart(17)}  ${code} ${some.slice(0, 5).map(({ cell }) => cell).join(' ')}${some.length > 5 ? ' …' : ''}`))
  }
  const { people, ties, values, waiting, ended, joined, asked } = whole.done
  if (!write) to.line('  这是试运行，什么都没有写入。 A dry run: nothing was written.')
  else to.line(`  ${to.paint('green', '✓')} 新增${people}人、${ties}条关系、${values}项，${waiting}项等人定，${ended}条到期，${joined}对算同一个人，${asked}对等人认 · ` +
    `${people} people, ${ties} ties, ${values} values, ${waiting} waiting, ${ended} ended, ${joined} joined, ${asked} to decide`)
}

const dayOf = (text: unknown): string => {
  if (typeof text !== 'string' || text === '') return shanghaiDay(now())
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) {
    if (text > shanghaiDay(now())) throw new WrongUsage('--as-of 不能晚于今天：表说的是已经有的情况。--as-of can’t be later than today.')
    return text
  }
  throw new WrongUsage('--as-of 写成 2026-11-20 这样。Write --as-of like 2026-11-20.')
}

/** Reads, judges and (unless --dry-run) imports a file on an installation that is laid out. */
export async function importRoster(call: Call, ground: Ground, file: string, place: string): Promise<object> {
  growHeapGently()
  const write = call.values['dry-run'] !== true
  const community = await communityOf(ground, place)
  const { district, path } = ground.installed
  const book = await openWorkbook(file).catch((error: unknown) => { throw error instanceof BadFile ? new Refused(error.message) : error })
  const bar = call.tell.progress('读 reading', 0)
  try {
    if (write && call.settings.mode === 'demo' && !book.generated) {
      throw new Refused('这里是演示，只收带演示标记的表；真实居民的表一格也没有留下。This is a demo: only files with its generator’s mark are imported; not a cell was kept.')
    }
    const whole = await importWhole({ db: ground.db, scope: clockActor(district, path), community, file: book, hash: await hashOf(file), seenOn: dayOf(call.values['as-of']),
      write, now, progress: bar.step })
    bar.done()
    tell(call, whole, write)
    const { done, ...result } = whole
    return { ...result, dryRun: !write, imported: write ? done : null }
  } catch (error) {
    throw error instanceof BadFile ? new Refused(error.message) : error
  } finally {
    bar.done()
    await book.close()
  }
}

