/** The agenda of a planned meeting, to be written; of a called one, to be read. [DM6] */
import { useState } from 'react'
import { Button, clockTime, ErrorNote, Field, SectionTitle, useWords } from '../../../../../ui-kit/index.ts'
import { useCouncil, useStep, type StaffMeeting } from '../../../meeting-api.ts'
import { AgendaFields, blankItem, itemsOf, takes, type ItemDraft } from '../agenda-fields.tsx'
import { meetingWords } from '../meeting-words.ts'
import { may } from '../moves.ts'

export function AgendaPart({ meeting }: { meeting: StaffMeeting }) {
  const w = useWords(meetingWords)
  const writes = meeting.mine && may(meeting, 'agenda')
  const has = Math.round((Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt)) / 60_000)
  const before: readonly ItemDraft[] = meeting.agenda.length > 0 ? meeting.agenda.map(({ title, minutes }) => ({ title, minutes: String(minutes),
    intake: null })) : [blankItem]
  const [items, setItems] = useState<readonly ItemDraft[]>(before)
  const step = useStep(meeting.id)
  const changed = JSON.stringify(itemsOf(items)) !== JSON.stringify(itemsOf(before))
  return <section><SectionTitle>{w.agenda}</SectionTitle>
    {writes ? <>
      <AgendaFields value={items} has={has} onChange={setItems} />
      {changed && <Button look="primary" busy={step.isPending} whyNot={takes(items) > has ? w.addsOver(takes(items), has) : undefined}
        onClick={() => step.mutate({ to: 'agenda', body: { items: itemsOf(items) } })}>{w.saveAgenda}</Button>}
      {step.error && <ErrorNote title={w.refused} error={step.error} />}
      {meeting.body && <Brought meeting={meeting} />}</>
      : <ol className="me-agenda">{meeting.agenda.map((item) => <li key={item.n}><span className="me-n">{item.n}</span><b>{item.title}</b>
        <span className="lk-second">{w.itemWhen(clockTime(Date.parse(item.from)), item.minutes)}</span></li>)}</ol>}
  </section>
}

/** What residents brought to the standing body: taken onto the agenda in words that may be posted. */
function Brought({ meeting }: { meeting: StaffMeeting }) {
  const w = useWords(meetingWords)
  const open = (useCouncil(meeting.body?.id).data?.intakes ?? []).filter(({ state }) => state === 'open')
  if (open.length === 0) return null
  return <div className="me-brought"><p className="lk-legend">{w.intake}</p>
    <ul>{open.map((one) => <li key={one.id}><One meeting={meeting} id={one.id} name={one.name} words={one.words} /></li>)}</ul></div>
}

function One({ meeting, id, name, words }: { meeting: StaffMeeting; id: string; name: string; words: string }) {
  const w = useWords(meetingWords)
  const [title, write] = useState([...words].slice(0, 40).join(''))
  const step = useStep(meeting.id)
  return <><p><b>{name}</b>{words}</p>
    <form className="me-inline" onSubmit={(event) => { event.preventDefault(); step.mutate({ to: 'intake',
      body: { intake: id, minutes: 10, title: title.trim() } }) }}>
      <Field label={w.asItem} required minLength={2} value={title} maxLength={80} onChange={(event) => write(event.target.value)} />
      <Button type="submit" busy={step.isPending}>{w.takeUp}</Button></form>
    {step.error && <ErrorNote title={w.refused} error={step.error} />}</>
}
