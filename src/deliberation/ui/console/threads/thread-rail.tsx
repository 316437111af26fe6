/** Beside the story: who decides and by what, who has to be heard, meetings, the five conditions, verdicts, where it came from. */
import type { ReactNode } from 'react'
import { Button, Go, Icon, moment, useNow, useSay, useSettings, useWords, colon } from '../../../../ui-kit/index.ts'
import { adjectiveWords, deciderWords, heardWords, MEETINGS, meetingWords, verdictWords } from '../../../rules/threads/index.ts'
import { meetingStateWords, type MeetingState } from '../../../rules/meetings/index.ts'
import { paperHref, type DeskThread } from '../../thread-desk-api.ts'
import { sayDay } from '../../parts/meetings/day.ts'
import { threadWords } from './thread-words.ts'

const Part = ({ title, children }: { title: ReactNode; children: ReactNode }) => <section><h3>{title}</h3>{children}</section>

export function ThreadRail({ thread }: { thread: DeskThread }) {
  const w = useWords(threadWords)
  const say = useSay()
  const { lang } = useSettings()
  const { satisfied, accepted, not } = thread.verdicts
  // what is not there yet stands in one line
  const blank = [...(thread.decider ? [] : [w.sorting]), ...(thread.callUntil ? [] : [w.call]), ...(thread.parties.length > 0 ? [] : [w.parties]),
    ...(thread.upcoming.length > 0 || mayPlan(thread) ? [] : [w.meetings])]
  return <aside className="th-rail">
    {thread.decider && <Part title={w.sorting}><p><b>{say(deciderWords[thread.decider])}</b>{thread.major ? ` ${w.major}` : ''}</p><p className="th-hint">{w.basis}{colon()}{thread.basis}</p>
      <p className="th-hint">{w.kinds}{colon()}{thread.meetings.map((kind) => say(meetingWords[kind])).join(lang === 'zh' ? '、' : ', ')}</p>{thread.why && <p className="th-hint">{thread.why}</p>}</Part>}
    {thread.callUntil && <Part title={w.call}><p className="th-hint">{w.callUntil(sayDay(thread.callUntil, lang))}</p></Part>}
    {thread.parties.length > 0 && <Part title={w.parties}><ul>{thread.parties.map((one) => <li key={one.n}><span>{one.label}</span>
      <span className={one.heard ? 'th-done' : 'th-hint'}>{one.heard ? say(heardWords[one.heard]) : one.required ? w.notHeard : w.alsoAsked}{thread.papers.includes(one.n) && <> <a className="lk-link" href={paperHref(thread.id, one.n)} target="_blank" rel="noreferrer">{w.paperPhoto}</a></>}</span></li>)}</ul></Part>}
    {blank.length > 0 && <Part title={w.lacking}><p className="th-hint">{blank.join(lang === 'zh' ? '、' : ', ')}</p></Part>}
    <Meetings thread={thread} />
    {thread.vote && <Part title={w.vote}><p><Go className="lk-link" href={`/console/votes/${thread.vote.id}`}>{thread.vote.title}</Go></p>
      <p className="th-hint">{!thread.vote.decided ? w.voteRuns : thread.vote.passed ? w.votePassed : w.voteNot}</p></Part>}
    <Part title={w.five}><ul>{thread.adjectives.map(({ name, missing }) => <li key={name}><span>{say(adjectiveWords[name])}</span>
      <span className={missing.length === 0 ? 'th-done' : 'th-hint'}>{missing.length === 0 ? <><Icon name="check" size={14} />{w.kept}</> : w.lacks(missing.length)}</span></li>)}</ul></Part>
    {(thread.step === 'judge' || thread.step === 'ended') && <Part title={w.verdicts}><p>{satisfied + accepted + not === 0 ? w.noVerdict : w.verdictsSaid(satisfied, accepted, not)}</p>
      {thread.said.filter(({ words }) => words).slice(0, 6).map((one) => <p key={one.at} className="th-hint">{one.earlier && `${w.earlierJudged} `}{say(verdictWords[one.answer])}{colon()}{one.words}</p>)}</Part>}
    <Part title={w.matters}>{thread.matters.length === 0 ? <p className="th-hint">{w.noMatters}</p> : <ul className="th-rail__plain">{thread.matters.map(({ id, label }) => <li key={id}>
      {label === null ? <span className="th-hint">{w.unseen}</span> : <Go className="lk-link" href={`/console/m/${id}`}>{label}</Go>}</li>)}</ul>}</Part>
    {(thread.parent || thread.children.length > 0) && <Part title={w.kin}><ul className="th-rail__plain">{[...(thread.parent ? [thread.parent] : []), ...thread.children].map(({ id, title }) => <li key={id}>
      <Go className="lk-link" href={`/console/threads/${id}`}>{title}</Go></li>)}</ul></Part>}
  </aside>
}

/** Whether its keeper plans meetings now. */
const mayPlan = (thread: DeskThread): boolean => thread.keeps && ['sort', 'deliberate', 'do', 'judge'].includes(thread.step) && thread.meetings.length > 0

function Meetings({ thread }: { thread: DeskThread }) {
  const w = useWords(threadWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  const kindOf = (kind: string): string => { const known = MEETINGS.find((one) => one === kind); return known ? say(meetingWords[known]) : '' }
  const opens = mayPlan(thread)
  if (thread.upcoming.length === 0 && !opens) return null
  return <Part title={w.meetings}>{thread.upcoming.length === 0 ? <p className="th-hint">{w.noMeetings}</p> : <ul className="th-rail__plain">{thread.upcoming.map((one) => <li key={one.id}>
    <Go className="lk-link" href={`/console/meetings/${one.id}`}>{kindOf(one.kind)}{colon()}{one.title}</Go><span className="th-hint">{moment(Date.parse(one.startsAt), now, lang)} {say(meetingStateWords[one.state as MeetingState])}</span></li>)}</ul>}
    {opens && <p className="th-rail__acts"><Button size="small" href={`/console/meetings/new?thread=${thread.id}`}>{w.planOne}</Button>
      <Button size="small" look="quiet" href={`/console/polls?thread=${thread.id}`}>{w.poll}</Button></p>}</Part>
}
