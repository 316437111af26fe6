/** What is voted on in this compound, beside what was reported: the newest few, and the ways to one's own ballots and to micro-projects. */
import { useQuery } from '@tanstack/react-query'
import { dayOf, Go, Icon, now, request, SectionTitle, useSettings, useWords } from '../../../ui-kit/index.ts'
import { boardWords } from './board-words.ts'

/** As the votes of a compound are listed for everybody (openapi: listPublicVotes). */
type PublicCard = { readonly id: string; readonly title: string; readonly state: string; readonly opensAt: string | null; readonly closesAt: string
  | null; readonly outcome: string | null }
const SHOWN = 3

export function BoardVotes({ compound }: { compound: string }) {
  const w = useWords(boardWords)
  const { data } = useQuery({ queryKey: ['board', compound, 'votes'], staleTime: 60_000,
    queryFn: ({ signal }) => request<{ items: readonly PublicCard[] }>('GET', `/api/v1/public/votes?compound=${compound}`, { signal }) })
  if (!data) return null
  return <section id="votes"><SectionTitle>{w.votes}</SectionTitle><ul className="mb-votes">
    {data.items.slice(0, SHOWN).map((card) => <li key={card.id}><Go href={`/vote/${card.id}`}><span><b>{card.title}</b><Standing card={card} /></span>
      <Icon name="right" size={16} /></Go></li>)}
    <li><Go href="/vote"><span>{w.ownBallots}</span><Icon name="right" size={16} /></Go></li>
    <OpenPolls compound={compound} />
    <li><Go href={`/threads/in/${compound}`}><span>{w.threads}</span><Icon name="right" size={16} /></Go></li>
    <li><Go href={`/covenants/${compound}`}><span>{w.covenant}</span><Icon name="right" size={16} /></Go></li>
    <li><Go href={`/bodies/in/${compound}`}><span>{w.bodies}</span><Icon name="right" size={16} /></Go></li>
    <li><Go href={`/projects/${compound}`}><span>{w.projects}</span><Icon name="right" size={16} /></Go></li>
  </ul></section>
}

/** What is being asked now, each with its last day (openapi: listPolls). */
function OpenPolls({ compound }: { compound: string }) {
  const w = useWords(boardWords)
  const { lang } = useSettings()
  const { data } = useQuery({ queryKey: ['board', compound, 'polls'], staleTime: 60_000, queryFn: ({ signal }) =>
    request<{ items: readonly { id: string; question: string; phase: string; closesOn: string }[] }>('GET', `/api/v1/public/polls?place=${compound}`,
      { signal }) })
  return <>{data?.items.filter(({ phase }) => phase === 'open').slice(0, SHOWN).map(({ id, question, closesOn }) =>
    <li key={id}><Go href={`/polls/${id}`}><span><b>{question}</b><span className="lk-second">
      {w.pollUntil(dayOf(Date.parse(`${closesOn}T12:00:00+08:00`), now(), lang))}</span></span>
      <Icon name="right" size={16} /></Go></li>)}</>
}

function Standing({ card }: { card: PublicCard }) {
  const w = useWords(boardWords)
  const { lang } = useSettings()
  const day = (at: string): string => dayOf(Date.parse(at), now(), lang)
  const said = card.state === 'withdrawn' ? w.voteWithdrawn : card.outcome ? (card.outcome === 'passed' ? w.votePassed : w.voteNot) : card.state === 'open' && card.closesAt
    ? w.voteUntil(day(card.closesAt))
    : card.state === 'closed' || card.state === 'counted' ? w.voteCounting : card.opensAt ? w.voteFrom(day(card.opensAt)) : ''
  return <span className="lk-second">{said}</span>
}
