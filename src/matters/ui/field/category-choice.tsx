/** Three guesses from the words, and the whole list behind them. */
import { Choices, Select, useSay, useWords } from '../../../ui-kit/index.ts'
import { CATEGORIES, categoryName, categoryOf, type Suggestion } from '../../rules/index.ts'
import { fileWords } from './file-words.ts'

const OTHER = 'another'

/** Three words that say most: the longest, without those that stand inside another. */
const plainest = (found: readonly string[]): readonly string[] =>
  found.filter((word) => !found.some((other) => other !== word && other.includes(word))).sort((a, b) => b.length - a.length).slice(0, 3)

/** `value` is a category's code, '' for none, 'another' while one is chosen from the list. */
export function CategoryChoice({ suggestions, value,
  onChange }: { suggestions: readonly Suggestion[]; value: string; onChange: (code: string) => void }) {
  const w = useWords(fileWords)
  const say = useSay()
  const listed = suggestions.some((one) => one.code === value)
  const open = value === OTHER || (value !== '' && !listed)
  const because = plainest(suggestions.find((one) => one.code === value)?.words ?? [])
  return <div className="fd-stack">
    <Choices<string> legend={w.looksLike} shown value={open ? OTHER : value || undefined} onChange={onChange} options={[
      ...suggestions.map((one) => ({ value: one.code, word: say({ zh: categoryOf(one.code).zh, en: categoryOf(one.code).en }) })),
      { value: OTHER, word: w.other },
    ]} />
    {because.length > 0 && <p className="lk-caption">{w.becauseOf(because.join('、'))}</p>}
    {open && <Select label={w.otherLabel} quietLabel value={value === OTHER ? '' : value} empty={w.choose}
      onChange={(event) => onChange(event.target.value || OTHER)}
      options={CATEGORIES.map((one) => ({ value: one.code, word: say(categoryName(one.code)) }))} />}
  </div>
}
