/** What people say of a thread or of a covenant's clause, and the box to speak. Nothing disappears in silence. [DS3] [DS6] */
import { useRef, useState } from 'react'
import { Button, DateText, Dialog, ErrorNote, Go, Icon, OfflineBar, SectionTitle, Skeleton, TextArea, dayOf, now, useOnline, useSay, useSettings, useWords, comma } from '../../../ui-kit/index.ts'
import { heldFor, heldWords, ruleOf, WORDS_MOST, type Speaking } from '../../rules/speech/index.ts'
import { useSpeak, useSpeaker, useTalk, useWithdraw, type Comment, type Ruled, type Topic } from '../speech-api.ts'
import { useKeptText } from './kept-text.ts'
import { SpeakAs } from './speak-as.tsx'
import { talkWords } from './talk-words.ts'
import './talk.css'

type Answering = { readonly id: string; readonly name: string }

/**
 * `place`: the place that it is about, for the buildings that are offered. `open`: whether one may speak now. `plain` leaves out the title, where several
 * stand on a page, as under the clauses of a covenant.
 */
export function Talk({ about, subject, clause, place, open, plain = false }: Topic & { place: string; open: boolean; plain?: boolean }) {
  const w = useWords(talkWords)
  const talk = useTalk({ about, subject, clause })
  const [answering, answer] = useState<Answering>()
  const box = useRef<HTMLDivElement>(null)
  const pages = talk.data?.pages ?? []
  const items = pages.flatMap((page) => page.items)
  const [first] = pages
  const reply = (to: Answering) => { answer(to); box.current?.scrollIntoView({ block: 'center' }); box.current?.querySelector('textarea')?.focus() }
  return <section className="tk" id={plain ? undefined : 'talk'}>
    {!plain && <SectionTitle rule="above" aside={first && first.total > 0 ? w.count(first.total) : undefined}>{w.title}</SectionTitle>}
    {open ? <div ref={box}><SpeakBox topic={{ about, subject, clause }} place={place} answering={answering} onAnswered={() => answer(undefined)} /></div>
      : <p className="lk-second">{w.closed}</p>}
    {talk.error && !first ? <ErrorNote title={w.failed} error={talk.error}><Button onClick={() => void talk.refetch()}>{w.again}</Button></ErrorNote>
      : !first ? <Skeleton lines={[40, 100, 80]} repeat={3} />
        : <>{items.length === 0 && open && <p className="lk-second">{w.none}</p>}
          {first.held > 0 && <p className="lk-second" role="status">{w.held(first.held)}</p>}
          {items.length > 0 && <ul className="tk-list">{items.map((one) => <Line key={one.id} line={one} onAnswer={open ? reply : undefined} />)}</ul>}
          <div className="tk-foot">{talk.hasNextPage && <Button busy={talk.isFetchingNextPage} onClick={() => void talk.fetchNextPage()}>{w.more}</Button>}
            {!plain && <Button look="quiet" href={`/threads/in/${place}?rules#rules`}>{w.rules}</Button>}</div></>}
  </section>
}

function SpeakBox({ topic, place, answering, onAnswered }: { topic: Topic; place: string; answering: Answering | undefined; onAnswered: () => void }) {
  const w = useWords(talkWords)
  const say = useSay()
  const online = useOnline()
  const speaker = useSpeaker().data
  const [text, write] = useKeptText(`linli-say-${topic.subject}-${topic.clause ?? ''}`)
  const [asked, ask] = useState(false)
  const speak = useSpeak((done) => { write(''); onAnswered(); setHeld(done.heldFor ?? 'no') })
  const [held, setHeld] = useState<string>()
  const words = text.trim()
  const waits = words === '' ? null : heldFor(words, speaker?.minor ?? false)
  const whyNot = !online ? w.offline : words === '' ? w.writeFirst : [...words].length > WORDS_MOST ? w.writeFirst : undefined
  const send = () => { if (!speaker) { ask(true); return }
    speak.mutate({ about: topic.about, subject: topic.subject, clause: topic.clause ?? null, replyTo: answering?.id ?? null, words }) }
  return <div className="tk-box">
    {!online && <OfflineBar />}
    {answering && <p className="tk-box__answering"><span>{w.answering(answering.name)}</span><Button look="quiet" size="small" onClick={onAnswered}>{w.notAnswering}</Button></p>}
    <TextArea label={w.box} hint={w.boxHint} rows={3} most={WORDS_MOST} value={text} onChange={(event) => { write(event.target.value); setHeld(undefined) }} />
    {waits && <p className="tk-box__note" role="status">{say(heldWords[waits])}</p>}
    {(asked || speaker) && <SpeakAs place={place} onReady={(_: Speaking) => ask(false)} />}
    {speak.error && <ErrorNote title={w.notSent} error={speak.error} />}
    {held !== undefined && <p className="tk-box__said" role="status"><Icon name="check" size={18} /><span>{w.said}{held === 'private' || held === 'minor' ? say(heldWords[held]) : ''}</span></p>}
    {(speaker || !asked) && <div><Button look="primary" icon="send" busy={speak.isPending} busyWord={w.sending} whyNot={whyNot} onClick={send}>{w.send}</Button></div>}
  </div>
}

