import { useWords, type ConsoleItem } from '../../../ui-kit/index.ts'
import { useUnread } from '../api.ts'
import { noticeWords } from '../words.ts'

/** The entry of notices in the console's side column, with how many are not read: in ink, for nothing has to be decided there. */
export function useNoticeItems(wanted: boolean): readonly ConsoleItem[] {
  const w = useWords(noticeWords)
  const { data } = useUnread(wanted)
  return wanted ? [{ href: '/console/notices', word: w.rail, what: w.railWhat, icon: 'bell', count: data }] : []
}
