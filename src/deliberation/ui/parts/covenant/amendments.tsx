/** Amendments with their difference, who proposed them, why, and what became of them. */
import type { ReactNode } from 'react'
import { Icon, Meta, useSettings, useWords } from '../../../../ui-kit/index.ts'
import type { Amendment } from '../../covenant-api.ts'
import { covenantWords } from '../../covenant-words.ts'
import { sayDayOf } from '../meetings/day.ts'
import { Difference, useClauseName } from './clauses.tsx'
import './covenant.css'

/** `named`: whether each says which clause it is about. */
export function Amendments({ items, named = false, tool }: { items: readonly Amendment[]; named?: boolean; tool?: (one: Amendment) => ReactNode }) {
  const w = useWords(covenantWords)
  const name = useClauseName()
  const { lang } = useSettings()
  return <ul className="cv-amendments">{items.map((one) => <li key={one.id}>
    <p className="lk-second cv-said"><Meta>{[named ? one.number === null ? w.addClause : name(one.number) : one.number === null ? w.addClause : '', one.name, sayDayOf(one.at, lang)]}</Meta></p>
    <p className="cv-words">{one.words === '' ? <><b>{w.striking}</b>　<Difference parts={one.parts} /></> : <Difference parts={one.parts} />}</p>
    <p className="cv-why">{one.reason}</p>
    <p className={one.state === 'taken' ? 'cv-answer is-taken' : 'cv-answer'}>{one.state === 'taken' && <Icon name="check" size={16} />}
      <b>{one.state === 'open' ? w.open : one.state === 'taken' ? w.taken : w.declined}</b>{one.answer && <span>{one.answer}</span>}</p>
    {tool?.(one)}</li>)}</ul>
}
