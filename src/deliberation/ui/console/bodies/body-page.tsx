/** One standing body at the desk: members and terms, what was brought and its answers, meetings, decisions with evaluations, by-law. */
import { useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { Button, ConsoleFrame, Empty, ErrorNote, Facts, Go, Icon, PageHead, SectionTitle, Skeleton, useSay, useSettings, useWords, comma } from '../../../../ui-kit/index.ts'
import { bodyKindWords, powerWords } from '../../../rules/bodies/index.ts'
import { useStaffBody, type Intake, type Member, type StaffBody } from '../../body-api.ts'
import { bodyWords } from '../../body-words.ts'
import { Decisions, Intakes, Members, Rhythm } from '../../parts/bodies/body-parts.tsx'
import { sayDay, sayDayOf } from '../../parts/meetings/day.ts'
import { AnswerDialog, WriteDialog } from './intake-dialogs.tsx'
import { CharterDialog, DissolveDialog, EndSeatDialog, SeatDialog } from './seat-dialogs.tsx'

type Open = { readonly what: 'seat' | 'write' | 'charter' | 'dissolve' } | { readonly what: 'end'; readonly member: Member } | { readonly what: 'answer'; readonly intake: Intake }

export default function BodyPage() {
  const w = useWords(bodyWords)
  const say = useSay()
  const { lang } = useSettings()
  const body = useStaffBody(String(useParams({ strict: false })['id']))
  const [open, show] = useState<Open>()
  const file = body.data
  const may = (move: string) => file?.moves.includes(move) ?? false
  const close = () => show(undefined)
  return <ConsoleFrame current="/console/bodies">
    {file ? <><PageHead back={{ href: '/console/bodies', word: w.back }} title={file.name}
      line={`${say(bodyKindWords[file.kind])}${comma()}${file.place.name}${comma()}${file.endedOn ? w.ended(sayDay(file.endedOn, lang)) : w.since(sayDay(file.foundedOn, lang))}`}
      tools={<><Button icon="board" href={`/bodies/${file.id}`} outside>{w.publicPage}</Button>
        {may('write') && <Button onClick={() => show({ what: 'write' })}>{w.write}</Button>}
        {may('seat') && <Button look="primary" icon="calendar" href={`/console/meetings/new?body=${file.id}`}>{w.planMeeting}</Button>}</>} />
      <Columns file={file} show={show} /></>
      : body.error ? <ErrorNote title={w.failed} error={body.error}><Button look="primary" onClick={() => void body.refetch()}>{w.again}</Button></ErrorNote> : <Skeleton repeat={4} />}
    {file && open?.what === 'seat' && <SeatDialog body={file} onClose={close} />}
    {file && open?.what === 'end' && <EndSeatDialog body={file} member={open.member} onClose={close} />}
    {file && open?.what === 'charter' && <CharterDialog body={file} onClose={close} />}
    {file && open?.what === 'dissolve' && <DissolveDialog body={file} onClose={close} />}
    {file && open?.what === 'write' && <WriteDialog body={file} onClose={close} />}
    {file && open?.what === 'answer' && <AnswerDialog body={file} intake={open.intake} onClose={close} />}
  </ConsoleFrame>
}

function Columns({ file, show }: { file: StaffBody; show: (open: Open) => void }) {
  const w = useWords(bodyWords)
  const may = (move: string) => file.moves.includes(move)
  return <div className="bo-columns"><div>
    <section className="bo-part"><SectionTitle aside={file.intakes.length > 0 && String(file.intakes.length)}>{w.intakes}</SectionTitle>
      {file.held > 0 && <p className="bo-tools"><Icon name="eye" size={16} />{w.heldLine(file.held)}<Go className="lk-link" href="/console/moderation">{w.look}</Go></p>}
      {file.intakes.length === 0 ? <Empty title={w.noIntakes} line={w.noIntakesLine} />
        : <Intakes items={[...file.intakes].sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open'))}
          tool={(intake) => may('answer') && intake.state === 'open' && <p><Button size="small" onClick={() => show({ what: 'answer', intake })}>{w.answer}</Button></p>} />}</section>
    <section className="bo-part"><SectionTitle aside={file.decisions.length > 0 && String(file.decisions.length)}>{w.decisions}</SectionTitle>
      {file.decisions.length === 0 ? <Empty title={w.noDecisions} line={w.noDecisionsLine} /> : <Decisions items={file.decisions} />}</section>
    <MembersPart file={file} show={show} />
  </div><Side file={file} show={show} /></div>
}

function MembersPart({ file, show }: { file: StaffBody; show: (open: Open) => void }) {
  const w = useWords(bodyWords)
  const say = useSay()
  const may = (move: string) => file.moves.includes(move)
  return <section className="bo-part"><SectionTitle aside={file.composition.open > 0 ? w.open(file.composition.open) : w.full}>{w.members}</SectionTitle>
    <p className="lk-second bo-lead">{say(file.composition.say)}</p>
    {file.members.length === 0 ? <Empty title={w.noMembers} /> : <Members items={file.members} {...(may('end_seat') ? { tool: (member: Member) =>
      <Button size="small" look="quiet" aria-label={`${member.label} ${w.end}`} onClick={() => show({ what: 'end', member })}>{w.end}</Button> } : {})} />}
    {may('seat') && file.composition.open > 0 && <p><Button icon="plus" onClick={() => show({ what: 'seat' })}>{w.seat}</Button></p>}
    {file.former.length > 0 && <><SectionTitle rule="hair">{w.former}</SectionTitle><Members items={file.former.map((one) => ({ ...one, ending: null }))} /></>}</section>
}

function Side({ file, show }: { file: StaffBody; show: (open: Open) => void }) {
  const w = useWords(bodyWords)
  const say = useSay()
  const { lang } = useSettings()
  const may = (move: string) => file.moves.includes(move)
  return <div>
    <section className="bo-part"><SectionTitle>{w.meetings}</SectionTitle><p className="bo-verdict"><Rhythm body={file} /></p>
      {file.meetings.length === 0 ? <Empty title={w.noMeetings} /> : <ul className="bo-powers">{file.meetings.map((one) => <li key={one.id}>
        <Go className="lk-link" href={`/console/meetings/${one.id}`}>{`${sayDayOf(one.startsAt, lang)} ${one.title}`}</Go></li>)}</ul>}</section>
    <section className="bo-part"><SectionTitle>{w.about}</SectionTitle>
      <Facts facts={[[w.keeper, file.keeper], [w.rhythm, w.every(file.rhythmDays)], [w.term, w.months(file.termMonths)],
        [w.doesWhat, file.powers.map((one) => say(powerWords[one])).join(lang === 'zh' ? '；' : '; ')]]} />
      {file.charter && <p className="bo-charter">{file.charter}</p>}
      <p className="bo-tools">{may('charter') && <Button size="small" onClick={() => show({ what: 'charter' })}>{w.changeCharter}</Button>}
        {may('dissolve') && <Button size="small" look="quiet" onClick={() => show({ what: 'dissolve' })}>{w.dissolve}</Button>}</p></section>
  </div>
}
