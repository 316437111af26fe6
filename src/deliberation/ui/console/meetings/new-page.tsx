/** '/console/meetings/new': a kind with its rules, what about, when and where, who, and an agenda whose times add up. */
import './meetings.css'
import { useState, type ReactNode } from 'react'
import { useSearch } from '@tanstack/react-router'
import { PlaceBox, type ChosenPlace } from '../../../../places/ui/parts/place-box.tsx'
import { Button, Choices, ConsoleFrame, ErrorNote, Field, PageHead, Skeleton, Switch, useNavigate, useSay, useSettings,
  useWords, colon } from '../../../../ui-kit/index.ts'
import { earliestDay, kindRules, meetingKindWords, meetingSettings, MEETING_KINDS, type MeetingKind } from '../../../rules/meetings/index.ts'
import { proposedOf, useCouncil, usePlan, useStepOf, useThreadBehind, type Council, type ThreadBehind } from '../../meeting-api.ts'
import { Marked } from '../../../../ballots/ui/parts/marked.tsx'
import { isoOf, sayDay, today } from '../../parts/meetings/day.ts'
import { AgendaFields, blankItem, itemsOf, takes, type ItemDraft } from './agenda-fields.tsx'
import { KindNeeds } from './kind-needs.tsx'
import { meetingWords } from './meeting-words.ts'
import { keyOfProposed, PartyFields } from './party-fields.tsx'

const Step = ({ title, children }: { title: ReactNode; children: ReactNode }) => <section className="lk-form-step"><h2>{title}</h2><div
  className="me-form">{children}</div></section>
const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)

export default function NewMeetingPage() {
  const w = useWords(meetingWords)
  const search: Record<string, unknown> = useSearch({ strict: false })
  const thread = isId(search['thread']) ? search['thread'] : undefined
  const body = isId(search['body']) ? search['body'] : undefined
  const behind = useThreadBehind(thread)
  const council = useCouncil(body)
  const asked = thread ? behind : council
  if ((thread || body) && !asked.data) return <ConsoleFrame current="/console/meetings">{asked.error
    ? <ErrorNote title={w.failed} error={asked.error}><Button look="primary" onClick={() => void asked.refetch()}>{w.again}</Button></ErrorNote>
    : <Skeleton repeat={4} />}</ConsoleFrame>
  return <Form thread={behind.data} body={council.data} />
}

/** The kinds that this thread's sorting asks for first; without one a talk, of a body its regular meeting. */
function kindsFor(thread: ThreadBehind | undefined, body: Council | undefined): readonly { readonly kind: MeetingKind; readonly may: boolean }[] {
  if (body) return [{ kind: 'regular', may: true }]
  if (!thread) return [{ kind: 'talk', may: true }]
  return MEETING_KINDS.filter((kind) => kind !== 'regular')
    .map((kind) => ({ kind, may: (kind === 'evaluation' || thread.meetings.includes(kind)) && kindRules[kind].steps.includes(thread.step) }))
}

type When = { readonly day: string; readonly from: string; readonly to: string; readonly venue: string }

