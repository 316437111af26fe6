/** Fifteen days at a glance: by when to answer, by when to finish, one line per matter. */
import { daysBetween, Go, moment, useNow, useSettings, useWords, wall } from '../../../../ui-kit/index.ts'
import { dayOf, isWorkingDay } from '../../../../offices/rules/index.ts'
import { useTime } from '../../../../offices/ui/parts/time.ts'
import type { Called } from './called.ts'
import { departmentWords } from './department-words.ts'

const DAYS = 15
const DAY = 86_400_000
const zh = ['日', '一', '二', '三', '四', '五', '六']
const en = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

type Mark = { readonly kind: 'answer' | 'finish'; readonly at: number; readonly late: boolean }

/** The column of a time: what is overdue stands under today, what lies beyond the strip has none. */
const columnOf = (at: number, now: number): number | null => { const day = Math.max(0, daysBetween(now, at)); return day < DAYS ? day : null }

export function DayStrip({ rows, answerWord }: { rows: readonly Called[]; answerWord: string }) {
  const w = useWords(departmentWords)
  const now = useNow()
  const { lang } = useSettings()
  const time = useTime()
  const days = Array.from({ length: DAYS }, (_, i) => {
    const at = wall(now + i * DAY)
    const civil = dayOf(now + i * DAY)
    const off = time ? !isWorkingDay(time.calendar, civil) : at.weekday === 0 || at.weekday === 6
    return { ...at, off, makeUp: !off && (at.weekday === 0 || at.weekday === 6) }
  })
  const marksOf = (row: Called): readonly Mark[] => [
    ...(row.answerBy !== null ? [{ kind: 'answer' as const, at: row.answerBy, late: row.answerBy < now }] : []),
    ...(row.finishBy !== null ? [{ kind: 'finish' as const, at: row.finishBy, late: row.finishBy < now }] : []),
  ]
  const [gap, comma] = lang === 'zh' ? ['', '，'] : [' ', ', ']
  const word = (mark: Mark) =>
    `${mark.kind === 'answer' ? answerWord : w.finishBy}${gap}${moment(mark.at, now, lang)}${mark.late ? `${comma}${w.lateMark}` : ''}`
  return <div className="cs-strip-around"><table className="cs-strip">
    <caption className="lk-hidden">{w.strip}</caption>
    <thead><tr><th scope="col"><span className="lk-hidden">{w.matter}</span></th>{days.map(({ month, day, weekday, off, makeUp },
      i) => <th key={i} scope="col"
      className={off ? 'cs-strip__weekend' : undefined}>
      <b>{i === 0 || day === 1 ? `${month}/${day}` : day}</b><span>{makeUp ? w.makeUp : (lang === 'zh' ? zh : en)[weekday]}</span></th>)}</tr></thead>
    <tbody>{rows.map((row) => {
      const marks = marksOf(row)
      const beyond = marks.find((m) => columnOf(m.at, now) === null)
      return <tr key={row.matter.id}><th scope="row"><Go href={`/console/m/${row.matter.id}`}>{row.matter.title}</Go></th>
        {days.map(({ off }, i) => <td key={i} className={off ? 'cs-strip__weekend' : undefined}>{marks.filter((m) => columnOf(m.at,
          now) === i).map((m) => <span key={m.kind} title={word(m)}
          className={`cs-mark cs-mark--${m.kind}${m.late ? ' cs-mark--late' : m.kind === 'answer' && i === 0 ? ' cs-mark--today' : ''}`}><span
            className="lk-hidden">{word(m)}</span>{m.late && <i aria-hidden="true">!</i>}</span>)}
          {i === DAYS - 1 && beyond && <span className="cs-strip__beyond"
            title={word(beyond)}>{wall(beyond.at).month}/{wall(beyond.at).day} →</span>}</td>)}</tr>
    })}</tbody>
  </table></div>
}
