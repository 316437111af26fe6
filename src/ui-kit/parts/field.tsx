/** Fields: a label, the control, a hint, a counter, and an error that says what to do. */
import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react'
import { useWords } from '../words.ts'
import { Icon } from './icon.tsx'
import { partWords } from './words.ts'

type Around = {
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** What is wrong and what to do; shown under the field with a sign. */
  readonly error?: ReactNode
  /** The label is read but not shown. */
  readonly quietLabel?: boolean
  readonly optional?: boolean
}

function Wrap({ id, around, control, foot }: { id: string; around: Around; control: ReactNode; foot?: ReactNode }) {
  const w = useWords(partWords)
  return <div className="lk-field">
    <label htmlFor={id} className={around.quietLabel ? 'lk-hidden' : 'lk-field__label'}>{around.label}{around.optional &&
      <span className="lk-field__optional">{w.optional}</span>}</label>
    {control}
    {(around.hint || foot) && <div className="lk-field__foot"><span id={`${id}-hint`}>{around.hint}</span>{foot}</div>}
    {around.error && <p id={`${id}-error`} className="lk-field__error"><Icon name="warn" size={14} />{around.error}</p>}
  </div>
}

const described = (id: string, { hint, error }: Around) => ({ 'aria-invalid': error ? true : undefined,
  'aria-describedby': [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ') || undefined })

/** One line of text. */
export function Field({ label, hint, error, quietLabel, optional, ...rest }: Around & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId()
  const around = { label, hint, error, ...(quietLabel ? { quietLabel } : {}), ...(optional ? { optional } : {}) }
  return <Wrap id={id} around={around} control={<input id={id} className="lk-input" {...described(id, around)} {...rest} />} />
}

/**
 * Several lines; `most` characters are counted, going over is said and not cut off. `tool` stands at the lower left inside the frame (a
 * microphone).
 */
export function TextArea({ label, hint, error, quietLabel, optional, most, tool, rows = 3, ...rest }:
  Around & { most?: number; tool?: ReactNode; value: string } & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const w = useWords(partWords)
  const id = useId()
  const length = [...rest.value].length
  const over = most !== undefined && length > most
  const around = { label, hint, error: error ?? (over ? w.tooLong(length - most) : undefined), ...(quietLabel ? { quietLabel } : {}),
    ...(optional ? { optional } : {}) }
  return <Wrap id={id} around={around} control={<div className={around.error ? 'lk-area lk-area--wrong' : 'lk-area'}>
    <textarea id={id} rows={rows} {...described(id, around)} {...rest} />
    {(tool || most !== undefined) && <div className="lk-area__foot">
      <span>{tool}</span>{most !== undefined && <span className="lk-area__count">{length}/{most}</span>}</div>}
  </div>} />
}

/** The system's own list, framed as an input. `options` as value and word; `empty` is the word for nothing chosen. */
export function Select({ label, hint, error, quietLabel, optional, options, empty, ...rest }:
  Around & { options: readonly { readonly value: string; readonly word: string }[]; empty?: string } & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = useId()
  const around = { label, hint, error, ...(quietLabel ? { quietLabel } : {}), ...(optional ? { optional } : {}) }
  return <Wrap id={id} around={around} control={<div className="lk-select">
    <select id={id} {...described(id, around)} {...rest}>
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map((option) => <option key={option.value} value={option.value}>{option.word}</option>)}
    </select>
    <Icon name="down" size={16} />
  </div>} />
}

/** On or off, at once. */
export function Switch({ label, note, checked, onChange }: { label: ReactNode; note?: ReactNode; checked: boolean;
  onChange: (checked: boolean) => void }) {
  return <label className="lk-switch"><span><b>{label}</b>{note && <span className="lk-second">{note}</span>}</span>
    <input type="checkbox" role="switch" checked={checked} onChange={(event) => onChange(event.target.checked)} /></label>
}
