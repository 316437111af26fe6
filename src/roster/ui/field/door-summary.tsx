/** Who lives behind a door, in lines: masked names, how to reach them, since when it is known. */
import { dayOf, Meta, useNow, useSay, useSettings, useWords } from '../../../ui-kit/index.ts'
import type { Relation } from '../../rules/fields.ts'
import { RELATION_SAID, STATE_SAID } from '../parts/home-words.ts'
import type { DoorFile } from './door-api.ts'
import { doorWords } from './door-words.ts'

export function DoorSummary({ file }: { file: DoorFile }) {
  const w = useWords(doorWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  const on = file.confirmedOn === null ? w.never : w.confirmed(dayOf(Date.parse(`${file.confirmedOn}T12:00:00+08:00`), now, lang))
  return <>
    <p className="lk-second"><Meta><span>{say(STATE_SAID[file.state])}</span><span>{on}</span>
      {file.children > 0 && <span>{w.children(file.children)}</span>}</Meta></p>
    {file.people.length === 0 ? <p className="ro-none">{w.nobody}</p> : <ul className="ro-people">{file.people.map((one) => <li key={one.who}>
      <b>{one.name ?? w.noName}</b>
      {/* the table's check allows these words alone */}
      <span className="lk-second"><Meta>{one.relation && <span>{say(RELATION_SAID[one.relation as Relation])}</span>}
        {one.rents && <span>{w.tenant}</span>}</Meta></span>
      <span className="ro-phone">{one.phone ?? ''}</span></li>)}</ul>}
    {file.waiting && <p className="lk-small">{w.waiting}</p>}
  </>
}
