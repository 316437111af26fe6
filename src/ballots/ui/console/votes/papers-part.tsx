/** The papers of a vote, each as Word and PDF, and after the count the file by which anybody recounts. */
import { SectionTitle, useWords } from '../../../../ui-kit/index.ts'
import { paperHref, type Detail } from './vote-api.ts'
import { deskWords } from './vote-words.ts'

export function PapersPart({ vote }: { vote: Detail }) {
  const w = useWords(deskWords)
  if (!vote.may.includes('papers')) return null
  const frozen = vote.frozenAt !== null
  const counted = vote.countedAt !== null
  // a budget's ballots are slips, made for buildings
  const shares = vote.kind === 'budget'
  const elects = vote.kind === 'election'
  const papers: readonly (readonly [string, string, boolean])[] = [['notice', w.notice, true], ['ballots', w.ballots, frozen && !shares],
    ['delivery', w.delivery, frozen && !shares],
    ['nomination', w.nominationPaper, elects], ['candidates', w.candidatesPaper, elects && vote.questions.some(({ options }) => options.length > 0)],
    ['elected', w.electedPaper, elects && vote.publishedAt !== null && vote.result?.outcome === 'passed'], ['count-sheet', w.countSheet, counted], ['posting', w.posting, counted], ['certificate', w.certificate, counted], ['filing', w.filing, counted && vote.steps.some(({ code }) => code === 'filed')]]
  return <section className="vc-papers"><SectionTitle>{w.papers}</SectionTitle><p className="lk-second">{w.papersLine}</p>
    <ul>{papers.filter(([, , shown]) => shown).map(([paper, word]) => <li key={paper}><span>{word}</span>
      <a href={paperHref(vote.id, paper, 'docx')} download aria-label={`${word} Word`}>Word</a><a href={paperHref(vote.id, paper, 'pdf')} download
        aria-label={`${word} PDF`}>PDF</a></li>)}
      {vote.may.includes('countFile') && <li><span>{w.countFile}</span><a href={`/api/v1/votes/${vote.id}/count-file`} download>JSON</a></li>}</ul>
        </section>
}
