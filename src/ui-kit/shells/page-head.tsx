import type { ReactNode } from 'react'

/**
 * The head of a page without a list: its title in serif, one line of what it is for, its tools at the right, a rule of ink below. `over`: a line
 * above.
 */
export function PageHead({ title, line, tools, over }: { title: ReactNode; line?: ReactNode; tools?: ReactNode; over?: ReactNode }) {
  return <header className="lk-page-head">
    <div>{over && <p className="lk-page-head__over">{over}</p>}<h1 className="lk-title">{title}</h1>{line
      && <p className="lk-second">{line}</p>}</div>
    {tools && <div className="lk-page-head__tools lk-no-print">{tools}</div>}
  </header>
}
