/** Which kind of matter: three that the words suggest as pills, all others in a list. */
import { Choices, Select, useSay } from '../../../ui-kit/index.ts'
import { CATEGORIES, categoryName, categoryOf, suggest } from '../../rules/index.ts'

/** Suggestions follow `words` (and the kind of place); `value` stands among the pills even when nothing suggests it. */
export function CategoryChoice({ words, placeKind = '', value, onChange, legend, otherWord }:
  { words: string; placeKind?: string; value: string | undefined; onChange: (code: string) => void; legend: string; otherWord: string }) {
  const say = useSay()
  const suggested: readonly string[] = suggest(words, placeKind).map(({ code }) => code)
  const shown = value !== undefined && !suggested.includes(value) ? [value, ...suggested.slice(0, 2)] : suggested
  const name = (code: string) => { const { zh, en } = categoryOf(code); return say({ zh, en }) }
  return <div className="cm-category">
    <Choices legend={legend} options={shown.map((code) => ({ value: code, word: name(code) }))} value={value} onChange={onChange} />
    <Select label={otherWord} quietLabel empty={otherWord} value="" onChange={(event) => { if (event.target.value) onChange(event.target.value) }}
      options={CATEGORIES.map(({ code }) => ({ value: code, word: say(categoryName(code)) }))} />
  </div>
}
