/** The receipt as a slip of paper: the same on the screen and from a printer. */
import type { ReactNode } from 'react'
import { useWords } from '../../../ui-kit/index.ts'
import { sentWords } from './report-words.ts'

/** A receipt code in three groups of four; spoken sign by sign. */
export function CodeGroups({ code }: { code: string }) {
  const groups = code.match(/.{1,4}/g) ?? []
  return <p className="mr-code"><span
    className="lk-hidden">{[...code].join(' ')}</span>{groups.map((group, i) => <span key={i} aria-hidden="true">{group}</span>)}</p>
}

type PaperSlipProps = {
  readonly number: string; readonly code?: string; readonly facts: readonly (readonly [string, ReactNode])[]; readonly foot: ReactNode
}

/** `facts`: what stands under the code; `foot`: how to look it up. Only the slip is printed. */
export function PaperSlip({ number, code, facts, foot }: PaperSlipProps) {
  const w = useWords(sentWords)
  return <section className={code === undefined ? 'mr-slip mr-slip--plain' : 'mr-slip'} aria-label={w.slip}>
    <header className="mr-slip__head"><b>{w.slip}</b><span>{w.number} <strong>{number}</strong></span></header>
    {code !== undefined && <><p className="mr-slip__word">{w.code}</p><CodeGroups code={code} /></>}
    <dl className="mr-slip__facts">{facts.map(([word, value]) => <div key={word}><dt>{word}</dt><dd>{value}</dd></div>)}</dl>
    <footer className="mr-slip__foot">{foot}</footer>
  </section>
}
