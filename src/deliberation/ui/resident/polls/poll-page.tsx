/** '/polls/:id': one statement after the other, in one hand; answered, passed, changed, stopped at any time. [OM14] [OM15] */
import { useEffect, useRef, useState } from 'react'
import { Button, Empty, ErrorNote, Icon, Meta, OfflineBar, problemOf, ResidentShell, Skeleton, useKeys, useOnline, useSettings,
  useWords } from '../../../../ui-kit/index.ts'
import { useBoardBack } from '../../../../places/ui/parts/board-back.ts'
import { SpeakAs, useSpeaker } from '../../parts/speak-as.tsx'
import { sayDay, sayNumber } from '../../parts/polls/say.ts'
import { usePoll, type PublicPoll, type Sign } from '../../parts/polls/poll-api.ts'
import { pollWords } from '../../parts/polls/poll-words.ts'
import { lastSheetDay } from '../../../rules/opinions/poll.ts'
import { AddStatement } from './add-statement.tsx'
import { useAnswering, type Answering } from './answering.ts'
import './polls.css'

export default function PollPage({ params }: { params: Record<string, string | undefined> }) {
  const w = useWords(pollWords)
  const poll = usePoll(params['id'])
  const back = useBoardBack(poll.data?.place.id, w.home)
  if (poll.data) return poll.data.phase === 'open' ? <Open key={poll.data.id} poll={poll.data} /> : <NotOpen poll={poll.data} />
  return <ResidentShell back={back}>
    {poll.isPending ? <Skeleton lines={[40, 100, 80]} repeat={2} />
      : problemOf(poll.error).status === 404 || problemOf(poll.error).status === 400 ? <Empty title={w.notFound} line={w.notFoundLine} />
        : <ErrorNote title={w.failed} error={poll.error}><Button look="primary" onClick={() => void poll.refetch()}>{w.again}</Button></ErrorNote>}
  </ResidentShell>
}

/** The question, small, above what is asked now. */
function Question({ poll }: { poll: PublicPoll }) {
  const w = useWords(pollWords)
  const { lang } = useSettings()
  return <header className="pa-head">
    <p className="lk-second"><Meta>{[poll.place.name, w.kicker, poll.phase === 'open' ? w.until(sayDay(poll.closesOn, lang)) : '']}</Meta></p>
    <h1>{poll.question}</h1>
  </header>
}

function NotOpen({ poll }: { poll: PublicPoll }) {
  const w = useWords(pollWords)
  const { lang } = useSettings()
  const back = useBoardBack(poll.place.id, w.home)
  const soon = poll.phase === 'soon'
  return <ResidentShell back={back} bar={!soon && <Button look="primary" size="bar" href={`/polls/${poll.id}/map`}>{w.seeMap}
    </Button>}>
    <Question poll={poll} />
    {poll.about && <p className="pa-about">{poll.about}</p>}
    <Empty title={soon ? w.draftTitle : w.closedTitle} line={soon ? w.draftLine(sayDay(poll.opensOn, lang))
      : poll.state === 'open' ? w.settlingLine(sayDay(poll.closesOn, lang), sayDay(lastSheetDay(poll), lang)) : w.closedLine(sayDay(poll.closesOn, lang))} />
  </ResidentShell>
}

function Open({ poll }: { poll: PublicPoll }) {
  const w = useWords(pollWords)
  const online = useOnline()
  const back = useBoardBack(poll.place.id, w.home)
  const speaking = useSpeaker()
  const speaker = speaking.data
  const asking = useAnswering(poll, speaking.isPending ? undefined : Boolean(speaker))
  const [adding, add] = useState(false)
  const top = (to: () => void) => { to(); scrollTo(0, 0) }
  if (asking.wantsSpeaker) return <Speak place={poll.place.id} onDone={(cancelled) => top(() => asking.spoken(cancelled))} />
  if (adding) return <AddStatement poll={poll} onAdded={asking.added} onBack={() => top(() => add(false))} />
  const map = `/polls/${poll.id}/map`
  const over = asking.now === null
  return <ResidentShell back={back} barNote={asking.now && <Progress asking={asking} />}
    bar={over ? <Button look="primary" size="bar" href={map}>{w.seeMap}</Button> : asking.now && <Answers asking={asking} />}>
    {!online && <div className="pa-offline"><OfflineBar /></div>}
    <Question poll={poll} />
    {poll.about && asking.answered === 0 && <p className="pa-about">{poll.about}</p>}
    {asking.now ? <Asked asking={asking} /> : over ? <Over poll={poll} asking={asking} online={online} /> : <Skeleton lines={[100, 70]} />}
    {asking.error !== undefined && <ErrorNote title={w.notSent} error={asking.error} />}
    <p className="pa-keeps" role="status">{asking.waiting > 0 && !asking.busy ? w.kept(asking.waiting) : ''}</p>
    <nav className="pa-more" aria-label={w.kicker}>
      {asking.before !== undefined ? <Button look="plain" onClick={asking.goOn}>{w.goOn}</Button>
        : asking.last && <Button look="plain" icon="undo" onClick={asking.goBack}>{w.undo}</Button>}
      <Button look="plain" icon="plus" onClick={() => top(() => add(true))}>{w.add}</Button>
      {!over && <Button look="quiet" icon="chart" href={map}>{asking.answered > 0 ? w.stop : w.seeMap}</Button>}
    </nav>
    {speaker && <SpeakAs place={poll.place.id} />}
  </ResidentShell>
}

