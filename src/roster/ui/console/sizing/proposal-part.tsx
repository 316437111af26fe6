/** A grid that is too big: why, how it is proposed to be divided, the plan to change that on, and the decision. */
import { useState } from 'react'
import { Button, Dialog, ErrorNote, Refused, useSay, useWords } from '../../../../ui-kit/index.ts'
import { checkAgainstNorm, checkParts, sayBuildings } from '../../../rules/sizing/index.ts'
import { letterOf, Plan } from './plan.tsx'
import { useDivide, type Building, type Proposal, type Sizing } from './sizing-api.ts'
import { sizingWords } from './sizing-words.ts'

type ProposalPartProps = { readonly sizing: Sizing; readonly proposal: Proposal }

export function ProposalPart({ sizing, proposal }: ProposalPartProps) {
  const w = useWords(sizingWords)
  const say = useSay()
  const [parts, setParts] = useState<readonly (readonly string[])[]>(proposal.parts.map(({ buildings }) => buildings))
  const [asking, ask] = useState(false)
  const name = sizing.areas.find(({ id }) => id === proposal.grid)?.name ?? ''
  const own = parts.flat()
  const buildings = sizing.buildings.filter(({ id }) => own.includes(id))
  const partOf = (id: string): number => parts.findIndex((part) => part.includes(id))
  const press = (id: string) => setParts(parts.map((part, at) =>
    (at === partOf(id) ? part.filter((one) => one !== id) : at === (partOf(id) + 1) % parts.length ? [...part, id] : part)))
  const checked = checkParts(buildings, parts)
  const fits = checked.ok ? checkAgainstNorm(checked.value, sizing.norms.find(({ kind }) => kind === 'grid') ?? null) : checked
  const changed = parts.some((part, at) => part.length !== proposal.parts[at]?.buildings.length
    || part.some((id) => !proposal.parts[at]?.buildings.includes(id)))
  return <section className={`rs-proposal${sizing.mayDivide ? ' lk-decision' : ' lk-card'}`}>
    <div className="rs-proposal__text">
      <h2>{w.lead(name, parts.length)}</h2>
      <p>{say(proposal.why)}</p>
      <p className="lk-small">{w.basis(proposal.source)}</p>
      <ol className="rs-parts">
        {parts.map((part, at) => <PartLine key={letterOf(at)} at={at} name={name}
        least={sizing.norms.find(({ kind }) => kind === 'grid')?.least ?? 0} first={at === firstPart(parts, buildings)}
        buildings={buildings.filter(({ id }) => part.includes(id))} />)}</ol>
      {!fits.ok && <Refused refusal={fits.refusal} />}
      {sizing.mayDivide ? <>
        <p className="lk-small">{w.move}</p>
        <div className="lk-moves">
          <Button look="decide" onClick={() => ask(true)} whyNot={fits.ok ? undefined : say(fits.refusal.explain)}>{w.decide(parts.length)}</Button>
          {changed && <Button look="quiet" icon="undo" onClick={() => setParts(proposal.parts.map((part) => part.buildings))}>{w.asProposed}</Button>}
        </div></> : <p className="lk-second">{w.notYours}</p>}
    </div>
    <Plan buildings={buildings} partOf={partOf} label={w.plan(name)} onPress={sizing.mayDivide ? press : undefined} />
    {asking && <DivideDialog grid={proposal.grid} name={name} parts={parts} buildings={buildings} onClose={() => ask(false)} />}
  </section>
}

/** The part with the first building keeps the number. */
const firstPart = (parts: readonly (readonly string[])[], buildings: readonly Building[]): number => {
  const checked = checkParts(buildings, parts)
  const first = checked.ok ? checked.value[0]?.blocks[0]?.id : undefined
  return first === undefined ? 0 : parts.findIndex((part) => part.includes(first))
}

type PartLineProps = { readonly at: number; readonly name: string; readonly least: number; readonly first: boolean;
  readonly buildings: readonly Building[] }

function PartLine({ at, name, least, first, buildings }: PartLineProps) {
  const w = useWords(sizingWords)
  const say = useSay()
  const names = new Map(buildings.map((one) => [one.compound, one.compoundName]))
  const homes = buildings.reduce((all, one) => all + one.homes, 0)
  return <li className={`rs-part rs-part-${at % 3}`}>
    <span className="rs-part__letter" aria-label={w.part(letterOf(at))}>{letterOf(at)}</span>
    <span><b>{buildings.length === 0 ? w.homes(0) : say(sayBuildings(buildings, (compound) => names.get(compound) ?? ''))}</b>
      <span className="rs-part__homes">{w.homes(homes)}</span>{homes < least && <span className="rs-off">{w.underBy(least - homes)}</span>}
      <span className="lk-small">{first ? w.keeps(name) : w.becomes}</span></span>
  </li>
}

type DivideDialogProps = { readonly grid: string; readonly name: string; readonly parts: readonly (readonly string[])[];
  readonly buildings: readonly Building[]
  readonly onClose: () => void }

function DivideDialog({ grid, name, parts, buildings, onClose }: DivideDialogProps) {
  const w = useWords(sizingWords)
  const divide = useDivide(onClose)
  const stay = firstPart(parts, buildings)
  const moving = buildings.filter(({ id }) => !parts[stay]?.includes(id)).reduce((all, { homes }) => all + homes, 0)
  return <Dialog title={w.confirmTitle(name, parts.length)} onClose={onClose} foot={<><Button look="quiet" onClick={onClose}>{w.cancel}</Button>
    <Button look="decide" busy={divide.isPending} onClick={() => divide.mutate({ grid, parts })}>{w.decide(parts.length)}</Button></>}>
    <p>{w.follows}</p>
    <ul className="rs-follows"><li>{w.followHomes(moving)}</li><li>{w.followPosts}</li><li>{w.followWork}</li><li>{w.followUndo}</li></ul>
    {divide.error && <ErrorNote title={w.notDone} error={divide.error} />}
  </Dialog>
}
