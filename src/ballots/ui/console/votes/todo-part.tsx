/** What waits for somebody of the team, and what nobody sees before the close. */
import { Button, Go, Icon, useSay, useWords } from '../../../../ui-kit/index.ts'
import type { Detail } from './vote-api.ts'
import { deskWords } from './vote-words.ts'

/** What needs two people at a table comes first and has the one button of a decision. */
const ATTABLE = ['doubles', 'differing']
const ATDOORS = ['unentered', 'undelivered']

export function Todos({ vote }: { vote: Detail }) {
  const w = useWords(deskWords)
  const say = useSay()
  if (vote.todos.length === 0) return null
  const first = vote.todos.find(({ code }) => ATTABLE.includes(code))
  return <section className={first ? 'vc-todo' : 'vc-todo vc-todo--calm'}><p className="vc-todo__lead">{w.todo}</p>
    {vote.todos.map((one) => <div key={one.code}><b>{say(one.words)}</b>
      {one === first && <Button look="decide" href={`/console/votes/${vote.id}/conflicts`}>{w.conflictsGo}</Button>}
      {one !== first && ATTABLE.includes(one.code) && <Go className="lk-link" href={`/console/votes/${vote.id}/conflicts`}>{w.todoGo}</Go>}
      {ATDOORS.includes(one.code) && vote.may.includes('electors') && <Go className="lk-link" href={`/console/votes/${vote.id}/electors`}>{w.todoGo}
        </Go>}</div>)}
  </section>
}

export function Sealed({ vote }: { vote: Detail }) {
  const w = useWords(deskWords)
  if (!vote.sealed || !['open', 'closed'].includes(vote.state)) return null
  return <section className="vc-sealed"><h2><Icon name="lock" size={18} />{w.sealed}</h2><p className="lk-second">{w.sealedLine}</p></section>
}
