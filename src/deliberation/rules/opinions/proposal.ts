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
 * The draft: what every group accepts, word for word as neighbours wrote it, as a text to begin with; the meeting decides. What every group rejects is not
 * in it: somebody may hold it who stands in no group. `words` by number of statement. Refused where nothing is common ground. [OM18]
 */
export function proposalOf({ common }: Pick<Picture, 'common'>, words: ReadonlyMap<number, string>): Result<Proposal> {
  const accepted = common.filter(({ n, side }) => side === 'agree' && words.has(n))
  if (accepted.length === 0) return refuse(pollRefusals.noCommon)
  const least = (shares: readonly (number | null)[]): number | null =>
    shares.reduce<number | null>((low, share) => (share === null ? low : low === null ? share : Math.min(low, share)), null)
  return ok({
    words: accepted.map(({ n }, i) => `${inChinese(i + 1)}、${ended(words.get(n) ?? '')}`).join('\n'),
    from: accepted.map(({ n, side, shares }) => ({ n, side, least: least(shares) })),
  })
}
