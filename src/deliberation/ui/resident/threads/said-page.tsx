/** '/said': what one said, what became of it, the appeal against what was taken away, and the way out. [DS7] [DS12] */
import { useState } from 'react'
import { Button, DateText, Dialog, Empty, ErrorNote, Meta, ResidentShell, SectionTitle, Skeleton, TextArea, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { spokenWords } from '../../../rules/speech/index.ts'
import { SpeakAs, useSpeaker } from '../../parts/speak-as.tsx'
import { Decided } from '../../parts/talk.tsx'
import { useAppeal, useCloseSpeaker, useLeaveSpeaking, useOwnSaid, type OwnItem, type Ruled } from '../../speech-api.ts'
import { sayDayOf } from './day.ts'
import { ownWords } from './words.ts'
import './threads.css'

export default function SaidPage() {
  const w = useWords(ownWords)
  const speaker = useSpeaker()
  const own = useOwnSaid(Boolean(speaker.data))
  return <ResidentShell back={{ href: '/', word: w.home }}>
    <h1 className="lk-title">{w.title}</h1>
    <div className="lk-stack th-said">
      <SpeakAs />
      {speaker.data && (own.error && !own.data ? <ErrorNote title={w.failed} error={own.error}><Button look="primary" onClick={() => void own.refetch()}>{w.again}</Button></ErrorNote>
        : !own.data ? <Skeleton lines={[40, 100]} repeat={3} /> : <>
          {own.data.bans.map((ban) => <Ban key={ban.id} ban={ban} />)}
          {own.data.items.length === 0 ? <Empty title={w.none} line={w.noneLine} /> : <ul className="tk-list">{own.data.items.map((one) => <Item key={`${one.about}${one.id}`} item={one} />)}</ul>}
          <Leaving /></>)}
    </div>
  </ResidentShell>
}

const stateOf = (item: OwnItem, w: ReturnType<typeof useWords<typeof ownWords>>): string =>
  ({ shown: w.shown, open: w.open, held: w.held, removed: w.removed, withdrawn: w.withdrawn, taken: w.taken, declined: w.declined, on_agenda: w.on_agenda })[item.state] ?? ''

function Item({ item }: { item: OwnItem }) {
  const w = useWords(ownWords)
  const say = useSay()
  return <li className="tk-line"><header><DateText at={Date.parse(item.at)} /><span className="tk-way"><Meta>{[say(spokenWords[item.about]), stateOf(item, w)]}</Meta></span></header>
    {item.state !== 'withdrawn' && <p>{item.words}</p>}
    {item.decision && <><Decided decision={item.decision} state={item.state} mine={false} own />{item.decision.mayAppeal && <Appeal decision={item.decision} />}</>}
    {item.href && <div className="tk-line__tools"><Button look="quiet" size="small" href={item.href}>{w.go}</Button></div>}</li>
}

function Ban({ ban }: { ban: Ruled }) {
  const w = useWords(ownWords)
  const { lang } = useSettings()
  if (ban.ruling === 'restored') return null
  return <section className="th-ban"><h2>{w.banned(ban.until ? sayDayOf(ban.until, lang) : '')}</h2><p>{w.ban(ban.n, ban.reason)}</p>
    {ban.appealed && <p className="lk-second">{ban.rulingDue ? w.appealed(sayDayOf(ban.rulingDue, lang)) : w.appealStands(ban.rulingReason ?? '')}</p>}{ban.mayAppeal && <Appeal decision={ban} />}</section>
}

function Appeal({ decision }: { decision: Ruled }) {
  const w = useWords(ownWords)
  const [asking, ask] = useState(false)
  const [words, write] = useState('')
  const appeal = useAppeal(() => ask(false))
  return <div className="tk-line__tools"><Button size="small" onClick={() => ask(true)}>{w.appeal}</Button>
    {asking && <Dialog title={w.appealTitle} onClose={() => ask(false)} foot={<Button look="primary" busy={appeal.isPending} whyNot={words.trim() === '' ? w.appealFirst : undefined}
      onClick={() => appeal.mutate({ id: decision.id, words: words.trim() })}>{w.appealSend}</Button>}>
      <div className="lk-stack"><p className="lk-second">{w.appealLine}</p><TextArea label={w.appealWhy} rows={4} most={500} value={words} data-focus="" onChange={(event) => write(event.target.value)} />
        {appeal.error && <ErrorNote title={w.notSent} error={appeal.error} />}</div></Dialog>}</div>
}

function Leaving() {
  const w = useWords(ownWords)
  const [asking, ask] = useState(false)
  const close = useCloseSpeaker()
  const leave = useLeaveSpeaking(() => ask(false))
  return <section className="th-leave"><SectionTitle rule="above">{w.leaveTitle}</SectionTitle>
    <p className="th-leave__tools"><Button onClick={() => close.mutate(null)} busy={close.isPending}>{w.close}</Button><Button look="quiet" onClick={() => ask(true)}>{w.leave}</Button></p>
    {asking && <Dialog title={w.leave} onClose={() => ask(false)} foot={<><Button look="quiet" onClick={() => ask(false)}>{w.keep}</Button>
      <Button look="primary" busy={leave.isPending} onClick={() => leave.mutate(null)}>{w.leaveIt}</Button></>}>
      <p>{w.leaveLine}</p>{leave.error && <ErrorNote title={w.notSent} error={leave.error} />}</Dialog>}</section>
}
