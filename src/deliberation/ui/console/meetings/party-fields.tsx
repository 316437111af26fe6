/** People to invite that the thread proposes; those that must be heard are chosen from the start. */
import { Chip, useWords } from '../../../../ui-kit/index.ts'
import type { Proposed } from '../../meeting-api.ts'
import { meetingWords } from './meeting-words.ts'

/** What tells one proposal from another. */
export const keyOfProposed = ({ party, org, post }: Pick<Proposed,
  'party' | 'org' | 'post'>): string => `${party ?? ''} ${party === null ? `${org ?? ''} ${post ?? ''}` : ''}`

export function PartyFields({ proposed, value,
  onChange }: { proposed: readonly Proposed[]; value: ReadonlySet<string>; onChange: (keys: ReadonlySet<string>) => void }) {
  const w = useWords(meetingWords)
  const turn = (key: string, on: boolean) => { const next = new Set(value); if (on) next.add(key); else next.delete(key); onChange(next) }
  return <fieldset className="lk-chips"><legend className="lk-legend">{w.proposed}</legend>
    {proposed.map((one) => { const key = keyOfProposed(one); return <Chip key={key} checked={value.has(key)}
      onChange={(on) => turn(key, on)}>{one.label}{one.must && <span className="me-must">{w.mustHear}</span>}</Chip> })}
  </fieldset>
}
