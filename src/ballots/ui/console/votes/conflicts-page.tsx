/** Ballots in conflict: each with what holds by the rules. After the close a scrutineer looks at papers that two people read differently. [B12] */
import './votes.css'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, ConsoleFrame, Empty, ErrorNote, PageHead, SectionTitle, Skeleton, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { sayDay } from '../../parts/day.ts'
import { answersOf, BallotChoices, complete, type Chosen } from './ballot-choices.tsx'
import { useConflicts, useMove, useVote, type Conflict, type Detail } from './vote-api.ts'
import { deskWords } from './vote-words.ts'

export default function ConflictsPage() {
  const w = useWords(deskWords)
  const { id = '' } = useParams({ strict: false }) as { id?: string } // the route's own parameter
  const [vote, conflicts] = [useVote(id), useConflicts(id, true)]
  const error = vote.error ?? conflicts.error
  return <ConsoleFrame current="/console/votes">
    <PageHead over={vote.data?.title} title={w.conflicts} line={w.conflictsLine} back={{ href: `/console/votes/${id}`, word: w.toVote }} />
    <div className="vc-page">{vote.data && conflicts.data ? <Listed vote={vote.data} items={conflicts.data.items} />
      : error ? <ErrorNote title={w.failed} error={error}><Button look="primary" onClick={() => { void vote.refetch(); void conflicts.refetch() }}>
        {w.again}</Button></ErrorNote>
        : <Skeleton repeat={3} />}</div>
  </ConsoleFrame>
}

function Listed({ vote, items }: { vote: Detail; items: readonly Conflict[] }) {
  const w = useWords(deskWords)
  if (items.length === 0) return <Empty title={w.noConflict} />
  const groups = [{ title: w.differing, of: items.filter(({ kind }) => kind === 'differing') },
    { title: w.twice, of: items.filter(({ kind }) => kind !== 'differing') }]
  return <>{groups.filter(({ of }) => of.length > 0).map(({ title, of }) => <section key={title} className="vc-part"><SectionTitle
    aside={String(of.length)}>{title}</SectionTitle>
    <ul className="vc-conflicts">{of.map((one) => <li key={`${one.elector} ${one.kind}`}><ConflictRow vote={vote} one={one} /></li>)}</ul></section>)}
      </>
}

function ConflictRow({ vote, one }: { vote: Detail; one: Conflict }) {
  const w = useWords(deskWords)
  const say = useSay()
  const { lang } = useSettings()
  return <><b>{one.label}</b>
    <ol>{one.seqs.map(({ seq, channel, day }) => <li key={seq} className={seq === one.holds ? 'is-held' : ''}>
      {w.nthBallot(seq)} {isChannel(channel) ? w[channel] : channel} {sayDay(day, lang)}{seq === one.holds && <b> {w.held}</b>}</li>)}</ol>
    <span className="lk-second">{say(one.words)}</span>
    {one.kind === 'differing' && vote.may.includes('looks') && <Look vote={vote} one={one} />}</>
}

/** What the scrutineer reads on a paper that two people read differently. */
function Look({ vote, one }: { vote: Detail; one: Conflict }) {
  const w = useWords(deskWords)
  const [chosen, choose] = useState<Chosen>({})
  const move = useMove(vote.id)
  const look = (spoilt: boolean) => move.mutate({ to: 'looks',
    body: { elector: one.elector, seq: one.seqs[0]?.seq ?? 1, spoilt, ...(spoilt ? {} : { answers: answersOf(vote, chosen) }) } })
  return <div className="vc-look"><BallotChoices vote={vote} chosen={chosen} onChoose={choose} />
    <p className="vc-tools"><Button look="primary" busy={move.isPending} whyNot={complete(vote, chosen) ? undefined : w.readFirst}
      onClick={() => look(false)}>{w.lookKeep}</Button>
      <Button look="quiet" onClick={() => look(true)}>{w.spoilt}</Button></p>
    {move.error && <ErrorNote title={w.notDone} error={move.error} />}</div>
}
const isChannel = (word: string): word is 'phone' | 'paper' | 'door' => ['phone', 'paper', 'door'].includes(word)
