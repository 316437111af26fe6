/** The frame of the field app: five tabs with + in the middle, or a way back and a bar at the foot while something is being done. */
import type { ReactNode } from 'react'
import { Go } from '../go.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { OfflineBar } from '../parts/bars.tsx'
import { useLine, useShownSince } from '../offline/line.ts'
import { useUnsent } from '../offline/phone.ts'
import { useWords, words } from '../words.ts'
import { BottomBar, DemoBanner, PhoneHeader, SkipLink, type Back } from './phone.tsx'

const fieldWords = words({
  tabs: { zh: '主要栏目', en: 'Main sections' },
  today: { zh: '今天', en: 'Today' },
  nearby: { zh: '附近', en: 'Nearby' },
  add: { zh: '记一件', en: 'Note something' },
  mine: { zh: '我办的', en: 'Mine' },
  me: { zh: '我', en: 'Me' },
})

export type FieldTab = 'today' | 'nearby' | 'add' | 'mine' | 'me'
const tabs: readonly { readonly key: FieldTab; readonly href: string; readonly icon: IconName }[] = [
  { key: 'today', href: '/field', icon: 'calendar' }, { key: 'nearby', href: '/field/nearby', icon: 'pin' },
  { key: 'add', href: '/field/new', icon: 'plus' }, { key: 'mine', href: '/field/mine', icon: 'inbox' },
  { key: 'me', href: '/field/me', icon: 'person' },
]

type FieldShellProps = {
  readonly current?: FieldTab
  /** The page's title in large serif, and what stands at its right (date, person, place). */
  readonly title?: ReactNode
  readonly right?: ReactNode
  readonly back?: Back
  readonly bar?: ReactNode
  readonly barNote?: ReactNode
  readonly children: ReactNode
}

export function FieldShell({ current, title, right, back, bar, barNote, children }: FieldShellProps) {
  const line = useLine()
  const since = useShownSince()
  const saved = useUnsent().length
  return <div className="lk-phone lk-phone--bar">
    <SkipLink />
    <DemoBanner />
    {back || title === undefined ? <PhoneHeader back={back} right={right ?? <span />} home="/field" />
      : <header className="lk-field-head"><h1 className="lk-title">{title}</h1><div className="lk-field-head__right">{right}</div></header>}
    {!line && <OfflineBar wide saved={saved} since={since} />}
    <main id="text" className="lk-phone__text" tabIndex={-1}>{children}</main>
    {bar ? <BottomBar note={barNote}>{bar}</BottomBar> : <FieldTabs current={current} />}
  </div>
}

function FieldTabs({ current }: { current: FieldTab | undefined }) {
  const w = useWords(fieldWords)
  return <nav className="lk-tabs-bar" aria-label={w.tabs}>
    {tabs.map((tab) => <Go key={tab.key} href={tab.href} aria-current={tab.key === current ? 'page' : undefined}
      className={tab.key === 'add' ? 'lk-tab lk-tab--add' : 'lk-tab'}>
      <span className="lk-tab__icon"><Icon name={tab.icon} size={tab.key === 'add' ? 26 : 22} /></span>
        <span className={tab.key === 'add' ? 'lk-hidden' : ''}>{w[tab.key]}</span>
    </Go>)}
  </nav>
}
