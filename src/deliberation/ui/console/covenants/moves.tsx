/** What comes next for a covenant: begin a draft, post it, put it to the vote, write the result down, enter signed slips. Only what the rules allow is drawn. */
import { useState } from 'react'
import { Button, ErrorNote, Field, Go, Refused, SectionTitle, Select, useSay, useWords } from '../../../../ui-kit/index.ts'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { clauseName } from '../../../rules/covenant/index.ts'
import { useCovenantStep, useHouseholdsVote, type StaffCovenant } from '../../covenant-api.ts'
import { covenantWords } from '../../covenant-words.ts'

export function Moves({ file, onSlips }: { file: StaffCovenant; onSlips: () => void }) {
  const w = useWords(covenantWords)
  const step = useCovenantStep()
  const may = (move: string) => file.moves.includes(move)
  const open = file.amendments.filter(({ state }) => state === 'open').length
  return <section className="cv-part"><SectionTitle>{w.next}</SectionTitle><div className="cv-moves">
    {open > 0 && <p className="lk-second">{w.openAmendments(open)}</p>}
    {may('post') && <PostBox file={file} />}
    {may('vote') && <VoteBox file={file} />}
    {!may('vote') && file.stops && !may('post') && <StopsBox file={file} />}
    {file.vote && <div className="cv-box"><p><Go className="lk-link" href={`/console/votes/${file.vote.id}`}>{file.vote.title}</Go></p>{may('settle')
      ? <Button look="primary" busy={step.isPending} onClick={() => step.mutate({ to: `covenants/${file.id}/settle`, body: {} })}>{w.settle}</Button> : <p className="lk-second">{w.waits}</p>}</div>}
    {may('new_draft') && <p><Button busy={step.isPending} onClick={() => step.mutate({ to: `covenants/${file.id}/drafts`, body: { reason: '' } })}>{w.newDraft}</Button></p>}
    {may('paper') && <p><Button onClick={onSlips}>{w.paperSign}</Button></p>}
    {step.error && <ErrorNote title={w.notDone} error={step.error} />}</div></section>
}

function StopsBox({ file }: { file: StaffCovenant }) {
  const w = useWords(covenantWords)
  if (!file.stops) return null
  return <Refused title={w.notYet} refusal={{ code: 'stops', rule: 'DC7', explain: file.stops.explain }} />
}

function PostBox({ file }: { file: StaffCovenant }) {
  const w = useWords(covenantWords)
  const [until, set] = useState(file.earliest)
  const step = useCovenantStep()
  const draft = file.draft ?? file.next
  const version = file.rowVersions.find(({ n }) => n === draft?.n)?.version
  return <div className="cv-box"><Field label={w.until} type="date" min={file.earliest} value={until} onChange={(event) => set(event.target.value)} /><p className="lk-second">{w.postLine}</p>
    <Button look="primary" busy={step.isPending} onClick={() => step.mutate({ to: `covenants/${file.id}/post`, body: { version, until } })}>{w.post}</Button>
    {step.error && <ErrorNote title={w.notDone} error={step.error} />}</div>
}

function VoteBox({ file }: { file: StaffCovenant }) {
  const w = useWords(covenantWords)
  const say = useSay()
  const [vote, choose] = useState('')
  const step = useCovenantStep()
  const options = file.votes.map(({ id, title, number }) => ({ value: id, word: `${number}　${title}` }))
  return <div className="cv-box">{options.length > 0 && <><Select label={w.whichVote} empty={w.choose} value={vote} onChange={(event) => choose(event.target.value)} options={options} />
      <Button look="primary" busy={step.isPending} whyNot={vote ? undefined : w.whichVote} onClick={() => step.mutate({ to: `covenants/${file.id}/vote`, body: { vote } })}>{w.putToVote}</Button></>}
    <Households file={file} />{options.length === 0 && <><p className="lk-second">{w.ownersVote}</p><Button href="/console/votes">{w.startVote}</Button></>}
    {step.error && <ErrorNote title={w.notDone} error={step.error} />}{file.stops && <p className="lk-second">{say(file.stops.explain)}</p>}</div>
}

/** A vote of households, one each, for places whose homes are rented or whose owners hold no assembly: started as a draft and this version put to it. */
function Households({ file }: { file: StaffCovenant }) {
  const w = useWords(covenantWords)
  const audience = usePost()?.audience
  const step = useCovenantStep()
  const start = useHouseholdsVote((vote) => step.mutate({ to: `covenants/${file.id}/vote`, body: { vote } }))
  if (audience !== 'community') return null
  const text = file.next?.text ?? []
  return <><p className="lk-second">{w.householdsLine}</p><Button look={file.votes.length > 0 ? 'plain' : 'primary'} busy={start.isPending || step.isPending}
    onClick={() => start.mutate({ place: file.place.id, title: w.votedTitle(file.title, file.next?.n ?? 1), words: text.map((one, at) => `${clauseName(at + 1)}　${one.words}`).join('\n') })}>{w.households}</Button>
    {(start.error ?? step.error) && <ErrorNote title={w.notDone} error={start.error ?? step.error} />}</>
}
