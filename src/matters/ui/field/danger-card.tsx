/** Signs of danger in somebody's words: the numbers first, then what the law asks. In a demo no number can be dialled. */
import { Icon, Meta, sourceLine, useSay, useWords } from '../../../ui-kit/index.ts'
import type { Said, Source } from '../../../kit/pure.ts'
import { matterWords } from './matter-words.ts'

type Shown = { readonly name: Said; readonly duty: Said; readonly numbers: readonly { readonly dial: string | null;
  readonly said: Said }[]; readonly source?: Source | null }

export function DangerCard({ danger, demo }: { danger: Shown; demo: boolean }) {
  const w = useWords(matterWords)
  const say = useSay()
  const silent = demo && danger.numbers.some((number) => number.dial !== null)
  return <section className="fd-danger">
    <p className="fd-danger__head"><span className="fd-danger__sign"><Icon name="warn" size={16} /></span><b>{say(danger.name)}</b>
      <span>{w.dangerFirst}</span></p>
    <ul>{danger.numbers.map((number) => <li key={number.said.zh}><Dial number={number.dial} demo={demo} word={say(number.said)} /></li>)}</ul>
    <p className="lk-small">{say(danger.duty)}</p>
    {(danger.source || silent) && <p className="lk-caption"><Meta>{danger.source ? w.dangerBasis(sourceLine(danger.source)) : null}{silent
      ? w.numbersDemo : null}</Meta></p>}
  </section>
}

/** A number with its word; a link that dials in earnest only. */
export function Dial({ number, word, demo }: { number: string | null; word: string; demo: boolean }) {
  if (number === null) return <span className="fd-dial">{word}</span>
  const face = <><b>{number}</b><span>{word}</span></>
  return demo ? <span className="fd-dial">{face}</span> : <a className="fd-dial fd-dial--live" href={`tel:${number}`}>{face}</a>
}
