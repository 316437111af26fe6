/** The agenda of the next meeting on paper, and the board as a spreadsheet. */
import { clockTime, useNow, useSay, useSettings, useWords, wholeDay } from '../../../../ui-kit/index.ts'
import { saveXlsx } from '../../../../ui-kit/xlsx.ts'
import { SEAT_SAID } from '../../../rules/index.ts'
import { usePost } from '../../staff-api.ts'
import type { JointBoard, JointItem } from './joint-api.ts'
import { useDay } from './joint-parts.tsx'
import { jointWords } from './joint-words.ts'

/** What the next meeting has before it, in order of day, with room to write what was decided. A4, in print alone. */
export function Agenda({ board, open }: { board: JointBoard; open: readonly JointItem[] }) {
  const w = useWords(jointWords)
  const say = useSay()
  const day = useDay()
  const present = useNow()
  const { lang } = useSettings()
  const org = usePost()?.orgName ?? ''
  return <section className="jb-agenda" aria-hidden="true"><h1>{w.agenda(board.compound.name)}</h1><p className="jb-agenda__when">
    {[w.agendaTime, w.agendaPlace, w.agendaMinutes].map((word) => <span key={word}>{word}</span>)}</p>
    <p>{board.chairs.map(({ seat, name }) => `${say(SEAT_SAID[seat])}：${name ?? w.emptyChair}`).join('　')}</p>
    <ol>{open.map((item) => <li key={item.id}><b>{item.title}</b>
      <p>{w.who}：{item.org}　{w.day}：{day(item.agreed)}{item.state === 'late' && `（${w.stateLate}）`}</p>
      <p className="jb-agenda__line">{w.decided}</p></li>)}</ol>
    <p className="jb-agenda__foot">{w.printed(org, `${wholeDay(present, lang)} ${clockTime(present)}`)}</p></section>
}

/** Saves the board as it is shown. */
export function useJointExport(board: JointBoard): () => void {
  const w = useWords(jointWords)
  const say = useSay()
  const states = { open: w.stateOpen, late: w.stateLate, done: w.stateDone }
  return () => {
    const rows = board.items.map(({ title, org, seat, agreed, state, changes, result }) => [title, `${say(SEAT_SAID[seat])}（${org}）`, agreed,
      states[state],
      changes.map((one) => `${one.agreedBefore} ${say(SEAT_SAID[one.seatBefore])}：${one.reason}`).join('；'), result ?? ''])
    void saveXlsx(`${w.title} ${board.compound.name} ${board.today}`, [[w.what, w.who, w.day, w.state, w.reason, w.result], ...rows])
  }
}
