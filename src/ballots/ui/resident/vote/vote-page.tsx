/** '/vote/:id': a vote as everybody may read it: what is asked, how many take part, which steps are done, and after the close the result. [B33] */
import './vote.css'
import { useState } from 'react'
import { Button, ErrorNote, Icon, Meta, ResidentShell, SectionTitle, Skeleton, sourceLine, useSay, useSettings,
  useWords } from '../../../../ui-kit/index.ts'
import { useBoardBack } from '../../../../places/ui/parts/board-back.ts'
import { useYuan } from '../../money.ts'
import { sayDay, sayDayOf } from '../../parts/day.ts'
import { Result } from '../../parts/result.tsx'
import { Steps } from '../../parts/steps.tsx'
import { Turnout } from '../../parts/turnout.tsx'
import { usePublicVote, type PublicVote } from '../../resident-api.ts'
import { BudgetForm } from './budget-form.tsx'
import { SlatePart } from './slate.tsx'
import { voteWords } from './vote-words.ts'

export default function VotePage({ params }: { params: Record<string, string | undefined> }) {
  const w = useWords(voteWords)
  const vote = usePublicVote(params['id'])
  const back = useBoardBack(vote.data?.place, w.home)
  const [voting, setVoting] = useState(() => new URLSearchParams(location.search).has('choose'))
  const turn = (on: boolean) => { setVoting(on); scrollTo(0, 0) }
  if (voting && vote.data?.kind === 'budget' && mayVote(vote.data)) return <BudgetForm vote={vote.data} onBack={() => turn(false)} />
  return <ResidentShell back={back} bar={vote.data && mayVote(vote.data) && (vote.data.kind === 'budget'
    ? <Button look="primary" size="bar" onClick={() => turn(true)}>{w.goVote}</Button> : <Button look="primary" size="bar" href="/vote">{w.goVote}
      </Button>)}>
    {vote.data ? <Whole vote={vote.data} /> : vote.error
      ? <><h1 className="lk-title">{w.vote}</h1><ErrorNote title={w.failed} error={vote.error}><Button look="primary"
        onClick={() => void vote.refetch()}>{w.again}</Button></ErrorNote></>
      : <Skeleton lines={[60, 100, 100]} repeat={3} />}
  </ResidentShell>
}

const mayVote = ({ state, channelsAllowed }: PublicVote): boolean => state === 'open' && channelsAllowed.includes('phone')

function Whole({ vote }: { vote: PublicVote }) {
  const w = useWords(voteWords)
  const { lang } = useSettings()
  return <>
    <p className="bv-crumbs"><Meta>{[`${vote.electorateName}${vote.kind === 'budget' ? '' : vote.item === 'residents_covenant' ? w.residents : w.assembly}`, w.nth(vote.number), vote.secret
      ? w.secretWord : '']}</Meta></p>
    <h1 className="bv-title">{vote.title}</h1>
    {vote.words && <p className="bv-words">{vote.words}</p>}
    {vote.withdrawn ? <section className="bv-receipt"><h2>{w.withdrawn(sayDay(vote.withdrawn.on, lang))}</h2><p>{vote.withdrawn.reason}</p></section>
      : <Course vote={vote} />}
    <Asked vote={vote} />
    {vote.slips.length > 0 && <Slips vote={vote} />}
    {vote.kind === 'election' && <SlatePart vote={vote.id} />}
    {vote.objectionsUntil && <p className="lk-second">{w.objections(sayDay(vote.objectionsUntil, lang))}</p>}
    {vote.kind !== 'budget' && vote.item !== 'residents_covenant' && vote.state !== 'withdrawn' && vote.state !== 'archived' && <p className="bv-foot"><Button look="plain" href="/vote">{w.goObject}</Button></p>}
    {vote.opinions.length > 0 && <section className="bv-part"><SectionTitle rule="above">{w.opinions}</SectionTitle><Opinions vote={vote} />
      </section>}
    {!vote.withdrawn && <div className="bv-part"><Steps steps={vote.steps} rule="above" /></div>}
    <Rules vote={vote} />
    {vote.root && <Root vote={vote} root={vote.root} />}
    {!vote.root && !vote.withdrawn && <p className="bv-foot"><Button look="plain" href="/vote">{w.check}</Button></p>}
  </>
}

