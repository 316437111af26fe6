/** One matter in full, always in the same order: number and place, title, stages, decision, story with the rail beside it, a line to write. */
import { useState } from 'react'
import { Button, dayOf, Empty, ErrorNote, Go, Icon, leftOrOver, Meta, moment, problemOf, Skeleton, span, StageClocks, useNow, useSay, useSettings,
  useWords } from '../../../ui-kit/index.ts'
import { categoryName, STAGE_WORDS } from '../../rules/index.ts'
import { paceWord } from '../parts/pace-word.ts'
import { useMatter, usePost, type MatterDetail } from '../staff-api.ts'
import { AsideNote } from './course-parts.tsx'
import { Decision, isYours } from './decision.tsx'
import { matterWords } from './matter-words.ts'
import { NoteBox } from './note-box.tsx'
import { PrintFoot } from './print-foot.tsx'
import { printOnly } from './print.ts'
import { Rail } from './rail.tsx'
import { stagesOf, type StageTime } from './stages.ts'
import { Story } from './story.tsx'
import { TitleLine } from './title-line.tsx'
import { WhyDialog, type WhyAsked } from './why-dialog.tsx'

function Stages({ matter, yours, onWhy }: { matter: MatterDetail; yours: boolean; onWhy: (asked: WhyAsked) => void }) {
  const say = useSay()
  const now = useNow()
  const note = useStageNote(matter)
  const stages = matter.state === 'joined' ? [] : stagesOf(matter, now)
  return stages.length === 0 ? null : <StageClocks stages={stages.map((one) => ({ word: say(STAGE_WORDS[one.stage]), note: note(one), state: one.state,
    share: one.share, late: one.late, waitsForYou: yours, onWhy: () => onWhy({ stage: one.stage, org: null }) }))} />
}

/** What stands under a stage: what it took of what it had, or until when, and whether that can still change. */
function useStageNote(matter: MatterDetail): (stage: StageTime) => string {
  const w = useWords(matterWords)
  const now = useNow()
  const { lang } = useSettings()
  return ({ state, late, clock }) => {
    const [from, due] = [Date.parse(clock.from), Date.parse(clock.due)]
    if (state === 'done') {
      const end = clock.endedAt === null ? from : Date.parse(clock.endedAt)
      if (end > due) return w.tookLate(leftOrOver(due, end, lang))
      const [pace, used] = [clock.pace, end - from]
      if (!pace) return w.tookOnly(span(used, lang))
      // Working time is not what a wall clock shows: past an hour the moment says more than a span that looks longer than its limit.
      return w.took(pace.unit.startsWith('working') && used >= 3_600_000 ? moment(end, now, lang) : span(used, lang), paceWord(pace, lang))
    }
    if (state === 'paused') return matter.reviewOn ? w.asideUntil(dayOf(Date.parse(`${matter.reviewOn}T12:00:00+08:00`), now, lang)) : w.aside
    if (late) return leftOrOver(due, now, lang)
    const until = moment(due, now, lang)
    return clock.provisional ? w.provisionalUntil(until) : state === 'current' ? w.dueAt(until) : until
  }
}

function Head({ matter }: { matter: MatterDetail }) {
  const w = useWords(matterWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  const when = (time: string) => moment(Date.parse(time), now, lang)
  return <header>
    <div className="cs-head">
      <p className="cs-small"><Meta>
        <span>{w.nth(matter.number)}</span><span>{matter.place?.name}</span><span>{say(categoryName(matter.category))}</span>
        {matter.story.some(({ kind }) => kind === 'whistle') && <Go className="lk-link" href={`/console/m/${matter.id}/whistle`}>{w.thisWhistle}</Go>}
      </Meta></p>
      <button type="button" className="cs-tool lk-no-print" onClick={() => printOnly('text')}><Icon name="doc" size={16} />{w.print}</button>
    </div>
    <TitleLine matter={matter} />
    {(matter.supervisedAt || matter.remindedAt || matter.reopened > 0) && <p className="cs-small cs-strong"><Meta>
      {matter.supervisedAt && <span>{w.supervisedSince(when(matter.supervisedAt))}</span>}{matter.remindedAt &&
        <span>{w.remindedAt(when(matter.remindedAt))}</span>}
      {matter.reopened > 0 && <span>{w.round}</span>}</Meta></p>}
  </header>
}

/** The matter `id` for who is signed in. */
export function MatterPane({ id }: { id: string }) {
  const w = useWords(matterWords)
  const query = useMatter(id)
  const post = usePost()
  const matter = query.data
  const [asked, ask] = useState<WhyAsked | null>(null)
  if (query.isPending) return <Skeleton lines={[30, 62, 100, 100, 84]} />
  if (!matter) {
    if (problemOf(query.error).status === 404) return <Empty title={w.gone} line={w.goneLine} />
    return <ErrorNote title={w.failed} error={query.error}><Button look="primary" onClick={() => void query.refetch()}>{w.again}</Button></ErrorNote>
  }
  const yours = isYours(matter)
  const mine = matter.parties.find((p) => p.org === post?.org && p.state !== 'released')
  return <article className="cs-matter">
    <Head matter={matter} />
    <Stages matter={matter} yours={yours} onWhy={ask} />
    <div className="lk-stack"><Decision matter={matter} mine={mine} onWhy={ask} /><AsideNote matter={matter} /></div>
    <div className="lk-split cs-split"><Story matter={matter} yours={yours} /><Rail matter={matter} audience={post?.audience ?? ''} onWhy={ask} /></div>
    {matter.moves.includes('note') && <NoteBox matter={matter} />}
    <PrintFoot />
    {asked && <WhyDialog matter={matter} asked={asked} onClose={() => ask(null)} />}
  </article>
}