function Form({ thread, body }: { thread: ThreadBehind | undefined; body: Council | undefined }) {
  const w = useWords(meetingWords)
  const say = useSay()
  const go = useNavigate()
  const kinds = kindsFor(thread, body)
  const [kind, setKind] = useState<MeetingKind | undefined>(kinds.find(({ may }) => may)?.kind)
  const [place, setPlace] = useState<ChosenPlace | null>(null)
  const [title, setTitle] = useState(thread?.title ?? (body ? w.regularOf(body.name) : ''))
  const [when, setWhen] = useState<When>({ day: kind ? earliestDay(kind, today()) : '', from: '19:00', to: '20:30', venue: '' })
  const [presider, setPresider] = useState({ label: '', tied: false })
  const [items, setItems] = useState<readonly ItemDraft[]>([{ ...blankItem, title: thread?.title ?? '' }])
  const proposed = thread && kind ? proposedOf(thread, kind) : []
  const [chosen, invite] = useState<ReadonlySet<string>>()
  const invited = chosen ?? new Set(proposed.filter(({ must }) => must).map(keyOfProposed))
  const { plan, problem, busy } = usePlanning((id) => go(`/console/meetings/${id}`))
  const has = minutesOf(when)
  const early = kind && when.day !== '' && when.day < earliestDay(kind, today())
  const missing = [!kind && w.mKind, title.trim().length < 2 && w.mName, !thread && !body && !place && w.mWhere,
    (!when.day || has === null || has <= 0) && w.mWhen,
    when.venue.trim().length < 2 && w.mVenue].filter((one) => one !== false)
  const whyNot = missing.length > 0 ? w.missing(missing.join(w.join)) : has !== null && takes(items) > has ? w.addsOver(takes(items), has) : undefined
  const send = () => {
    if (!kind) return
    const people = proposed.filter((one) => invited.has(keyOfProposed(one)))
    plan({ place: place?.id ?? null, thread: thread?.id ?? null, body: body?.id ?? null, kind, title: title.trim(), venue: when.venue.trim(),
      startsAt: isoOf(when.day, when.from),
      endsAt: isoOf(when.day, when.to), presider: presider.label.trim(), presiderTied: presider.tied },
    { items: itemsOf(items), invitations: people.map(({ must: _, ...one }) => one) })
  }
  return <ConsoleFrame current="/console/meetings" rail={kind && <KindNeeds kind={kind} />}
    foot={<><p>{w.next}</p><Button look="primary" busy={busy} whyNot={whyNot} onClick={send}>{w.save}</Button></>}>
    <PageHead title={w.plan} line={thread?.title ?? body?.name ?? w.newLine}
      back={{ href: '/console/meetings', word: w.back }} />
    {problem !== null && <ErrorNote title={w.refused} error={problem} />}
    <Step title={w.kind}><Choices legend={w.kind} value={kind} onChange={(next) => { setKind(next); if (when.day < earliestDay(next,
      today())) setWhen({ ...when, day: earliestDay(next, today()) }) }}
      options={kinds.filter(({ may }) => may).map(({ kind: value }) => ({ value, word: say(meetingKindWords[value]) }))} />
      {kinds.some(({ may }) => !may) &&
        <p className="lk-small">{kinds.filter(({ may }) => !may).map(({ kind: value }) => say(meetingKindWords[value])).join(w.join)}{colon()}{w.notAsked}</p>}</Step>
    <Step title={w.about}><Field label={w.name} hint={w.nameHint} value={title} maxLength={60} onChange={(event) => setTitle(event.target.value)} />
      {!thread && !body && <PlaceBox label={w.where} value={place} onChange={setPlace}
        kinds={['community', 'compound', 'building', 'unit']} />}</Step>
    <Step title={w.when}><WhenFields kind={kind} value={when} early={Boolean(early)} onChange={setWhen} /></Step>
    <Step title={w.who}>
      <Field label={w.presider} value={presider.label} maxLength={40} hint={w.calledHint}
        onChange={(event) => setPresider({ ...presider, label: event.target.value })} />
      {kind && kindRules[kind].presides !== 'anybody' && <Switch label={w.tied} checked={presider.tied}
        onChange={(tied) => setPresider({ ...presider, tied })} />}
      {proposed.length > 0 && <PartyFields proposed={proposed} value={invited} onChange={invite} />}</Step>
    <Step title={w.agenda}><AgendaFields value={items} has={has} onChange={setItems} /></Step>
  </ConsoleFrame>
}

/** Minutes between both times of a day; null while they are not known. */
function minutesOf({ day, from, to }: When): number | null {
  const [begin, end] = [Date.parse(isoOf(day || '2026-01-01', from)), Date.parse(isoOf(day || '2026-01-01', to))]
  return Number.isFinite(begin) && Number.isFinite(end) ? Math.round((end - begin) / 60_000) : null
}

function WhenFields({ kind, value, early,
  onChange }: { kind: MeetingKind | undefined; value: When; early: boolean; onChange: (when: When) => void }) {
  const w = useWords(meetingWords)
  const { lang } = useSettings()
  const put = (name: keyof When) => (event: { target: { value: string } }) => onChange({ ...value, [name]: event.target.value })
  const first = kind ? sayDay(earliestDay(kind, today()), lang) : ''
  const length = minutesOf(value)
  return <>
    {kind && <p className="me-earliest"><Marked said={w.earliest(first, meetingSettings(today()).noticeDays[kind])} /></p>}
    <div className="me-three"><Field label={w.day} type="date" value={value.day} error={early ? w.tooEarly(first) : undefined}
      onChange={put('day')} />
      <Field label={w.from} type="time" value={value.from} onChange={put('from')} />
      <Field label={w.to} type="time" value={value.to} error={length !== null && length <= 0 ? w.endFirst : undefined} onChange={put('to')} /></div>
    <Field label={w.venue} hint={w.venueHint} value={value.venue} maxLength={80} onChange={put('venue')} />
  </>
}

type More = { readonly items: readonly object[]; readonly invitations: readonly object[] }
/** Plans it, then writes its agenda and invitations; what fails after the plan is done again on the meeting's own page. */
function usePlanning(onDone: (id: string) => void) {
  const step = useStepOf()
  const [more, keep] = useState<More>({ items: [], invitations: [] })
  const [late, setLate] = useState(false)
  const act = usePlan(async ({ id }) => {
    setLate(true)
    try {
      if (more.items.length > 0) await step(id, 'agenda', { items: more.items })
      if (more.invitations.length > 0) await step(id, 'invitations', { invitations: more.invitations })
    } catch { /* the page of the meeting shows what is missing */ }
    onDone(id)
  })
  const plan = (body: Parameters<typeof act.mutate>[0], rest: More) => { keep(rest); act.mutate(body) }
  return { plan, problem: act.error, busy: act.isPending || late }
}
