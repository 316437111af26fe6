/** The history of everything that was said of somebody: value by value, with source and day. */
import { Dialog, useSay, useWords, between } from '../../../../ui-kit/index.ts'
import { fieldRules, type Relation, type Sex, type Tie } from '../../../rules/index.ts'
import type { FilePerson, FileValue } from '../../home-api.ts'
import { RELATION_SAID, SEX_SAID, SOURCE_SAID, TIE_SAID } from '../../parts/home-words.ts'
import { Hidden, leftSaid, useDay } from './people.tsx'
import { formWords, homeWords } from './words.ts'

const order = { waiting: 0, current: 1, past: 2 } as const
const all: readonly Tie[] = ['lives', 'owns', 'rents', 'registered']

export function HistoryDialog({ person, onClose }: { person: FilePerson; onClose: () => void }) {
  const f = useWords(formWords)
  const w = useWords(homeWords)
  const say = useSay()
  const day = useDay()
  const fields = fieldRules.filter(({ field }) => person.values.some((value) => value.field === field))
  return <Dialog wide title={f.historyTitle(person.name ?? '—')} onClose={onClose}>
    <p className="lk-second">{f.historyLine}</p>
    <div className="rh-history">
      {fields.map(({ field, said }) => <section key={field}><h3>{say(said)}</h3>
        <ul>{person.values.filter((value) => value.field === field).sort((a, b) => order[a.state] - order[b.state] || (a.seenOn < b.seenOn ? 1 : -1))
          .map((value) => <li key={value.id} className={`rh-entry rh-entry--${value.state}`}><span><Coded value={value} /></span>
            <span>{value.state === 'current' ? f.current : value.state === 'waiting' ? f.waits : f.past(day(value.endedOn ?? value.seenOn))}</span>
            <span>{say(SOURCE_SAID[value.source])} {day(value.seenOn)}</span></li>)}</ul></section>)}
      <section><h3>{f.tie}</h3><ul>{person.ties.map((tie) => <li key={tie.id} className="rh-entry">
        <span>{all.filter((one) => tie[one]).map((one) => say(TIE_SAID[one])).join(between()) || '—'}</span>
        <span>{tie.until ? leftSaid(w, tie, tie.until, day) : tie.since ? w.since(day(tie.since)) : f.current}</span>
        <span>{say(SOURCE_SAID[tie.source])} {day(tie.recordedOn)}</span></li>)}</ul></section>
      <p className="lk-small">{f.number(person.who)}</p>
    </div>
  </Dialog>
}

function Coded({ value }: { value: FileValue }) {
  const say = useSay()
  // the table's check allows these words alone
  if (value.field === 'relation') return <>{say(RELATION_SAID[value.shown as Relation])}</>
  return value.field === 'sex' ? <>{say(SEX_SAID[value.shown as Sex])}</> : <Hidden value={value} />
}
