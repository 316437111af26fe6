/** Who has a matter and until when, side by side, and why it is that time. */
import { useRef } from 'react'
import { DateText, Dot, leftOrOver, useNow, useSay, useSettings, useWords, WhyPanel, type Lang } from '../../../ui-kit/index.ts'
import { isOpen } from '../../rules/index.ts'
import { ClockWhy, useDueWord } from '../parts/clock-why.tsx'
import { rulingClockOf } from '../parts/main-clock.ts'
import { movedOn } from '../parts/moved-on.ts'
import { useClocks, type MatterDetail } from '../staff-api.ts'
import { matterWords } from './matter-words.ts'
import { MatterClock } from './matter-row.tsx'

/** The two facts that every open matter shows, with the why below. */
export function DueBlock({ matter, mine }: { matter: MatterDetail; mine: boolean }) {
  const w = useWords(matterWords)
  const { lang } = useSettings()
  const present = useNow()
  const why = useRef<HTMLDivElement>(null)
  const show = () => {
    const details = why.current?.querySelector('details')
    if (!details) return
    details.open = true
    details.scrollIntoView({ block: 'nearest' })
  }
  if (!isOpen(matter.state)) return null
  return <>
    <div className="fd-facts">
      <Who matter={matter} mine={mine} />
      <div><p className="fd-facts__word">{w.until(matter.dueKind ?? 'sign')}</p>
        <p className="fd-facts__value">{matter.due === null ? w.noDue : <DateText at={Date.parse(matter.due)} />}</p>
        {matter.due !== null && <MatterClock card={matter} word={roughly(Date.parse(matter.due), present, lang)} onWhy={show} />}</div>
    </div>
    <div ref={why}><Why matter={matter} /></div>
  </>
}

/** Who has it: a person or a party, or, once it is done, whose eyes or words are missing. */
function Who({ matter, mine }: { matter: MatterDetail; mine: boolean }) {
  const w = useWords(matterWords)
  const { holder, state } = matter
  if (state === 'finished') {
    const whose = matter.yoursToVerify ? w.you : matter.verifier ?? w.anotherEye
    return <Fact word={w.waitsForWhom} value={whose} note={w.doneBy(holder.post ?? holder.name)} />
  }
  if (state === 'answered') return <Fact word={w.waitsForWhom} value={w.theReporter} note={w.doneBy(holder.post ?? holder.name)} />
  if (mine) return holder.post ? <Fact word={w.whoHas} value={w.you} note={holder.post} />
    : <Fact word={w.whoHas} value={holder.name} note={w.yourSide} />
  return <Fact word={w.whoHas} value={holder.post ?? holder.name} note={holder.post ? holder.name : matter.standing.holds === true ? w.yourSide
    : null} />
}

const Fact = ({ word, value, note }: { word: string; value: string; note: string | null }) =>
  <div><p className="fd-facts__word">{word}</p><p className="fd-facts__value">{value}</p>{note && <p className="lk-small">{note}</p>}</div>

const HOUR = 3_600_000
/** What is left or over, without minutes once it is three hours and more: it has to fit beside who has it. */
const roughly = (due: number, present: number, lang: Lang): string => {
  const left = due - present
  return leftOrOver(Math.abs(left) < 3 * HOUR ? due : present + Math.trunc(left / HOUR) * HOUR, present, lang)
}

/** Why it is that time; without a signal and nothing kept, that it can be seen later. */
function Why({ matter }: { matter: MatterDetail }) {
  const w = useWords(matterWords)
  const say = useSay()
  const dueWord = useDueWord()
  const ruling = rulingClockOf(matter)
  const { data, isPending } = useClocks(matter.id, ruling !== undefined)
  if (matter.due === null || !ruling) return null
  const clock = data?.find(({ stage, org }) => stage === ruling.stage && org === ruling.org)
  const whose = movedOn(matter.story) ? undefined : <>{w.whyHolder}<Dot />{say(matter.duty.why)}</>
  if (clock) return <ClockWhy clock={clock} look="card" open={false}>{whose}</ClockWhy>
  return <WhyPanel title={w.whyTitle(dueWord(Date.parse(matter.due)))} open={false}>{isPending ? '' : w.whyLater}{whose}</WhyPanel>
}
