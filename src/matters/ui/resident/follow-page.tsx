/** '/m': the matter that this browser may follow, else the form for a receipt code. */
import { useState } from 'react'
import { Button, ErrorNote, problemOf, ResidentShell, Skeleton, useWords } from '../../../ui-kit/index.ts'
import { useFollowed } from '../resident-api.ts'
import { FollowedMatter } from './followed-matter.tsx'
import { followWords } from './follow-words.ts'
import { ReceiptForm } from './receipt-form.tsx'
import { reportWords } from './report-words.ts'
import './resident.css'
import './follow.css'

export default function FollowPage() {
  const w = useWords(followWords)
  const r = useWords(reportWords)
  const matter = useFollowed()
  const [another, look] = useState(false)
  const opened = () => { look(false); void matter.refetch() }
  if (another) return <ReceiptForm onOpened={opened} onBack={() => look(false)} />
  if (matter.data) return <FollowedMatter key={matter.data.number} matter={matter.data} onOther={() => { look(true); scrollTo(0, 0) }} />
  if (matter.isPending) return <ResidentShell back={{ href: '/', word: w.mine }}><Skeleton lines={[70, 40, 100, 100, 100]} /></ResidentShell>
  const { status } = problemOf(matter.error)
  if (status >= 400 && status < 500) return <ReceiptForm onOpened={opened} />
  return <ResidentShell back={{ href: '/', word: w.mine }}><ErrorNote error={matter.error}><Button look="primary"
    onClick={() => void matter.refetch()}>{r.tryAgain}</Button></ErrorNote></ResidentShell>
}
