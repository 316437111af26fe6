/** Which two of the team went together: nobody delivers or collects alone. [B18] */
import { Select, useWords } from '../../../../ui-kit/index.ts'
import type { Detail } from './vote-api.ts'
import { deskWords } from './vote-words.ts'

export function TwoPeople({ vote, two: [first, second], onChange }:
  { vote: Detail; two: readonly [string, string]; onChange: (two: readonly [string, string]) => void }) {
  const w = useWords(deskWords)
  const people = vote.team.filter(({ role }) => role === 'collector').map(({ person, name }) => ({ value: person, word: name }))
  return <div className="vc-pair">
    <Select label={w.first} value={first} empty={w.choose} onChange={(event) => onChange([event.target.value, second])} options={people} />
    <Select label={w.second} value={second} empty={w.choose} onChange={(event) => onChange([first, event.target.value])}
      options={people.filter(({ value }) => value !== first)} /></div>
}
