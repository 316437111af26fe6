/** '/confidential': the ways outside first; then whom it is about, the letter, the code; or a report by its code. Nothing is kept in the browser. */
import { useState } from 'react'
import { useSearch } from 'wouter'
import { useNavigate } from '../../../ui-kit/index.ts'
import type { ReporterThread } from '../resident-api.ts'
import { CodeForm } from './code-form.tsx'
import { SentStep } from './sent-step.tsx'
import { StartStep } from './start-step.tsx'
import { ThreadView } from './thread-view.tsx'
import { WhoStep, type Aim } from './who-step.tsx'
import { WriteStep } from './write-step.tsx'
import '../parts/letters.css'
import './confidential.css'

type Step =
  | { readonly at: 'start' | 'who' | 'code' }
  | { readonly at: 'write'; readonly aim: Aim }
  | { readonly at: 'sent'; readonly code: string; readonly delivered: string }
  | { readonly at: 'thread'; readonly code: string; readonly thread: ReporterThread }

export default function ConfidentialPage() {
  const place = new URLSearchParams(useSearch()).get('place') ?? undefined
  const navigate = useNavigate()
  const [step, setStep] = useState<Step>({ at: 'start' })
  const [words, setWords] = useState('')
  const go = (next: Step) => { setStep(next); scrollTo(0, 0) }
  const back = place === undefined ? '/' : `/report?place=${place}`
  if (step.at === 'who') return <WhoStep place={place} onBack={() => go({ at: 'start' })} onChosen={(aim) => go({ at: 'write', aim })} />
  if (step.at === 'write') return <WriteStep aim={step.aim} words={words} onWords={setWords} onBack={() => go({ at: 'who' })}
    onSent={(code, delivered) => { setWords(''); go({ at: 'sent', code, delivered }) }} />
  if (step.at === 'sent') return <SentStep code={step.code} delivered={step.delivered} onLeave={() => navigate('/')} />
  if (step.at === 'code') return <CodeForm onBack={() => go({ at: 'start' })} onOpened={(code, thread) => go({ at: 'thread', code, thread })} />
  if (step.at === 'thread') return <ThreadView code={step.code} first={step.thread} onClose={() => go({ at: 'start' })} />
  return <StartStep back={back} onBegin={() => go({ at: 'who' })} onCode={() => go({ at: 'code' })} />
}
