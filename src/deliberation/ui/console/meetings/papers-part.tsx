/** The papers of a meeting as Word and PDF, those that its state has. [DM40] */
import { SectionTitle, useWords } from '../../../../ui-kit/index.ts'
import { paperHref, type StaffMeeting } from '../../meeting-api.ts'
import { meetingWords } from './meeting-words.ts'

export function PapersPart({ meeting }: { meeting: StaffMeeting }) {
  const w = useWords(meetingWords)
  if (!meeting.mine || meeting.state === 'cancelled') return null
  const ended = ['minuted', 'posted', 'approved'].includes(meeting.state)
  const posted = ['posted', 'approved'].includes(meeting.state)
  const papers: readonly (readonly [string, string, boolean])[] = [['notice', w.pCall, true], ['sign-in', w.pSheet, !ended],
    ['minutes', w.pMinutes, ended],
    ['hearing', w.pHearing, ended && meeting.kind === 'hearing'], ['posting', w.pPosting, posted && meeting.resolutions.length > 0]]
  return <section className="me-papers lk-no-print"><SectionTitle>{w.papers}</SectionTitle><p className="lk-second">{w.papersLine}</p>
    <ul>{papers.filter(([, , shown]) => shown).map(([paper, word]) => <li key={paper}><span>{word}</span>
      {(['docx', 'pdf'] as const).map((kind) => <a key={kind} className="lk-link" href={paperHref(meeting.id, paper, kind)} download
        aria-label={`${word} ${kind === 'docx' ? 'Word' : 'PDF'}`}>{kind === 'docx' ? 'Word' : 'PDF'}</a>)}</li>)}</ul></section>
}