/** The statement, as large as the screen allows; read out when it changes. */
function Asked({ asking }: { asking: Answering }) {
  const w = useWords(pollWords)
  const { now, before } = asking
  if (!now) return null
  const words = { '1': w.agree, '0': w.passed, '-1': w.disagree }
  return <section className="pa-asked" aria-label={w.yours}>
    <p className="lk-second"><Meta>{[w.number(now.n), now.name && w.by(now.name)]}</Meta></p>
    <blockquote aria-live="polite" className={[...now.words].length > 60 ? 'is-long' : ''}>{now.words}</blockquote>
    {before !== undefined && <p className="pa-before"><Icon name="undo" size={18} />{w.undoing(words[before])}</p>}
  </section>
}

const keys: readonly (readonly [Sign, '1' | '2' | '3'])[] = [[1, '1'], [-1, '2'], [0, '3']]

/** Three answers for a thumb; none of them is coloured, since none is better. */
function Answers({ asking }: { asking: Answering }) {
  const w = useWords(pollWords)
  const word = { '1': w.agree, '-1': w.disagree, '0': w.pass }
  useKeys(Object.fromEntries(keys.map(([sign, key]) => [key, ({ repeat }: KeyboardEvent) => { if (!repeat) asking.answer(sign) }]))) // held down, one answer
  return <div className="pa-answers" role="group" aria-label={w.yours}>{keys.map(([sign, key]) =>
    <button key={sign} type="button" className={`pa-answer${sign === 0 ? ' pa-answer--pass' : ''}${asking.before === sign ? ' is-given' : ''}`} aria-keyshortcuts={key}
      aria-pressed={asking.before === undefined ? undefined : asking.before === sign} aria-disabled={asking.busy
        || undefined} onClick={() => asking.answer(sign)}>
      {sign !== 0 && <Icon name={sign === 1 ? 'check' : 'cross'} size={20} />}<span>{word[sign]}</span></button>)}</div>
}

function Progress({ asking: { answered, of } }: { asking: Answering }) {
  const w = useWords(pollWords)
  return <>{answered === 0 ? w.fresh(of) : w.progress(answered, of)}<span className="pa-keys">{w.keys}</span></>
}

function Over({ poll, asking, online }: { poll: PublicPoll; asking: Answering; online: boolean }) {
  const w = useWords(pollWords)
  const self = useRef<HTMLDivElement>(null)
  useEffect(() => { self.current?.focus({ preventScroll: true }) }, [])
  const left = !online && asking.answered < asking.of
  const [title, line] = poll.counts.statements === 0 ? [w.noneTitle, w.noneLine] : left ? [w.offlineEnd, w.offlineEndLine] : [w.doneTitle, w.doneLine]
  return <div ref={self} tabIndex={-1} className="pa-over"><Empty title={title} line={line} />
    <p className="lk-second"><Meta>{[w.people(sayNumber(poll.counts.people)), w.statements(sayNumber(poll.counts.statements))]}</Meta></p></div>
}

/** Who is speaking, asked when the first answer is given and not before. */
function Speak({ place, onDone }: { place: string; onDone: (cancelled: boolean) => void }) {
  const w = useWords(pollWords)
  return <ResidentShell right={<Button look="quiet" size="small" icon="left" onClick={() => onDone(true)}>{w.cancel}</Button>}>
    <h1 className="lk-title">{w.speakFirst}</h1>
    <p className="pa-about">{w.speakLine}</p>
    <SpeakAs place={place} onReady={() => onDone(false)} />
  </ResidentShell>
}
