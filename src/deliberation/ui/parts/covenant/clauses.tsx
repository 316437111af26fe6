/** Clauses as they read, and as they changed: added on a ground, removed struck, both also said in words. */
import type { ReactNode } from 'react'
import { useSettings, useWords } from '../../../../ui-kit/index.ts'
import { clauseName, type Clause, type ClauseChange, type Part } from '../../../rules/covenant/index.ts'
import { covenantWords } from '../../covenant-words.ts'
import './covenant.css'

/** A clause's number in words. */
export function useClauseName(): (n: number) => string {
  const { lang } = useSettings()
  return (n) => (lang === 'zh' ? clauseName(n) : `Clause ${n}`)
}

/** A difference in line: ins and del, which screen readers and paper know too. */
export const Difference = ({ parts }: { parts: readonly Part[] }) => <>{parts.map((part, at) => (part.kind === 'added' ? <ins key={at} className="cv-added">{part.text}</ins>
  : part.kind === 'removed' ? <del key={at} className="cv-removed">{part.text}</del> : <span key={at}>{part.text}</span>))}</>

/** The clauses of a version. */
export function Clauses({ text }: { text: readonly Clause[] }) {
  const name = useClauseName()
  return <ol className="cv-clauses">{text.map(({ key, words }, at) => <li key={key}><span className="cv-number">{name(at + 1)}</span><p>{words}</p></li>)}</ol>
}

/** What changed, clause by clause. `under` stands below each clause of the later version; `whole` shows clauses that did not change in full. */
export function Changes({ changes, under, whole = true }: { changes: readonly ClauseChange[]; under?: ((change: ClauseChange) => ReactNode) | undefined; whole?: boolean }) {
  const w = useWords(covenantWords)
  const name = useClauseName()
  const fresh = changes.every(({ kind }) => kind === 'added') // a first version: nothing was there that it could differ from
  return <ol className="cv-clauses">{changes.filter(({ kind }) => whole || kind !== 'same').map((change) => <li key={`${change.key} ${change.kind}`} id={`clause-${change.key}`}
    className={change.kind === 'struck' ? 'is-struck' : ''}>
    <span className="cv-number">{change.kind === 'struck' ? w.struck : name(change.n)}{change.kind === 'added' && !fresh && <i>{w.added}</i>}</span>
    <div><p>{fresh ? change.parts.map(({ text }) => text).join('') : <Difference parts={change.parts} />}</p>{under?.(change)}</div></li>)}</ol>
}
