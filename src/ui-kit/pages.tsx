/** The registry of pages of an entry: an address and the code to load for it. */
import { Component, lazy, Suspense, type ComponentType, type ReactNode } from 'react'
import { Route, Router, Switch, useLocation } from 'wouter'
import { NavigateProvider } from './go.tsx'
import { Button } from './parts/button.tsx'
import { ErrorNote } from './parts/error-note.tsx'
import { Skeleton } from './parts/skeleton.tsx'
import { useWords } from './words.ts'
import { partWords } from './parts/words.ts'

/** `path` as '/d/:door' below the entry's base; the page is the module's default export and gets `params`. */
export type Page = { readonly path: string; readonly load: () => Promise<{ default: ComponentType<{ params: Record<string, string | undefined> }> }> }

const drawn = new WeakMap<Page, ComponentType<{ params: Record<string, string | undefined> }>>()

function drawnOf(page: Page) {
  const made = drawn.get(page) ?? lazy(page.load)
  drawn.set(page, made)
  return made
}

/** Draws the page whose address fits (wouter), each loaded when it is first needed; `otherwise` when none fits. */
export function Pages({ pages, base = '', otherwise }: { pages: readonly Page[]; base?: string; otherwise: ReactNode }) {
  return <Router base={base}><Navigating base={base}>
    <Mishap><Suspense fallback={<Skeleton />}>
      <Switch>
        {pages.map((page) => <Route key={page.path} path={page.path} component={drawnOf(page)} />)}
        <Route>{otherwise}</Route>
      </Switch>
    </Suspense></Mishap>
  </Navigating></Router>
}

function Navigating({ base, children }: { base: string; children: ReactNode }) {
  const [, go] = useLocation()
  // Addresses on the pages are whole ones; wouter's are below its base, and '~' marks a whole one. Another front end is loaded anew.
  const navigate = (href: string) => {
    if (base !== '' && href !== base && !href.startsWith(`${base}/`)) { location.assign(href); return }
    go(`~${href}`)
    scrollTo(0, 0)
  }
  return <NavigateProvider value={navigate}>{children}</NavigateProvider>
}

/** Catches what a page throws while it is drawn, or code that could not be loaded, and says what to do. */
export class Mishap extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }
  static getDerivedStateFromError = () => ({ failed: true })
  override render() { return this.state.failed ? <Broken /> : this.props.children }
}

function Broken() {
  const w = useWords(partWords)
  return <div className="lk-page"><ErrorNote title={w.brokenTitle} what={w.brokenWhat}>
    <Button look="primary" onClick={() => location.reload()}>{w.reload}</Button>
  </ErrorNote></div>
}
