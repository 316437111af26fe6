/** One dispute on the phone, where a notice leads: how far it is, what comes next, both sides, sessions and duties; papers are printed at the desk. */
import '../console/disputes.css'
import { FieldShell, useWords, words } from '../../../ui-kit/index.ts'
import { SignedIn } from '../../../trust/ui/parts/field-frame.tsx'
import { DisputePane } from '../console/dispute-pane.tsx'

const pageWords = words({ back: { zh: '我的调解', en: 'My sessions' } })

/** The page at /field/disputes/:id. */
export default function DisputePage({ params }: { params: { id?: string } }) {
  const w = useWords(pageWords)
  return <SignedIn>{(worker) => <FieldShell current="mine" back={{ href: '/field/mediation', word: w.back }}>
    <DisputePane key={`${params.id} ${worker.post.post}`} id={params.id ?? ''} phone /></FieldShell>}</SignedIn>
}
