/** The ways to notices on the phone: on Today while there are new ones, under Me always. */
import { Go, Icon, useWords } from '../../../ui-kit/index.ts'
import { useUnread } from '../api.ts'
import { noticeWords } from '../words.ts'

const Way = ({ word }: { word: string }) => <Go href="/field/notices" className="fd-more">{word}<Icon name="right" size={16} /></Go>

/** On Today: how many new ones there are; nothing when there are none. */
export function NewNotices() {
  const w = useWords(noticeWords)
  const { data = 0 } = useUnread()
  return data > 0 ? <Way word={w.newOnes(data)} /> : null
}

/** Under Me: the page, with how many were not read. */
export function NoticesWay() {
  const w = useWords(noticeWords)
  const { data = 0 } = useUnread()
  return <Way word={data > 0 ? w.newOnes(data) : w.all} />
}
