/** One matter in full, always in the same order: number and place, title, stages, decision, story with the rail beside it, a line to write. */
import { Button, Empty, ErrorNote, Icon, leftOrOver, Meta, moment, problemOf, Skeleton, span, StageClocks, useNow, useSay, useSettings,
  useWords } from '../../../ui-kit/index.ts'
import { categoryName, STAGE_WORDS } from '../../rules/index.ts'
import { useMatter, usePost, type MatterDetail } from '../staff-api.ts'
import { Decision, isYours } from './decision.tsx'
import { matterWords } from './matter-words.ts'
import { NoteBox } from './note-box.tsx'
import { PrintFoot } from './print-foot.tsx'
import { printOnly } from './print.ts'
import { Rail } from './rail.tsx'
import { stagesOf, type StageTime } from './stages.ts'
import { Story } from './story.tsx'
import { TitleLine } from './title-line.tsx'

function Stages({ matter, yours }: { matter: MatterDetail; yours: boolean }) {
  const w = useWords(matterWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  const note = ({ state, from, to, due, limit }: StageTime): string => {
    const within = limit === null ? '' : span(limit, lang)
    if (state === 'current') return due === null ? '' : due < now ? leftOrOver(due, now, lang) : w.dueAt(moment(due, now, lang))
    if (state === 'future') return within && w.within(within)
    if (from === null || to === null) return w.skipped
    return within ? w.took(span(to - from, lang), within) : w.tookOnly(span(to - from, lang))
  }
  const share = ({ from, to, due, limit, state }: StageTime): number =>
    state === 'future' || from === null ? 0 : state === 'done' ? (limit ? ((to ?? from) - from) / limit : 1) : due === null ? 0 :
      (now - from) / Math.max(1, due - from)
  return <StageClocks stages={stagesOf(matter).map((stage) => ({
    word: say(STAGE_WORDS[stage.kind]), note: note(stage), state: stage.state, share: share(stage), late: stage.kind !== 'verdict' && stage.due !== null &&
      stage.due < now, waitsForYou: yours,
  }))} />
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
  if (query.isPending) return <Skeleton lines={[30, 62, 100, 100, 84]} />
  if (!matter) {
    if (problemOf(query.error).status === 404) return <Empty title={w.gone} line={w.goneLine} />
    return <ErrorNote title={w.failed} error={query.error}><Button look="primary" onClick={() => void query.refetch()}>{w.again}</Button></ErrorNote>
  }
  const yours = isYours(matter)
  const mine = matter.parties.find((p) => p.org === post?.org && p.state !== 'released')
  return <article className="cs-matter">
    <Head matter={matter} />
    <Stages matter={matter} yours={yours} />
    <Decision matter={matter} mine={mine} />
    <div className="lk-split cs-split"><Story matter={matter} yours={yours} /><Rail matter={matter} audience={post?.audience ?? ''} /></div>
    {matter.moves.includes('note') && <NoteBox matter={matter} />}
    <PrintFoot />
  </article>
}
