/** The duties of an agreement: who, what, until when, for how much, and whether it was kept. */
import './clauses.css'
import { daysBetween, dayOf, useNow, useSay, useSettings, useWords, words } from '../../../ui-kit/index.ts'
import { MONEY_BASES, SIDE_WORDS, type SideName } from '../../rules/index.ts'
import { yuan } from './yuan.ts'

export type ShownClause = {
  readonly n: number; readonly by: SideName | 'both'; readonly what: string; readonly until: string; readonly fen: number | null
  readonly basis: string | null; readonly state: string
}

const clauseWords = words({
  both: { zh: '双方', en: 'Both' },
  until: (day: string) => ({ zh: `最晚${day}`, en: `by ${day}` }),
  kept: { zh: '做到了', en: 'kept' },
  notKept: { zh: '没做到', en: 'not kept' },
  over: { zh: '到期了，等核实', en: 'day passed, to be checked' },
})

/** Noon of a civil day, for saying it in words. */
export const noon = (day: string): number => Date.parse(`${day}T12:00:00+08:00`)

/** Whether the day of a duty is over: from the morning after it, it is to be looked at. `until`: civil day; `now`: epoch ms. */
export const dayIsOver = (until: string, now: number): boolean => daysBetween(noon(until), now) > 0

export function ClauseList({ clauses, running }: { clauses: readonly ShownClause[]; running: boolean }) {
  const w = useWords(clauseWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  const stateOf = ({ state, until }: ShownClause): string | null => {
    if (state === 'kept') return w.kept
    if (state === 'not_kept') return w.notKept
    return running && dayIsOver(until, now) ? w.over : null
  }
  return <ol className="dp-clauses">{clauses.map((clause) => <li key={clause.n} className={`dp-clause dp-clause--${clause.state}`}>
    <span className="dp-clause__n" aria-hidden="true">{clause.n}</span>
    <div><p><b>{clause.by === 'both' ? w.both : say(SIDE_WORDS[clause.by])}</b> {clause.what}</p>
      <p className="lk-small">{w.until(dayOf(noon(clause.until), now, lang))}
        {clause.basis && <>{lang === 'zh' ? '，' : ', '}{say(MONEY_BASES.find(({ code }) => code === clause.basis)?.say ?? { zh: '',
          en: '' })}</>}</p></div>
    <div className="dp-clause__right">{clause.fen !== null && <b>{yuan(clause.fen)}</b>}
      {stateOf(clause) && <span className="dp-clause__state">{clause.state === 'kept' && <i aria-hidden="true">✓</i>}{stateOf(clause)}</span>}</div>
  </li>)}</ol>
}
