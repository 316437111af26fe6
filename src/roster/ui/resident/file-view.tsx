/** One's own file, opened: masked until its person shows it for a minute. */
import { useEffect, useState } from 'react'
import { Button, dayOf, ErrorNote, ResidentShell, SectionTitle, useNow, useSay, useSettings, useWords } from '../../../ui-kit/index.ts'
import { registerLines } from '../../rules/law/index.ts'
import type { AskedField, RequestKind } from '../../rules/own-file/request.ts'
import { OwnAgreements } from '../parts/own-agreements.tsx'
import { AskPart, type Wish } from './ask-part.tsx'
import { useClear, useCloseFile, type OwnFile } from './own-api.ts'
import { Asked, Consents, Seen } from './own-parts.tsx'
import { OwnValues } from './own-values.tsx'
import { ownWords } from './own-words.ts'

const CLEAR_MS = 60_000

/** The file in clear for a minute, then hidden again. */
function useClearFor(file: OwnFile) {
  const [clear, setClear] = useState<OwnFile | null>(null)
  const show = useClear('show', setClear)
  useEffect(() => {
    if (!clear) return undefined
    const timer = setTimeout(() => setClear(null), CLEAR_MS)
    return () => clearTimeout(timer)
  }, [clear])
  return { shown: clear ?? file, isClear: clear !== null, busy: show.isPending, error: show.error, show: () => show.mutate(null),
    hide: () => setClear(null) }
}

export function FileView({ file, onCopy }: { file: OwnFile; onCopy: (copy: OwnFile) => void }) {
  const w = useWords(ownWords)
  const now = useNow()
  const { lang } = useSettings()
  const { shown, isClear, busy, error, show, hide } = useClearFor(file)
  const [wish, ask] = useState<Wish | null>(null)
  const [due, setDue] = useState<string | null>(null)
  const copy = useClear('copy', (given) => { onCopy(given); scrollTo(0, 0) })
  const close = useCloseFile()
  const first = file.ties[0]?.id ?? ''
  const asking = wish && <AskPart key={`${wish.tie} ${wish.kind} ${wish.field} ${wish.guardian}`} wish={wish} onClose={() => ask(null)}
    onAsked={(until) => { ask(null); setDue(until); scrollTo(0, 0) }} />
  const ofValue = wish?.kind === 'correct' && wish.field !== 'tie' && !wish.guardian
  const want = (kind: RequestKind, field: AskedField | null = null, guardian = false) => ask({ tie: first, kind, field, guardian })
  return <ResidentShell back={{ href: '/', word: w.home }}>
    <div className="of-head"><h1 className="lk-title">{w.mine(shown.name ?? '＊')}</h1><p className="lk-second">{w.opensFor}</p>
      <p className="of-tools"><Button busy={busy} aria-pressed={isClear} onClick={isClear ? hide : show}>{isClear ? w.hide : w.show}</Button>
        <Button busy={copy.isPending} onClick={() => copy.mutate(null)}>{w.copy}</Button>
        <Button look="quiet" busy={close.isPending} onClick={() => close.mutate(null)}>{w.close}</Button></p>
      {(error ?? copy.error) && <ErrorNote title={w.failed} error={error ?? copy.error} />}</div>
    {due !== null && <p className="of-sent" role="status">{w.sent(dayOf(Date.parse(due), now, lang))}</p>}
    <div className="of-body">
      {shown.ties.map((tie) => <OwnValues key={tie.id} tie={tie} past onWrong={(field, adds) => ask({ tie: tie.id, kind: 'correct', field,
        guardian: false, adds })} asking={ofValue && wish.tie === tie.id ? { field: wish.field, part: asking } : undefined} />)}
      <Why />
      <Seen file={file} />
      <Asked file={shown} withTools />
      <OwnAgreements />
      <Consents file={file} past />
      <section><SectionTitle rule="above">{w.can}</SectionTitle><div className="of-can">
        <Button onClick={() => want('correct', 'tie')}>{w.canTie}</Button><Button onClick={() => want('explain')}>{w.canExplain}</Button>
        <Button onClick={() => want('explain', null,
          true)}>{w.canGuardian}</Button><Button onClick={() => want('delete')}>{w.canDelete}</Button></div>{!ofValue && asking}</section>
    </div>
  </ResidentShell>
}

/** Why each field is kept, by what right and for how long: the register that anybody can read. */
function Why() {
  const w = useWords(ownWords)
  const say = useSay()
  const lines = registerLines.filter(({ group }) => group === 'home')
  return <details className="of-why"><summary>{w.why}</summary><dl>{lines.map((line) => <div key={line.key}><dt>{say(line.said)}</dt>
    <dd>{w.whyLine(say(line.why), line.seenBy.map(say).join(w.and), say(line.kept))}<span className="lk-small">{line.basis}</span></dd></div>)}</dl>
    <Button look="quiet" href="/privacy">{w.register}</Button></details>
}
