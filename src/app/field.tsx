/** What captains and grid workers carry. One line per page. */
import { lazy } from 'react'
import { NotFound } from '../ui-kit/parts/not-found.tsx'
import { keepsHere, lazyKeeper } from '../ui-kit/offline/left-here.ts'
import { mount } from '../ui-kit/mount.tsx'
import { Pages, type Page } from '../ui-kit/pages.tsx'
import { FieldShell } from '../ui-kit/shells/field-shell.tsx'
import { startField } from '../matters/ui/field/start-field.ts'
import { GuideBar } from '../trust/ui/parts/guide-bar.tsx'
import { Live } from '../matters/ui/field/live.tsx'
import { putAtDoors } from '../visits/ui/parts/door-part.tsx'

startField()
// minutes that were written at the console in this browser are asked for too
keepsHere(lazyKeeper(async () => (await import('../deliberation/ui/console/meetings/minutes/line-store.ts')).minutesKeeper))
putAtDoors(lazy(() => import('../roster/ui/field/who-lives.tsx')))

const pages: readonly Page[] = [
  { path: '/', load: () => import('../matters/ui/field/today.tsx') },
  { path: '/nearby', load: () => import('../matters/ui/field/nearby.tsx') },
  { path: '/new', load: () => import('../matters/ui/field/new.tsx') },
  { path: '/mine', load: () => import('../matters/ui/field/mine.tsx') },
  { path: '/mediation', load: () => import('../disputes/ui/field/sessions-page.tsx') },
  { path: '/disputes/:id', load: () => import('../disputes/ui/field/dispute-page.tsx') },
  { path: '/me', load: () => import('../matters/ui/field/me.tsx') },
  { path: '/notices', load: () => import('../notices/ui/field/notices-page.tsx') },
  { path: '/waiting', load: () => import('../matters/ui/field/waiting.tsx') },
  { path: '/doors', load: () => import('../visits/ui/field/doors.tsx') },
  { path: '/visit/:home', load: () => import('../visits/ui/field/visit.tsx') },
  { path: '/visits', load: () => import('../visits/ui/field/own-visits.tsx') },
  { path: '/care', load: () => import('../roster/ui/care/care-page.tsx') },
  { path: '/speech', load: () => import('../deliberation/ui/field/speech/write-down-page.tsx') },
  { path: '/polls', load: () => import('../deliberation/ui/field/polls/polls-page.tsx') },
  { path: '/polls/:id', load: () => import('../deliberation/ui/field/polls/sheet-page.tsx') },
  { path: '/m/:id', load: () => import('../matters/ui/field/matter.tsx') },
  { path: '/m/:id/do/:move', load: () => import('../matters/ui/field/move.tsx') },
]

mount(<><GuideBar /><Live /><Pages base="/field" pages={pages} otherwise={<FieldShell><NotFound home="/field" /></FieldShell>} /></>)
