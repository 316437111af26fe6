/** '/sign-in', also with '#card=…': staff only; a resident is told that none is needed. */
import { Go, ResidentShell, useWords } from '../../../ui-kit/index.ts'
import { SignInForm } from './sign-in-form.tsx'
import { signInWords } from './words.ts'
import './first.css'

export default function SignInPage() {
  const w = useWords(signInWords)
  return <ResidentShell>
    <h1 className="lk-title tf-title">{w.title}</h1>
    <div className="tf-narrow"><SignInForm />
      <p className="tf-resident"><Go href="/report" className="lk-link">{w.resident}</Go></p></div>
  </ResidentShell>
}
