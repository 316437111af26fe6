/** A report that was opened by its code: where it stands, the letters, writing back. */
import { useState } from 'react'
import { Button, dayOf, ErrorNote, Icon, moment, ResidentShell, useNow, useSettings, useWords } from '../../../ui-kit/index.ts'
import { entryWords } from '../parts/entry-words.ts'
import { Letters } from '../parts/letters.tsx'
import { readProof, useReadThread, type Entry, type ReporterThread } from '../resident-api.ts'
import { LetterForm } from './letter-form.tsx'
import { Ways } from './ways.tsx'
import { lineWords } from './words.ts'

type Writing = 'letter' | 'suffering' | undefined

export function ThreadView({ code, first, onClose }: { code: string; first: ReporterThread; onClose: () => void }) {
  const w = useWords(lineWords)
  const e = useWords(entryWords)
  const { lang } = useSettings()
  const present = useNow()
  const [thread, show] = useState(first)
  const [writing, write] = useState<Writing>()
  const [sent, say] = useState(false)
  const read = useReadThread(show)
  const written = () => { write(undefined); say(true); read.mutate(code) }
  if (writing) return <LetterForm code={code} suffering={writing === 'suffering'} next={thread.nextDelivery} onBack={() => write(undefined)}
    onSent={written} />
  // Until the full hour nobody has it, and the page must not say that it lies there unread.
  const arrival = Date.parse(thread.entries[0]?.hour ?? '')
  const underWay = thread.state === 'filed' && arrival > present
  const about = thread.concerned.title ?? (thread.official ? e.official : e.someone)
  return <ResidentShell right={<Button look="quiet" size="small" onClick={onClose}>{w.close}</Button>}
    bar={<><Button look="plain" size="bar" icon="flag" onClick={() => write('suffering')}>{w.suffer}</Button>
      {thread.mayWrite && <Button look="primary" size="bar" onClick={() => write('letter')}>{w.writeBack}</Button>}</>}>
    <h1 className="lk-title cf-title">{underWay ? e.underWay(moment(arrival, present, lang)) : e[thread.state]}</h1>
    <p className="lk-second cf-lead">{w.about(about)}{thread.keptUntil && <><br />{w.keptUntil(dayOf(Date.parse(thread.keptUntil), present,
      lang))}</>}</p>
    {thread.overdue && <section className="lk-card cf-overdue"><b>{w.overdue}</b><p className="lk-second">{w.overdueLine}</p><Ways /></section>}
    {sent && <p className="cf-done" role="status"><Icon name="check"
      size={16} />{w.sent}{lang === 'zh' ? '，' : ', '}{w.arrives(moment(Date.parse(thread.nextDelivery), present, lang))}</p>}
    <Letters entries={thread.entries} who={(by) => (by === 'reporter' ? w.you : thread.handler)} after={(entry) => <Proof code={code}
      entry={entry} />} />
    {read.error && <ErrorNote title={w.failed} error={read.error} />}
    <p><Button look="plain" busy={read.isPending} onClick={() => read.mutate(code)}>{w.refresh}</Button></p>
    <p className="lk-small cf-foot">{w.proofNote}</p>
  </ResidentShell>
}

function Proof({ code, entry }: { code: string; entry: Entry }) {
  const w = useWords(lineWords)
  const [failed, fail] = useState(false)
  if (!entry.sealed) return <span className="lk-small">{w.proofWait}</span>
  const save = async () => {
    const { opening } = await readProof(code, entry.n)
    if (opening === null) { fail(true); return }
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([JSON.stringify(opening, null, 2)], { type: 'application/json' }))
    link.download = `linli-${entry.n + 1}.json`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return <button type="button" className="lk-link cf-proof" onClick={() => void save().catch(() => fail(true))}>
    <Icon name="lock" size={14} />{failed ? w.proofWait : w.proof}</button>
}
