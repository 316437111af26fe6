/** An envelope taken at a door while the vote runs, and after the close what the paper in it says: both by the code on the ballot. [B29] */
import { useState } from 'react'
import { Button, Choices, ErrorNote, Field, Switch, useOnline, useWords } from '../../../../ui-kit/index.ts'
import { answersOf, BallotChoices, complete, type Chosen } from './ballot-choices.tsx'
import { TwoPeople } from './two-people.tsx'
import { useMove, type Detail } from './vote-api.ts'
import { deskWords } from './vote-words.ts'

/** What went through and what did not: some rows of many may be refused. */
function Told({ move }: { move: ReturnType<typeof useMove> }) {
  const w = useWords(deskWords)
  const refused = move.data?.refused?.[0]
  return <>{move.error && <ErrorNote title={w.notDone} error={move.error} />}
    {move.isSuccess && !move.isPending && <p role="status" className="lk-second">{w.kept(move.data.done ?? 0)}{refused &&
      w.butRefused(refused.explain)}</p>}</>
}

export function EnvelopeForm({ vote }: { vote: Detail }) {
  const w = useWords(deskWords)
  const [form, set] = useState({ code: '', envelope: '' })
  const [channel, setChannel] = useState<'door' | 'paper'>('door')
  const [two, setTwo] = useState<readonly [string, string]>(['', ''])
  const online = useOnline()
  const [nth, next] = useState(0)
  const move = useMove(vote.id, () => { set({ code: '', envelope: '' }); next(nth + 1) })
  const put = (name: keyof typeof form) => (event: { target: { value: string } }) => set({ ...form, [name]: event.target.value })
  const whyNot = !online ? w.offline : !form.code.trim() || !form.envelope.trim() ? w.codeAndEnvelope : !two[0] || !two[1] || two[0] === two[1] ? w.twoPeople : undefined
  const send = () => move.mutate({ to: 'casts', body: { envelopes: [{ code: form.code.trim(), channel, envelope: form.envelope.trim(),
    collectors: two }] } })
  return <form className="vc-form" onSubmit={(event) => { event.preventDefault(); if (!whyNot) send() }}>
    <h2>{w.take}</h2><p className="lk-second">{w.takeLine}</p>
    <div className="vc-pair"><Field key={nth} label={w.byCode} autoFocus={nth > 0} autoComplete="off" autoCapitalize="characters" value={form.code} onChange={put('code')} />
      <Field label={w.envelope} autoComplete="off" value={form.envelope} onChange={put('envelope')} /></div>
    <TwoPeople vote={vote} two={two} onChange={setTwo} />
    <Choices legend={w.how} shown value={channel} onChange={setChannel} options={[{ value: 'door', word: w.door },
      { value: 'paper', word: w.paper }]} />
    <Told move={move} />
    <Button look="primary" type="submit" busy={move.isPending} whyNot={whyNot}>{w.take}</Button></form>
}

export function EntryForm({ vote }: { vote: Detail }) {
  const w = useWords(deskWords)
  const [code, setCode] = useState('')
  const [chosen, choose] = useState<Chosen>({})
  const [spoilt, spoil] = useState(false)
  const online = useOnline()
  const [nth, next] = useState(0)
  const move = useMove(vote.id, () => { setCode(''); choose({}); spoil(false); next(nth + 1) })
  const whyNot = !online ? w.offline : !code.trim() ? w.codeFirst : !spoilt && !complete(vote, chosen) ? w.readFirst : undefined
  const send = () => move.mutate({ to: 'entries',
    body: { entries: [{ code: code.trim(), spoilt, ...(spoilt ? {} : { answers: answersOf(vote, chosen) }) }] } })
  return <form className="vc-form" onSubmit={(event) => { event.preventDefault(); if (!whyNot) send() }}>
    <h2>{w.entry}</h2><p className="lk-second">{w.entryLine}</p>
    <Field key={nth} label={w.byCode} autoFocus autoComplete="off" autoCapitalize="characters" value={code} onChange={(event) => setCode(event.target.value)} />
    {!spoilt && <BallotChoices vote={vote} chosen={chosen} onChoose={choose} />}
    <Switch label={w.spoilt} checked={spoilt} onChange={spoil} />
    <Told move={move} />
    <Button look="primary" type="submit" busy={move.isPending} whyNot={whyNot}>{w.keep}</Button></form>
}
