/** Something said at a door that the roster has moved on from: what it says now, and two ways on. */
import { answers, Button, ErrorNote, Skeleton, useSay, useWords, type Waiting } from '../../../ui-kit/index.ts'
import '../field/door.css'
import { doorIn, useDoorFile } from '../field/door-api.ts'
import { DoorSummary } from '../field/door-summary.tsx'
import { doorWords } from '../field/door-words.ts'

export function DoorConflict({ item }: { item: Waiting }) {
  const w = useWords(doorWords)
  const at = doorIn(item.subject)
  const say = useSay()
  const { file, error } = useDoorFile(at?.building ?? '', at?.home ?? '')
  if (!file) return error ? <><ErrorNote error={error} />
    <div className="lk-moves"><Button onClick={() => void answers.drop(item.seq, null)}>{w.drop}</Button></div></>
    : <Skeleton lines={[60, 100]} />
  return <><section><p className="fd-facts__word">{w.nowIs}</p><DoorSummary file={file} />
    {item.problem && <p className="fd-conflict__why">{say(item.problem.explain)}</p>}</section>
    <div className="lk-moves"><Button onClick={() => void answers.drop(item.seq, file.version)}>{w.drop}</Button>
      <Button look="primary" onClick={() => void answers.sendAgain(item.seq, file.version)}>{w.again}</Button></div></>
}
