/** Last: the code, once. */
import { useEffect, useRef } from 'react'
import { Button, moment, ResidentShell, useNow, useSettings, useWords } from '../../../ui-kit/index.ts'
import { groupsOf } from '../../rules/index.ts'
import { lineWords } from './words.ts'

export function SentStep({ code, delivered, onLeave }: { code: string; delivered: string; onLeave: () => void }) {
  const w = useWords(lineWords)
  const { lang } = useSettings()
  const present = useNow()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  return <ResidentShell right={<span />} barNote={w.leaveNote}
    bar={<><Button look="plain" size="bar" icon="print" onClick={() => print()}>{w.print}</Button>
      <Button look="primary" size="bar" onClick={onLeave}>{w.copied}</Button></>}>
    <h1 ref={head} tabIndex={-1} className="lk-title cf-title">{w.sentTitle}</h1>
    <p className="cf-lead">{w.sentLine(moment(Date.parse(delivered), present, lang))}</p>
    <section className="cf-slip">
      <h2>{w.codeTitle}</h2>
      <p className="cf-code" aria-label={groupsOf(code).join(' ')}>{groupsOf(code).map((group, n) => <span key={n}>{group}</span>)}</p>
      <p>{w.codeUse(`${location.host}/confidential`)}</p>
    </section>
    <p className="cf-strong">{w.codeOnce}</p>
    <p className="lk-second">{w.codeHow}</p>
  </ResidentShell>
}
