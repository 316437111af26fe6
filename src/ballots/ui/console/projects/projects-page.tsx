/** 微实事 at the community's desk: rounds, what was proposed, reviews, the slate, and delivery until the cost is published. */
import './projects.css'
import { useState } from 'react'
import { Button, ConsoleFrame, Empty, ErrorNote, PageHead, Skeleton, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { saveXlsx } from '../../../../ui-kit/xlsx.ts'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { usePlace } from '../../../../places/ui/parts/places.ts'
import { projectKindWords, projectStateWords, roundSaid } from '../../../rules/projects/index.ts'
import { today } from '../../parts/day.ts'
import { useRounds, useStaffRound, type RoundCard, type StaffRound } from '../../project-api.ts'
import { projectWords } from '../../project-words.ts'
import { RoundPane } from './round-pane.tsx'
import { StartDialog } from './start-dialog.tsx'

/** The community of the post, or the one above the place it stands at. */
function useCommunity(): string | undefined {
  const place = usePlace(usePost()?.place)
  if (!place.data) return undefined
  return [place.data.place, ...place.data.above].find(({ kind }) => kind === 'community')?.id ?? place.data.below.find(({ kind }) => kind === 'community')?.id
}

export default function ProjectsPage() {
  const w = useWords(projectWords)
  const leads = usePost()?.audience === 'community'
  const community = useCommunity()
  const rounds = useRounds(community)
  const [chosen, choose] = useState<string>()
  const [starting, start] = useState(false)
  const id = chosen ?? rounds.data?.items[0]?.id
  const round = useStaffRound(id)
  const error = rounds.error ?? round.error
  const again = () => { void rounds.refetch(); void round.refetch() }
  return <ConsoleFrame current="/console/projects">
    <PageHead title={w.title} line={w.line} tools={<>
      {round.data && <Export round={round.data} />}
      {community && <Button href={`/projects/${community}`} icon="board" outside>{w.open}</Button>}
      {leads && <Button look="primary" icon="plus" onClick={() => start(true)}>{w.start}</Button>}</>} />
    <div className="mpc-page">
      {rounds.data?.items.length === 0 ? <Empty title={w.none} line={w.noneLine}>{leads && <Button look="primary" onClick={() => start(true)}>
        {w.start}</Button>}</Empty>
        : <>{(rounds.data?.items.length ?? 0) > 1 && <Rounds items={rounds.data?.items ?? []} id={id} onChoose={choose} />}
          {round.data ? <RoundPane round={round.data} /> : error ? <ErrorNote title={w.failed} error={error}><Button look="primary" onClick={again}>
            {w.again}</Button></ErrorNote>
            : <Skeleton repeat={4} />}</>}
    </div>
    {starting && community && <StartDialog community={community} onClose={() => start(false)} onStarted={(one) => { start(false); choose(one) }} />}
  </ConsoleFrame>
}

function Rounds({ items, id, onChoose }: { items: readonly RoundCard[]; id: string | undefined; onChoose: (id: string) => void }) {
  const w = useWords(projectWords)
  const say = useSay()
  return <nav className="mpc-rounds" aria-label={w.title}>{items.map((one) => <button key={one.id} type="button"
    aria-current={one.id === id || undefined}
    onClick={() => onChoose(one.id)}><b>{one.title}</b><span>{say(roundSaid(one, today()))}</span></button>)}</nav>
}

/** What the page shows, as a workbook; money in yuan. */
function Export({ round }: { round: StaffRound }) {
  const w = useWords(projectWords)
  const say = useSay()
  const { lang } = useSettings()
  const rows = (): (string | number)[][] => [[w.publicTitle, w.at, w.kind, w.costOf, lang === 'zh' ? '赞成' : 'Approvals', w.why],
    ...round.projects.map((one) =>
    [one.title || one.words, one.place, say(projectKindWords[one.kind]), one.cost === null ? '' : one.cost / 100, one.votes ?? '',
      one.found ? say(one.found) : one.reason ?? say(projectStateWords[one.state])])]
  return <Button icon="download" onClick={() => saveXlsx(round.title, rows())}>{w.export}</Button>
}
