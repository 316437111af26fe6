/** Who looked, what was asked and answered, what was agreed to. */
import { Button, dayOf, Meta, SectionTitle, useNow, useSay, useSettings, useWords, between } from '../../../ui-kit/index.ts'
import { fieldRules } from '../../rules/fields.ts'
import { REASON_SAID, type AskedField } from '../../rules/own-file/request.ts'
import { useWithdraw, type OwnFile, type OwnRequest } from './own-api.ts'
import { CONSENT_SAID, KIND_SAID, LOOKED_FOR, ownWords, STATE_ASKED, TIE_FIELD } from './own-words.ts'
import { useOwnDay } from './own-values.tsx'

/** What a field is called, a tie among them. */
export function useFieldWord(): (field: string) => string {
  const say = useSay()
  const w = useWords(ownWords)
  return (field) => {
    const rule = fieldRules.find((one) => one.field === field)
    return rule ? say(rule.said) : field === 'tie' ? say(TIE_FIELD) : w.everything
  }
}

export function Seen({ file }: { file: OwnFile }) {
  const w = useWords(ownWords)
  const say = useSay()
  const day = useOwnDay()
  const fieldWord = useFieldWord()
  return <section><SectionTitle rule="above">{w.seen}</SectionTitle>
    {file.opens.length === 0 ? <p className="lk-second of-none">{w.seenNone}</p>
      : <ul className="of-list">{file.opens.slice(0, 50).map((one, i) => <li key={i}><b>{one.by ?? w.someone}</b>
        <Meta><span>{`${day(one.day)}${one.half === 'am' ? w.am : w.pm}`}</span><span>{fieldWord(one.field)}</span>
          <span>{say(LOOKED_FOR[one.purpose] ?? { zh: one.purpose, en: one.purpose })}</span></Meta></li>)}</ul>}
    {file.openedOn.length > 0 && <p className="lk-small of-opened">{w.openedOn([...new Set(file.openedOn)].slice(0, 5).map(day).join(between()))}</p>}
    <p className="lk-small">{w.seenLine}</p>
  </section>
}

export function Asked({ file, withTools = false }: { file: OwnFile; withTools?: boolean }) {
  const w = useWords(ownWords)
  return <section><SectionTitle rule="above">{w.asked}</SectionTitle>
    {file.requests.length === 0 ? <p className="lk-second of-none">{w.askedNone}</p>
      : <ul className="of-list">{file.requests.map((one) => <Request key={one.id} request={one} withTools={withTools} />)}</ul>}
    <p className="lk-small">{w.clock}</p></section>
}

function Request({ request: one, withTools }: { request: OwnRequest; withTools: boolean }) {
  const w = useWords(ownWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  const day = useOwnDay()
  const fieldWord = useFieldWord()
  const withdraw = useWithdraw()
  const due = dayOf(Date.parse(one.due), now, lang)
  return <li className="of-request">
    <b>{one.kind === 'correct' && one.field ? w.wrongOf(fieldWord(one.field satisfies AskedField)) : say(KIND_SAID[one.kind])}</b>
    <Meta><span>{day(one.askedOn)}</span><span className={one.overdue ? 'of-late' : undefined}>{one.state !== 'open' ? say(STATE_ASKED[one.state])
      : one.overdue ? w.overdue(due) : w.due(due) + (one.provisional ? w.dueProvisional : '')}</span>
      {one.decidedOn && <span>{w.answered(day(one.decidedOn))}</span>}</Meta>
    {(one.wanted ?? one.words) && <p className="of-said">{[one.wanted, one.words].filter(Boolean).join('。')}</p>}
    {one.reason && <p>{w.because(say(REASON_SAID[one.reason]))}</p>}
    {one.answer && <p className="of-answer">{one.answer}</p>}
    {withTools && one.state === 'open' && <Button look="quiet" size="small" busy={withdraw.isPending} onClick={() => withdraw.mutate(one.id)}>
      {w.withdraw}</Button>}
  </li>
}

/** What was agreed to; in the file itself what holds stands above with its way back, so that here only what was taken back is told. */
export function Consents({ file, past = false }: { file: OwnFile; past?: boolean }) {
  const w = useWords(ownWords)
  const say = useSay()
  const day = useOwnDay()
  const told = file.consents.filter(({ withdrawnOn }) => !past || withdrawnOn !== null)
  if (told.length === 0) return null
  return <section><SectionTitle rule="above">{past ? w.takenBack : w.consents}</SectionTitle>
    <ul className="of-list">{told.map((one, i) => <li key={i}><b>{say(CONSENT_SAID[one.kind] ?? { zh: one.kind, en: one.kind })}</b>
      <Meta><span>{w.given(day(one.givenOn))}</span>{one.withdrawnOn && <span>{w.taken(day(one.withdrawnOn))}</span>}</Meta></li>)}</ul></section>
}
