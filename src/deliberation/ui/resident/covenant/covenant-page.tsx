/** '/covenants/:place': the covenant in force with its signatures, what is being drafted clause by clause with comments and amendments, and every version. */
import { useState } from 'react'
import { Button, Empty, ErrorNote, Go, Meta, ResidentShell, SectionTitle, Skeleton, useSettings, useWords } from '../../../../ui-kit/index.ts'
import { useBoardBack } from '../../../../places/ui/parts/board-back.ts'
import { Marked } from '../../../../ballots/ui/parts/marked.tsx'
import { posterAt, useCovenant, useCovenants, type CovenantFile } from '../../covenant-api.ts'
import { covenantWords } from '../../covenant-words.ts'
import { Changes, Clauses } from '../../parts/covenant/clauses.tsx'
import { Versions } from '../../parts/covenant/versions.tsx'
import { sayDay } from '../../parts/meetings/day.ts'
import { AmendForm, SignForm } from './covenant-forms.tsx'
import { NextPart } from './next-part.tsx'
import { takesComments } from './takes-comments.ts'

type Writing = { readonly what: 'sign' } | { readonly what: 'amend'; readonly clause: string | null }

export default function CovenantPage({ params }: { params: Record<string, string | undefined> }) {
  const w = useWords(covenantWords)
  const cards = useCovenants(params['place'])
  const back = useBoardBack(params['place'], w.home)
  const [chosen, choose] = useState<string>()
  const [writing, write] = useState<Writing>()
  const items = cards.data?.items ?? []
  const id = chosen ?? items.find(({ place }) => place.id === params['place'])?.id ?? items[0]?.id
  const covenant = useCovenant(id)
  const top = (what: Writing | undefined) => { write(what); scrollTo(0, 0) }
  const file = covenant.data
  if (file && writing?.what === 'sign') return <SignForm file={file} onBack={() => top(undefined)} />
  if (file && writing?.what === 'amend') return <AmendForm file={file} clause={writing.clause} onBack={() => top(undefined)} />
  const error = cards.error ?? covenant.error
  return <ResidentShell back={back} bar={file && <Act file={file} onSign={() => top({ what: 'sign' })} onAdd={() => top({ what: 'amend', clause: null })} />}>
    {error && !file ? <><h1 className="lk-title">{w.title}</h1><ErrorNote title={w.failed} error={error}>
      <Button look="primary" onClick={() => { void cards.refetch(); void covenant.refetch() }}>{w.again}</Button></ErrorNote></>
      : cards.data && items.length === 0 ? <><h1 className="lk-title">{w.title}</h1><div className="cv-part"><Empty title={w.none} line={w.noneLine} /></div></>
        : !file ? <Skeleton lines={[60, 100, 100, 90]} repeat={3} />
          : <><Whole file={file} onSign={() => top({ what: 'sign' })} onAmend={(clause) => top({ what: 'amend', clause })} />
            {items.length > 1 && <p className="cv-tools">{items.filter((one) => one.id !== id).map((one) => <Button key={one.id} look="plain" onClick={() => { choose(one.id); scrollTo(0, 0) }}>
              {one.title}</Button>)}</p>}</>}
  </ResidentShell>
}

function Act({ file, onSign, onAdd }: { file: CovenantFile; onSign: () => void; onAdd: () => void }) {
  const w = useWords(covenantWords)
  if (file.next?.state === 'voting' && file.next.vote) return <Button look="primary" size="bar" href={`/vote/${file.next.vote}`}>{w.toVote}</Button>
  if (takesComments(file)) return <Button look="primary" size="bar" onClick={onAdd}>{w.addClause}</Button>
  return file.force && !file.signed ? <Button look="primary" size="bar" onClick={onSign}>{w.sign}</Button> : null
}

function Whole({ file, onSign, onAmend }: { file: CovenantFile; onSign: () => void; onAmend: (clause: string) => void }) {
  const w = useWords(covenantWords)
  const { lang } = useSettings()
  const { force } = file
  const comments = takesComments(file)
  return <>
    <p className="lk-second">{file.place.name}</p>
    <h1 className="cv-title">{file.title}</h1>
    {force ? <>
      <p className="lk-second cv-said">{force.adoptedOn && w.force(force.n, sayDay(force.adoptedOn, lang))}</p>
      <p className="cv-stand"><Marked said={[force.answers !== null && force.yes !== null ? w.counted(String(force.yes), String(force.answers)) : '',
        force.signatures > 0 ? w.signatures(String(force.signatures)) : w.nobodySigned, file.signed ? w.signed : ''].filter(Boolean).join(lang === 'zh' ? '，' : ', ')} /></p>
      {file.next && comments && <p className="cv-next"><a className="lk-link" href="#next">{w.nextBelow(file.next.n, sayDay(file.next.commentsUntil, lang))}</a></p>}
      <div className="cv-part"><Clauses text={force.text} /></div>
      <p className="cv-tools">{!file.signed && (comments || file.next?.state === 'voting') && <Button onClick={onSign}>{w.sign}</Button>}<Button icon="print" href={posterAt(file.id, 'pdf')} outside>{w.print}</Button><Button look="quiet" href={posterAt(file.id, 'docx')} outside>{w.word}</Button>
        <span className="lk-second">{w.printLine}</span></p>
    </> : !file.next && <Empty title={w.noForce} line={w.noneLine} />}
    {file.next && <NextPart file={file} next={file.next} onAmend={onAmend} />}
    {file.draft && <section className="cv-part"><SectionTitle rule="above">{w.draft(file.draft.n)}</SectionTitle><p className="lk-second">{w.draftLine}</p><Changes changes={file.draft.changes} /></section>}
    {file.versions.length > 1 && <Versions id={file.id} versions={file.versions} />}
    <p className="cv-paper"><Meta>{[`${w.keeper} ${file.keeper}`, <Go key="threads" className="lk-link" href={`/threads/in/${file.place.id}`}>{w.threads}</Go>,
      <Go key="bodies" className="lk-link" href={`/bodies/in/${file.place.id}`}>{w.bodies}</Go>]}</Meta></p>
  </>
}
