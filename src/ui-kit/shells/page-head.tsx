import type { ReactNode } from 'react'
import { Go } from '../go.tsx'
import { Icon } from '../parts/icon.tsx'

/** The way back to the page this one stands behind. */
export const BackLink = ({ href, word }: { href: string; word: ReactNode }) =>
  <Go className="lk-behind lk-no-print" href={href}><Icon name="left" size={16} />{word}</Go>

/**
 * The head of a page without a list: its title in serif, one line of what it is for, its tools at the right, a rule of ink below. `back`: the page
 * it stands behind; `over`: a line above the title that leads nowhere.
 */
export function PageHead({ title, line, tools, back, over }: { title: ReactNode; line?: ReactNode; tools?: ReactNode; over?: ReactNode
  back?: { readonly href: string; readonly word: ReactNode } }) {
  return <header className="lk-page-head">
    <div>{back && <BackLink {...back} />}{over && <p className="lk-page-head__over">{over}</p>}<h1 className="lk-title">{title}</h1>{line
      && <p className="lk-second">{line}</p>}</div>
    {tools && <div className="lk-page-head__tools lk-no-print">{tools}</div>}
  </header>
}
