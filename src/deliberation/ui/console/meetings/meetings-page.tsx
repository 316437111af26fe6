/** '/console/meetings': what is to come, what is going on, what waits to be finished or judged, and what a post is invited to. */
import './meetings.css'
import { useSearch } from '@tanstack/react-router'
import { Button, ConsoleFrame, Empty, ErrorNote, Go, Meta, PageHead, SectionTitle, Skeleton, Tag, useSay, useSettings,
  useWords } from '../../../../ui-kit/index.ts'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { meetingKindWords, meetingStateWords, type MeetingState } from '../../../rules/meetings/index.ts'
import { useMeetings, type MeetingCard } from '../../meeting-api.ts'
import { sayDay, saySpan } from '../../parts/meetings/day.ts'
import { InvitedPart } from './invited-me.tsx'
import { meetingWords } from './meeting-words.ts'

/** Posts that hold meetings of their own. */
const HOLDS: readonly string[] = ['community', 'branch', 'owners', 'street']
const GROUPS = [['going', ['held']], ['soon', ['planned', 'called']], ['finishing', ['minuted', 'posted']]] as const satisfies
  readonly (readonly ['going' | 'soon' | 'finishing', readonly MeetingState[]])[]

export default function MeetingsPage() {
  const w = useWords(meetingWords)
  const post = usePost()
  const { thread } = useSearch({ strict: false }) as { thread?: string } // checked by its shape below
  const of = /^[0-9a-f-]{36}$/.test(thread ?? '') ? thread : undefined
  const meetings = useMeetings({ thread: of })
  const holds = HOLDS.includes(post?.audience ?? '')
  const items = meetings.data?.items ?? []
  const in_ = (states: readonly MeetingState[]) => items.filter(({ state }) => states.includes(state))
  const late = items.filter(({ overdue }) => overdue > 0)
  const plan = holds && <Button look="primary" icon="plus" href={`/console/meetings/new${of ? `?thread=${of}` : ''}`}>{w.plan}</Button>
  return <ConsoleFrame current="/console/meetings">
    <PageHead title={w.title} line={w.line} tools={plan} />
    <div className="me-page">
      <InvitedPart />
      {meetings.error && !meetings.data ? <ErrorNote title={w.failed} error={meetings.error}><Button look="primary"
        onClick={() => void meetings.refetch()}>
        {w.again}</Button></ErrorNote>
        : !meetings.data ? <Skeleton repeat={4} />
          : items.length === 0 ? <Empty title={w.none} line={w.noneLine} />
            : <>
              {GROUPS.map(([word, states]) => <Group key={word} word={w[word]} items={[...in_(states)].sort(soonest)} />)}
              <Group word={w.overdue} items={late} />
              <Group word={w.past} items={in_(['approved', 'cancelled']).filter((one) => !late.includes(one))} />
            </>}
    </div>
  </ConsoleFrame>
}

const soonest = (one: MeetingCard, other: MeetingCard): number => Date.parse(one.startsAt) - Date.parse(other.startsAt)

function Group({ word, items }: { word: string; items: readonly MeetingCard[] }) {
  if (items.length === 0) return null
  return <section><SectionTitle aside={String(items.length)}>{word}</SectionTitle>
    <ul className="me-list">{items.map((meeting) => <li key={meeting.id}><Card meeting={meeting} /></li>)}</ul></section>
}

function Card({ meeting }: { meeting: MeetingCard }) {
  const w = useWords(meetingWords)
  const say = useSay()
  const { lang } = useSettings()
  const { state, carried, overdue, objectionsUntil } = meeting
  const open = state === 'posted' && objectionsUntil ? w.waitsObjections(sayDay(objectionsUntil, lang)) : ''
  return <Go data-row className="me-card" href={`/console/meetings/${meeting.id}`}>
    <span className="me-card__day"><b>{saySpan(meeting.startsAt, meeting.endsAt, lang)}</b><span>{meeting.venue}</span></span>
    <span className="me-card__text"><b>{meeting.title}</b>
      <span className="lk-second"><Meta>{[say(meetingKindWords[meeting.kind]), meeting.place.name,
        meeting.presider ? w.presides(meeting.presider) : '', open]}</Meta></span></span>
    <span className="me-card__state">{overdue > 0 ? <Tag>{w.evaluations(overdue)}</Tag> : carried > 0 ? <Tag>{w.carried(carried)}</Tag> : null}
      <span>{say(meetingStateWords[state])}</span></span>
  </Go>
}
