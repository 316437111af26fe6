/** Emergency numbers, above everything else, as soon as the words sound like danger. */
import type { Said } from '../../../kit/pure.ts'
import { Icon, useSay, useWords } from '../../../ui-kit/index.ts'
import { reportWords } from './report-words.ts'

type Numbers = readonly { readonly dial: string | null; readonly said: Said }[]

/** `demo`: the numbers are text and not links, as nobody should call 110 from a demo. */
export function DangerNote({ name, numbers, duty, demo }: { name: Said; numbers: Numbers; duty?: Said | undefined; demo: boolean }) {
  const w = useWords(reportWords)
  const say = useSay()
  return <section className="mr-danger" role="alert">
    <p className="mr-danger__lead"><Icon name="phone" size={18} /><b>{w.callFirst}</b><span>{w.danger(say(name))}</span></p>
    <ul className="mr-danger__numbers">
      {numbers.map(({ dial, said }) => <li key={said.zh}>
        {dial === null ? <span className="mr-danger__place">{say(said)}</span>
          : demo ? <span className="mr-danger__dial"><b>{dial}</b><span>{say(said)}</span></span>
            : <a className="mr-danger__dial" href={`tel:${dial}`}><b>{dial}</b><span>{say(said)}</span></a>}
      </li>)}
    </ul>
    <p className="mr-danger__line">{duty ? say(duty) : w.callFirstLine}</p>
  </section>
}
