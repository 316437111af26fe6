/** The foot of the page: by which terms, what stands outside of the base and why, and what the figures do not say. */
import { Button, sourceLine, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { factor, percent } from './figures.tsx'
import type { RatesReply } from './rates-api.ts'
import type { Pane } from './rates-search.ts'
import { ratesWords } from './rates-words.ts'

/** `onPane` opens what stands outside of the base in the column at the right. */
export function HowCounted({ rates, onPane }: { rates: RatesReply; onPane: (pane: Pane) => void }) {
  const w = useWords(ratesWords)
  const say = useSay()
  const { lang } = useSettings()
  const { pack, total, leftOut, waiting } = rates
  const { weights } = pack
  const composite = total.rates.composite
  return <footer className="rt-how">
    {waiting > 0 && <p className="rt-how__waiting"><b>{w.waitingBar(waiting)}</b><Button size="small" className="lk-no-print"
      onClick={() => onPane('waiting')}>{w.waitingOpen}</Button></p>}
    <p><Outside rates={rates} onPane={onPane} />{leftOut.length > 0 && <span>{lang === 'zh' ? '：' : ': '}{leftOut.map(({ say: ground, count }) =>
      `${say(ground)} ${count}`).join(lang === 'zh' ? '，' : ', ')}</span>}{lang === 'zh' ? '。' : '. '}</p>
    <p>{w.how}{w.packNote(say(pack.name))}{composite.size === 'enough' && composite.permille !== null
      && w.composite(percent(composite.permille), factor(weights.reached), factor(weights.solved), factor(weights.satisfied))}{w.noRank}{lang === 'en' && ' '}{w.harmNote}</p>
    <p className="lk-caption">{pack.source.map((one) => sourceLine(one)).join(lang === 'zh' ? '；' : '; ')}</p>
  </footer>
}

function Outside({ rates, onPane }: { rates: RatesReply; onPane: (pane: Pane) => void }) {
  const w = useWords(ratesWords)
  const { unreached, leftOut } = rates.total.counts
  const words = unreached > 0 && leftOut > 0 ? w.apartBoth(unreached, rates.pack.tries, leftOut)
    : unreached > 0 ? w.apart(unreached, rates.pack.tries) : leftOut > 0 ? w.apartLeft(leftOut) : w.apartNone
  return <>{words}{unreached > 0 && <Link onPress={() => onPane('unreached')}>{w.seeUnreached}</Link>}{leftOut > 0 && <Link
    onPress={() => onPane('exclusions')}>{w.seeReasons}</Link>}</>
}

const Link = ({ onPress, children }: { onPress: () => void; children: string }) =>
  <button type="button" className="rt-link lk-no-print" onClick={onPress}>{children}</button>
