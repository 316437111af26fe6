/** One vote, live: who took part against both quorums in words, building by building, the steps, what waits, and what one may do next. */
import './votes.css'
import { useParams } from '@tanstack/react-router'
import { BackLink, Button, ConsoleFrame, ErrorNote, Icon, Meta, moment, now, Skeleton, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { sayDay, sayDayOf } from '../../parts/day.ts'
import { Result } from '../../parts/result.tsx'
import { Steps } from '../../parts/steps.tsx'
import { Turnout } from '../../parts/turnout.tsx'
import { Buildings } from './buildings-part.tsx'
import { NextPart } from './next-part.tsx'
import { LinkPart } from './link-part.tsx'
import { PapersPart } from './papers-part.tsx'
import { SlipsPart } from './slips-part.tsx'
import { Sealed, Todos } from './todo-part.tsx'
import { useVote, type Detail } from './vote-api.ts'
import { deskWords } from './vote-words.ts'

export default function VotePage() {
  const w = useWords(deskWords)
  const { id = '' } = useParams({ strict: false }) as { id?: string } // the route's own parameter
  const vote = useVote(id)
  return <ConsoleFrame current="/console/votes"><div className="vc-page">
    {vote.data ? <Whole vote={vote.data} /> : vote.error
      ? <ErrorNote title={w.failed} error={vote.error}><Button look="primary" onClick={() => void vote.refetch()}>{w.again}</Button></ErrorNote>
      : <Skeleton repeat={4} />}
  </div></ConsoleFrame>
}

function Whole({ vote }: { vote: Detail }) {
  const w = useWords(deskWords)
  const { lang } = useSettings()
  const { participation } = vote
  return <>
    <Head vote={vote} />
    {vote.withdrawn && <p>{w.withdrawnOn(sayDay(vote.withdrawn.on, lang), vote.withdrawn.reason)}</p>}
    {participation && (participation.headsTotal > 0 || (vote.kind === 'budget' && participation.heads > 0)) && vote.opensAt && !vote.withdrawn && <><Turnout participation={participation} over={!['frozen', 'open'].includes(vote.state)} />
      {vote.kind !== 'budget' && vote.item !== 'residents_covenant' && <p className="lk-second vc-basis">{w.basis(sayDayOf(vote.frozenAt, lang))}</p>}</>}
    {vote.result && <Result result={vote.result} />}
    <div className={vote.buildings.length > 0 && !vote.withdrawn ? 'vc-columns' : 'vc-columns vc-columns--two'}>
      {vote.buildings.length > 0 && !vote.withdrawn && <Buildings vote={vote} />}
      <div><Steps steps={vote.withdrawn ? vote.steps.filter(({ state }) => state === 'done') : vote.steps} />
        {vote.frozenAt && vote.channels && !vote.withdrawn && <p className="vc-how"><span className="lk-second">{w.how}</span>
          <span>{w.ways(vote.channels.phone, vote.channels.paper, vote.channels.door)}</span></p>}</div>
      <div className="vc-side"><Todos vote={vote} /><Sealed vote={vote} /><NextPart vote={vote} /><SlipsPart vote={vote} /><PapersPart vote={vote} /><LinkPart vote={vote} />
        </div>
    </div>
  </>
}

/** Whose vote, which one, its title; until when, and the ways to paper and to the public page. */
function Head({ vote }: { vote: Detail }) {
  const w = useWords(deskWords)
  const { lang } = useSettings()
  const left = vote.closesAt ? Math.ceil((Date.parse(vote.closesAt) - now()) / 86_400_000) : 0
  const when = vote.state === 'open' && vote.closesAt ? w.until(moment(Date.parse(vote.closesAt), now(), lang), left)
    : vote.opensAt && ['noticed', 'frozen'].includes(vote.state) ? w.opens(moment(Date.parse(vote.opensAt), now(), lang)) : w[vote.state]
  return <header className="vc-head">
    <div><BackLink href="/console/votes" word={w.toVotes} /><p className="lk-second"><Meta>{[`${vote.electorate.name}${vote.kind === 'budget' ? '' : vote.item === 'residents_covenant' ? w.residents : w.assembly}`, w.nth(vote.number), vote.secret
      ? w.secret : '']}</Meta></p>
      <h1>{vote.title}</h1></div>
    <p className="vc-tools lk-no-print"><span className="vc-when"><Icon name="calendar" size={16} />{when}</span>
      {vote.may.includes('electors') && <Button icon="print" href={`/console/votes/${vote.id}/electors`}>{w.papersTool}</Button>}
      {vote.state !== 'draft' && <Button look="quiet" href={`/vote/${vote.id}`} outside>{w.openPage}</Button>}</p>
  </header>
}
