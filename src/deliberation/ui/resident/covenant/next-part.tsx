/** The version that is drafted, posted or voted on: what it changes, and under each clause what people say and propose. [DC5] */
import { useState } from 'react'
import { Button, Go, SectionTitle, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { Marked } from '../../../../ballots/ui/parts/marked.tsx'
import type { ClauseChange } from '../../../rules/covenant/index.ts'
import type { CovenantFile, FullVersion } from '../../covenant-api.ts'
import { covenantWords } from '../../covenant-words.ts'
import { Amendments } from '../../parts/covenant/amendments.tsx'
import { Changes } from '../../parts/covenant/clauses.tsx'
import { sayDay } from '../../parts/meetings/day.ts'
import { Talk } from '../../parts/talk.tsx'
import { takesComments } from './takes-comments.ts'

export function NextPart({ file, next, onAmend }: { file: CovenantFile; next: FullVersion; onAmend: (clause: string) => void }) {
  const w = useWords(covenantWords)
  const { lang } = useSettings()
  const open = takesComments(file)
  const until = sayDay(next.commentsUntil, lang)
  const title = { draft: w.draft(next.n), posted: open ? w.posted(next.n, until) : w.postedOver(next.n, until), voting: w.voting(next.n) }
  const own = file.amendments.filter(({ n }) => n === next.n)
  const loose = own.filter((one) => !next.changes.some(({ key }) => key === one.clause))
  return <section className="cv-part" id="next"><SectionTitle rule="above"><Marked said={next.state === 'draft' || next.state === 'voting' ? title[next.state] : title.posted} /></SectionTitle>
    {next.reason && <p className="lk-second">{next.reason}</p>}
    <p className="lk-second cv-said">{next.state === 'draft' ? w.draftLine : next.from === null ? w.fresh : w.compare(next.from)}</p>
    {next.state === 'voting' && next.vote && <p><Go className="lk-link" href={`/vote/${next.vote}`} outside>{w.seeVote}</Go></p>}
    <Changes changes={next.changes} under={next.state === 'draft' ? undefined : (change) => change.kind !== 'struck' && <Under file={file} change={change} open={open} onAmend={onAmend} />} />
    {loose.length > 0 && <Amendments items={loose} />}
    {open && <p className="cv-paper">{w.byPaper}</p>}
  </section>
}

function Under({ file, change, open, onAmend }: { file: CovenantFile; change: ClauseChange; open: boolean; onAmend: (clause: string) => void }) {
  const w = useWords(covenantWords)
  const [talking, talk] = useState(false)
  const own = file.amendments.filter(({ n, clause }) => n === file.next?.n && clause === change.key)
  return <>
    {own.length > 0 && <Amendments items={own} />}
    <div className="cv-under"><Button size="small" aria-expanded={talking} onClick={() => talk(!talking)}>{talking ? w.hideTalk : w.talk}</Button>
      {open && <Button size="small" onClick={() => onAmend(change.key)}>{w.amend}</Button>}</div>
    {talking && <Talk about="covenant" subject={file.id} clause={change.key} place={file.place.id} open={open} plain />}
  </>
}
