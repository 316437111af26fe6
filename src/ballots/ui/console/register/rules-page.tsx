/** 议事规则: what the compound's own rules say about voting, in words, with what holds where they are silent; versions kept. */
import './register.css'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { sayDay } from '../../../../offices/ui/parts/day.ts'
import { Button, ConsoleFrame, Empty, ErrorNote, Meta, PageHead, SectionTitle, Skeleton, Tag, useSay, useSettings,
  useWords } from '../../../../ui-kit/index.ts'
import { UNWRITTEN } from '../../../rules/compound-rule.ts'
import type { CompoundRule } from '../../../rules/vote.ts'
import { registerAt } from './register-at.ts'
import { useRules, type KeptRule, type Rules } from './register-api.ts'
import { RULE_LINES } from './rule-lines.ts'
import { RuleForm } from './rule-form.tsx'
import { ruleWords } from './rule-words.ts'

export default function RulesPage() {
  const w = useWords(ruleWords)
  const { compound = '' } = useParams({ strict: false }) as { compound?: string } // the route's own parameter
  const { data, error, refetch } = useRules(compound)
  const [writing, write] = useState(false)
  return <ConsoleFrame current="/console/register">
    {error && !data ? <ErrorNote title={w.failed} error={error}><Button look="primary" onClick={() => void refetch()}>{w.again}</Button></ErrorNote>
      : !data ? <Skeleton repeat={4} /> : <div className="vr-page">
        <PageHead title={w.of(data.compound.name)} line={w.line} back={{ href: registerAt(compound), word: w.back }} tools={data.mayWrite
          && !writing && <Button icon="plus" onClick={() => write(true)}>{w.add}</Button>} />
        {writing ? <RuleForm compound={compound} now={data.now} onClose={() => write(false)} />
          : <><Now rules={data} /><Versions versions={data.versions} /></>}
      </div>}
  </ConsoleFrame>
}

function Now({ rules: { now, versions } }: { rules: Rules }) {
  const w = useWords(ruleWords)
  const say = useSay()
  const { lang } = useSettings()
  const held = versions.find(({ says }) => says === now) ?? versions[0]
  return <section>
    <p className="vr-said">{now.adopted ? w.saidWritten(sayDay(now.adopted.day, lang), now.adopted.vote) : w.saidUnwritten}</p>
    {held && now.adopted && <p className="lk-second"><Meta><span>{held.title}</span>{held.document ? <span>{held.document}</span> : null}</Meta></p>}
    <ul className="vr-lines">{RULE_LINES.map(({ key, name, said, why, same }) => <li key={key}>
      <span className="vr-lines__name">{say(name)}</span>
      <span><b>{say(said(now))}</b>{same(now, UNWRITTEN) ? null : <Tag>{w.own}</Tag>}<span className="lk-small">{say(why)}</span>
        {same(now, UNWRITTEN) ? null : <span className="lk-small">{w.otherwise(say(said(UNWRITTEN)))}</span>}</span></li>)}</ul>
  </section>
}

function Versions({ versions }: { versions: readonly KeptRule[] }) {
  const w = useWords(ruleWords)
  const say = useSay()
  const { lang } = useSettings()
  const [open, setOpen] = useState<string | null>(null)
  if (versions.length === 0) return <Empty title={w.none} line={w.noneLine} />
  const changes = (says: CompoundRule, before: CompoundRule): readonly string[] => RULE_LINES.filter(({ same }) => !same(says,
    before)).map(({ said }) => say(said(says)))
  return <section><SectionTitle>{w.versions}</SectionTitle><ul className="vr-rows">{versions.map((one, i) => <li key={one.id}>
    <span><b>{one.title}</b><Meta>{one.document ? <span>{one.document}</span> : null}<span>{w.adopted(sayDay(one.adoptedOn, lang),
      one.says.adopted?.vote ?? '')}</span></Meta>
      {open === one.id && <ul className="vr-changes">{changes(one.says, versions[i + 1]?.says ?? UNWRITTEN).map((said) =>
        <li key={said}>{said}</li>)}</ul>}</span>
    <Tag>{one.validTo === null ? w.holdsFrom(sayDay(one.validFrom, lang)) : w.held(sayDay(one.validFrom, lang), sayDay(one.validTo, lang))}</Tag>
    <Button size="small" look="quiet" aria-expanded={open === one.id} onClick={() => setOpen(open === one.id ? null
      : one.id)}>{w.changed}</Button></li>)}</ul></section>
}
