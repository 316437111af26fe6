/** Which of a standing body's powers a resolution rests on. [DM10] */
import { Select, useSay, useWords } from '../../../../../ui-kit/index.ts'
import { powerWords } from '../../../../rules/bodies/index.ts'
import { useCouncil } from '../../../meeting-api.ts'
import { meetingWords } from '../meeting-words.ts'

export function PowerField({ body, value, onChange }: { body: string; value: string; onChange: (power: string) => void }) {
  const w = useWords(meetingWords)
  const say = useSay()
  const council = useCouncil(body)
  return <Select label={w.power} empty="" value={value} onChange={(event) => onChange(event.target.value)}
    options={(council.data?.powers ?? []).map((power) => ({ value: power, word: say(powerWords[power]) }))} />
}
