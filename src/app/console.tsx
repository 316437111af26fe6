/** What offices work at. One line per page: the router turns each into a route and loads its code when it is first needed. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, RouterProvider } from '@tanstack/react-router'
import { useLineItems } from '../confidential/ui/console/line-api.ts'
import { StaffFrame } from '../matters/ui/console/staff-frame.tsx'
import { useNoticeItems } from '../notices/ui/parts/items.ts'
import type { StaffPost } from '../trust/ui/parts/session.ts'
import { NavigateProvider } from '../ui-kit/go.tsx'
import { GuideBar } from '../trust/ui/parts/guide-bar.tsx'
import { keepsHere, lazyKeeper } from '../ui-kit/offline/left-here.ts'
import { mount } from '../ui-kit/mount.tsx'
import { Mishap, type Page } from '../ui-kit/pages.tsx'
import { NotFound } from '../ui-kit/parts/not-found.tsx'

const pages: readonly Page[] = [
  { path: '/', load: () => import('../matters/ui/console/inbox-page.tsx') },
  { path: '/m/:id', load: () => import('../matters/ui/console/inbox-page.tsx') },
  { path: '/m/:id/whistle', load: () => import('../matters/ui/console/whistle-page.tsx') },
  { path: '/whistles', load: () => import('../matters/ui/console/whistles/after-page.tsx') },
  { path: '/whistle-list', load: () => import('../matters/ui/console/whistles/list-page.tsx') },
  { path: '/stuck', load: () => import('../matters/ui/console/whistles/stuck-page.tsx') },
  { path: '/rulings', load: () => import('../matters/ui/console/waiting/rulings-page.tsx') },
  { path: '/aside', load: () => import('../matters/ui/console/waiting/aside-page.tsx') },
  { path: '/return-visits', load: () => import('../matters/ui/console/waiting/visits-page.tsx') },
  { path: '/joint', load: () => import('../matters/ui/console/joint/joint-page.tsx') },
  { path: '/boards', load: () => import('../matters/ui/console/boards-page.tsx') },
  { path: '/new', load: () => import('../matters/ui/console-more/new-page.tsx') },
  { path: '/paste', load: () => import('../matters/ui/console-more/paste-page.tsx') },
  { path: '/supervision', load: () => import('../matters/ui/console-more/supervision-page.tsx') },
  { path: '/time', load: () => import('../offices/ui/console/time/time-page.tsx') },
  { path: '/rates', load: () => import('../matters/ui/console/rates/rates-page.tsx') },
  { path: '/disputes', load: () => import('../disputes/ui/console/disputes-page.tsx') },
  { path: '/disputes/new', load: () => import('../disputes/ui/console/new-page.tsx') },
  { path: '/disputes/ties', load: () => import('../disputes/ui/console/ties-page.tsx') },
  { path: '/disputes/:id', load: () => import('../disputes/ui/console/disputes-page.tsx') },
  { path: '/disputes/:id/papers', load: () => import('../disputes/ui/console/papers-page.tsx') },
  { path: '/chain', load: () => import('../offices/ui/console/chain-page.tsx') },
  { path: '/pass-on/:place/:post', load: () => import('../matters/ui/console/bulk/pass-on-page.tsx') },
  { path: '/chain/:place', load: () => import('../offices/ui/console/place-chain-page.tsx') },
  { path: '/sizing', load: () => import('../roster/ui/console/sizing/sizing-page.tsx') },
  { path: '/places', load: () => import('../places/ui/console/places-page.tsx') },
  { path: '/places/plan', load: () => import('../places/ui/console/plan-page.tsx') },
  { path: '/compounds', load: () => import('../offices/ui/console/compounds/compounds-page.tsx') },
  { path: '/posters', load: () => import('../offices/ui/console/posters-page.tsx') },
  { path: '/cards', load: () => import('../offices/ui/console/cards-page.tsx') },
  { path: '/confidential', load: () => import('../confidential/ui/console/line-page.tsx') },
  { path: '/contact', load: () => import('../visits/ui/console/contact-page.tsx') },
  { path: '/roster', load: () => import('../roster/ui/console/lists/coverage-page.tsx') },
  { path: '/roster/list/:kind', load: () => import('../roster/ui/console/lists/list-page.tsx') },
  { path: '/roster/list/:kind/:home', load: () => import('../roster/ui/console/lists/list-page.tsx') },
  { path: '/requests', load: () => import('../roster/ui/console/requests/requests-page.tsx') },
  { path: '/roster/import', load: () => import('../roster/ui/console/import/imports-page.tsx') },
  { path: '/roster/import/:id', load: () => import('../roster/ui/console/import/import-page.tsx') },
  { path: '/roster/decide', load: () => import('../roster/ui/console/import/decide-page.tsx') },
  { path: '/roster/homes/:home', load: () => import('../roster/ui/console/home/home-page.tsx') },
  { path: '/roster/homes/:home/consents', load: () => import('../roster/ui/console/law/consents-page.tsx') },
  { path: '/roster/law', load: () => import('../roster/ui/console/law/law-page.tsx') },
  { path: '/roster/care', load: () => import('../roster/ui/console/law/care-page.tsx') },
  { path: '/branch', load: () => import('../roster/ui/console/law/party-page.tsx') },
  { path: '/votes', load: () => import('../ballots/ui/console/votes/votes-page.tsx') },
  { path: '/votes/:id', load: () => import('../ballots/ui/console/votes/vote-page.tsx') },
  { path: '/votes/:id/electors', load: () => import('../ballots/ui/console/votes/electors-page.tsx') },
  { path: '/votes/:id/doors', load: () => import('../ballots/ui/console/votes/doors-page.tsx') },
  { path: '/votes/:id/conflicts', load: () => import('../ballots/ui/console/votes/conflicts-page.tsx') },
  { path: '/elections', load: () => import('../ballots/ui/console/elections/elections-page.tsx') },
  { path: '/elections/:id', load: () => import('../ballots/ui/console/elections/body-page.tsx') },
  { path: '/projects', load: () => import('../ballots/ui/console/projects/projects-page.tsx') },
  { path: '/polls', load: () => import('../deliberation/ui/console/polls/polls-page.tsx') },
  { path: '/polls/:id', load: () => import('../deliberation/ui/console/polls/polls-page.tsx') },
  { path: '/polls/:id/paper', load: () => import('../deliberation/ui/console/polls/paper-page.tsx') },
  { path: '/meetings', load: () => import('../deliberation/ui/console/meetings/meetings-page.tsx') },
  { path: '/meetings/new', load: () => import('../deliberation/ui/console/meetings/new-page.tsx') },
  { path: '/meetings/:id', load: () => import('../deliberation/ui/console/meetings/meeting-page.tsx') },
  { path: '/moderation', load: () => import('../deliberation/ui/console/moderation/moderation-page.tsx') },
  { path: '/covenants', load: () => import('../deliberation/ui/console/covenants/covenants-page.tsx') },
  { path: '/covenants/:id', load: () => import('../deliberation/ui/console/covenants/covenant-page.tsx') },
  { path: '/bodies', load: () => import('../deliberation/ui/console/bodies/bodies-page.tsx') },
  { path: '/bodies/:id', load: () => import('../deliberation/ui/console/bodies/body-page.tsx') },
  { path: '/threads', load: () => import('../deliberation/ui/console/threads/threads-page.tsx') },
  { path: '/threads/new', load: () => import('../deliberation/ui/console/threads/new-page.tsx') },
  { path: '/threads/:id', load: () => import('../deliberation/ui/console/threads/threads-page.tsx') },
  { path: '/register', load: () => import('../ballots/ui/console/register/registers-page.tsx') },
  { path: '/register/:compound', load: () => import('../ballots/ui/console/register/register-page.tsx') },
  { path: '/register/:compound/rules', load: () => import('../ballots/ui/console/register/rules-page.tsx') },
  { path: '/register/:compound/:head', load: () => import('../ballots/ui/console/register/register-page.tsx') },
  { path: '/notices', load: () => import('../notices/ui/console/notices-page.tsx') },
  { path: '/acts', load: () => import('../record/ui/console/acts-page.tsx') },
]

/** What other capabilities put at the end of the first group of the side column. */
const useMore = (post: StaffPost | undefined) => [...useNoticeItems(post !== undefined), ...useLineItems(post)]

const root = createRootRoute({
  component: () =>
    <NavigateProvider value={(href) => router.history.push(href)}><Mishap><StaffFrame more={useMore}><Outlet /></StaffFrame></Mishap></NavigateProvider>,
  notFoundComponent: () => <div className="lk-page"><NotFound home="/console" /></div>,
})
// A page reads its address with useParams({ strict: false }) and its filters with useSearch({ strict: false }).
const routes = pages.map((page) => createRoute({
  getParentRoute: () => root, path: page.path.replace(/:(\w+)/g, '$$$1'), component: lazyRouteComponent(page.load),
}))
const router = createRouter({ routeTree: root.addChildren(routes), basepath: '/console', defaultPreload: 'intent' })

// what was written here and waits for a signal is named before somebody signs out
keepsHere(lazyKeeper(async () => (await import('../deliberation/ui/console/meetings/minutes/line-store.ts')).minutesKeeper))
keepsHere(lazyKeeper(async () => (await import('../ui-kit/offline/console-keeper.ts')).actsKeeper))

mount(<><GuideBar /><RouterProvider router={router} /></>)
