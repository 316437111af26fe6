/** The statutory ways, as rows: what for, and how to reach them. */
import { isDemo, useSay, useWords } from '../../../ui-kit/index.ts'
import { WAYS } from '../../rules/index.ts'
import { lineWords } from './words.ts'

/** Numbers can be dialled by a press, not in the demo: nobody should call the police by trying it out. */
const Number = ({ reach }: { reach: string }) =>
  /^\d+$/.test(reach) && !isDemo() ? <a className="cf-way__reach" href={`tel:${reach}`}>{reach}</a> : <b className="cf-way__reach">{reach}</b>

export function Ways() {
  const w = useWords(lineWords)
  const say = useSay()
  return <ul className="cf-ways">{WAYS.map((way) => <li key={way.key} className="cf-way">
    <Number reach={say(way.reach)} />
    <div><b>{say(way.name)}</b>{way.site && <span className="cf-way__site">{w.site} {way.site}</span>}<p
      className="lk-second">{say(way.for)}</p></div>
  </li>)}</ul>
}
