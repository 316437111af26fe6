/** Ballots in conflict: each with what holds by the rules; nothing is decided silently. After the close a scrutineer looks at papers read differently. */
import './votes.css'
import { useParams } from '@tanstack/react-router'
import { Button, ConsoleFrame, Empty, ErrorNote, PageHead, Skeleton, useSay, useWords } from '../../../../ui-kit/index.ts'
import { useConflicts, useMove, useVote, type Conflict, type Detail } from './vote-api.ts'
import { deskWords } from './vote-words.ts'

export default function ConflictsPage() {
  const w = useWords(deskWords)
  const { id = '' } = useParams({ strict: false }) as { id?: string } // the route's own parameter
  const vote = useVote(id)
  const conflicts = useConflicts(id, true)
  return <ConsoleFrame current="/console/votes">
    <PageHead title={w.conflicts} line={w.conflictsLine} tools={<Button href={`/console/votes/${id}`} icon="left">{vote.data?.title ?? w.back}</Button>} />
    <div className="vc-page">{conflicts.error && !conflicts.data ? <ErrorNote title={w.failed} error={conflicts.error} /> : !conflicts.data || !vote.data ? <Skeleton repeat={3} />
      : conflicts.data.items.length === 0 ? <Empty title={w.noConflict} /> : <ul className="vc-objections">{conflicts.data.items.map((one) => <li key={`${one.elector} ${one.kind}`}><ConflictRow vote={vote.data} one={one} /></li>)}</ul>}</div>
  </ConsoleFrame>
}

function ConflictRow({ vote, one }: { vote: Detail; one: Conflict }) {
  const w = useWords(deskWords)
  const say = useSay()
  const move = useMove(vote.id)
  const look = (choose: readonly string[]) => move.mutate({ to: 'looks', body: { elector: one.elector, seq: one.seqs[0]?.seq ?? 1, answers: choose.length > 0 ? vote.questions.map(({ n }) => ({ n, choose })) : [], spoilt: choose.length === 0 } })
  return <><b>{one.label}</b><span>{say(one.words)}{one.holds !== null && `，${w.holds(one.holds)}`}</span>
    <span className="lk-second">{one.seqs.map(({ seq, channel, day }) => `${seq}. ${isChannel(channel) ? w[channel] : channel} ${day}`).join('，')}</span>
    {one.kind === 'differing' && vote.may.includes('looks') && <span className="vc-tools">{(['agree', 'against', 'abstain'] as const).map((choice) => <Button key={choice} size="small" busy={move.isPending} onClick={() => look([choice])}>{w[choice]}</Button>)}
      <Button size="small" look="quiet" onClick={() => look([])}>{w.spoilt}</Button></span>}
    {move.error && <ErrorNote title={w.notDone} error={move.error} />}</>
}
const isChannel = (word: string): word is 'phone' | 'paper' | 'door' => ['phone', 'paper', 'door'].includes(word)
