/** One term: who sits in it, or the candidates of its election, its steps, and what it hands over. */
import './elections.css'
import { useParams } from '@tanstack/react-router'
import { sayDay } from '../../../../offices/ui/parts/day.ts'
import { Button, ConsoleFrame, ErrorNote, Facts, PageHead, SectionTitle, Skeleton, useSettings, useWords, comma } from '../../../../ui-kit/index.ts'
import { areaOf, whole } from '../../parts/turnout-words.ts'
import { CandidatesPart } from './candidates-part.tsx'
import { ElectionPapers } from './election-papers.tsx'
import { HandOverPart, MembersPart } from './members-part.tsx'
import { StepsPart } from './steps-part.tsx'
import { useBody, useStep, type BodyFile } from './election-api.ts'
import { bodyWords } from './words.ts'

export default function BodyPage() {
  const w = useWords(bodyWords)
  const { lang } = useSettings()
  const id = String(useParams({ strict: false })['id'])
  const body = useBody(id)
  const file = body.data
  return <ConsoleFrame current="/console/elections">
    {file ? <>
      <PageHead back={{ href: '/console/elections', word: w.back }} title={`${file.place.name} ${w[file.kind]}`}
        line={`${file.formed ? w[file.state] : w.notFormed}${comma()}${w.seats(file.seats, file.reserves)}${comma()}${w.term(sayDay(file.termFrom, lang), sayDay(file.termTo, lang))}`}
        tools={file.vote && <>{file.desk && file.desk.vote.state !== 'draft' && <Button look="quiet" href={`/vote/${file.vote}`} outside>
          {w.publicPage}</Button>}<Button href={`/console/votes/${file.vote}`}>{w.vote}</Button></>} />
      <div className="el-page"><Whole file={file} /></div>
    </> : body.error ? <ErrorNote title={w.failed} error={body.error}><Button look="primary" onClick={() => void body.refetch()}>{w.again}</Button>
      </ErrorNote> : <Skeleton repeat={4} />}
  </ConsoleFrame>
}

function Whole({ file }: { file: BodyFile }) {
  const w = useWords(bodyWords)
  const residents = file.kind === 'residents_committee'
  return <div className="el-columns">
    <div>
      {file.state === 'handing_over' && <HandOverPart file={file} />}
      {file.state !== 'planned' && file.formed && <MembersPart file={file} />}
      {file.desk && <CandidatesPart file={file} desk={file.desk} />}
      {residents && file.state === 'planned' && <><p className="el-said">{w.residentsNote}</p><StepsPart file={file} /></>}
      {file.state === 'ended' && file.handOver.length > 0 && <HandOverPart file={file} />}
    </div>
    <div className="el-side">
      {file.desk?.may.seat && <Seat file={file} />}
      {file.delivered && <section><SectionTitle>{w.readyTitle}</SectionTitle><p className="el-ready">
        {w.ready(whole(file.delivered.delivered.heads), whole(file.delivered.totals.heads),
        areaOf(file.delivered.delivered.area), areaOf(file.delivered.totals.area))}</p></section>}
      {file.desk && file.prepares && <ElectionPapers desk={file.desk} />}
      {!residents && file.state === 'planned' && file.steps.length > 0 && <StepsPart file={file} />}
      {file.state === 'in_office' && <TermPart file={file} />}
    </div>
  </div>
}

function TermPart({ file }: { file: BodyFile }) {
  const w = useWords(bodyWords)
  const { lang } = useSettings()
  return <section><SectionTitle>{w.termTitle}</SectionTitle><Facts facts={[[w.ends, `${sayDay(file.termTo, lang)}${comma()}${w.left(file.daysLeft)}`],
    [w.telling, file.tellFrom ? w.tell(sayDay(file.tellFrom, lang)) : w.byRules],
      [w.meeting, file.meetsEveryMonths === null ? w.byRules : w.meets(file.meetsEveryMonths)]]} /></section>
}

function Seat({ file }: { file: BodyFile }) {
  const w = useWords(bodyWords)
  const step = useStep(file.id)
  return <section className="el-box"><SectionTitle>{w.seat}</SectionTitle><p className="lk-second">{w.seatLine}</p>
    <Button look="decide" busy={step.isPending} onClick={() => step.mutate({ to: 'seat', body: { version: file.version } })}>{w.seat}</Button>
    {step.error && <ErrorNote title={w.notDone} error={step.error} />}</section>
}