function Line({ line, onAnswer }: { line: Comment; onAnswer: ((to: Answering) => void) | undefined }) {
  const w = useWords(talkWords)
  const [asking, ask] = useState(false)
  const withdraw = useWithdraw(() => ask(false))
  const way = line.channel === 'paper' ? w.paper : line.channel === 'door' ? w.door : line.channel === 'meeting' ? w.meeting : ''
  const mayWithdraw = line.mine && (line.state === 'shown' || line.state === 'held')
  return <li className="tk-line" id={`s-${line.id}`}>
    <header>{line.state !== 'left' && <b>{line.name}</b>}{line.mine && <span className="tk-way">{w.mine}</span>}<DateText at={Date.parse(line.at)} />
      {way !== '' && <span className="tk-way">{way}{line.by ? `${comma()}${w.by(line.by)}` : ''}</span>}</header>
    {line.answers && <p className="tk-quote">{w.answered(line.answers.name)}{line.answers.words ? `：${line.answers.words}` : ''}</p>}
    {line.state === 'withdrawn' && <p className="tk-gone">{w.withdrawn}</p>}
    {line.state === 'left' && <p className="tk-gone">{w.left}</p>}
    {line.words !== null && <p className={line.state === 'removed' ? 'tk-gone' : ''}>{line.words}</p>}
    {line.state === 'held' && <p className="tk-decided">{w.waits}</p>}
    {line.decision && <Decided decision={line.decision} state={line.state} mine={line.mine} />}
    {(mayWithdraw || (onAnswer && line.state === 'shown')) && <div className="tk-line__tools">
      {onAnswer && line.state === 'shown' && <Button look="quiet" size="small" onClick={() => onAnswer({ id: line.id, name: line.name })}>{w.answer}</Button>}
      {mayWithdraw && <Button look="quiet" size="small" onClick={() => ask(true)}>{w.withdraw}</Button>}</div>}
    {asking && <Dialog title={w.withdrawTitle} onClose={() => ask(false)} foot={<><Button look="quiet" onClick={() => ask(false)}>{w.keep}</Button>
      <Button look="primary" busy={withdraw.isPending} onClick={() => withdraw.mutate(line.id)}>{w.withdrawIt}</Button></>}>
      <p>{w.withdrawLine}</p>{withdraw.error && <ErrorNote error={withdraw.error} />}</Dialog>}
  </li>
}

/** Which rule, why, who, and what the appeal came to. */
export function Decided({ decision, state, mine, own = false }: { decision: Ruled; state: string; mine: boolean; own?: boolean }) {
  const w = useWords(talkWords)
  const say = useSay()
  const { lang } = useSettings()
  const rule = ruleOf(decision.rule)
  const day = decision.rulingDue ? dayOf(Date.parse(decision.rulingDue), now(), lang) : ''
  if (state === 'withdrawn' || state === 'left') return null
  if (decision.ruling === 'restored') return <p className="tk-decided">{w.restored(decision.ruledBy ?? '')}{decision.rulingReason ? w.reason(decision.rulingReason) : ''}</p>
  return <p className="tk-decided">{w.removed(decision.n, rule ? say(rule.say) : '')}{w.reason(decision.reason)}{' '}
    {decision.post} <DateText at={Date.parse(decision.at)} look="day" />{' '}
    {decision.appealed ? (decision.ruling === 'stands' ? `${w.stands(decision.ruledBy ?? '')}${decision.rulingReason ? w.reason(decision.rulingReason) : ''}` : own ? w.ownAppealed(day) : w.appealed(day))
      : mine && decision.mayAppeal ? <Go className="lk-link" href="/said">{w.goAppeal}</Go> : null}</p>
}
