/** The bar of the guided path, above the pages of every front end while somebody is on it; nothing else is loaded otherwise. */
import { lazy, Suspense } from 'react'
import { isDemo } from '../../../ui-kit/index.ts'
import { useGuide } from './guide.ts'

const Inside = lazy(() => import('./guide-inside.tsx'))

export function GuideBar() {
  const guide = useGuide()
  if (guide === null || !isDemo() || location.pathname === '/') return null
  return <Suspense fallback={null}><Inside guide={guide} /></Suspense>
}
