/** The agenda with the clock of the meeting: when each item was to begin, which one is on, how much time it has left. */
import { useState } from 'react'
import { clockTime, SectionTitle, useKeys, useNow, useWords } from '../../../../../ui-kit/index.ts'
import type { AgendaItem, StaffMeeting } from '../../../meeting-api.ts'
import { meetingWords } from '../meeting-words.ts'

const MINUTE = 60_000
/** Later by as much as the meeting began late. */
const shift = ({ beganAt, startsAt }: StaffMeeting): number => (beganAt === null ? 0 : Date.parse(beganAt) - Date.parse(startsAt))
const begins = (meeting: StaffMeeting, item: AgendaItem): number => Date.parse(item.from) + shift(meeting)
const ends = (meeting: StaffMeeting, item: AgendaItem): number => begins(meeting, item) + item.minutes * MINUTE

/** The item that is on: the one that the clerk turned to, else the one whose time it is. */
export function useItem(meeting: StaffMeeting): { readonly item: number | null; readonly turnTo: (item: number | null) => void } {
  const at = useNow(10_000)
  const byClock = meeting.agenda.findLast((item) => begins(meeting, item) <= at) ?? meeting.agenda[0]
  const [turned, turnTo] = useState<{ readonly item: number | null }>()
  return { item: turned ? turned.item : byClock?.n ?? null, turnTo: (item) => turnTo({ item }) }
}

export function AgendaColumn({ meeting, item, onTurn }: { meeting: StaffMeeting; item: number | null; onTurn: (item: number) => void }) {
  const w = useWords(meetingWords)
  const at = useNow(10_000)
  const step = (by: number) => () => {
    const next = meeting.agenda[meeting.agenda.findIndex(({ n }) => n === item) + by]
    if (next) onTurn(next.n)
  }
  useKeys({ 'alt+ArrowDown': step(1), 'alt+ArrowUp': step(-1) })
  return <section className="me-clock"><SectionTitle aside={clockTime(at)}>{w.agenda}</SectionTitle>
    <ol>{meeting.agenda.map((one) => {
      const on = one.n === item
      const left = Math.ceil((ends(meeting, one) - at) / MINUTE)
      return <li key={one.n}><button type="button" aria-current={on ? 'step' : undefined} onClick={() => onTurn(one.n)}>
        <span className="me-n">{one.n}</span><span><b>{one.title}</b>
          <span className="lk-second">{clockTime(begins(meeting, one))}–{clockTime(ends(meeting, one))}</span>
          {on && <span className={left < 0 ? 'me-over' : 'me-left'}>{left < 0 ? w.overBy(-left) : w.leftIn(left)}</span>}</span></button></li>
    })}</ol>
    <p className="lk-caption">{w.prevNext}</p>
  </section>
}
