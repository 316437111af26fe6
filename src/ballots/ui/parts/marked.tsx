/** A sentence in which what lies between bars is a figure: underlined and kept together. */
import './turnout.css'

export const Marked = ({ said }: { said: string }) =>
  <>{said.split('|').map((part, n) => (n % 2 === 1 ? <b key={n} className="tn-mark">{part}</b> : part))}</>