/** The days of voting, who took part, and after the close the result. */
function Course({ vote }: { vote: PublicVote }) {
  const w = useWords(voteWords)
  const { lang } = useSettings()
  const { participation: p } = vote
  return <>
    <p className="lk-second">{vote.opensAt && w.window(sayDayOf(vote.opensAt, lang), sayDayOf(vote.closesAt, lang))}</p>
    {p && p.headsTotal > 0 && vote.opensAt && <Turnout participation={p} over={!['noticed', 'frozen', 'open'].includes(vote.state)} />}
    {p && p.areaNeeded > 0 && vote.state === 'open' && <p className="lk-second">{w.roughly}</p>}
    {p && vote.kind === 'budget' && vote.state === 'open' && <p>{w.about(p.heads)}</p>}
    {!p && vote.opensAt && vote.state !== 'noticed' && vote.state !== 'frozen' && <p className="lk-second">{w.few}</p>}
    {vote.result ? <Result result={vote.result} rule="above" /> : vote.state === 'open' && <section className="bv-sealed"><h2><Icon name="lock"
      size={20} />{w.sealed}</h2><p>{w.sealedLine}</p></section>}
  </>
}

/** What stands on the ballot where the title does not say it all: projects with their cost, or several questions. */
function Asked({ vote: { kind, questions } }: { vote: Pick<PublicVote, 'kind' | 'questions'> }) {
  const w = useWords(voteWords)
  const yuan = useYuan()
  const lines = kind === 'budget' ? questions.flatMap(({ options }) => options.map(({ id, label, cost }) => ({ id, label, words: cost === null ? '' : yuan(cost) })))
    : kind === 'motion' && questions.length > 1 ? questions.map(({ n, title, words }) => ({ id: String(n), label: title, words })) : []
  if (lines.length === 0) return null
  return <section className="bv-part"><SectionTitle rule="above">{w.asked}</SectionTitle>
    <ul className={kind === 'budget' ? 'bv-asked' : 'bv-opinions'}>{lines.map((one) => <li key={one.id}><b>{one.label}</b><span>{one.words}</span></li>)}</ul></section>
}

/** How many slips were made for each building, so that anybody can see that there are not more than homes give. [B69] */
function Slips({ vote }: { vote: Pick<PublicVote, 'slips'> }) {
  const w = useWords(voteWords)
  return <section className="bv-part"><SectionTitle rule="above">{w.slips}</SectionTitle><p className="lk-second">{w.slipsLine}</p>
    <ul className="bv-opinions">{vote.slips.map((one) => <li key={one.name}><b>{one.name}</b>{w.slipsOf(one.made, one.void)}</li>)}</ul></section>
}

function Opinions({ vote }: { vote: Pick<PublicVote, 'opinions'> }) {
  const w = useWords(voteWords)
  return <ul className="bv-opinions">{vote.opinions.map((one) => <li key={one.saidBy}><b>{w[one.saidBy]}</b>{one.words}</li>)}</ul>
}

function Rules({ vote }: { vote: PublicVote }) {
  const w = useWords(voteWords)
  const say = useSay()
  if (vote.rules.length === 0) return null
  return <section className="bv-part"><SectionTitle rule="above">{w.rules}</SectionTitle><ul className="bv-rules">
    {vote.rules.map((rule) => <li key={rule.code}>{say(rule.words)}
    {rule.source && <span className="lk-small">{sourceLine(rule.source)}</span>}</li>)}</ul></section>
}

/** The fingerprint of all ballots, and the seed by which equals were drawn. [B52] [B44] */
function Root({ vote, root }: { vote: PublicVote; root: string }) {
  const w = useWords(voteWords)
  return <section className="bv-part"><SectionTitle rule="above">{w.root}</SectionTitle><p className="lk-second">{w.rootLine(vote.size ?? 0)}</p><p
    className="bv-root">{root}</p>
    {vote.seed && <><p className="lk-second">{w.draw}</p><p className="bv-root">{vote.seed}</p></>}
    <p className="bv-foot"><Button look="plain" href="/vote?check">{w.check}</Button></p></section>
}
