/** One household, one file: what is known of the home, who belongs to it, who is responsible, what is open. */
import './home.css'
import { useCallback, useState } from 'react'
import { Button, Empty, ErrorNote, Go, Icon, Meta, problemOf, Skeleton, UndoBar, useKeys, useNavigate, useNow, useSay, useSettings, useWords, moment,
} from '../../../../ui-kit/index.ts'
import { useSession } from '../../../../trust/ui/parts/session.ts'
import { useEndTies, useHome, useKeepHome, useReopen, useTakeBack, type DeskCopy, type HomeFile } from '../../home-api.ts'
import { HOW_SAID } from '../../parts/home-words.ts'
import { AddDialog, CorrectDialog, EndDialog, KeepDialog, type Done } from './forms.tsx'
import { CopyDialog, CopyPaper } from './copy-paper.tsx'
import { HistoryDialog } from './history.tsx'
import { People, useDay, type Ask } from './people.tsx'
import { HomeRail } from './rail.tsx'
import { formWords, homeWords } from './words.ts'

/** `next`: the address of the next home of a list that is being worked through. */
export function HomePane({ home, next }: { home: string; next?: string }) {
  const w = useWords(homeWords)
  const { data, error, refetch } = useHome(home)
  if (error && !data) {
    return problemOf(error).status === 404 ? <Empty title={w.gone} line={w.goneLine}><Button href="/console/roster">{w.back}</Button></Empty>
      : <ErrorNote title={w.failed} error={error}><Button look="primary" onClick={() => void refetch()}>{w.again}</Button></ErrorNote>
  }
  return data === undefined ? <Skeleton repeat={3} /> : <File key={home} file={data} {...(next ? { next } : {})} />
}

function File({ file, next }: { file: HomeFile; next?: string }) {
  const f = useWords(formWords)
  const [asking, ask] = useState<Ask | { readonly what: 'keep' | 'add' } | null>(null)
  const [done, setDone] = useState<(Done & { readonly n: number }) | null>(null)
  const finish = (one: Done) => { ask(null); setDone({ ...one, n: (done?.n ?? 0) + 1 }) }
  const keep = useKeepHome(file.home.id, () => finish({ said: f.doneKeep }))
  const close = () => ask(null)
  const [paper, setPaper] = useState<DeskCopy | null>(null)
  const putAway = useCallback(() => setPaper(null), [])
  if (paper) return <CopyPaper copy={paper} onClose={putAway} />
  return <article className="rh-file">
    <Head file={file} busy={keep.isPending} onAsk={(what) => ask({ what })} onHolds={() => keep.mutate({ version: file.version, confirm: 'desk' })}
      {...(next ? { next } : {})} />
    {keep.error && <ErrorNote error={keep.error} />}
    <div className="rh-body"><div className="rh-people"><People file={file} onAsk={ask} /><None file={file} onAdd={() =>
      ask({ what: 'add' })} /></div>
      <HomeRail file={file} /></div>
    <PrintFoot />
    {asking?.what === 'keep' && <KeepDialog file={file} onClose={close} onDone={finish} />}
    {asking?.what === 'add' && <AddDialog file={file} onClose={close} onDone={finish} />}
    {asking?.what === 'correct' && <CorrectDialog person={asking.person} onClose={close} onDone={finish} />}
    {asking?.what === 'end' && <EndDialog person={asking.person} onClose={close} onDone={finish} />}
    {asking?.what === 'copy' && <CopyDialog person={asking.person} onClose={close} onCopy={(copy) => { ask(null); setPaper(copy) }} />}
    {asking?.what === 'history' && <HistoryDialog person={asking.person} onClose={close} />}
    {done && <Undo key={done.n} done={done} onGone={() => setDone(null)} />}
  </article>
}

function Undo({ done, onGone }: { done: Done; onGone: () => void }) {
  const [back, reopen, end] = [useTakeBack(), useReopen(), useEndTies()]
  const take = () => {
    if (done.undo?.value) back.mutate(done.undo.value)
    if (done.undo?.tie) reopen.mutate(done.undo.tie)
    if (done.undo?.added) end.mutate({ ties: [done.undo.added], why: 'wrong', on: null })
    onGone()
  }
  return <div className="rh-undo lk-no-print">{done.undo ? <UndoBar onUndo={take} onGone={onGone}>{done.said}</UndoBar>
    : <Said word={done.said} />}</div>
}
const Said = ({ word }: { word: string }) => <p className="rh-said-done" role="status"><Icon name="check" size={16} />{word}</p>

