/** Who will have a matter that is being written down, by the same duty list that the server decides by. */
import { SectionTitle, sourceLine, useSay, useSettings, useWords } from '../../../ui-kit/index.ts'
import * as rules from '../../rules/index.ts'
import { paceWord } from '../parts/pace-word.ts'
import { useReportPlace } from '../resident-api.ts'
import { holderWords } from '../resident/report-words.ts'
import { whoGets } from '../resident/who-gets.ts'
import { newWords } from './new-words.ts'

/** `place` is a public place (a building where a home was chosen); says what is missing while place or kind is. */
export function DutyAside({ place, category, words }: { place: string | undefined; category: string | undefined; words: string }) {
  const w = useWords(newWords)
  const holders: Readonly<Record<string, string>> = useWords(holderWords)
  const say = useSay()
  const { lang } = useSettings()
  const door = useReportPlace(undefined, place).data
  const known = category !== undefined && rules.isCategory(category) ? category : undefined
  if (!door || known === undefined) {
    return <section><SectionTitle rule="hair">{w.duty}</SectionTitle><p className="lk-second cm-rail-text">{w.dutyNone}</p></section>
  }
  const gets = whoGets(rules, door, known, rules.dangersIn(words)[0] ?? null)
  // the server sends one of the types of the duty list, or null
  const duty = rules.dutyFor(known, door.compoundType as Parameters<typeof rules.dutyFor>[1], (holder) =>
    door.holders.some(({ word }) => word === holder))
  const word = holders[gets.holder] ?? (gets.holder.startsWith('utility:') ? w.utility : w.station)
  const who = gets.name === null || gets.name === word ? word : gets.holder === 'captain' || gets.holder === 'grid'
    ? `${word}${lang === 'en' ? ' ' : ''}${gets.name}` : gets.name
  return <section><SectionTitle rule="hair">{w.duty}</SectionTitle>
    <p className="cm-duty">{gets.slip === null ? w.dutyWith(who) : w.dutySlip(gets.slip)}</p>
    <p className="lk-second">{say(duty.why)}</p>
    {gets.hint && <p className="lk-second">{say(gets.hint)}</p>}
    <p className="lk-second">{w.signIn(paceWord(gets.sign, lang))}</p>
    <p className="lk-caption">{w.basis(sourceLine(duty.source))}</p>
  </section>
}
