/** The frame of a resident's page: one question, one primary button at the foot, one line under it. */
import type { ReactNode } from 'react'
import { BottomBar, DemoBanner, PhoneHeader, SkipLink, type Back } from './phone.tsx'

type ResidentShellProps = {
  readonly back?: Back
  /** In the place of 长辈版 and EN: the number of a matter. */
  readonly right?: ReactNode
  /** Buttons of the foot (`<Button look="primary" size="bar">`), and what happens next. */
  readonly bar?: ReactNode
  readonly barNote?: ReactNode
  /** The public board: as wide as the desk from 1024 px on. */
  readonly wide?: boolean
  readonly children: ReactNode
}

export function ResidentShell({ back, right, bar, barNote, wide = false, children }: ResidentShellProps) {
  return <div className={`lk-phone${wide ? ' lk-phone--wide' : ''}${bar ? ' lk-phone--bar' : ''}`}>
    <SkipLink />
    <DemoBanner />
    <PhoneHeader back={back} right={right} />
    <main id="text" className="lk-phone__text" tabIndex={-1}>{children}</main>
    {bar && <BottomBar note={barNote}>{bar}</BottomBar>}
  </div>
}
