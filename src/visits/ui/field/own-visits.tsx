/** 我走过的: one's own visits, in full; nobody else has this page. */
import './visits.css'
import { Button, Empty, FieldShell, Meta, moment, Row, Skeleton, useNow, useSay, useSettings, useWords } from '../../../ui-kit/index.ts'
import { ReadError, SignedIn } from '../../../trust/ui/parts/field-frame.tsx'
import { MET_SAID, PURPOSE_SAID } from '../../rules/index.ts'
import { useOwnVisits, type OwnVisit } from '../parts/doors.ts'
import { visitWords } from './words.ts'

/** The page at /field/visits. */
export default function OwnVisitsPage() {
  return <SignedIn>{() => <Own />}</SignedIn>
}

function Own() {
  const w = useWords(visitWords)
  const { data, error, refetch } = useOwnVisits()
  return <FieldShell back={{ href: '/field/me', word: w.mine }} current="me">
    <h1 className="lk-title">{w.mine}</h1><p className="lk-second vs-lead">{w.mineLine}</p>
    {error && !data ? <ReadError error={error} onAgain={() => void refetch()} /> : !data ? <Skeleton lines={[70, 50]} repeat={5} />
      : data.items.length === 0 ? <Empty title={w.mineNone} line={w.mineNoneLine}><Button href="/field/doors">{w.allDoors}</Button></Empty>
        : <ul>{data.items.map((visit) => <li key={visit.id}><Visited visit={visit} /></li>)}</ul>}
  </FieldShell>
}

function Visited({ visit }: { visit: OwnVisit }) {
  const say = useSay()
  const w = useWords(visitWords)
  const { lang } = useSettings()
  const present = useNow()
  return <Row title={visit.placeName} meta={<><Meta>{say(PURPOSE_SAID[visit.purpose])}{visit.met === 'met' && !visit.inPerson ? w.byPhone
    : say(MET_SAID[visit.met])}</Meta>{visit.said && <span className="vs-quote">{visit.said}</span>}</>}
    right={<span className="lk-second">{moment(Date.parse(visit.happenedAt), present, lang)}</span>} />
}
