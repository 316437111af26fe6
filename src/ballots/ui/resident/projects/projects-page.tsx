/** '/projects/:place': a round of micro-projects of the place's community, what was chosen and why, how far it is, and earlier rounds. [B64] */
import { useState } from 'react'
import { Button, Empty, ErrorNote, Meta, ResidentShell, SectionTitle, Skeleton, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { useBoardBack } from '../../../../places/ui/parts/board-back.ts'
import { usePlace } from '../../../../places/ui/parts/places.ts'
import { roundSaid } from '../../../rules/projects/index.ts'
import { useYuan } from '../../money.ts'
import { sayDay, today } from '../../parts/day.ts'
import { Marked } from '../../parts/marked.tsx'
import { useRound, useRounds, type Round, type RoundCard } from '../../project-api.ts'
import { projectWords } from '../../project-words.ts'
import { Compare } from './compare.tsx'
import { FollowForm } from './follow-form.tsx'
import { ProjectCard } from './project-card.tsx'
import { ProposeForm } from './propose-form.tsx'
import './projects.css'

export default function ProjectsPage({ params }: { params: Record<string, string | undefined> }) {
  const w = useWords(projectWords)
  const place = usePlace(params['place']).data?.place
  const back = useBoardBack(params['place'], w.home)
  const rounds = useRounds(place && (place.community ?? place.id))
  const [chosen, choose] = useState<string>()
  const [writing, write] = useState<'propose' | 'follow'>()
  const items = rounds.data?.items ?? []
  // what can be voted on now stands before a newer call for proposals
  const id = chosen ?? (items.find(({ state }) => state === 'posted') ?? items[0])?.id
  const round = useRound(id)
  const top = (act: () => void) => { act(); scrollTo(0, 0) }
  if (writing === 'propose' && round.data) return <ProposeForm round={round.data} onBack={() => top(() => write(undefined))} />
  if (writing === 'follow') return <FollowForm onBack={() => top(() => write(undefined))} />
  const error = rounds.error ?? round.error
  return <ResidentShell back={back} wide bar={round.data && <Act round={round.data}
    onPropose={() => top(() => write('propose'))} />}>
    {error && !round.data ? <><h1 className="lk-title">{w.title}</h1><ErrorNote title={w.failed} error={error}>
      <Button look="primary" onClick={() => { void rounds.refetch(); void round.refetch() }}>{w.again}</Button></ErrorNote></>
      : rounds.data && items.length === 0 ? <><h1 className="lk-title">{w.title}</h1><Empty title={w.none} line={w.noneLine} /></>
        : !round.data ? <Skeleton lines={[60, 100, 100, 90]} repeat={3} />
          : <><Whole round={round.data} />
            <p className="mp-foot"><Button look="plain" onClick={() => top(() => write('follow'))}>{w.follow}</Button></p>
            <Earlier items={items.filter((one) => one.id !== id)} onChoose={(one) => top(() => choose(one))} /></>}
  </ResidentShell>
}

const isVoting = ({ opensOn, closesOn }: Round): boolean => opensOn !== null && closesOn !== null && opensOn <= today() && today() <= closesOn

function Act({ round, onPropose }: { round: Round; onPropose: () => void }) {
  const w = useWords(projectWords)
  if (round.state === 'call') return <Button look="primary" size="bar" onClick={onPropose}>{w.propose}</Button>
  return round.state === 'posted' && round.vote && isVoting(round) ? <Button look="primary" size="bar" href={`/vote/${round.vote}?choose`}>{w.vote}</Button> : null
}

/** What stands where in a round, in one sentence with its figures between bars. */
function useStanding(round: Round): string {
  const w = useWords(projectWords)
  const yuan = useYuan()
  const { lang } = useSettings()
  const chosen = round.projects.filter(({ found, state }) => found !== null && state !== 'not_funded')
  if (round.state === 'call') return w.call(sayDay(round.proposeUntil, lang))
  if (round.state === 'review') return w.review
  if (round.state === 'posted' && round.closesOn !== null && today() > round.closesOn) return w.counting(sayDay(round.closesOn, lang))
  if (round.state === 'posted') return w.voting(round.projects.filter(({ state }) => state === 'accepted').length, sayDay(round.opensOn, lang),
    sayDay(round.closesOn, lang))
  return w.decided(chosen.length, yuan(chosen.reduce((sum, { cost }) => sum + (cost ?? 0), 0)), yuan(round.budget))
}

function Whole({ round }: { round: Round }) {
  const w = useWords(projectWords)
  const yuan = useYuan()
  const over = ['decided', 'closed'].includes(round.state)
  const of = (keep: (project: Round['projects'][number]) => boolean) => round.projects.filter(keep)
  const groups = over
    ? [{ title: w.funded, items: of(({ state, found }) => found !== null && state !== 'not_funded') }, { title: w.lacked,
      items: of(({ state }) => state === 'not_funded') }]
    : [{ title: w.slate, items: of(({ state }) => state === 'accepted') }]
  return <>
    <p className="lk-second">{round.community.name}</p>
    <h1 className="mp-title">{round.title}</h1>
    <p className="mp-said"><Marked said={useStanding(round)} /></p>
    {!over && <p className="lk-second mp-money"><Meta>{[`${w.money} ${yuan(round.budget)}`, round.waiting > 0 ? w.waiting(round.waiting) : '']}</Meta>
      </p>}
    {[...groups, { title: w.refused, items: of(({ state }) => state === 'refused') }].filter(({ items }) => items.length > 0).map(({ title,
      items }) =>
      <section key={title} className="mp-part"><SectionTitle rule="above" aside={String(items.length)}>{title}</SectionTitle>
        <ul className="mp-list">{items.map((project) => <li key={project.id}><ProjectCard project={project} voters={round.voters} /></li>)}</ul>
          </section>)}
    {round.compared.length > 1 && <Compare round={round} />}
  </>
}

function Earlier({ items, onChoose }: { items: readonly RoundCard[]; onChoose: (id: string) => void }) {
  const w = useWords(projectWords)
  const say = useSay()
  const yuan = useYuan()
  if (items.length === 0) return null
  return <section className="mp-part"><SectionTitle rule="above">{w.others}</SectionTitle>
    <ul className="mp-rounds">{items.map((round) => <li key={round.id}><button type="button" onClick={() => onChoose(round.id)}>
      <b>{round.title}</b><span>{yuan(round.budget)}</span><span>{say(roundSaid(round, today()))}</span></button></li>)}</ul></section>
}
