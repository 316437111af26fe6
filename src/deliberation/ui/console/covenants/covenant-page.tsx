/** One covenant at the desk: the draft to be written, the posted version with amendments to answer, the vote, signatures. */
import { useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { Button, ConsoleFrame, Empty, ErrorNote, Go, Icon, Meta, PageHead, SectionTitle, Skeleton, useSettings, useWords, comma } from '../../../../ui-kit/index.ts'
import { posterAt, useStaffCovenant, type Amendment, type StaffCovenant } from '../../covenant-api.ts'
import { covenantWords } from '../../covenant-words.ts'
import { Amendments } from '../../parts/covenant/amendments.tsx'
import { Changes, Clauses } from '../../parts/covenant/clauses.tsx'
import { Versions } from '../../parts/covenant/versions.tsx'
import { sayDay } from '../../parts/meetings/day.ts'
import { AnswerDialog, NoteDialog, SlipsDialog } from './dialogs.tsx'
import { DraftEditor } from './draft-editor.tsx'
import { Moves } from './moves.tsx'

type Open = { readonly what: 'edit' | 'note' | 'slips' } | { readonly what: 'answer'; readonly amendment: Amendment }

export default function CovenantPage() {
  const w = useWords(covenantWords)
  const covenant = useStaffCovenant(String(useParams({ strict: false })['id']))
  const [open, show] = useState<Open>()
  const file = covenant.data
  const close = () => show(undefined)
  const draft = file?.draft ?? (file?.next?.state === 'draft' ? file.next : null)
  return <ConsoleFrame current="/console/covenants">
    {file ? <><PageHead back={{ href: '/console/covenants', word: w.back }} title={file.title} line={`${file.place.name}${comma()}${file.keeper}`}
      tools={<><Button icon="board" href={`/covenants/${file.place.id}`} outside>{w.publicPage}</Button><Button icon="print" href={posterAt(file.id, 'pdf')} outside>{w.print}</Button></>} />
      <div className="cv-columns"><div>
        {draft && <DraftPart file={file} draft={draft} editing={open?.what === 'edit'} onEdit={() => show({ what: 'edit' })} onDone={close} />}
        {file.next && file.next.state !== 'draft' && <PostedPart file={file} show={show} />}
        <section className="cv-part"><SectionTitle>{w.inForce}</SectionTitle>{file.force ? <Clauses text={file.force.text} /> : <Empty title={w.noForce} line={w.noneLine} />}</section>
        <Versions id={file.id} versions={file.versions} />
      </div>{file.keeps && <div><Moves file={file} onSlips={() => show({ what: 'slips' })} /></div>}</div></>
      : covenant.error ? <ErrorNote title={w.failed} error={covenant.error}><Button look="primary" onClick={() => void covenant.refetch()}>{w.again}</Button></ErrorNote> : <Skeleton repeat={4} />}
    {file && open?.what === 'answer' && <AnswerDialog amendment={open.amendment} onClose={close} />}
    {file && open?.what === 'note' && <NoteDialog file={file} onClose={close} />}
    {file && open?.what === 'slips' && <SlipsDialog file={file} onClose={close} />}
  </ConsoleFrame>
}

function DraftPart({ file, draft, editing, onEdit, onDone }: { file: StaffCovenant; draft: NonNullable<StaffCovenant['draft']>; editing: boolean; onEdit: () => void; onDone: () => void }) {
  const w = useWords(covenantWords)
  return <section className="cv-part"><SectionTitle aside={file.moves.includes('edit') && !editing && <Button size="small" onClick={onEdit}>{w.edit}</Button>}>{w.draft(draft.n)}</SectionTitle>
    {editing ? <DraftEditor file={file} draft={draft} onDone={onDone} /> : <>{draft.reason && <p className="lk-second">{draft.reason}</p>}
      <p className="lk-second cv-said">{draft.from === null ? w.fresh : w.compare(draft.from)}</p><Changes changes={draft.changes} /></>}</section>
}

function PostedPart({ file, show }: { file: StaffCovenant; show: (open: Open) => void }) {
  const w = useWords(covenantWords)
  const { lang } = useSettings()
  const { next } = file
  if (!next) return null
  const own = file.amendments.filter(({ n }) => n === next.n)
  return <section className="cv-part"><SectionTitle aside={next.commentsUntil ? w.commentsUntil(sayDay(next.commentsUntil, lang)) : undefined}>{`${w.nth(next.n)} ${w[`state_${next.state}`]}`}</SectionTitle>
    {file.held > 0 && <p className="cv-under"><Icon name="eye" size={16} />{w.heldLine(file.held)}<Go className="lk-link" href="/console/moderation">{w.look}</Go></p>}
    {own.length > 0 && <Amendments named items={[...own].sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open'))} tool={(one) => file.moves.includes('answer') && one.state === 'open'
      && <p className="cv-under"><Button size="small" onClick={() => show({ what: 'answer', amendment: one })}>{w.answer}</Button></p>} />}
    <Changes changes={next.changes} />
    {file.keeps && next.state === 'posted' && <p><Button onClick={() => show({ what: 'note' })}>{w.write}</Button></p>}</section>
}
