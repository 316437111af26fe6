/** One poll at the desk: its days and counts, what can be done now, what waits for a look, the map, and every statement. */
import { useState, type ReactNode } from 'react'
import { Button, Empty, ErrorNote, Go, Meta, problemOf, SectionTitle, Skeleton, TextArea, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { MapBody, useMapSaid } from '../../parts/polls/map-body.tsx'
import { drawnOf, isDrawn, type Drawn } from '../../parts/polls/map-said.ts'
import { usePollStep, useDeskStatement, useStaffPoll, type StaffPoll } from '../../parts/polls/poll-api.ts'
import { sayDay, sayNumber } from '../../parts/polls/say.ts'
import { useTable } from '../../parts/polls/table-address.ts'
import { peopleForLiveMap } from '../../../rules/opinions/held-back.ts'
import { lastSheetDay } from '../../../rules/opinions/poll.ts'
import { DraftDialog } from './draft-dialog.tsx'
import { deskWords } from './words.ts'

export function PollPane({ id }: { id: string }) {
  const w = useWords(deskWords)
  const poll = useStaffPoll(id)
  if (poll.data) return <Whole poll={poll.data} />
  if (poll.isPending) return <Skeleton lines={[60, 100, 100]} repeat={3} />
  return problemOf(poll.error).status === 404 ? <Empty title={w.notFound}><Button href="/console/polls">{w.back}</Button></Empty>
    : <ErrorNote title={w.failed} error={poll.error}><Button look="primary" onClick={() => void poll.refetch()}>{w.again}</Button></ErrorNote>
}

function Whole({ poll }: { poll: StaffPoll }) {
  const w = useWords(deskWords)
  const { lang } = useSettings()
  const { table, turn } = useTable()
  const [drafting, draft] = useState(false)
  const drawn = isDrawn(poll.map) ? drawnOf(poll.map, poll.statements) : undefined
  const { counts, channels, moves } = poll
  const tools = moves.includes('draft') && <Button look="primary" onClick={() => draft(true)}>{w.draftIt}</Button>
  return <article className="pc-poll">
    <header className="pc-head"><p className="lk-second"><Meta>{[poll.place.name, w[poll.state === 'draft' ? 'draft' : poll.phase === 'closed' && poll.state === 'open' ? 'settling' : poll.phase],
      w.days(sayDay(poll.opensOn, lang), sayDay(poll.closesOn, lang))]}</Meta></p>
      <h1 className="lk-title">{poll.question}</h1>
      {drawn && <Said drawn={drawn} />}
      {poll.about && <p className="lk-second">{poll.about}</p>}
      <p className="pc-counts"><Meta>{[w.people(sayNumber(counts.people)), w.statements(sayNumber(counts.statements)),
        w.answers(sayNumber(counts.answers)),
        counts.people > 0 ? w.channels(sayNumber(channels.phone), sayNumber(channels.paper), sayNumber(channels.door)) : '']}</Meta></p>
      <Steps poll={poll} turned={drawn && <Button icon={table ? 'chart' : 'doc'} onClick={turn}>{table ? w.picture : w.table}</Button>} />
    </header>
    <Waiting poll={poll} />
    {poll.state !== 'draft' && (drawn ? <>
      <MapBody drawn={drawn} table={table} under={tools} /></> : counts.people < peopleForLiveMap
        ? <Empty title={w.early} line={w.earlyLine(peopleForLiveMap)} /> : <Empty title={w.waiting} line={w.waitingLine} />)}
    <Statements poll={poll} />
    {drafting && <DraftDialog poll={poll} onClose={() => draft(false)} />}
  </article>
}

const Said = ({ drawn }: { drawn: Drawn }) => <p className="pc-said">{useMapSaid(drawn)}</p>

/** What may be done now, and the ways to its other pages. */
function Steps({ poll, turned }: { poll: StaffPoll; turned: ReactNode }) {
  const w = useWords(deskWords)
  const { lang } = useSettings()
  const step = usePollStep()
  const may = (move: StaffPoll['moves'][number]) => poll.moves.includes(move)
  return <>
    <div className="pc-steps lk-no-print">
      {may('open') && <Button look="primary" busy={step.isPending} onClick={() => step.mutate({ id: poll.id, step: 'open' })}>{w.post}</Button>}
      {may('close') && <Button look="primary" busy={step.isPending} onClick={() => step.mutate({ id: poll.id, step: 'close' })}>{poll.phase === 'closed' ? w.settle : w.close}</Button>}
      {poll.counts.statements > 0 && poll.phase !== 'closed' && <Button icon="print" href={`/console/polls/${poll.id}/paper`}>{w.paper}</Button>}
      {may('sheets') && <Button icon="plus" href={`/field/polls/${poll.id}`} outside>{w.sheets}</Button>}
      {poll.state !== 'draft' && <Button icon="board" href={`/polls/${poll.id}/map`} outside>{w.page}</Button>}
      {turned}
      {poll.thread && <Go className="lk-link" href={`/console/threads/${poll.thread}`}>{w.thread}</Go>}
    </div>
    {may('open') && <p className="lk-second">{w.postLine}</p>}
    {poll.phase === 'closed' && poll.state === 'open' && <p className="lk-second">{w.settleLine(sayDay(lastSheetDay(poll), lang))}</p>}
    {step.error && <ErrorNote title={w.notDone} error={step.error} />}
  </>
}

function Waiting({ poll }: { poll: StaffPoll }) {
  const w = useWords(deskWords)
  const held = poll.statements.filter(({ state }) => state === 'held').length
  return held === 0 ? null : <p className="pc-held"><b>{w.held(held)}</b><Button size="small" href="/console/moderation">{w.look}</Button></p>
}

function Statements({ poll }: { poll: StaffPoll }) {
  const w = useWords(deskWords)
  const says = { held: w.stateHeld, shown: w.stateShown, removed: w.stateRemoved }
  return <section className="pc-statements"><SectionTitle aside={String(poll.statements.length)}>{w.all}</SectionTitle>
    {poll.statements.length > 0 && <table className="lk-table pc-table"><thead><tr><th scope="col" className="lk-number">{w.number}</th>
      <th scope="col">{w.words}</th>
      <th scope="col">{w.by}</th><th scope="col">{w.state}</th></tr></thead>
      <tbody>{poll.statements.map((one) => <tr key={one.n} className={one.state === 'shown' ? '' : 'is-off'}><td className="lk-number">{one.n}</td>
        <td>{one.words}</td>
        <td className="lk-second">{one.name}</td><td className="lk-second">{says[one.state]}</td></tr>)}</tbody></table>}
    {poll.moves.includes('add') && <AddOne poll={poll} />}</section>
}

function AddOne({ poll }: { poll: StaffPoll }) {
  const w = useWords(deskWords)
  const [text, write] = useState('')
  const add = useDeskStatement(poll.id, () => write(''))
  const words = text.trim()
  return <form className="pc-add lk-no-print" onSubmit={(event) => { event.preventDefault(); if (words !== '') add.mutate(words) }}>
    <TextArea label={w.add} hint={w.addLine} most={140} rows={2} value={text} onChange={(event) => write(event.target.value)} />
    {add.error && <ErrorNote title={w.notDone} error={add.error} />}
    <Button type="submit" busy={add.isPending} whyNot={words === '' ? w.add : undefined}>{w.addIt}</Button></form>
}
