import { ok, refuse, type Result } from '../../../kit/pure.ts'

/** Two scrutineers have to ask within this time of each other. */
export const TOGETHER_MS = 10 * 60_000

/** A scrutineer's wish to open the link of one listed dispute; `at` in epoch milliseconds. */
export type LinkAsk = { readonly post: string; readonly person: string; readonly dispute: string; readonly at: number }

/** What the key list of a named vote stands under: who its scrutineers are, which disputes are listed, until when it exists. */
export type KeyList = {
  readonly scrutineers: readonly { readonly post: string; readonly person: string }[]
  readonly disputes: readonly string[]
  /** Epoch milliseconds; from then on it is destroyed. Civil Code, art. 280: a year for the courts. */
  readonly expires: number
}

const no = (code: string, zh: string, en: string) => refuse({ code, rule: 'B54', explain: { zh, en } })

/**
 * [B54] Says whether the link of `dispute` may be opened at `now` (epoch milliseconds): it is listed, the list has not expired, and two different
 * people on two posts of the vote's scrutineers asked for this dispute, within ten minutes of each other and of now. Answers the two. Source: P10.
 */
export function mayOpenLink(list: KeyList, dispute: string, asks: readonly LinkAsk[], now: number): Result<readonly [LinkAsk, LinkAsk]> {
  if (now >= list.expires) return no('ballots.list_expired', '密钥清单已经到期销毁', 'the key list has expired and is destroyed')
  if (!list.disputes.includes(dispute)) return no('ballots.not_listed', '这件争议没有列入，不能查', 'this dispute is not listed')
  const known = asks.filter((ask) => ask.dispute === dispute && ask.at <= now && now - ask.at <= TOGETHER_MS &&
    list.scrutineers.some(({ post, person }) => post === ask.post && person === ask.person))
  const first = known[0]
  const second = known.find((ask) => first !== undefined && ask.post !== first.post && ask.person !== first.person)
  return first && second ? ok([first, second])
    : no('ballots.two_together', '要两位监票人在十分钟内一起打开', 'two scrutineers have to open it together, within ten minutes')
}
