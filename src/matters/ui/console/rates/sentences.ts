/** The sentences of the page: what was counted, and what the rows say before anybody looks at a dot. */
import { dayOf, now, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import type { Measure, RatesReply } from './rates-api.ts'
import { ratesWords } from './rates-words.ts'

/** What was counted, from when to when, and whether it goes on. */
export function useLead({ period, total, pack }: RatesReply): string {
  const w = useWords(ratesWords)
  const { lang } = useSettings()
  const day = (text: string): string => dayOf(Date.parse(`${text}T00:00:00+08:00`), now(), lang)
  const [first, last, n] = [day(period.first), day(period.last), total.counts.visits]
  const counted = n === 0 ? w.leadNone(first, last) : w.lead(first, last, n, pack.monthOf === 'filed')
  return period.open ? `${counted}${lang === 'en' ? ' ' : ''}${w.running(last)}` : counted
}

/** What the rows say of a measure: whose interval lies wholly below the total, or that they overlap. Null without rows to compare. */
export function useVerdictLine({ rows, total }: RatesReply, measure: Measure): string | null {
  const w = useWords(ratesWords)
  const say = useSay()
  const { lang } = useSettings()
  const enough = rows.filter(({ rates }) => rates[measure].size === 'enough')
  const { permille } = total.rates[measure]
  if (permille === null || rows.length < 2) return null
  if (enough.length < 2) return w.tooFewRows(w[measure])
  const below = enough.filter(({ rates }) => (rates[measure].high ?? permille) < permille).map(({ name }) => say(name))
  return below.length === 0 ? w.overlap(w[measure]) : w.below(w[measure], below.join(lang === 'zh' ? '、' : ', '))
}
