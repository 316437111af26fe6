/** Two lines after a whistle: what the process lacked; what changes, by whom, until when. */
import { useState } from 'react'
import { Button, dayOf, ErrorNote, Facts, Field, now as present, SectionTitle, Select, TextArea, useNow, useSay, useSettings,
  useWords } from '../../../../ui-kit/index.ts'
import { plans } from '../../../rules/index.ts'
import { useParties, type MatterDetail } from '../../staff-api.ts'
import { useReview, type AroundWhistle } from '../../whistle-api.ts'
import { courseWords } from './course-words.ts'

const dayIn = (days: number): string => new Date(present() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)

function Writing({ matter, around }: { matter: MatterDetail; around: AroundWhistle }) {
  const w = useWords(courseWords)
  const say = useSay()
  const [draft, set] = useState({ lacked: '', changes: '', by: '', until: dayIn(14), item: '' })
  const change = (part: Partial<typeof draft>) => set((before) => ({ ...before, ...part }))
  const review = useReview(matter.id)
  const serving = useParties(matter.id).data ?? []
  const { whistle } = around
  const known = [...(whistle ? [whistle.by, ...whistle.called] : []), ...serving.map(({ org, name }) => ({ org, name }))]
  const whos = known.filter((one, i) => known.findIndex((other) => other.org === one.org) === i)
  const { lacked, changes, by, until, item } = draft
  const ready = [...lacked.trim()].length >= 4 && [...changes.trim()].length >= 4 && by !== '' && until !== ''
  const send = () => review.mutate({ version: matter.version, lacked: lacked.trim(), changes: changes.trim(), by, until, ...(item === ''
    ? {} : { item }) })
  return <div className="lk-stack cs-review">
    <p className="cs-small">{w.reviewSay}</p>
    <TextArea label={w.lacked} value={lacked} most={300} rows={2} onChange={(event) => change({ lacked: event.target.value })} />
    <TextArea label={w.changes} value={changes} most={300} rows={2} onChange={(event) => change({ changes: event.target.value })} />
    <div className="cs-review__row">
      <Select label={w.by} empty="" value={by} onChange={(event) => change({ by: event.target.value })} options={whos.map((one) => ({ value: one.org,
        word: one.name }))} />
      <Field label={w.untilDay} type="date" min={dayIn(0)} value={until} onChange={(event) => change({ until: event.target.value })} />
      <Select label={w.item} empty={w.itemNone} value={item} onChange={(event) => change({ item: event.target.value })}
        options={[{ value: 'new', word: w.itemNew }, ...plans().map((plan) => ({ value: plan.code, word: say(plan.name) }))]} /></div>
    {review.error && <ErrorNote error={review.error} />}
    <div><Button look="primary" busy={review.isPending} whyNot={ready ? undefined : w.reviewFirst} onClick={send}>{w.reviewDo}</Button></div>
  </div>
}

export function Review({ matter, around }: { matter: MatterDetail; around: AroundWhistle }) {
  const w = useWords(courseWords)
  const now = useNow()
  const { lang } = useSettings()
  const { review, mayReview } = around
  if (!review && !mayReview && matter.state !== 'answered' && matter.state !== 'closed') return null
  const day = (of: string) => dayOf(Date.parse(`${of.slice(0, 10)}T12:00:00+08:00`), now, lang)
  return <section className="lk-stack">
    <SectionTitle>{w.review}</SectionTitle>
    {review ? <><Facts facts={[[w.lacked, review.lacked], [w.changes, review.changes], [w.by, w.reviewBy(review.by.name, day(review.until))]]} />
      <p className="cs-small">{review.doneAt ? w.reviewMade(day(review.doneAt)) : ''}{review.item ? w.itemHint : ''}</p></>
      : mayReview ? <Writing matter={matter} around={around} /> : <p className="lk-second">{w.reviewNone}</p>}
  </section>
}
