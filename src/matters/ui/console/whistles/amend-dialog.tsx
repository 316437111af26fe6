/** Amending the list from a case: a new item, another version of one, or one less; with the matter that taught it. */
import { useState } from 'react'
import { Chip, Field, now, Select, TextArea, useSay, useWords } from '../../../../ui-kit/index.ts'
import { STATION_KINDS } from '../../../../offices/rules/index.ts'
import { SITUATIONS } from '../../../rules/index.ts'
import { useStationWord } from '../../parts/list-item.tsx'
import { useAmend, type ListedItem, type ListItem } from '../../whistle-list-api.ts'
import { MoveDialog } from '../moves/move-dialog.tsx'
import { afterWords } from './words.ts'

export type Amending = { readonly how: 'add'; readonly item: null } | { readonly how: 'change' | 'off'; readonly item: ListedItem }
type Draft = { readonly code: string; readonly name: string; readonly situation: string; readonly lead: string; readonly supports: readonly string[];
  readonly done: string
  readonly law: string; readonly article: string; readonly from: string; readonly reason: string; readonly number: string }

const today = (): string => new Date(now() + 8 * 3_600_000).toISOString().slice(0, 10)
const draftOf = ({ item }: Amending): Draft => ({ code: item?.code ?? '', name: item?.name.zh ?? '',
  situation: item?.situation ?? 'joint_enforcement', lead: item?.lead ?? '',
  supports: item?.supports ?? [], done: item?.done.zh ?? '', law: item?.source.law ?? '', article: item?.source.article ?? '', from: today(),
    reason: '', number: '' })

/** The item of a draft; what was not asked for stays as it was. */
function itemOf(draft: Draft, before: ListedItem | null): ListItem {
  const words = (zh: string, was: { readonly zh: string; readonly en: string } | undefined) => ({ zh, en: was?.zh === zh ? was.en : '' })
  const called = [draft.lead, ...draft.supports]
  return { name: words(draft.name.trim(), before?.name), situation: draft.situation, categories: before?.categories ?? [], lead: draft.lead,
    supports: draft.supports,
    does: Object.fromEntries(Object.entries(before?.does ?? {}).filter(([kind]) => called.includes(kind))), done: words(draft.done.trim(),
      before?.done),
    source: { law: draft.law.trim(), article: draft.article.trim() } }
}

function ItemFields({ draft, change, adding }: { draft: Draft; change: (part: Partial<Draft>) => void; adding: boolean }) {
  const w = useWords(afterWords)
  const say = useSay()
  const station = useStationWord()
  return <>
    {adding && <Field label={w.codeOf} value={draft.code} maxLength={40}
      onChange={(event) => change({ code: event.target.value.toLowerCase().replace(/[^a-z_]/g, '') })} />}
    <Field label={w.name} value={draft.name} maxLength={40} onChange={(event) => change({ name: event.target.value })} data-focus />
    <div className="cs-review__row"><Select label={w.situation} value={draft.situation}
      onChange={(event) => change({ situation: event.target.value })}
      options={SITUATIONS.map((one) => ({ value: one.code, word: say(one.name) }))} />
      <Select label={w.lead} empty="" value={draft.lead} onChange={(event) => change({ lead: event.target.value,
        supports: draft.supports.filter((one) => one !== event.target.value) })}
        options={STATION_KINDS.map((kind) => ({ value: kind, word: station(kind) }))} /></div>
    <fieldset className="lk-chips"><legend
      className="lk-legend">{w.supports}</legend>{STATION_KINDS.filter((kind) => kind !== draft.lead).map((kind) => <Chip key={kind}
      checked={draft.supports.includes(kind)} onChange={(on) => change({ supports: on ? [...draft.supports,
        kind] : draft.supports.filter((one) => one !== kind) })}>{station(kind)}</Chip>)}</fieldset>
    <TextArea label={w.doneWhen} value={draft.done} most={200} rows={2} onChange={(event) => change({ done: event.target.value })} />
    <div className="cs-review__row"><Field label={w.law} value={draft.law} maxLength={80} onChange={(event) => change({ law: event.target.value })} />
      <Field label={w.article} optional value={draft.article} maxLength={40} onChange={(event) => change({ article: event.target.value })} /></div>
  </>
}

export function AmendDialog({ amending, onClose }: { amending: Amending; onClose: () => void }) {
  const w = useWords(afterWords)
  const say = useSay()
  const [draft, set] = useState<Draft>(() => draftOf(amending))
  const change = (part: Partial<Draft>) => set((before) => ({ ...before, ...part }))
  const save = useAmend(onClose)
  const off = amending.how === 'off'
  const why = [...draft.reason.trim()].length >= 4 && draft.number.trim().length >= 4 && draft.from !== ''
  const whole = off || (draft.code.length > 1 && draft.name.trim().length > 1 && draft.lead !== '' && draft.done.trim().length > 1
    && draft.law.trim().length > 1)
  const title = amending.item === null ? w.addTitle : off ? w.offTitle(say(amending.item.name)) : w.amendTitle(say(amending.item.name))
  return <MoveDialog wide title={title} onClose={onClose} tells={w.amendTells} label={off
    ? w.takeOff : w.amendDo} busy={save.isPending} error={save.error}
    whyNot={why && whole ? undefined : w.fill} onSend={() => save.mutate({ code: draft.code, validFrom: draft.from, item: off ? null : itemOf(draft,
      amending.item),
      reason: draft.reason.trim(), fromNumber: draft.number.trim().toUpperCase() })}>
    {!off && <ItemFields draft={draft} change={change} adding={amending.how === 'add'} />}
    <TextArea label={w.reason} hint={w.reasonHint} value={draft.reason} most={300} rows={2}
      onChange={(event) => change({ reason: event.target.value })} />
    <div className="cs-review__row"><Field label={w.number} value={draft.number} maxLength={20}
      onChange={(event) => change({ number: event.target.value })} />
      <Field label={w.from} type="date" min={today()} value={draft.from} onChange={(event) => change({ from: event.target.value })} /></div>
  </MoveDialog>
}
