/** While somebody writes: up to three open matters that may be the same, by their public titles. Loaded when there is something to ask. */
import { useState } from 'react'
import { Button, Dialog, Icon, Meta, moment, useNow, useSay, useSettings, useWords } from '../../../ui-kit/index.ts'
import { useSimilar, type Alike } from '../similar-api.ts'
import { joinWords } from './join-words.ts'
import './join.css'

type SimilarHintProps = {
  readonly place: string; readonly words: string; readonly category: string | null
  readonly joining: Alike | null; readonly onJoin: (one: Alike | null) => void
}

export default function SimilarHint({ place, words, category, joining, onJoin }: SimilarHintProps) {
  const w = useWords(joinWords)
  const large = useSettings().size === 'large'
  const found = useSimilar(place, words, category)
  const [open, show] = useState(false)
  if (joining) return <section className="mr-same mr-same--chosen" role="status">
    <p className="mr-same__title"><Icon name="check" size={20} />{w.chosen(joining.number)}</p>
    <p>{joining.title}</p>
    <p className="lk-second">{w.chosenLine}</p>
    <Button look="quiet" size="small" onClick={() => onJoin(null)}>{w.notSame}</Button>
  </section>
  if (found.length === 0) return null
  const choose = (one: Alike) => { show(false); onJoin(one) }
  // In large letters the list has a screen of its own: what is being written stays in sight.
  if (large) return <><Button onClick={() => show(true)}>{w.found(found.length)}</Button>
    {open && <Dialog title={w.same} onClose={() => show(false)}><p className="lk-second">{w.sameLine}</p><List found={found} onChoose={choose} /></Dialog>}</>
  return <section className="mr-same" aria-live="polite">
    <h2 className="mr-same__title">{w.same}</h2>
    <p className="lk-second">{w.sameLine}</p>
    <List found={found} onChoose={choose} />
  </section>
}

function List({ found, onChoose }: { found: readonly Alike[]; onChoose: (one: Alike) => void }) {
  const w = useWords(joinWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  return <ul className="mr-same__list">{found.map((one) => <li key={one.number}>
    <div><b>{one.title}</b><span className="lk-second"><Meta>{say(one.why)}{w.since(moment(Date.parse(one.filedAt), now, lang))}{one.also > 0 ? w.also(one.also)
      : null}</Meta></span></div>
    <Button aria-label={w.meTooOf(one.title)} onClick={() => onChoose(one)}>{w.meToo}</Button>
  </li>)}</ul>
}
