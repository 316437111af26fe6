/** '/vote': the ballots that one's phone opens, each to be cast here; a receipt to be looked up. [B31] */
import './vote.css'
import { useState } from 'react'
import { Button, Empty, ErrorNote, Icon, moment, now, problemOf, ResidentShell, Skeleton, useSettings, useWords, between } from '../../../../ui-kit/index.ts'
import { useOwnBallots, type Ballot, type Cast } from '../../resident-api.ts'
import { BallotForm } from './ballot-form.tsx'
import { CheckReceipt } from './check-receipt.tsx'
import { OpenBallots } from './open-ballots.tsx'
import { OwnObjections } from './own-objections.tsx'
import { ReceiptView } from './receipt-view.tsx'
import { voteWords } from './vote-words.ts'

export default function OwnBallotsPage() {
  const w = useWords(voteWords)
  const ballots = useOwnBallots()
  const [chosen, choose] = useState<Ballot>()
  const [receipt, setReceipt] = useState<{ cast: Cast; ballot: Ballot }>()
  const [checking, check] = useState(() => new URLSearchParams(location.search).has('check'))
  const top = (act: () => void) => { act(); scrollTo(0, 0) }
  const back = { href: '/', word: w.home }
  if (checking) return <CheckReceipt onBack={() => top(() => check(false))} />
  const done = () => top(() => { setReceipt(undefined); choose(undefined) })
  if (receipt) return <ReceiptView cast={receipt.cast} title={receipt.ballot.title} homes={receipt.ballot.homes} onBack={done} />
  if (chosen) return <BallotForm ballot={chosen} onBack={() => top(() => choose(undefined))}
    onCast={(cast) => top(() => setReceipt({ cast, ballot: chosen }))} />
  if (ballots.isPending) return <ResidentShell back={back}><Skeleton lines={[60, 100, 100]} repeat={2} /></ResidentShell>
  const status = ballots.error ? problemOf(ballots.error).status : 0
  if (status >= 400 && status < 500) return <OpenBallots onOpened={() => top(() => void ballots.refetch())} onCheck={() => top(() => check(true))} />
  return <ResidentShell back={back}>
    <h1 className="lk-title">{w.title}</h1>
    {!ballots.data ? <ErrorNote title={w.failed} error={ballots.error}><Button look="primary" onClick={() => void ballots.refetch()}>{w.again}
      </Button></ErrorNote>
      : ballots.data.items.length === 0 ? <Empty title={w.none} line={w.noneLine} />
        : <ul className="bv-list">{ballots.data.items.map((one) => <li key={`${one.vote} ${one.elector}`}><BallotRow ballot={one}
          onOpen={() => top(() => choose(one))} /></li>)}</ul>}
    {ballots.data && <OwnObjections />}
    <p className="bv-foot"><Button look="plain" onClick={() => top(() => check(true))}>{w.check}</Button></p>
  </ResidentShell>
}

function BallotRow({ ballot, onOpen }: { ballot: Ballot; onOpen: () => void }) {
  const w = useWords(voteWords)
  const { lang } = useSettings()
  const until = ballot.closesAt ? w.until(moment(Date.parse(ballot.closesAt), now(), lang)) : ''
  return <button type="button" className="bv-open" onClick={onOpen}>
    <span className="bv-open__text"><b>{ballot.title}</b><span className="lk-second">{ballot.homes.join(between())}</span>
      <span className={ballot.tookPart ? 'bv-in' : 'lk-second'}>{ballot.tookPart && <Icon name="check" size={16} />}{ballot.tookPart ? w.took : until}
        </span></span>
    <Icon name="right" size={20} /></button>
}
