/** Another time, place or presider of a meeting. */
import { useState } from 'react'
import { Button, Field, Switch, useSettings, useWords } from '../../../../../ui-kit/index.ts'
import { kindRules } from '../../../../rules/meetings/index.ts'
import type { StaffMeeting } from '../../../meeting-api.ts'
import { civilDay, isoOf, sayDay, timeOf } from '../../../parts/meetings/day.ts'
import { meetingWords } from '../meeting-words.ts'

export function MoveForm({ meeting, busy, onSend }: { meeting: StaffMeeting; busy: boolean; onSend: (body: Readonly<Record<string,
  unknown>>) => void }) {
  const w = useWords(meetingWords)
  const { lang } = useSettings()
  const [form, set] = useState({ day: civilDay(Date.parse(meeting.startsAt)), from: timeOf(meeting.startsAt), to: timeOf(meeting.endsAt),
    venue: meeting.venue,
    presider: meeting.presider, reason: '' })
  const [tied, tie] = useState(meeting.presiderTied)
  const put = (name: keyof typeof form) => (event: { target: { value: string } }) => set({ ...form, [name]: event.target.value })
  const called = meeting.state === 'called'
  const whyNot = form.to <= form.from ? w.endFirst : undefined
  const send = () => onSend({ startsAt: isoOf(form.day, form.from), endsAt: isoOf(form.day, form.to), venue: form.venue.trim(), presiderTied: tied,
    ...(form.presider.trim() ? { presider: form.presider.trim() } : {}), reason: form.reason.trim() })
  return <form className="me-form me-card-form" onSubmit={(event) => { event.preventDefault(); if (!whyNot) send() }}>
    <div className="me-three"><Field label={w.day} type="date" required value={form.day} onChange={put('day')}
      hint={called ? undefined : sayDay(meeting.earliest, lang)} />
      <Field label={w.from} type="time" required value={form.from} onChange={put('from')} /><Field label={w.to} type="time" required value={form.to}
        onChange={put('to')} /></div>
    <Field label={w.venue} value={form.venue} maxLength={80} onChange={put('venue')} />
    <Field label={w.presider} value={form.presider} maxLength={40} onChange={put('presider')} />
    {kindRules[meeting.kind].presides !== 'anybody' && <Switch label={w.tied} checked={tied} onChange={tie} />}
    {called && <Field label={w.reason} required minLength={4} value={form.reason} maxLength={200} onChange={put('reason')} />}
    <Button look="primary" type="submit" busy={busy} whyNot={whyNot}>{w.keep}</Button>
  </form>
}
