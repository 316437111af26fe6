/** Calendar and duty hours: what every deadline is counted by, with a deadline to try. */
import './time.css'
import { Button, ConsoleFrame, ErrorNote, PageHead, Skeleton, useWords } from '../../../../ui-kit/index.ts'
import { useTime, useWorkingTime } from '../../parts/time.ts'
import { CalendarPart } from './calendar-part.tsx'
import { HoursPart } from './hours-part.tsx'
import { timeWords } from './time-words.ts'
import { TryIt } from './try-it.tsx'

export default function TimePage() {
  const w = useWords(timeWords)
  const read = useWorkingTime()
  const time = useTime()
  return <ConsoleFrame current="/console/time" rail={read.data && time && <TryIt data={read.data} time={time} />}>
    <PageHead title={w.title} line={w.line} />
    {read.isPending && <Skeleton repeat={4} />}
    {read.error && <ErrorNote title={w.failed} error={read.error}>
      <Button look="primary" onClick={() => void read.refetch()}>{w.again}</Button></ErrorNote>}
    {read.data && time && <><CalendarPart data={read.data} calendar={time.calendar} /><HoursPart data={read.data} time={time} /></>}
  </ConsoleFrame>
}
