/** 微实事 at the community's desk: rounds, what was proposed, reviews, the slate, and delivery until the cost is published. */
import './projects.css'
import { useState } from 'react'
import { Button, ConsoleFrame, Empty, ErrorNote, Go, PageHead, SectionTitle, Skeleton, useSay, useWords } from '../../../../ui-kit/index.ts'
import { saveXlsx } from '../../../../ui-kit/xlsx.ts'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { usePlace } from '../../../../places/ui/parts/places.ts'
import { projectKindWords, projectStateWords, roundStateWords } from '../../../rules/projects/index.ts'
import { yuanOf } from '../../money.ts'
import { useRounds, useStaffRound, useStep, type StaffRound } from '../../project-api.ts'
import { projectWords } from '../../project-words.ts'
import { ProposalRow } from './proposal-row.tsx'
import { StartDialog } from './start-dialog.tsx'

/** The community of the post, or the one above the place it stands at. */
function useCommunity(): string | undefined {
  const place = usePlace(usePost()?.place)
  if (!place.data) return undefined
  return [place.data.place, ...place.data.above].find(({ kind }) => kind === 'community')?.id ?? place.data.below.find(({ kind }) => kind === 'community')?.id
}

export default function ProjectsPage() {
  const w = useWords(projectWords)
  const say = useSay()
  const leads = usePost()?.audience === 'community'
  const community = useCommunity()
  const rounds = useRounds(community)
  const [chosen, choose] = useState<string>()
  const [starting, start] = useState(false)
  const id = chosen ?? rounds.data?.items[0]?.id
  const round = useStaffRound(id)
  return <ConsoleFrame current="/console/projects">
    <PageHead title={w.title} line={w.line} tools={<>
      {round.data && <Button icon="download" onClick={() => saveXlsx(round.data.title, sheetOf(round.data, w, say))}>{w.export}</Button>}
      {community && <Button href={`/projects/${community}`} icon="board">{w.open}</Button>}
      {leads && <Button look="primary" icon="plus" onClick={() => start(true)}>{w.start}</Button>}</>} />
    <div className="mpc-page">
      {rounds.error && !rounds.data ? <ErrorNote title={w.failed} error={rounds.error}><Button look="primary" onClick={() => void rounds.refetch()}>{w.again}</Button></ErrorNote>
        : !rounds.data ? <Skeleton repeat={4} />
          : rounds.data.items.length === 0 ? <Empty title={w.none} line={w.noneLine}>{leads && <Button look="primary" onClick={() => start(true)}>{w.start}</Button>}</Empty>
            : <>
              <nav className="mpc-rounds" aria-label={w.title}>{rounds.data.items.map((one) => <button key={one.id} type="button" aria-current={one.id === id}
                onClick={() => choose(one.id)}><b>{one.title}</b><span>{say(roundStateWords[one.state])}</span></button>)}</nav>
              {round.data ? <RoundPane round={round.data} /> : <Skeleton repeat={3} />}</>}
    </div>
    {starting && community && <StartDialog community={community} onClose={() => start(false)} onStarted={(one) => { start(false); choose(one) }} />}
  </ConsoleFrame>
}

function RoundPane({ round }: { round: StaffRound }) {
  const w = useWords(projectWords)
  const step = useStep()
  const [days, setDays] = useState({ opensOn: '', closesOn: '' })
  const groups = [
    { title: projectStateWords.proposed, items: round.projects.filter(({ state }) => state === 'proposed') },
    { title: projectStateWords.accepted, items: round.projects.filter(({ state }) => state === 'accepted') },
    { title: projectStateWords.funded, items: round.projects.filter(({ state }) => ['funded', 'running', 'delivered', 'accepted_by_residents', 'published'].includes(state)) },
    { title: projectStateWords.not_funded, items: round.projects.filter(({ state }) => state === 'not_funded') },
    { title: projectStateWords.refused, items: round.projects.filter(({ state }) => ['refused', 'withdrawn'].includes(state)) },
  ]
  const say = useSay()
  return <section className="mpc-round">
    <header className="mpc-head"><div><h2>{round.title}</h2>
      <p className="lk-second">{yuanOf(round.budget)}，{round.state === 'call' ? w.call(round.proposeUntil) : say(roundStateWords[round.state])}</p></div>
      {round.leads && round.state === 'call' && <Button onClick={() => step.mutate({ to: `rounds/${round.id}/close-call`, body: {} })} busy={step.isPending}>{w.closeCall}</Button>}
      {round.leads && round.state === 'review' && <form className="mpc-slate" onSubmit={(event) => { event.preventDefault(); step.mutate({ to: `rounds/${round.id}/slate`, body: days }) }}>
        <label>{w.opensOn}<input className="lk-input" type="date" required value={days.opensOn} onChange={(event) => setDays({ ...days, opensOn: event.target.value })} /></label>
        <label>{w.closesOn}<input className="lk-input" type="date" required value={days.closesOn} onChange={(event) => setDays({ ...days, closesOn: event.target.value })} /></label>
        <Button look="decide" type="submit" busy={step.isPending}>{w.postSlate}</Button></form>}
      {round.vote && <Go href={`/console/votes/${round.vote}`}>{w.vote}</Go>}
    </header>
    {step.error && <ErrorNote title={w.refusedStep} error={step.error} />}
    {round.projects.length === 0 && <Empty title={w.empty} line={w.emptyLine} />}
    {groups.filter(({ items }) => items.length > 0).map(({ title, items }) => <section key={title.zh}>
      <SectionTitle aside={String(items.length)}>{say(title)}</SectionTitle>
      {items.map((project) => <ProposalRow key={project.id} project={project} round={round} />)}</section>)}
  </section>
}

type Words = ReturnType<typeof useWords<typeof projectWords>>
function sheetOf(round: StaffRound, w: Words, say: ReturnType<typeof useSay>): (string | number)[][] {
  return [[w.publicTitle, w.at, w.kind, w.costOf, w.votes(''), w.why], ...round.projects.map((one) => [one.title || one.words, one.place,
    say(projectKindWords[one.kind]), one.cost === null ? '' : one.cost / 100, one.votes ?? '', one.found ? say(one.found) : one.reason ?? say(projectStateWords[one.state])])]
}
