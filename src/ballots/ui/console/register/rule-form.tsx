/** Entering a new version of the compound's rules, as they were adopted. */
import { useState } from 'react'
import { today } from '../../../../offices/ui/parts/day.ts'
import { Button, Chip, Choices, ErrorNote, Field, SectionTitle, Select, Switch, useSay, useWords } from '../../../../ui-kit/index.ts'
import { DELIVERY_WORDS, HOLDS_WORDS, SILENCE_WORDS } from '../../../rules/compound-rule.ts'
import { DELIVERIES, HOLDS, SILENCES, TITLE_KINDS, type CompoundRule, type CountsFor, type TitleKind } from '../../../rules/vote.ts'
import { useRegisterAct } from './register-api.ts'
import { COUNTS_WORDS } from './rule-lines.ts'
import { ruleWords } from './rule-words.ts'
import { KIND_SAID } from './words.ts'

type Draft = { readonly title: string; readonly document: string; readonly vote: string; readonly adoptedOn: string; readonly validFrom: string;
  readonly rule: CompoundRule }
const COUNTS: readonly CountsFor[] = ['area_and_head', 'area', 'nothing']

const bodyOf = ({ title, document, vote, adoptedOn, validFrom, rule }: Draft): object => ({ title: title.trim(), document: document.trim() || null,
  adoptedOn, validFrom,
  says: { ...rule, adopted: { file: document.trim() || title.trim(), day: adoptedOn, vote: vote.trim() } } })

export function RuleForm({ compound, now, onClose }: { compound: string; now: CompoundRule; onClose: () => void }) {
  const w = useWords(ruleWords)
  const [draft, set] = useState<Draft>({ title: '', document: '', vote: '', adoptedOn: today(), validFrom: today(), rule: now })
  const save = useRegisterAct(() => `/api/v1/registers/${compound}/rules`, bodyOf, onClose)
  const ready = draft.title.trim() !== '' && draft.vote.trim() !== ''
  const change = (rule: Partial<CompoundRule>) => set({ ...draft, rule: { ...draft.rule, ...rule } })
  return <div className="vr-rule-form"><p className="lk-second">{w.formLine}</p>
    <Paper draft={draft} set={set} /><SectionTitle>{w.says}</SectionTitle><Says rule={draft.rule} change={change} />
    {save.error && <ErrorNote error={save.error} />}
    <div className="lk-moves"><Button look="primary" busy={save.isPending} whyNot={ready ? undefined
      : w.needPaper} onClick={() => save.mutate(draft)}>{w.save}</Button>
      <Button look="quiet" onClick={onClose}>{w.cancel}</Button></div></div>
}

function Paper({ draft, set }: { draft: Draft; set: (draft: Draft) => void }) {
  const w = useWords(ruleWords)
  return <><Field label={w.title} hint={w.titleHint} maxLength={60} value={draft.title} onChange={({ target }) => set({ ...draft,
    title: target.value })} />
    <div className="vr-pair"><Field label={w.document} optional maxLength={60} value={draft.document} onChange={({ target }) => set({ ...draft,
      document: target.value })} />
      <Field label={w.vote} hint={w.voteHint} maxLength={60} value={draft.vote} onChange={({ target }) => set({ ...draft,
        vote: target.value })} /></div>
    <div className="vr-pair"><Field label={w.adoptedOn} type="date" max={today()} value={draft.adoptedOn} onChange={({ target }) => set({ ...draft,
      adoptedOn: target.value })} />
      <Field label={w.validFrom} type="date" value={draft.validFrom} onChange={({ target }) => set({ ...draft, validFrom: target.value })} /></div></>
}

function Says({ rule, change }: { rule: CompoundRule; change: (rule: Partial<CompoundRule>) => void }) {
  const w = useWords(ruleWords)
  const say = useSay()
  const { window: days, proxies } = rule
  const count = (kind: TitleKind, value: string) => change({ counts: { ...rule.counts, [kind]: COUNTS.find((one) => one === value) ?? 'nothing' } })
  return <>
    <div className="vr-four">{TITLE_KINDS.map((kind) =>
      <Select key={kind} label={say(KIND_SAID[kind])} value={rule.counts[kind]} onChange={({ target }) => count(kind, target.value)}
      options={COUNTS.map((value) => ({ value, word: say(COUNTS_WORDS[value]) }))} />)}</div>
    <fieldset className="lk-chips"><legend className="lk-legend">{w.delivery}</legend>{DELIVERIES.map((one) =>
      <Chip key={one} checked={rule.delivery.includes(one)}
      onChange={(checked) => change({ delivery: checked ? [...rule.delivery, one] : rule.delivery.filter((other) =>
        other !== one) })}>{say(DELIVERY_WORDS[one])}</Chip>)}</fieldset>
    <Choices legend={w.holds} shown value={rule.holds} onChange={(holds) => change({ holds })} options={HOLDS.map((value) => ({ value,
      word: say(HOLDS_WORDS[value]) }))} />
    <Choices legend={w.silence} shown value={rule.silence} onChange={(silence) => change({ silence })} options={SILENCES.map((value) => ({ value,
      word: say(SILENCE_WORDS[value]) }))} />
    <Switch label={w.phone} note={w.phoneNote} checked={rule.phone} onChange={(phone) => change({ phone })} />
    <Switch label={w.proxies} checked={proxies.allowed} onChange={(allowed) => change({ proxies: { ...proxies, allowed } })} />
    <div className="vr-pair"><Field label={w.most} optional type="number" min={1} max={99} value={proxies.mostPerProxy ?? ''}
      onChange={({ target }) => change({ proxies: { ...proxies, mostPerProxy: whole(target.value) } })} />
    <Choices legend={w.rankBy} shown value={rule.rankBy} onChange={(rankBy) => change({ rankBy })} options={[{ value: 'heads', word: w.byHeads },
      { value: 'area', word: w.byArea }]} /></div>
    <div className="vr-pair"><Field label={w.minDays} optional type="number" min={1} max={180} value={days?.minDays ?? ''} onChange={({ target }) =>
      change({ window: windowOf(whole(target.value), days?.maxDays ?? null) })} />
      <Field label={w.maxDays} optional type="number" min={1} max={365} value={days?.maxDays ?? ''} onChange={({ target }) =>
        change({ window: windowOf(days?.minDays ?? null, whole(target.value)) })} /></div>
  </>
}

const whole = (text: string): number | null => (/^\d{1,3}$/.test(text) && Number(text) > 0 ? Number(text) : null)
/** Where one end alone is given the other is the law's own: one day, or as long as can be entered. */
const windowOf = (min: number | null, max: number | null): CompoundRule['window'] => (min === null && max === null ? null : { minDays: min ?? 1,
  maxDays: max ?? 60 })
