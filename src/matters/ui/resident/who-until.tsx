/** The two facts at the top: who has it now, and until when. */
import { ClockChip, DateText, Dot, isDemo, leftOrOver, useNow, useSettings, useWords } from '../../../ui-kit/index.ts'
import type { Followed } from '../resident-api.ts'
import { rulingClockOf } from '../parts/main-clock.ts'
import { followWords, stageWords, standWords } from './follow-words.ts'

/** Opens the why panel of the page and brings it into sight. */
function showWhy(): void {
  document.querySelector<HTMLButtonElement>('[data-why]')?.click()
  const why = document.querySelector<HTMLDetailsElement>('details.lk-why')
  if (!why) return
  why.open = true
  why.scrollIntoView({ block: 'center' })
}

export function WhoUntil({ matter }: { matter: Followed }) {
  const w = useWords(followWords)
  const s = useWords(standWords)
  const g = useWords(stageWords)
  const present = useNow()
  const { lang } = useSettings()
  const { holder, state } = matter
  const ended = state === 'closed' || state === 'withdrawn'
  const by = { sign: g.signBy, contact: g.contactBy, finish: g.finishBy, reply: g.replyBy, review: g.reviewBy }[matter.dueKind ?? ''] ?? w.until
  const last = matter.story[0]
  const left = matter.due ? leftOrOver(Date.parse(matter.due), present, lang) : null
  const provisional = rulingClockOf(matter)?.provisional ?? false
  const over = matter.due !== null && Date.parse(matter.due) < present
  const word = s[state as keyof typeof s] as (typeof s)[keyof typeof s] | undefined // a state that is new to this page has no word
  const stand = matter.suspended ? g.aside : typeof word === 'function' ? word(holder.post ?? holder.name) : word
  return <>
    <p className="mr-stand" role="status">{stand}</p>
    <dl className="mr-two">
      <div><dt>{ended || state === 'answered' ? w.whoDone : w.who}</dt>
        <dd><b>{holder.post ?? holder.name}</b><span>
          {holder.post && holder.name}{holder.post && holder.phone && <Dot />}
          {holder.phone && (isDemo() ? holder.phone : <a className="lk-link" href={`tel:${holder.phone}`}>{w.call}</a>)}</span></dd></div>
      <div><dt>{ended ? w.ended : state === 'answered' ? w.untilVerdict : by}</dt>
        <dd>{ended && last ? <b><DateText at={Date.parse(last.at)} /></b> : matter.due && <>
          <b><DateText at={Date.parse(matter.due)} /></b>
          <ClockChip due={Date.parse(matter.due)} from={matter.dueFrom ? Date.parse(matter.dueFrom) : undefined} now={present}
            state={matter.suspended ? 'paused' : provisional ? 'provisional' : 'running'}
            word={matter.suspended ? g.standsStill : left === null || over || !provisional ? left ?? undefined : w.provisionally(left)}
            onWhy={showWhy} />
          {matter.supervised && <span>{w.supervised}</span>}</>}</dd></div>
    </dl>
  </>
}
