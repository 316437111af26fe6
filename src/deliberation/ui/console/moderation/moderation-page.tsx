/** '/console/moderation': what waits for a look, appeals that somebody else decided about, and what was said last. [DS3] [DS6] [DS7] */
import './moderation.css'
import { useState } from 'react'
import { Button, ConsoleFrame, DateText, Empty, ErrorNote, Meta, PageHead, Skeleton, Tabs, Tag, dayOf, now, useSay, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { spokenWords } from '../../../rules/speech/index.ts'
import { useDesk, useModerate, type AppealLine, type Desk, type DeskLine } from '../../speech-api.ts'
import { RemoveDialog, RuleDialog } from './decide-dialogs.tsx'
import { deskWords } from './words.ts'

type Which = 'held' | 'appeals' | 'recent'

export default function ModerationPage() {
  const w = useWords(deskWords)
  const [which, choose] = useState<Which>('held')
  const [after, go] = useState<string>()
  const desk = useDesk(which === 'recent' ? after : undefined)
  const post = usePost()
  const place = post?.place
  return <ConsoleFrame current="/console/moderation">
    <PageHead title={w.title} line={w.line} tools={<>{place && <Button href={`/threads/in/${place}?rules#rules`} icon="board" outside>{w.log}</Button>}
      {post?.audience === 'community' && <Button href="/field/speech" icon="chat" outside>{w.writeDown}</Button>}</>} />
    <div className="md-page">
      {desk.data ? <>
        <Tabs label={w.title} current={which} onChange={choose} panel="md-panel" tabs={[{ key: 'held', word: w.held, count: desk.data.held.length },
          { key: 'appeals', word: w.appeals, count: desk.data.appeals.length }, { key: 'recent', word: w.recent }]} />
        <div id="md-panel" role="tabpanel" aria-label={w.title}><List which={which} desk={desk.data} /></div>
        {which === 'recent' && <p className="md-more">{desk.data.next && <Button onClick={() => go(desk.data.next ?? undefined)}>{w.older}</Button>}{after && <Button look="quiet" onClick={() => go(undefined)}>{w.newest}</Button>}</p>}
      </> : desk.error ? <ErrorNote title={w.failed} error={desk.error}><Button look="primary" onClick={() => void desk.refetch()}>{w.again}</Button></ErrorNote> : <Skeleton repeat={4} />}
    </div>
  </ConsoleFrame>
}

function List({ which, desk }: { which: Which; desk: Desk }) {
  const w = useWords(deskWords)
  if (which === 'appeals') return desk.appeals.length === 0 ? <Empty title={w.noneAppeals} line={w.noneAppealsLine} />
    : <ul className="md-list">{desk.appeals.map((one) => <li key={one.id}><Appealed line={one} /></li>)}</ul>
  const lines = which === 'held' ? desk.held : desk.recent
  if (lines.length === 0) return <Empty title={which === 'held' ? w.noneHeld : w.noneRecent} line={which === 'held' ? w.noneHeldLine : w.noneRecentLine} />
  return <ul className="md-list">{lines.map((one) => <li key={one.id}><Line line={one} /></li>)}</ul>
}

function Line({ line }: { line: DeskLine }) {
  const w = useWords(deskWords)
  const say = useSay()
  const [asking, ask] = useState<'remove' | 'ban'>()
  const show = useModerate()
  return <article className="md-line">
    <header><b>{line.name}</b><DateText at={Date.parse(line.at)} />{line.heldFor && <Tag>{line.heldFor === 'minor' ? w.minor : w.private}</Tag>}</header>
    <p className="md-words">{line.words}</p>
    <p className="lk-second"><Meta>{[say(spokenWords[line.about]), line.title ? w.about(line.title) : '', line.place, line.by ? w.byPost(line.by) : '', line.removals > 0 ? w.removals(line.removals) : '']}</Meta></p>
    {show.error && <ErrorNote title={w.notDone} error={show.error} />}
    {line.moves.length > 0 && <p className="md-tools">
      {line.moves.includes('show') && <Button look="primary" busy={show.isPending} onClick={() => show.mutate({ about: line.about, id: line.id, did: 'show' })}>{w.show}</Button>}
      {line.moves.includes('remove') && <Button onClick={() => ask('remove')}>{w.remove}</Button>}
      {line.mayBan && <Button look="quiet" onClick={() => ask('ban')}>{w.ban}</Button>}</p>}
    {asking && <RemoveDialog line={line} ban={asking === 'ban'} onClose={() => ask(undefined)} />}
  </article>
}

function Appealed({ line }: { line: AppealLine }) {
  const w = useWords(deskWords)
  const { lang } = useSettings()
  const say = useSay()
  const [asking, ask] = useState<'stands' | 'restored'>()
  return <article className="md-line">
    <header><b>{line.name}</b><DateText at={Date.parse(line.appealedAt)} />{line.rulingDue && <Tag>{w.rulingDue(dayOf(Date.parse(line.rulingDue), now(), lang))}</Tag>}</header>
    {line.words && <p className="md-words">{line.words}</p>}
    <p className="lk-second"><Meta>{[line.about === 'speaker' ? w.decidedBan(line.post, line.n) : w.decided(line.post, line.n), <DateText key="at" at={Date.parse(line.at)} />, line.title ? w.about(line.title) : '', line.place]}</Meta></p>
    <p>{w.theirReason(line.reason)}</p>
    <section className="md-appeal"><b>{w.appealSays}</b><p>{line.appeal}</p></section>
    {line.mayRule ? <p className="md-tools"><Button look="primary" onClick={() => ask('restored')}>{w.restore}</Button><Button onClick={() => ask('stands')}>{w.stands}</Button></p>
      : line.whyNot && <p className="lk-second">{say(line.whyNot)}</p>}
    {asking && <RuleDialog line={line} ruling={asking} onClose={() => ask(undefined)} />}
  </article>
}
