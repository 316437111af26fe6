/** Where a thread stands in one sentence, and what is missing until it goes on. Nothing is closed by silence. [DT1] */
import { SectionTitle, sourceLine, useSay, useSettings, useWords, comma } from '../../../../ui-kit/index.ts'
import { adjectiveWords, deciderWords, heardWords, outcomeWords, stepWords, type Adjective, type Step } from '../../../rules/threads/index.ts'
import { sayDay, sayDayOf } from './day.ts'
import { refusalOf, type Missing, type Thread } from './thread-api.ts'
import { threadWords } from './words.ts'

type Words = ReturnType<typeof useWords<typeof threadWords>>
const standWord = (step: Step, w: Words): string => ({ voice: w.standVoice, sort: w.standSort, deliberate: w.standDeliberate, do: w.standDo, judge: w.standJudge, ended: '', declined: w.declined })[step]

export function Standing({ thread }: { thread: Thread }) {
  const w = useWords(threadWords)
  const say = useSay()
  const { lang } = useSettings()
  const said = thread.step === 'ended' && thread.outcome ? w.ended(say(outcomeWords[thread.outcome]), thread.endedAt ? sayDayOf(thread.endedAt, lang) : '') : standWord(thread.step, w)
  return <section className="th-now">
    <p className="th-now__said">{said}</p>
    {thread.callUntil && (thread.step === 'voice' || thread.step === 'sort') && <p className="th-now__call">{w.callUntil(sayDay(thread.callUntil, lang))}</p>}
    {thread.step === 'declined' && thread.why && <p>{thread.why}</p>}
    {thread.next && thread.step !== 'declined' && (thread.missing.length === 0 ? <p className="lk-second">{w.nothing(say(stepWords[thread.next]))}</p>
      : <><p className="lk-second">{w.missing(say(stepWords[thread.next]))}</p><MissingList missing={thread.missing} /></>)}
  </section>
}

/** What is missing, each with the day from which it is there and its article. */
export function MissingList({ missing }: { missing: readonly Missing[] }) {
  const w = useWords(threadWords)
  const say = useSay()
  const { lang } = useSettings()
  return <ul className="th-missing">{missing.map((one) => {
    const { source } = refusalOf(one)
    return <li key={`${one.code}${one.explain.zh}`}><span>{say(one.explain)}</span>
      {(one.from || source) && <span className="lk-second">{[one.from ? w.from(sayDayOf(one.from, lang)) : '', source ? w.basis(sourceLine(source)) : ''].filter(Boolean).join(lang === 'zh' ? '，' : ', ')}</span>}</li>
  })}</ul>
}

/** Who decides, by what, why so; and who has to be heard, by name of the party, with how it was. [M27] */
export function Deciding({ thread }: { thread: Thread }) {
  const w = useWords(threadWords)
  const say = useSay()
  const { lang } = useSettings()
  return <>
    <section className="th-part"><SectionTitle rule="above">{w.who}</SectionTitle>
      {thread.decider === null ? <p className="lk-second">{w.notSorted}</p> : <>
        <p className="th-decider">{say(deciderWords[thread.decider])}</p>
        {thread.basis && <p className="lk-second">{w.basis(thread.basis)}</p>}{thread.why && thread.step !== 'declined' && <p>{thread.why}</p>}</>}</section>
    <section className="th-part"><SectionTitle rule="above">{w.mustHear}</SectionTitle>
      {thread.parties.length === 0 ? <p className="lk-second">{w.nobodyNamed}</p> : <ul className="th-parties">{thread.parties.map((one) => <li key={one.n} className={one.heard ? 'is-heard' : ''}>
        <b>{one.label}</b><span className="lk-second">{one.heard ? `${say(heardWords[one.heard])}${one.heardAt ? ` ${sayDayOf(one.heardAt, lang)}` : ''}` : w.notHeard}{one.required ? '' : `${comma()}${w.optional}`}</span>
        {one.words && <p>{one.words}</p>}</li>)}</ul>}</section>
  </>
}

/** The five promises, each kept or with what it lacks. */
export function Promises({ thread }: { thread: Thread }) {
  const w = useWords(threadWords)
  const say = useSay()
  const { lang } = useSettings()
  const means: Readonly<Record<Adjective, string>> = { open: w.openMeans, sorted: w.sortedMeans, democratic: w.democraticMeans, duty: w.dutyMeans, public: w.publicMeans }
  return <section className="th-part"><SectionTitle rule="above">{w.five}</SectionTitle>
    <ul className="th-five">{thread.adjectives.map(({ name, missing }) => <li key={name} className={missing.length === 0 ? 'is-kept' : ''}>
      <b>{say(adjectiveWords[name])}</b><span><span>{means[name]}</span><span className="lk-second">{missing.length === 0 ? w.kept : missing.map((one) => say(one.explain)).join(lang === 'zh' ? '' : ' ')}</span></span></li>)}</ul></section>
}
