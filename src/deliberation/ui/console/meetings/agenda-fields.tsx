/** The items of an agenda with their minutes, and whether they fit into the meeting. [DM6] */
import { Button, Field, Icon, useWords } from '../../../../ui-kit/index.ts'
import { meetingWords } from './meeting-words.ts'

export type ItemDraft = { readonly title: string; readonly minutes: string; readonly intake: string | null }
export const blankItem: ItemDraft = { title: '', minutes: '20', intake: null }
/** The items that say something, as they are sent. */
export const itemsOf = (drafts: readonly ItemDraft[]): readonly { readonly title: string; readonly minutes: number; readonly intake: string | null }[] =>
  drafts.filter(({ title }) => title.trim().length >= 2).map(({ title, minutes, intake }) => ({ title: title.trim(),
    minutes: Math.max(1, Math.trunc(Number(minutes)) || 1), intake }))
/** How many minutes they take together. */
export const takes = (drafts: readonly ItemDraft[]): number => itemsOf(drafts).reduce((sum, { minutes }) => sum + minutes, 0)

/** `has`: minutes of the meeting, null while its times are not known. */
export function AgendaFields({ value, has,
  onChange }: { value: readonly ItemDraft[]; has: number | null; onChange: (items: readonly ItemDraft[]) => void }) {
  const w = useWords(meetingWords)
  const put = (at: number, part: Partial<ItemDraft>) => onChange(value.map((one, n) => (n === at ? { ...one, ...part } : one)))
  const sum = takes(value)
  return <div className="me-agenda-fields">
    <ol>{value.map((item, at) => <li key={at}>
      <span className="me-n" aria-hidden="true">{at + 1}</span>
      <Field quietLabel label={w.item(at + 1)} value={item.title} maxLength={80} onChange={(event) => put(at, { title: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          if (at === value.length - 1) onChange([...value, blankItem])
        }} />
      <Field quietLabel label={`${w.item(at + 1)} ${w.minutes}`} type="number" min={1} max={600} inputMode="numeric" value={item.minutes}
        onChange={(event) => put(at, { minutes: event.target.value })} /><span className="lk-second" aria-hidden="true">{w.minutes}</span>
      <button type="button" className="lk-icon-button" aria-label={w.dropItem(at + 1)}
        onClick={() => onChange(value.filter((_, n) => n !== at))}><Icon name="cross" size={16} /></button>
    </li>)}</ol>
    <p className="me-adds"><Button look="quiet" size="small" icon="plus" onClick={() => onChange([...value, blankItem])}>{w.addItem}</Button>
      {has !== null && sum > 0 && <span className={sum > has ? 'me-over' : 'lk-second'} role="status">{sum > has && <Icon name="warn" size={14} />}
        {sum > has ? w.addsOver(sum, has) : w.adds(sum, has)}</span>}</p>
  </div>
}
