/** What an outcome rests on, who confirmed it, and the way to the money of what is put aside: the same words for staff and reporter. */
import { dayAndWeekday, sourceLine, useNow, useSay, useSettings, useWords } from '../../../ui-kit/index.ts'
import { moneyPathOf } from '../../rules/index.ts'
import type { Confirmed, RestsOn } from '../course-api.ts'
import { restsOnWords } from './rests-on-words.ts'

/** Who confirmed an outcome; null while nobody was to. */
export function useConfirmed(): (verified: Confirmed | null) => string | null {
  const w = useWords(restsOnWords)
  return (verified) => (verified === null ? null : { eyes: w.byEyes, neighbour: w.byNeighbour, photo: w.byPhoto, overdue: w.byNobody }[verified])
}

/** What an outcome rests on in words; null where none is kept. */
export function useBasisWord(): (basis: RestsOn['basis']) => string | null {
  const w = useWords(restsOnWords)
  return (basis) => (basis === null ? null : { law: w.law, contract: w.contract, list: w.list, agreement: w.agreement }[basis.kind](basis.text))
}

/** The way to the money: its name, what has to happen on it, and when it is looked at again. `for`: whom it is said to. */
export function MoneyWay({ code, reviewOn }: { code: string | null; reviewOn: string | null }) {
  const w = useWords(restsOnWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  const path = code === null ? null : moneyPathOf(code)
  const day = reviewOn === null ? null : dayAndWeekday(Date.parse(`${reviewOn}T12:00:00+08:00`), now, lang)
  return <div className="mt-way">
    {path && <><p><b>{w.from(say(path.say))}</b></p>
      <ol>{path.steps.map((step) => <li key={step.zh}>{say(step)}</li>)}</ol></>}
    {day && <p>{w.again(day)}</p>}
    {path && <p className="lk-small">{w.rests}{lang === 'zh' ? '：' : ': '}{sourceLine(path.source)}</p>}
  </div>
}
