/** '/m': the matter that this browser may follow, else the form for a receipt code. */
import { useEffect, useState } from 'react'
import { Button, ErrorNote, problemOf, ResidentShell, Skeleton, useWords } from '../../../ui-kit/index.ts'
import { useFollowed, useOpenLink } from '../resident-api.ts'
import { FollowedMatter } from './followed-matter.tsx'
import { followWords } from './follow-words.ts'
import { ReceiptForm } from './receipt-form.tsx'
import { reportWords } from './report-words.ts'
import { settledWords } from './settled-words.ts'
import './resident.css'
import './follow.css'

/** The token of the link that was sent, taken out of the address: who only looks at the link opens nothing. */
function takeToken(): string | null {
  const token = /^#t=(.+)$/.exec(location.hash)?.[1] ?? null
  if (token !== null) history.replaceState(history.state, '', location.pathname + location.search)
  return token === null ? null : decodeURIComponent(token)
}

/** Opens the matter of a link once; `opening` until it is answered. */
function useLink(onOpened: () => void) {
  const [token] = useState(takeToken)
  const link = useOpenLink(onOpened)
  useEffect(() => { if (token !== null) link.mutate(token) }, [token])
  return { opening: token !== null && (link.isIdle || link.isPending), error: link.error }
}

export default function FollowPage() {
  const w = useWords(followWords)
  const r = useWords(reportWords)
  const matter = useFollowed()
  const [another, look] = useState(false)
  const s = useWords(settledWords)
  const opened = () => { look(false); void matter.refetch() }
  const link = useLink(opened)
  if (link.opening) return <ResidentShell back={{ href: '/', word: w.mine }}><Skeleton lines={[70, 40, 100, 100, 100]} /></ResidentShell>
  if (another) return <ReceiptForm onOpened={opened} onBack={() => look(false)} />
  if (matter.data) return <FollowedMatter key={matter.data.number} matter={matter.data} onOther={() => { look(true); scrollTo(0, 0) }} />
  if (matter.isPending) return <ResidentShell back={{ href: '/', word: w.mine }}><Skeleton lines={[70, 40, 100, 100, 100]} /></ResidentShell>
  const { status } = problemOf(matter.error)
  if (status >= 400 && status < 500) return <ReceiptForm onOpened={opened}
    note={link.error && <div className="mr-link-ended"><ErrorNote title={s.linkEnded} error={link.error} /></div>} />
  return <ResidentShell back={{ href: '/', word: w.mine }}><ErrorNote error={matter.error}><Button look="primary"
    onClick={() => void matter.refetch()}>{r.tryAgain}</Button></ErrorNote></ResidentShell>
}
