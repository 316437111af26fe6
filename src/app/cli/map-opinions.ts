/** `linli map opinions`: the opinion map of a poll, from its files. */
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { groupsOfFile } from '../../deliberation/files/given-groups.ts'
import { mapResult } from '../../deliberation/files/map-result.ts'
import { UnreadablePoll } from '../../deliberation/files/poll.ts'
import { pollOfFolder, pollOfTable, type Poll } from '../../deliberation/files/read-poll.ts'
import { drawMap, parameters, type OpinionMap } from '../../deliberation/rules/opinions/index.ts'
import { Refused, WrongUsage, type Call } from './command.ts'
import { plain } from './plain.ts'
import { width, type Teller } from './tell.ts'

const textOf = (file: string): string => new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
const missing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** What `read` gives, or Refused with the file's name and why it cannot be read. */
function readable<T>(name: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof UnreadablePoll) throw new Refused(`${plain(name)}: ${plain(error.message)}`)
    if (error instanceof TypeError) throw new Refused(`${plain(name)}: 不是 UTF-8 文本。This is not UTF-8 text.`)
    throw new Refused(`${plain(name)}: 打不开。It cannot be opened.`)
  }
}

function pollOf(name: string): Poll {
  return readable(name, () => {
    if (!statSync(name).isDirectory()) return pollOfTable(textOf(name))
    return pollOfFolder((file) => {
      try {
        return textOf(path.join(name, file))
      } catch (error) {
        if (missing(error)) return undefined
        throw error
      }
    })
  })
}

function cut(text: string, columns: number): string {
  let kept = ''
  for (const sign of text) {
    if (width(kept + sign) > columns) return `${kept}…`
    kept += sign
  }
  return kept
}

/** The map in words: what all agree on, then what each group holds. */
function words(tell: Teller, map: OpinionMap, texts: ReadonlyMap<string, string>): void {
  const line = (column: number, side: 'agree' | 'disagree', figure: string): void => {
    const id = map.statements[column] ?? ''
    const mark = side === 'agree' ? tell.paint('green', '✓') : tell.paint('red', '✗')
    tell.line(`  ${mark} ${figure} ${tell.paint('dim', plain(id).padStart(4))} ${cut(plain(texts.get(id) ?? ''), 84)}`)
  }
  const percent = (share: number): string => `${Math.round(share * 100)}%`.padStart(4)
  const { groups, participants, statements, common, apart } = map
  tell.line(`  ${participants.length.toLocaleString('en')} 人 people · ${statements.length} 条观点 statements · ${groups.length} 组 groups`)
  tell.line(`\n  ${tell.paint('strong', '各组都认同')} ${tell.paint('dim', 'what every group agrees on')}`)
  const first = <T>(list: readonly T[]): readonly T[] => list.slice(0, parameters.consensus)
  for (const { column, ground } of first(common.agree)) line(column, 'agree', percent(ground))
  for (const { column, ground } of first(common.disagree)) line(column, 'disagree', percent(ground))
  if (common.agree.length + common.disagree.length === 0) tell.line(`  ${tell.paint('dim', '没有 nothing')}`)
  for (const { id, size, representative } of groups) {
    tell.line(`\n  ${tell.paint('strong', `第 ${id + 1} 组`)} ${size} 人 ${tell.paint('dim', `group ${id + 1}, ${size} people`)}`)
    for (const { column, side, success, seen } of representative) line(column, side, percent(seen === 0 ? 0 : success / seen))
  }
  if (apart > 0) tell.line(`\n  另有 ${apart} 人站得远，不到 ${parameters.smallestGroup} 人一组，不单独画。${apart} people stand apart, too few to be drawn.`)
}

/** Draws the poll of `positionals[0]` and returns what --json prints. Throws WrongUsage, or Refused for files that are no poll. */
export async function mapOpinionsCommand({ positionals, values, tell }: Call): Promise<object> {
  const [name, ...more] = positionals
  const { groups, seed } = values
  if (name === undefined || more.length > 0) throw new WrongUsage('要一个文件夹或文件。Exactly one folder or file is expected.')
  const { opinions, statements } = pollOf(name)
  const given = typeof groups === 'string' ? readable(groups, () => groupsOfFile(textOf(groups))) : undefined
  const map = drawMap(opinions, {
    statements: statements.ids, removed: statements.removed, ...(typeof seed === 'string' ? { seed } : {}), ...(given ? { groups: given } : {}),
  })
  words(tell, map, statements.texts)
  return mapResult(map)
}
