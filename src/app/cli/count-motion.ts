/** `linli count motion`: a vote of owners, from a file with homes, owners and ballots. */
import { readFileSync } from 'node:fs'
import { countMotionFile, readMotion, UnreadableMotion, type MotionCount } from '../../ballots/files/motion.ts'
import type { Measure } from '../../ballots/rules/index.ts'
import type { Source } from '../../kit/pure.ts'
import { Refused, WrongUsage, type Call } from './command.ts'
import { plain } from './plain.ts'
import type { Teller } from './tell.ts'

function countOf(name: string): MotionCount {
  try {
    return countMotionFile(readMotion(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(name))))
  } catch (error) {
    if (error instanceof UnreadableMotion || error instanceof RangeError) throw new Refused(`${plain(name)}: ${plain(error.message)}`)
    if (error instanceof TypeError) throw new Refused(`${plain(name)}: 不是 UTF-8 文本。This is not UTF-8 text.`)
    throw new Refused(`${plain(name)}: 打不开。It cannot be opened.`)
  }
}

/** Square metres with two decimals, without a float. */
const metres = (area: number): string => `${Math.trunc(area / 100)}.${String(area % 100).padStart(2, '0')}`
const measure = ({ area, heads }: Measure): object => ({ area: metres(area), heads })
const cited = (source: Source | null): string => (source === null ? '' : ` ${source.law}${source.article ?? ''}`)

function sheet(tell: Teller, { result, totals, homes, ballots }: MotionCount): void {
  tell.line(`  ${homes} 处房屋 homes · ${totals.heads} 位业主 heads · ${metres(totals.area)} m² · ${ballots} 张票 ballots\n`)
  for (const { met, say, source } of result.reasons.slice(0, -1)) {
    const mark = met === null ? tell.paint('dim', '·') : met ? tell.paint('green', '✓') : tell.paint('red', '✗')
    tell.line(`  ${mark} ${say.zh}${tell.paint('dim', cited(source))}`)
    tell.line(`    ${tell.paint('dim', say.en)}`)
  }
  for (const { elector, given, held } of result.conflicts) {
    const each = given.map(({ seq, channel, content }) => `${seq} ${channel} ${plain(content)}`).join(' | ')
    tell.line(`    ${tell.paint('dim', `${plain(elector)}: ${each} → ${held ?? '—'}`)}`)
  }
  const last = result.reasons.at(-1)
  if (last) tell.line(`\n  ${tell.paint('strong', last.say.zh)} ${tell.paint('dim', last.say.en)}`)
}

/** Counts the file of `positionals[0]` and returns what --json prints; areas in square metres. Throws WrongUsage, or Refused for what cannot be counted. */
export async function countMotionCommand({ positionals, tell }: Call): Promise<object> {
  const [name, ...more] = positionals
  if (name === undefined || more.length > 0) throw new WrongUsage('要一个文件。Exactly one file is expected.')
  const count = countOf(name)
  const { result, packs } = count
  const { outcome, participation, majorities, reasons, conflicts, invalid, unmarked, trace } = result
  sheet(tell, count)
  return {
    outcome,
    participation: { totals: measure(participation.totals), took: measure(participation.took), need: measure(participation.need),
      missing: measure(participation.missing), reached: participation.reached },
    majorities: { agree: measure(majorities.sides.agree), against: measure(majorities.sides.against), abstain: measure(majorities.sides.abstain),
      need: measure(majorities.need), short: measure(majorities.short), reached: majorities.reached, silent_with: majorities.silentWith },
    reasons, conflicts, invalid, unmarked, events: trace, packs,
  }
}
