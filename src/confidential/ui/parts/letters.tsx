/** The letters and steps of a report, oldest first, as both sides read them. */
import type { ReactNode } from 'react'
import { moment, useNow, useSettings, useWords } from '../../../ui-kit/index.ts'
import type { Entry } from '../resident-api.ts'
import { entryWords } from './entry-words.ts'

/** `who` says what a side is called; `after` stands at the right of an entry's head. */
export function Letters({ entries, who, after }: {
  entries: readonly Entry[]; who: (by: Entry['by']) => string; after?: (entry: Entry) => ReactNode
}) {
  return <ol className="cf-letters">{entries.map((entry) => <Letter key={entry.n} entry={entry} who={who(entry.by)} after={after?.(entry)} />)}</ol>
}

function Letter({ entry, who, after }: { entry: Entry; who: string; after: ReactNode }) {
  const w = useWords(entryWords)
  const { lang } = useSettings()
  const present = useNow()
  const step = entry.kind === 'taken' ? w.took : entry.kind === 'handed_over' ? w.handedTo(entry.body ? w[entry.body] : '')
    : entry.kind === 'closed' ? w.ended : ''
  return <li className={`cf-letter cf-letter--${entry.by}${entry.kind === 'taken' ? ' cf-letter--step' : ''}`}>
    <div className="cf-letter__head"><p><b>{who}</b>{step && <> {step}</>}{entry.number && <span
      className="lk-small"> {w.outsideNumber(entry.number)}</span>}</p>
      <span className="lk-small">{moment(Date.parse(entry.hour), present, lang)}</span></div>
    {entry.retaliation && <p className="cf-letter__flag">{w.suffered(w[entry.retaliation])}</p>}
    {entry.text && <p className="cf-letter__text">{entry.text}</p>}
    {entry.erased && <p className="lk-small">{w.erased}</p>}
    {after && <div className="cf-letter__foot">{after}</div>}
  </li>
}
