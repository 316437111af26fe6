/** The notices of a post by day, for both front ends. */
import './lines.css'
import { clockTime, dayAndWeekday, daysBetween, Go, Meta, SectionTitle, useNow, useSay, useSettings, useWords } from '../../../ui-kit/index.ts'
import { useOpenNotice, type NoticeLine } from '../api.ts'
import { noticeWords } from '../words.ts'

/** Lines by day of Asia/Shanghai, newest first. */
function byDay(lines: readonly NoticeLine[]): readonly (readonly NoticeLine[])[] {
  const days: NoticeLine[][] = []
  for (const line of lines) {
    const [first] = days.at(-1) ?? []
    if (first && daysBetween(Date.parse(first.at), Date.parse(line.at)) === 0) days.at(-1)?.push(line)
    else days.push([line])
  }
  return days
}

/** Where a line leads from this front end: its own page, else the console's. */
const leadsTo = ({ opens }: NoticeLine, on: 'console' | 'field'): string | null => opens[on] ?? opens.console

export function NoticeLines({ lines, on }: { lines: readonly NoticeLine[]; on: 'console' | 'field' }) {
  return <>{byDay(lines).map((day) => <Day key={day[0]?.id} lines={day} on={on} />)}</>
}

function Day({ lines, on }: { lines: readonly NoticeLine[]; on: 'console' | 'field' }) {
  const w = useWords(noticeWords)
  const { lang } = useSettings()
  const present = useNow()
  const [first] = lines
  const open = useOpenNotice()
  if (!first) return null
  const at = Date.parse(first.at)
  const ago = daysBetween(at, present)
  return <section className="nt-day"><SectionTitle rule="hair">{ago === 0 ? w.today : ago === 1 ? w.yesterday : dayAndWeekday(at, present, lang)}</SectionTitle>
    <ul>{lines.map((line) => <li key={line.id}><Line line={line} on={on} onOpen={() => open(line)} /></li>)}</ul></section>
}

function Line({ line, on, onOpen }: { line: NoticeLine; on: 'console' | 'field'; onOpen: () => void }) {
  const w = useWords(noticeWords)
  const say = useSay()
  const href = leadsTo(line, on)
  const inside = <>
    <time className="nt-time" dateTime={line.at}>{clockTime(Date.parse(line.at))}</time>
    <span className="nt-text"><span className="nt-said">{line.unread && <span className="lk-hidden">{w.unread} </span>}{say(line.said)}</span>
      <span className="nt-title"><Meta><span>{say(line.title)}</span>{line.more > 0 && <span>{w.more(line.more)}</span>}
        {on === 'field' && href === line.opens.console && <span>{w.onDesk}</span>}</Meta></span></span></>
  const look = line.unread ? 'nt-line nt-line--unread' : 'nt-line'
  return href === null ? <button type="button" data-row className={look} onClick={onOpen}>{inside}</button>
    : <Go data-row className={look} href={href} outside={!href.startsWith(`/${on}`)} onClick={onOpen}>{inside}</Go>
}
