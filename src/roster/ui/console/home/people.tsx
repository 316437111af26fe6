/** The people of a household, each on a line of the printed file; every sealed value can be shown for a purpose. */
import { Button, dayOf, MaskedName, Meta, SectionTitle, Tag, useNow, useSay, useSettings, useWords, Go, between } from '../../../../ui-kit/index.ts'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import type { DwellerField, Relation, Sex, Tie } from '../../../rules/index.ts'
import { revealValue, type FilePerson, type FileTie, type FileValue, type HomeFile } from '../../home-api.ts'
import { PURPOSE_SAID, RELATION_SAID, REVEAL_PURPOSES, SEX_SAID, SOURCE_SAID, TIE_SAID } from '../../parts/home-words.ts'
import { copyWords } from './copy-words.ts'
import { homeWords } from './words.ts'

/** What may be done about somebody. */
export type Ask = { readonly what: 'correct' | 'end' | 'history' | 'copy'; readonly person: FilePerson }

export const currentOf = (person: FilePerson, field: DwellerField): FileValue | undefined =>
  person.values.find((value) => value.field === field && value.state === 'current')
const shownTies: readonly Tie[] = ['owns', 'rents', 'registered']

/** A value as it may be seen: hidden, with a press that asks what for. */
export function Hidden({ value }: { value: FileValue }) {
  const say = useSay()
  return value.sealed ? <MaskedName masked={value.shown} purposes={REVEAL_PURPOSES.map((one) => ({ value: one, word: say(PURPOSE_SAID[one]) }))}
    reveal={(purpose) => revealValue(value.id, purpose)} /> : <>{value.shown}</>
}

export function useDay(): (day: string) => string {
  const now = useNow()
  const { lang } = useSettings()
  return (day) => dayOf(Date.parse(`${day}T12:00:00+08:00`), now, lang)
}

export function People({ file, onAsk }: { file: HomeFile; onAsk: (ask: Ask) => void }) {
  const w = useWords(homeWords)
  const heads = { lives: w.gLives, owns: w.gOwns, registered: w.gRegistered, left: w.gLeft }
  return <>{(['lives', 'owns', 'registered', 'left'] as const).map((group) => {
    const own = file.people.filter((person) => person.group === group)
    const children = group === 'lives' ? file.children : 0
    if (own.length === 0 && children === 0) return null
    return <section key={group} className={group === 'left' ? 'rh-group rh-group--left' : 'rh-group'}>
      <SectionTitle aside={own.length > 0 ? w.people(own.length) : undefined}>{heads[group]}</SectionTitle>
      <ul>{own.map((person) => <Person key={person.who} person={person} onAsk={onAsk} />)}</ul>
      {children > 0 && <p className="rh-children">{w.children(children)}</p>}
    </section>
  })}</>
}

function Person({ person, onAsk }: { person: FilePerson; onAsk: (ask: Ask) => void }) {
  const w = useWords(homeWords)
  const say = useSay()
  const c = useWords(copyWords)
  const gives = usePost()?.audience === 'community'
  const left = person.group === 'left'
  const [name, phone, relation, sex, born, id, at] = (['name', 'phone', 'relation', 'sex', 'born', 'id_number', 'registered_at'] as const)
    .map((field) => currentOf(person, field))
  const ties = shownTies.filter((tie) => person.ties.some((one) => one.until === null && one[tie]))
  return <li className="rh-person">
    {/* the tables' checks allow these words alone */}
    <span className="rh-person__relation">{relation ? say(RELATION_SAID[relation.shown as Relation]) : ''}</span>
    <span className="rh-person__name">{name ? <Hidden value={name} /> : '—'}</span>
    <span className="rh-person__about"><Meta>{sex && sex.shown !== 'unknown' ? <span>{say(SEX_SAID[sex.shown as Sex])}</span> : null}
      {born ? <span>{w.bornIn(born.shown.slice(0, 4))}</span> : null}<When person={person} /></Meta></span>
    <span className="rh-person__phone">{phone ? <Hidden value={phone} /> : <span className="lk-small">{left ? '' : w.noPhone}</span>}</span>
    <span className="rh-person__ties">{ties.map((tie) => <Tag key={tie}>{say(TIE_SAID[tie])}</Tag>)}</span>
    <span className="rh-person__tools lk-no-print">
      {!left && <><Button look="quiet" size="small" onClick={() => onAsk({ what: 'correct', person })}>{w.correct}</Button>
        <Button look="quiet" size="small" onClick={() => onAsk({ what: 'end', person })}>{w.end}</Button></>}
      <Button look="quiet" size="small" onClick={() => onAsk({ what: 'history', person })}>{w.history}</Button>
      {gives && <Button look="quiet" size="small" onClick={() => onAsk({ what: 'copy', person })}>{c.copy}</Button>}</span>
    <More person={person} id={id} at={at} />
  </li>
}

function When({ person }: { person: FilePerson }) {
  const w = useWords(homeWords)
  const day = useDay()
  const [tie] = person.ties
  if (!tie) return null
  if (tie.until !== null) return <span>{leftSaid(w, tie, tie.until, day)}</span>
  return tie.since === null ? null : <span>{w.since(day(tie.since))}</span>
}

type Words = ReturnType<typeof useWords<typeof homeWords>>
/** When somebody died or left, as far as anybody said; else from where and when we know that they did. [RO24] */
export function leftSaid(w: Words, { whyUntil, untilSaid: said }: FileTie, until: string, day: (day: string) => string): string {
  if (whyUntil === 'wrong') return w.wrong
  const died = whyUntil === 'died'
  const what = died ? w.diedOn : w.leftOn
  if (said === 'file') return w.unsaidIn(died, day(until))
  if (said === 'told') return w.unsaidAt(died, day(until))
  return what(said === 'day' ? day(until) : said === 'month' ? w.month(until.slice(0, 4), Number(until.slice(5, 7))) : w.year(until.slice(0, 4)))
}

/** The second line: number, address of registration, other homes, and an answer that differs. */
function More({ person, id, at }: { person: FilePerson; id: FileValue | undefined; at: FileValue | undefined }) {
  const w = useWords(homeWords)
  const say = useSay()
  const day = useDay()
  const waiting = person.values.filter(({ state }) => state === 'waiting')
  if (!id && !at && waiting.length === 0 && person.elsewhere.length === 0) return null
  const how = (one: FilePerson['elsewhere'][number]) => (['lives', ...shownTies] as const).filter((tie) => one[tie]).map((tie) =>
    say(TIE_SAID[tie])).join(between())
  return <span className="rh-person__more">
    {id && <span><span className="rh-label">{w.id}</span><Hidden value={id} /></span>}
    {at && <span><span className="rh-label">{w.registeredAt}</span><Hidden value={at} /></span>}
    {person.elsewhere.map((one) => <span key={one.home}><span className="rh-label">{w.also}</span>
      <Go className="lk-link" href={`/console/roster/homes/${one.home}`}>{w.alsoAt(one.name, how(one))}</Go></span>)}
    {waiting.map((value) => <span key={value.id} className="rh-waiting">{w.waiting(value.shown, say(SOURCE_SAID[value.source]),
      day(value.seenOn))}</span>)}
  </span>
}
