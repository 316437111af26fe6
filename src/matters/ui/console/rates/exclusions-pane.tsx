/** Judgments that are left out or shall be: who asked, on what ground, who decided and why. The street decides here. */
import { useState } from 'react'
import { Button, dayOf, DecisionPanel, Empty, ErrorNote, Go, Meta, now, Skeleton, TextArea, useSay, useSettings,
  useWords } from '../../../../ui-kit/index.ts'
import { usePost } from '../../staff-api.ts'
import { behindWords } from './behind-words.ts'
import { useDecideExclusion, useExclusions, type Exclusion, type RatesReply } from './rates-api.ts'

/** `waiting`: those that wait, of whatever month; else those of the month that is shown. */
export function ExclusionsPane({ rates, waiting }: { rates: RatesReply; waiting: boolean }) {
  const w = useWords(behindWords)
  const place = rates.place.id === '' ? undefined : rates.place.id
  const list = useExclusions({ place, waiting, ...(waiting ? {} : { period: rates.period.month }) })
  const items = list.data ?? []
  return <section className="rt-pane">
    <h2 className="rt-pane__title">{waiting ? w.waitingTitle(items.length) : w.exclusionsTitle(items.length)}</h2>
    {list.isPending && <Skeleton repeat={3} />}
    {list.error && <ErrorNote title={w.failed} error={list.error}><Button look="primary"
      onClick={() => void list.refetch()}>{w.again}</Button></ErrorNote>}
    {list.data && items.length === 0 && <Empty title={w.waitingNone} line={w.waitingNoneLine} />}
    <ul className="rt-visits">{items.map((item, i) => <ExclusionLine key={item.id} item={item} first={i === 0} />)}</ul>
  </section>
}

function ExclusionLine({ item, first }: { item: Exclusion; first: boolean }) {
  const w = useWords(behindWords)
  const say = useSay()
  const { lang } = useSettings()
  const street = usePost()?.audience === 'street'
  const day = (text: string): string => dayOf(Date.parse(`${text}T00:00:00+08:00`), now(), lang)
  const { asked, decided } = item
  return <li className="rt-visit">
    <Go href={`/console/m/${item.matter}`} className="rt-visit__title">{item.title}</Go>
    <span className="rt-visit__ground">{say(item.say)}</span>
    <span className="lk-small"><Meta><span>{w.askedBy(asked.org, day(asked.day))}</span></Meta></span>
    {asked.said && <q className="rt-visit__said">{asked.said}</q>}
    {decided && <><span className="lk-small">{(decided.leftOut ? w.leftOutBy : w.keptBy)(decided.org, day(decided.day))}</span>
      {decided.said && <q className="rt-visit__said">{decided.said}</q>}</>}
    {decided === null && (street && !item.mine ? <Decide item={item} lead={first} /> : <span className="lk-small">{w.waits}</span>)}
  </li>
}

/** The street's word. `lead`: this is the one decision of the screen. */
function Decide({ item, lead }: { item: Exclusion; lead: boolean }) {
  const w = useWords(behindWords)
  const [note, write] = useState('')
  const act = useDecideExclusion(item.matter, () => write(''))
  const whyNot = note.trim() === '' ? w.sayReason : undefined
  const decide = (leaveOut: boolean) => act.mutate({ version: item.version, leaveOut, note })
  const form = <>
    <TextArea label={w.decideNote} value={note} most={500} rows={2} onChange={(event) => write(event.target.value)} />
    <div className="lk-moves"><Button look={lead ? 'decide' : 'primary'} busy={act.isPending} whyNot={whyNot}
      onClick={() => decide(true)}>{w.leaveOut}</Button>
      {whyNot === undefined && <Button busy={act.isPending} onClick={() => decide(false)}>{w.keep}</Button>}</div>
    {act.error && <ErrorNote title={w.decideFailed} error={act.error} />}
  </>
  return lead ? <><DecisionPanel lead={w.decideLead} reason={w.decideReason} />{form}</> : <div>{form}</div>
}