type HeadProps = { file: HomeFile; busy: boolean; next?: string; onAsk: (what: 'keep' | 'add') => void; onHolds: () => void }

function Head({ file, busy, next, onAsk, onHolds }: HeadProps) {
  const w = useWords(homeWords)
  const navigate = useNavigate()
  const go = (home: string | null) => { if (home) navigate(`/console/roster/homes/${home}`) }
  useKeys({ e: () => onAsk('keep'), a: () => onAsk('add'), p: () => print(), '[': () => go(file.before), ']': () => go(file.after) })
  return <header className="rh-head">
    <div className="rh-head__top"><h1 className="lk-title">{file.home.name}</h1>
      <nav className="rh-doors lk-no-print" aria-label={w.after}>
        {file.before && <Go className="lk-icon-button" href={`/console/roster/homes/${file.before}`} aria-label={w.before} title={`${w.before}  [`}>
          <Icon name="left" /></Go>}
        {file.after && <Go className="lk-icon-button" href={`/console/roster/homes/${file.after}`} aria-label={w.after} title={`${w.after}  ]`}>
          <Icon name="right" /></Go>}</nav></div>
    <p className="rh-said">{saidOf(file, w)}</p>
    <Confirmed file={file} />
    <div className="rh-moves lk-no-print">
      {file.state !== 'unknown' && <Button look="primary" kbd="C" busy={busy} onClick={onHolds}>{w.holds}</Button>}
      <Button kbd="E" look={file.state === 'unknown' ? 'primary' : 'plain'} onClick={() => onAsk('keep')}>{w.keep}</Button>
      <Button kbd="A" icon="plus" onClick={() => onAsk('add')}>{w.add}</Button>
      <Button icon="print" onClick={() => print()}>{w.print}</Button>
      {next && <Button look="quiet" href={next}>{w.next}</Button>}</div>
  </header>
}

function saidOf(file: HomeFile, w: ReturnType<typeof useWords<typeof homeWords>>): string {
  switch (file.state) {
    case 'unknown': return w.nobody
    case 'vacant': return w.vacant
    case 'business': return w.business
    case 'unfinished': return w.unfinished
    case 'let': return file.living > 0 ? w.letTo(file.living, file.children) : w.noName
    case 'lived_in': return file.living > 0 ? w.livedIn(file.living, file.children) : w.noName
  }
}

/** When and how it was last confirmed: jade while it holds, cinnabar when it is due. */
function Confirmed({ file }: { file: HomeFile }) {
  const w = useWords(homeWords)
  const say = useSay()
  const day = useDay()
  const last = file.confirmed ? w.last(day(file.confirmed.on), say(HOW_SAID[file.confirmed.how]), file.confirmed.by ?? '') : w.never
  return <p className="rh-confirmed"><span className={file.holds ? 'rh-chip rh-chip--fresh' : 'rh-chip rh-chip--due'}>
    <Icon name={file.holds ? 'check' : 'warn'} size={14} />{file.holds ? w.fresh : w.due}</span>
  <Meta><span>{last}</span><span>{w.every(file.days)}</span>{file.householdNo ? <span>{w.householdNo(file.householdNo)}</span> : null}</Meta></p>
}

function None({ file, onAdd }: { file: HomeFile; onAdd: () => void }) {
  const w = useWords(homeWords)
  if (file.people.length > 0 || file.children > 0) return null
  return <Empty title={w.none} line={w.noneLine}><Button onClick={onAdd}>{w.add}</Button></Empty>
}

/** On paper: who printed it and when; names and numbers stay hidden there. */
function PrintFoot() {
  const w = useWords(homeWords)
  const now = useNow()
  const { lang } = useSettings()
  const name = useSession().data?.person?.name ?? ''
  return <footer className="rh-print">{w.printed(name, moment(now, now, lang))}</footer>
}
