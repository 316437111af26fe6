/** A few kinds to choose from, each with what it means and what follows. */
import { useId, type ReactNode } from 'react'

/** `note` says when it fits, `outcome` what follows, `whyNot` why it can't be chosen here. */
export type RadioCard<V extends string> = {
  readonly value: V; readonly word: string; readonly note?: ReactNode; readonly outcome?: ReactNode; readonly whyNot?: ReactNode
}

export function RadioCards<V extends string>({ legend, options, value, onChange }:
  { legend: string; options: readonly RadioCard<V>[]; value: V | undefined; onChange: (value: V) => void }) {
  const name = useId()
  return <fieldset className="lk-radios">
    <legend className="lk-hidden">{legend}</legend>
    {options.map((option) => <label key={option.value}
      className={`lk-radio${value === option.value ? ' lk-radio--chosen' : ''}${option.whyNot ? ' lk-radio--off' : ''}`}>
      <input type="radio" name={name} checked={value === option.value} disabled={Boolean(option.whyNot)} onChange={() => onChange(option.value)} />
      <span className="lk-radio__face"><b>{option.word}</b>
        {option.note && <span className="lk-second">{option.note}</span>}{option.outcome && <span>{option.outcome}</span>}
        {option.whyNot && <span>{option.whyNot}</span>}</span>
    </label>)}
  </fieldset>
}
