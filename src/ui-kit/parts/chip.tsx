/** Choices that stand open: pills for few short ones, answers for a thumb. Native radios and check boxes underneath. */
import { useId, type ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** One choice pill. `kind` radio needs a `name` shared by its group. */
export function Chip({ kind = 'checkbox', name, checked, onChange, children }:
  { kind?: 'checkbox' | 'radio'; name?: string | undefined; checked: boolean; onChange: (checked: boolean) => void; children: ReactNode }) {
  return <label className="lk-chip">
    <input type={kind} name={name} checked={checked} onChange={(event) => onChange(event.target.checked)} />
    <span className="lk-chip__face"><Icon name="check" size={18} /><span>{children}</span></span>
  </label>
}

export type Choice<V extends string> = { readonly value: V; readonly word: ReactNode }

/** One of several: `look` pill (a row of pills) or answer (large, a grid of `columns`, for one thumb). `legend` is read, and shown when `shown`. */
export function Choices<V extends string>({ legend, shown = false, options, value, onChange, look = 'pill', columns = 1 }:
  { legend: string; shown?: boolean; options: readonly Choice<V>[]; value: V | undefined; onChange: (value: V) => void; look?: 'pill' | 'answer';
    columns?: 1 | 2 | 3 }) {
  const name = useId()
  return <fieldset className={look === 'answer' ? `lk-answers lk-answers--${columns}` : 'lk-chips'}>
    <legend className={shown ? 'lk-legend' : 'lk-hidden'}>{legend}</legend>
    {options.map((option) => <Chip key={option.value} kind="radio" name={name} checked={value === option.value}
      onChange={() => onChange(option.value)}>{option.word}</Chip>)}
  </fieldset>
}
