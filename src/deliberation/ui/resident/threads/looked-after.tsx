/** How speaking is looked after in a place: the closed list of rules with how often each was used, and the latest decisions. [DS11] */
import { useState } from 'react'
import { DateText, Icon, SectionTitle, Skeleton, useSay, useWords } from '../../../../ui-kit/index.ts'
import { Decided } from '../../parts/talk.tsx'
import { useModerationLog } from '../../speech-api.ts'
import { threadWords } from './words.ts'

export function LookedAfter({ place, open }: { place: string; open: boolean }) {
  const w = useWords(threadWords)
  const [wanted, want] = useState(open)
  return <details className="th-rules" id="rules" open={open} onToggle={(event) => { if (event.currentTarget.open) want(true) }}><summary>{w.rules}<Icon name="down" size={18} /></summary>
    {wanted && <Rules place={place} />}</details>
}

function Rules({ place }: { place: string }) {
  const w = useWords(threadWords)
  const say = useSay()
  const log = useModerationLog(place).data
  if (!log) return <Skeleton lines={[100, 100, 80]} />
  return <><p>{w.rulesLine}</p>
    <ol>{log.rules.map((rule) => <li key={rule.code}><span>{say(rule)}</span><span className="lk-second">{rule.removed > 0 ? w.rulesCount(rule.removed, rule.restored) : w.rulesNone}</span></li>)}</ol>
    <p className="lk-second">{w.rulesSum(log.shownAfterLook, log.appealed, log.banned, log.waiting)}</p>
    {log.items.length > 0 && <><SectionTitle rule="hair">{w.rulesLast}</SectionTitle>
      <ul className="th-log">{log.items.map((one) => <li key={one.id}><DateText at={Date.parse(one.at)} look="day" /><Decided decision={{ ...one, appeal: null, mayAppeal: false }} state="removed" mine={false} /></li>)}</ul></>}</>
}
