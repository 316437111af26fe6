/** What common ground proposes as a resolution. */
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import type { Picture } from './picture.ts'
import { pollRefusals } from './poll.ts'
import type { Side } from './representative.ts'

/** A text to begin with, and what it is made of: each statement with the lowest share of any group. */
export type Proposal = { readonly words: string; readonly from: readonly { readonly n: number; readonly side: Side; readonly least: number | null }[] }

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const
/** 1 to 99 in Chinese. */
function inChinese(n: number): string {
  if (n <= 10) return numerals[n] ?? String(n)
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  return `${tens > 1 ? numerals[tens] ?? '' : ''}十${ones > 0 ? numerals[ones] ?? '' : ''}`
}
const ended = (words: string): string => (/[。！？.!?]$/.test(words.trim()) ? words.trim() : `${words.trim()}。`)

/**
 * The draft: what every group accepts, word for word as neighbours wrote it, and what no group accepts. It is a text to begin with, decided by the meeting.
 * `words` by number of statement. Refused where nothing is common ground. [OM18]
 */
export function proposalOf({ common }: Pick<Picture, 'common'>, words: ReadonlyMap<number, string>): Result<Proposal> {
  const known = common.filter(({ n }) => words.has(n))
  const said = (side: Side): string[] => known.filter((one) => one.side === side).map(({ n }) => ended(words.get(n) ?? ''))
  const numbered = (lines: readonly string[]): string => lines.map((line, i) => `${inChinese(i + 1)}、${line}`).join('\n')
  const [yes, no] = [said('agree'), said('disagree')]
  if (yes.length === 0 && no.length === 0) return refuse(pollRefusals.noCommon)
  const parts = [
    ...(yes.length > 0 ? [numbered(yes)] : []),
    ...(no.length > 0 ? [`下面的说法大家都不赞成，不作为约定：\n${numbered(no)}`] : []),
  ]
  const least = (shares: readonly (number | null)[]): number | null =>
    shares.reduce<number | null>((low, share) => (share === null ? low : low === null ? share : Math.min(low, share)), null)
  return ok({ words: parts.join('\n'), from: known.map(({ n, side, shares }) => ({ n, side, least: least(shares) })) })
}
