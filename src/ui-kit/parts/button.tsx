/** Buttons in four weights. At most one `decide` on a screen; a move that policy does not allow is not drawn at all. */
import { useRef, type ButtonHTMLAttributes, type ReactNode } from 'react'
import { Go } from '../go.tsx'
import { useKeys } from '../keys.ts'
import { useWords } from '../words.ts'
import { Icon, type IconName } from './icon.tsx'
import { partWords } from './words.ts'

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> & {
  /** decide (cinnabar), primary (ink), plain (framed), quiet (text). */
  readonly look?: 'decide' | 'primary' | 'plain' | 'quiet'
  /** bar: full width, at the foot of a phone. small: inside rows. */
  readonly size?: 'usual' | 'small' | 'bar'
  readonly icon?: IconName | undefined
  /** On its way: a spinner, no second press, the width kept. */
  readonly busy?: boolean
  readonly busyWord?: string
  /** Why it can't be pressed: takes the place of the label. */
  readonly whyNot?: string | undefined
  /** A key that presses it, shown on it: 'B'. */
  readonly kbd?: string | undefined
  /** An address: then it is a link that looks like this button. `outside` loads the page anew. */
  readonly href?: string | undefined
  readonly outside?: boolean
}

/** Draws a button, or a link with a button's look when `href` is given. */
export function Button({ look = 'plain', size = 'usual', icon, busy = false, busyWord, whyNot, kbd, href, outside, children, className,
  ...rest }: ButtonProps) {
  const w = useWords(partWords)
  const self = useRef<HTMLButtonElement>(null)
  const still = busy || whyNot !== undefined
  useKeys(kbd && !still ? { [kbd.toLowerCase()]: () => self.current?.click() } : {})
  const state = busy ? 'lk-button--busy' : still ? 'lk-button--off' : ''
  const looks = ['lk-button', `lk-button--${look}`, size === 'usual' ? '' : `lk-button--${size}`, state, className].filter(Boolean).join(' ')
  const face = <span className="lk-button__face">
    {icon && <Icon name={icon} size="em" />}<span>{whyNot ?? children}</span>{kbd && !still && <Kbd>{kbd}</Kbd>}
  </span>
  if (href !== undefined && !still) return <Go href={href} className={looks} aria-label={rest['aria-label']} {...(outside ? { outside } : {})}>{face}</Go>
  return <button ref={self} type="button" className={looks} aria-disabled={still || undefined} aria-keyshortcuts={kbd} {...rest}
    onClick={(event) => { if (still) event.preventDefault(); else rest.onClick?.(event) }}>
    {face}
    {busy && <span className="lk-button__busy" role="status"><span className="lk-spinner" aria-hidden="true" />{busyWord ?? w.busy}</span>}
  </button>
}

/** The hint of a key, as on a button: B, ⌘K. */
export const Kbd = ({ children }: { children: ReactNode }) => <kbd className="lk-kbd" aria-hidden="true">{children}</kbd>
