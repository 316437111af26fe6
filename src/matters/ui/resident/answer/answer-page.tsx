/**
 * '/answer#…': a department answers a whistle without an account. The link alone shows nothing; what stands after '#' never leaves this browser by
 * itself.
 */
import { useState, type FormEvent } from 'react'
import { Button, Empty, ErrorNote, Field, ResidentShell, useWords } from '../../../../ui-kit/index.ts'
import { AnswerForm } from './answer-form.tsx'
import { useOpenSlip, type AnswerSlip, type Typed } from './answer-api.ts'
import { answerWords } from './answer-words.ts'
import '../resident.css'
import '../follow.css'
import './answer.css'

const tokenOf = (hash: string): string => decodeURIComponent(hash.replace(/^#/, '')).trim()

export default function AnswerPage() {
  const w = useWords(answerWords)
  const [token] = useState(() => tokenOf(location.hash))
  const [opened, show] = useState<{ slip: AnswerSlip; typed: Typed } | null>(null)
  const [done, finish] = useState<string | null>(null)
  if (opened && done !== null) {
    return <ResidentShell><Empty title={w.done} line={w.doneLine(done, opened.slip.community.name)} /></ResidentShell>
  }
  if (opened) return <AnswerForm slip={opened.slip} typed={opened.typed} onDone={finish} />
  if (token === '') return <ResidentShell><Empty title={w.noLink} line={w.noLinkLine} /></ResidentShell>
  return <CodeForm token={token} onOpened={(slip, typed) => show({ slip, typed })} />
}

function CodeForm({ token, onOpened }: { token: string; onOpened: (slip: AnswerSlip, typed: Typed) => void }) {
  const w = useWords(answerWords)
  const [code, write] = useState('')
  const open = useOpenSlip(onOpened)
  const digits = code.normalize('NFKC').replace(/\D/g, '')
  const ready = digits.length === 6
  const send = (event: FormEvent) => { event.preventDefault(); if (ready) open.mutate({ token, code: digits }) }
  return <ResidentShell bar={<Button look="primary" size="bar" type="submit" form="ma-code" busy={open.isPending}
    whyNot={ready ? undefined : w.codeFirst}>{w.open}</Button>}>
    <h1 className="lk-title mr-title">{w.codeTitle}</h1>
    <form id="ma-code" className="lk-stack mr-form" onSubmit={send}>
      <p className="lk-second">{w.codeLine}</p>
      <Field label={w.code} inputMode="numeric" autoComplete="off" maxLength={8} autoFocus value={code}
        onChange={(event) => write(event.target.value)}
        className="lk-input mr-code-input" />
      {open.error && <ErrorNote title={w.notOpened} error={open.error} />}
    </form>
  </ResidentShell>
}
