/** '/mediation': the dispute that this browser's side is in, else the form for the code on the slip. */
import './mediation.css'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent } from 'react'
import { Button, ErrorNote, Field, problemOf, ResidentShell, Skeleton, useWords } from '../../../ui-kit/index.ts'
import { useMediation, useOpenMediation } from './api.ts'
import { SideView } from './side-view.tsx'
import { mediationWords } from './words.ts'

const readable = (typed: string): string => typed.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, '').slice(0,
  12).match(/.{1,4}/g)?.join(' ') ?? ''

/** The code that stands behind the # of a slip's address, which no server on the way writes down; taken out of the address at once. */
function takeCode(): string {
  const code = readable(location.hash.slice(1))
  if (location.hash !== '') history.replaceState(null, '', location.pathname)
  return code
}

export default function MediationPage() {
  const w = useWords(mediationWords)
  const [given] = useState(takeCode)
  const [asking, ask] = useState(given !== '')
  const mediation = useMediation()
  const cache = useQueryClient()
  // An answer still on its way was asked before the code was taken and says 'not found': it may not stand for the new one.
  const opened = () => { void cache.cancelQueries({ queryKey: ['mediation'] }).then(() => mediation.refetch()).then(() => ask(false)) }
  const back = { href: '/', word: w.home }
  if (asking) return <CodeForm start={given} onOpened={opened} />
  if (mediation.data) return <SideView mediation={mediation.data} onOther={() => ask(true)} />
  if (mediation.isPending) return <ResidentShell back={back}><Skeleton lines={[70, 40, 100, 100]} /></ResidentShell>
  const { status } = problemOf(mediation.error)
  if (status >= 400 && status < 500) return <CodeForm start="" onOpened={opened} />
  return <ResidentShell back={back}><ErrorNote error={mediation.error}><Button look="primary"
    onClick={() => void mediation.refetch()}>{w.again}</Button></ErrorNote></ResidentShell>
}

function CodeForm({ start, onOpened }: { start: string; onOpened: () => void }) {
  const w = useWords(mediationWords)
  const [code, setCode] = useState(start)
  const open = useOpenMediation(onOpened)
  const ready = code.replace(/\s/g, '').length === 12
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (ready && !open.isPending) open.mutate({ code })
  }
  useEffect(() => { if (start !== '') open.mutate({ code: start }) }, []) // once: the code came with the address
  return <ResidentShell bar={<Button look="primary" size="bar" type="submit" form="dm-code" busy={open.isPending}
    whyNot={ready ? undefined : w.codeFirst}>{w.open}</Button>}>
    <div className="dm-head"><h1 className="lk-title">{w.title}</h1></div>
    <form id="dm-code" className="dm-body" onSubmit={send}>
      <p className="lk-second">{w.titleLine}</p>
      <Field label={w.code} value={code} onChange={(event) => setCode(readable(event.target.value))} autoComplete="off" autoCapitalize="characters"
        spellCheck={false}
        maxLength={16} className="lk-input dm-code" />
      {open.error && <ErrorNote title={w.notOpen} error={open.error} />}
      <p className="lk-small">{w.lost}</p>
    </form>
  </ResidentShell>
}
