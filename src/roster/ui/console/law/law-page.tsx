/** 评估与到期: what may be kept today, the assessments behind it, and certificates of what was deleted. */
import './law.css'
import { useState } from 'react'
import { Button, ConsoleFrame, Empty, ErrorNote, moment, PageHead, SectionTitle, Skeleton, useNow, useSay, useSettings, useWords,
} from '../../../../ui-kit/index.ts'
import { usePost } from '../../../../trust/ui/parts/session.ts'
import { registerLines, sensitiveKinds, sensitiveRules } from '../../../rules/law/index.ts'
import { useLaw, type Certificate, type Law } from '../../law-api.ts'
import { GONE_SAID, RULE_SAID } from '../../parts/law-words.ts'
import { AssessDialog } from './assess-dialog.tsx'
import { AssessmentPaper } from './assessment-paper.tsx'
import { lawWords } from './law-words.ts'

export default function LawPage() {
  const w = useWords(lawWords)
  const law = useLaw()
  return <ConsoleFrame current="/console/roster/law">
    <PageHead title={w.title} line={w.line} tools={<Button icon="doc" href="/privacy" outside>{w.register}</Button>} />
    {law.error && !law.data ? <ErrorNote title={w.failed} error={law.error}><Button look="primary" onClick={() => void law.refetch()}>
      {w.again}</Button></ErrorNote>
      : !law.data ? <Skeleton repeat={4} /> : <Whole law={law.data} />}
  </ConsoleFrame>
}

function Whole({ law }: { law: Law }) {
  const w = useWords(lawWords)
  const keeps = usePost()?.audience === 'community'
  const [writing, write] = useState<string | null>(null)
  const [printing, print] = useState<string | null>(null)
  return <div className="lw-page" data-printing={printing ?? undefined}>
    {law.communities.map((community) =>
      <section key={community.id} data-prints={community.assessments.some(({ id }) => id === printing) || undefined}>
      <Statement community={community} />
      <SectionTitle aside={keeps && <Button size="small" icon="plus" onClick={() => write(community.id)}>{w.write}</Button>}>
        {w.assessments}</SectionTitle>
      {community.assessments.map((one) => <AssessmentPaper key={one.id} paper={one} place={community.name} keeps={keeps} printed={printing === one.id}
        onPrint={() => { print(one.id); setTimeout(() => { window.print(); print(null) }, 50) }} />)}
    </section>)}
    <Certificates list={law.certificates} />
    {writing !== null && <AssessDialog community={writing} onClose={() => write(null)} />}
  </div>
}

function Statement({ community }: { community: Law['communities'][number] }) {
  const w = useWords(lawWords)
  const say = useSay()
  const kinds = sensitiveKinds.filter((kind) => community.assessments.some((one) => one.holds && one.kinds.includes(kind)))
  if (kinds.length === 0) return <><p className="lw-said">{w.none(community.name)}</p><p className="lk-second">{w.noneLine}</p></>
  return <p className="lw-said">{w.holding(kinds.map((kind) => say(sensitiveRules[kind].said)).join(w.and))}</p>
}

function Certificates({ list }: { list: readonly Certificate[] }) {
  const w = useWords(lawWords)
  const say = useSay()
  const now = useNow()
  const { lang } = useSettings()
  const called = (what: string): string => {
    const said = GONE_SAID[what] ?? registerLines.find(({ key }) => key === what)?.said
    return said ? say(said) : what
  }
  const whyOf = (rule: string): string => {
    const said = RULE_SAID[rule]
    return said ? say(said) : rule
  }
  return <section><SectionTitle aside={list.length > 0 ? w.digestLine : undefined}>{w.certificates}</SectionTitle>
    {list.length === 0 ? <Empty title={w.noCertificates} line={w.noCertificatesLine} /> : <div className="lw-scroll"><table className="lw-table">
      <thead><tr><th scope="col">{w.when}</th><th scope="col">{w.what}</th><th scope="col">{w.rule}</th><th scope="col">{w.digest}</th></tr></thead>
      <tbody>{list.map((one) => <tr key={one.id}><td className="lk-nowrap">{moment(Date.parse(one.at), now, lang)}</td>
        <td>{one.counts.map(({ what, n }) => `${called(what)} ${w.rows(n)}`).join(w.and)}</td><td>{whyOf(one.rule)}</td>
        <td className="lw-digest">{one.digest.slice(0, 16)}…</td></tr>)}</tbody></table></div>}
  </section>
}
