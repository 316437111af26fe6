/** What stands at the foot of a printed list or matter: where it is from and when, as '今天' on paper says nothing. */
import { clockTime, useNow, useSettings, useWords, wholeDay } from '../../../ui-kit/index.ts'
import { usePost } from '../staff-api.ts'
import { inboxWords } from './inbox-words.ts'

export function PrintFoot() {
  const w = useWords(inboxWords)
  const now = useNow()
  const { lang } = useSettings()
  return <p className="cs-print-foot">{w.printed(usePost()?.orgName ?? '', `${wholeDay(now, lang)} ${clockTime(now)}`)}</p>
}
