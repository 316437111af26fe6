/** What the reporter's matter was joined to, with what happens there; and the other half of what was split. */
import { useState } from 'react'
import {
  Button, DateText, Dialog, Dot, ErrorNote, moment, SectionTitle, Skeleton, Timeline, TimelineEntry, useNow, useSettings, useWords,
} from '../../../ui-kit/index.ts'
import { useFollowedAct, type Followed } from '../resident-api.ts'
import { useFollowedKin, useOpenHalf, type FollowedKin, type News } from '../similar-api.ts'
import { joinWords } from './join-words.ts'
import { newsWords } from './news-words.ts'
import './join.css'

export default function JoinedNote({ matter }: { matter: Followed }) {
  const kin = useFollowedKin(matter.version)
  if (kin.isPending) return matter.state === 'joined' ? <Skeleton lines={[60, 100, 80]} /> : null
  if (!kin.data) return matter.state === 'joined' ? <ErrorNote error={kin.error} /> : null
  const { joined, also, split } = kin.data
  return <>
    {joined && <Joined matter={matter} joined={joined} also={also} />}
    {!joined && also > 0 && matter.moves.length > 0 && <AlsoLine also={also} />}
    {split.length > 0 && <Halves split={split} />}
  </>
}

function AlsoLine({ also }: { also: number }) {
  return <p className="lk-second">{useWords(joinWords).also(also)}</p>
}

function Joined({ matter, joined, also }: { matter: Followed; joined: NonNullable<FollowedKin['joined']>; also: number }) {
  const w = useWords(joinWords)
  const now = useNow()
  const { lang } = useSettings()
  const [asking, ask] = useState(false)
  const stands = joined.state === 'filed' ? w.waiting(joined.holder) : joined.state === 'finished' ? w.checking : w.handling(joined.holder)
  const open = matter.state === 'joined'
  return <section className="lk-card mr-joined">
    <h2>{open ? w.noteTitle : w.with}</h2>
    <p><b>{joined.title}</b>{joined.number && <span className="lk-second"><Dot />{joined.number}</span>}</p>
    {open && <p className="lk-second">{stands}{joined.due && <><Dot />{w.byThen(moment(Date.parse(joined.due), now, lang))}</>}
      {also > 0 && <><Dot />{w.also(also)}</>}</p>}
    {open && <p className="lk-small">{w.noteLine}</p>}
    {open && <><SectionTitle rule="hair">{w.news}</SectionTitle>
      {joined.news.length === 0 ? <p className="lk-second">{w.noNews}</p> : <Timeline>{joined.news.map((one, i) => <NewsLine key={one.id} news={one}
        newest={i === 0} />)}</Timeline>}</>}
    {open && joined.state === 'finished' && <Looked matter={matter} />}
    {matter.moves.includes('unjoin') && <Button look="quiet" size="small" onClick={() => ask(true)}>{w.apart}</Button>}
    {asking && <ApartDialog matter={matter} onClose={() => ask(false)} />}
  </section>
}

/** A neighbour who met the same is another eye than the doer's. */
function Looked({ matter }: { matter: Followed }) {
  const w = useWords(joinWords)
  const act = useFollowedAct<{ version: number }>('accept')
  return <>
    <p><Button busy={act.isPending} onClick={() => act.mutate({ version: matter.version })}>{w.looked}</Button></p>
    <p className="lk-small">{w.lookedLine}</p>
    {act.error && <ErrorNote error={act.error} />}
  </>
}

function NewsLine({ news, newest }: { news: News; newest: boolean }) {
  const n = useWords(newsWords)
  const to = news.to ?? ''
  const says = { take: n.take, log: n.log, finish: n.finish, note: n.note, whistle: n.whistle, report_in: n.report_in, suspend: n.suspend, resume: n.resume,
    slip: n.slip, slip_answer: n.slip_answer, rule: n.rule, assign: n.assign(to), hand_over: n.hand_over(to) }[news.kind] ?? n.log
  return <TimelineEntry kind={newest ? 'now' : 'done'} who={news.org ?? ''} time={<DateText at={Date.parse(news.at)} look="story" />}
    quote={news.said ? `“${news.said}”` : undefined}>{says}</TimelineEntry>
}

function ApartDialog({ matter, onClose }: { matter: Followed; onClose: () => void }) {
  const w = useWords(joinWords)
  const act = useFollowedAct<{ version: number }>('unjoin', onClose)
  return <Dialog title={w.apartTitle} onClose={onClose} foot={<><Button onClick={onClose}>{w.keep}</Button>
    <Button look="primary" busy={act.isPending} onClick={() => act.mutate({ version: matter.version })}>{w.apartDo}</Button></>}>
    <p>{w.apartLine}</p>
    {act.error && <ErrorNote error={act.error} />}
  </Dialog>
}

function Halves({ split }: { split: FollowedKin['split'] }) {
  const w = useWords(joinWords)
  const open = useOpenHalf()
  return <section className="lk-card mr-joined">
    <h2>{w.splitTitle}</h2>
    <p className="lk-second">{w.splitLine}</p>
    {split.map((half) => <p key={half.id} className="mr-joined__half"><span>{half.title}</span>
      <Button size="small" busy={open.isPending} onClick={() => open.mutate({ id: half.id })}>{w.see(half.number)}</Button></p>)}
    {open.error && <ErrorNote error={open.error} />}
  </section>
}
