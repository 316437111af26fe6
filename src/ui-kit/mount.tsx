/** Starts a front end: settings first (before the first paint), then the styles, the cache and the pages. */
import './ui-kit.css'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { DataProvider } from './data.tsx'
import { startTitles } from './page-title.ts'
import { startSettings } from './settings.ts'

/** Draws `app` into #root. */
export function mount(app: ReactNode): void {
  startSettings()
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no #root')
  startTitles(root)
  createRoot(root).render(<StrictMode><DataProvider>{app}</DataProvider></StrictMode>)
}
