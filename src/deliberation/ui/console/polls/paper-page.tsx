/** '/console/polls/:id/paper': the sheet for homes without a phone, on A4: numbers, three boxes, a code for those who have one. [OM16] */
import './polls.css'
import './paper.css'
import { useParams } from '@tanstack/react-router'
import { Button, ConsoleFrame, ErrorNote, PageHead, Skeleton, useWords } from '../../../../ui-kit/index.ts'
import { QrCode } from '../../../../ui-kit/parts/qr.tsx'
import { useStaffPoll, type StaffPoll } from '../../parts/polls/poll-api.ts'
import { sayDay } from '../../parts/polls/say.ts'
import { deskWords, SHEET } from './words.ts'

export default function PaperPage() {
  const w = useWords(deskWords)
  const { id } = useParams({ strict: false }) as { id?: string } // the route's own parameter
  const poll = useStaffPoll(id)
  return <ConsoleFrame current="/console/polls">
    <div className="lk-no-print"><PageHead over={poll.data?.question} title={w.sheetTitle} line={w.sheetLine}
      back={{ href: `/console/polls/${id}`, word: w.back }} tools={<Button look="primary" icon="print" onClick={() => print()}>{w.printIt}</Button>} /></div>
    {poll.data ? <Sheet poll={poll.data} /> : poll.error ? <ErrorNote title={w.failed} error={poll.error}><Button onClick={() => void poll.refetch()}>
      {w.again}</Button></ErrorNote>
      : <Skeleton repeat={3} />}
  </ConsoleFrame>
}

function Sheet({ poll }: { poll: StaffPoll }) {
  const shown = poll.statements.filter(({ state }) => state === 'shown')
  return <article className="pc-sheet" lang="zh-CN" aria-label={poll.question}>
    <header><div><p>{poll.place.name}　{poll.keeper.name}</p><h2>{poll.question}</h2>{poll.about && <p>{poll.about}</p>}</div>
      <figure><QrCode text={`${location.origin}/polls/${poll.id}`} label={poll.question} /><figcaption>{SHEET.scan}</figcaption></figure></header>
    <p className="pc-sheet__how">{SHEET.how}</p>
    <p className="pc-sheet__building">{SHEET.building}<span /></p>
    <table><thead><tr><th /><th>{SHEET.ask}</th><th>{SHEET.agree}</th><th>{SHEET.disagree}</th><th>{SHEET.pass}</th></tr></thead>
      <tbody>{shown.map(({ n, words }) => <tr key={n}><td>{n}</td><td>{words}</td><td><i /></td><td><i /></td><td><i /></td></tr>)}</tbody></table>
    <p className="pc-sheet__mine">{SHEET.mine}</p>
    <footer>{SHEET.back(sayDay(poll.closesOn, 'zh'), poll.keeper.name)}<span>{location.host}/polls/{poll.id}</span></footer>
  </article>
}
