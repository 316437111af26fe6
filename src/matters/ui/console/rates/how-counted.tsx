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
  const { pack, total, waiting } = rates
  const { weights } = pack
  const composite = total.rates.composite
  return <footer className="rt-how">
    {waiting > 0 && <p className="rt-how__waiting"><b>{w.waitingBar(waiting)}</b><Button size="small" className="lk-no-print"
      onClick={() => onPane('waiting')}>{w.waitingOpen}</Button></p>}
    <Outside rates={rates} onPane={onPane} />
    <p>{w.how}{w.packNote(say(pack.name))}{composite.size === 'enough' && composite.permille !== null
      && w.composite(percent(composite.permille), factor(weights.reached), factor(weights.solved),
        factor(weights.satisfied))}{w.noRank}{lang === 'en' && ' '}{w.harmNote}</p>
    <p className="lk-caption">{pack.source.map((one) => sourceLine(one)).join(lang === 'zh' ? '；' : '; ')}</p>
  </footer>
}

function Outside({ rates, onPane }: { rates: RatesReply; onPane: (pane: Pane) => void }) {
  const w = useWords(ratesWords)
  const say = useSay()
  const { lang } = useSettings()
  const { unreached, leftOut } = rates.total.counts
  if (unreached === 0 && leftOut === 0) return <p>{w.apartNone}</p>
  const grounds = rates.leftOut.map(({ say: ground, count }) => `${say(ground)} ${count}`).join(lang === 'zh' ? '，' : ', ')
  return <p>{w.apart}
    {unreached > 0 && <span>{w.apartUnreached(unreached, rates.pack.tries)}<Link onPress={() => onPane('unreached')}>{w.seeUnreached}</Link></span>}
    {unreached > 0 && leftOut > 0 && <span>{lang === 'zh' ? '；' : '; '}</span>}
    {leftOut > 0 && <span>{w.apartLeft(leftOut, grounds)}<Link onPress={() => onPane('exclusions')}>{w.seeReasons}</Link></span>}</p>
}

const Link = ({ onPress, children }: { onPress: () => void; children: string }) =>
  <button type="button" className="rt-link lk-no-print" onClick={onPress}>{children}</button>
