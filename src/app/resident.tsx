/** What residents open: from a door's code, from a link, or the public board. One line per page. */
import { NotFound } from '../ui-kit/parts/not-found.tsx'
import { mount } from '../ui-kit/mount.tsx'
import { Pages, type Page } from '../ui-kit/pages.tsx'
import { GuideBar } from '../trust/ui/parts/guide-bar.tsx'
import { ResidentShell } from '../ui-kit/shells/resident-shell.tsx'

const pages: readonly Page[] = [
  { path: '/d/:door', load: () => import('../matters/ui/resident/report-page.tsx') },
  { path: '/', load: () => import('../trust/ui/resident/first-page.tsx') },
  { path: '/sign-in', load: () => import('../trust/ui/resident/sign-in-page.tsx') },
  { path: '/board/:compound', load: () => import('../matters/ui/resident/board-page.tsx') },
  { path: '/confidential', load: () => import('../confidential/ui/resident/confidential-page.tsx') },
  { path: '/mediation', load: () => import('../disputes/ui/resident/mediation-page.tsx') },
  { path: '/answer', load: () => import('../matters/ui/resident/answer/answer-page.tsx') },
  { path: '/whistle-list', load: () => import('../matters/ui/resident/whistle-list-page.tsx') },
  { path: '/privacy', load: () => import('../roster/ui/privacy/privacy-page.tsx') },
  { path: '/file', load: () => import('../roster/ui/resident/own-file-page.tsx') },
  { path: '/vote', load: () => import('../ballots/ui/resident/vote/own-ballots-page.tsx') },
  { path: '/vote/:id', load: () => import('../ballots/ui/resident/vote/vote-page.tsx') },
  { path: '/projects/:place', load: () => import('../ballots/ui/resident/projects/projects-page.tsx') },
  { path: '/polls/:id', load: () => import('../deliberation/ui/resident/polls/poll-page.tsx') },
  { path: '/polls/:id/map', load: () => import('../deliberation/ui/resident/polls/map-page.tsx') },
  { path: '/meetings/:id', load: () => import('../deliberation/ui/resident/meetings/meeting-page.tsx') },
  { path: '/s/:code', load: () => import('../deliberation/ui/resident/meetings/sign-in-page.tsx') },
  { path: '/threads/in/:place', load: () => import('../deliberation/ui/resident/threads/threads-page.tsx') },
  { path: '/threads/:id', load: () => import('../deliberation/ui/resident/threads/thread-page.tsx') },
  { path: '/said', load: () => import('../deliberation/ui/resident/threads/said-page.tsx') },
  { path: '/covenants/:place', load: () => import('../deliberation/ui/resident/covenant/covenant-page.tsx') },
  { path: '/bodies/in/:place', load: () => import('../deliberation/ui/resident/bodies/bodies-page.tsx') },
  { path: '/bodies/:id', load: () => import('../deliberation/ui/resident/bodies/body-page.tsx') },
  { path: '/m', load: () => import('../matters/ui/resident/follow-page.tsx') },
  { path: '/report', load: () => import('../matters/ui/resident/report-page.tsx') },
]

mount(<><GuideBar /><Pages pages={pages} otherwise={<ResidentShell><NotFound home="/" /></ResidentShell>} /></>)
