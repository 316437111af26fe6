/** What one home's tie says of somebody: value, where it came from and when; press what is wrong. */
import type { ReactNode } from 'react'
import { Button, dayOf, Meta, SectionTitle, Tag, useNow, useSay, useSettings, useWords } from '../../../ui-kit/index.ts'
import { fieldRule, fieldRules, ties, type DwellerField, type Relation, type Sex } from '../../rules/fields.ts'
import type { AskedField } from '../../rules/own-file/request.ts'
import { RELATION_SAID, SEX_SAID, SOURCE_SAID, TIE_SAID } from '../parts/home-words.ts'
import type { OwnTie, OwnValue } from './own-api.ts'
import { ownWords } from './own-words.ts'

/** A day of the place as people say it. */
export function useOwnDay(): (day: string) => string {
  const now = useNow()
  const { lang } = useSettings()
  return (day) => dayOf(Date.parse(`${day}T12:00:00+08:00`), now, lang)
}

/** A value in words: coded fields are said, others stand as they were written. */
export function useShown(): (value: Pick<OwnValue, 'field' | 'shown'>) => string {
  const say = useSay()
  // the table's checks allow these words alone
  return ({ field, shown }) => (field === 'sex' ? say(SEX_SAID[shown as Sex]) : field === 'relation' ? say(RELATION_SAID[shown as Relation]) : shown)
}

/** What is being asked about a value stands below it. */
type Asking = { readonly field: AskedField | null; readonly part: ReactNode }
type Props = { readonly tie: OwnTie; readonly onWrong?: (field: AskedField, adds: boolean) => void; readonly past?: boolean;
  readonly asking?: Asking | undefined }

export function OwnValues({ tie, onWrong, past = false, asking }: Props) {
  const w = useWords(ownWords)
  const say = useSay()
  const day = useOwnDay()
  const known = fieldRules.filter(({ field }) => onWrong === undefined ? tie.values.some((value) => value.field === field) : field !== 'note'
    || tie.values.some((value) => value.field === field))
  const old = tie.values.filter(({ state }) => state === 'past')
  return <section className="of-tie">
    <SectionTitle rule="above">{tie.homeName}</SectionTitle>
    <p className="of-ties">{ties.filter((one) => tie[one]).map((one) => <Tag key={one}>{say(TIE_SAID[one])}</Tag>)}
      {tie.since && <span className="lk-small">{w.since(day(tie.since))}</span>}</p>
    <ul>{known.map(({ field }) => <Line key={field} field={field} values={['current',
      'waiting'].flatMap((state) => tie.values.filter((value) => value.field === field && value.state === state))}
      onWrong={onWrong} asking={asking?.field === field ? asking.part : null} />)}</ul>
    {past && old.length > 0 && <details className="of-past"><summary>{w.before}</summary><ul>{old.map((value,
      i) => <Past key={i} value={value} />)}</ul></details>}
  </section>
}

type LineProps = { field: DwellerField; values: readonly OwnValue[]; onWrong: ((field: AskedField, adds: boolean) => void) | undefined;
  asking: ReactNode }

function Line({ field, values, onWrong, asking }: LineProps) {
  const w = useWords(ownWords)
  const say = useSay()
  const day = useOwnDay()
  const shown = useShown()
  const word = say(fieldRule(field).said)
  return <li className="of-line">
    <span className="of-line__word">{word}</span>
    <span className="of-line__values">{values.length === 0 ? <span className="lk-small">{w.missing}</span> : values.map((value,
      i) => <span key={i} className="of-value">
      <b>{shown(value)}</b>{value.state === 'waiting' && <em>{w.waits}</em>}
      <span className="lk-small">{w.from(say(SOURCE_SAID[value.source]), day(value.seenOn))}</span></span>)}</span>
    {onWrong && field !== 'note' && <Button look="quiet" size="small" aria-label={values.length === 0 ? w.addOf(word) : w.wrongOf(word)}
      onClick={() => onWrong(field, values.length === 0)}>{values.length === 0 ? w.add : w.wrong}</Button>}
    {asking}
  </li>
}

function Past({ value }: { value: OwnValue }) {
  const w = useWords(ownWords)
  const say = useSay()
  const day = useOwnDay()
  return <li className="lk-small"><Meta><span>{say(fieldRule(value.field).said)}</span><span>{useShown()(value)}</span>
    <span>{w.from(say(SOURCE_SAID[value.source]), day(value.seenOn))}</span></Meta></li>
}
