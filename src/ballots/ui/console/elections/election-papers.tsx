/** The papers of an election where its candidates are: each as Word and PDF once there is something to print. */
import { SectionTitle, useWords } from '../../../../ui-kit/index.ts'
import { paperHref } from '../votes/vote-api.ts'
import { deskWords as voteWords } from '../votes/vote-words.ts'
import type { Desk } from './election-api.ts'

const AFTER = ['published', 'filed', 'archived']
const FROZEN = ['frozen', 'open', 'closed', 'counted', ...AFTER]

export function ElectionPapers({ desk }: { desk: Desk }) {
  const w = useWords(voteWords)
  const { id, state } = desk.vote
  const known = (states: readonly string[]): boolean => states.includes(state)
  const papers: readonly (readonly [string, string, boolean])[] = [['nomination', w.nominationPaper, !desk.posted], ['candidates', w.candidatesPaper, desk.posted],
    ['ballots', w.ballots, known(FROZEN)], ['count-sheet', w.countSheet, known(['counted', ...AFTER])], ['posting', w.posting, known(AFTER)],
    ['elected', w.electedPaper, known(AFTER)]]
  return <section className="el-papers"><SectionTitle>{w.papers}</SectionTitle><p className="lk-second">{w.papersLine}</p>
    <ul>{papers.filter(([, , shown]) => shown).map(([paper, word]) => <li key={paper}><span>{word}</span>
      {(['docx', 'pdf'] as const).map((kind) => <a key={kind} href={paperHref(id, paper, kind)} download
        aria-label={`${word} ${kind === 'pdf' ? 'PDF' : 'Word'}`}>{kind === 'pdf' ? 'PDF' : 'Word'}</a>)}</li>)}</ul></section>
}
