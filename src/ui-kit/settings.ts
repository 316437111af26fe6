/** Language, theme and size that a person chose: kept in the browser, put on <html> before the first paint. */
import { useSyncExternalStore } from 'react'

export type Lang = 'zh' | 'en'
export type Theme = 'light' | 'dark' | 'system'
export type Size = 'normal' | 'large'
export type Settings = { readonly lang: Lang; readonly theme: Theme; readonly size: Size }

const STORED = 'linli.settings'
const usual: Settings = { lang: 'zh', theme: 'system', size: 'normal' }
const listeners = new Set<() => void>()
let current: Settings = usual

/** Settings from stored text; whatever is not a known word falls back to the usual one. */
export function readSettings(stored: string | null): Settings {
  let found: Partial<Record<string, unknown>> = {}
  try { found = { ...JSON.parse(stored ?? '{}') } } catch { /* somebody else's text: the usual settings */ }
  return {
    lang: found.lang === 'en' ? 'en' : 'zh',
    theme: found.theme === 'light' || found.theme === 'dark' ? found.theme : 'system',
    size: found.size === 'large' ? 'large' : 'normal',
  }
}

const darkAsked = () => matchMedia('(prefers-color-scheme: dark)')

function show({ lang, theme, size }: Settings): void {
  const root = document.documentElement
  root.lang = lang === 'zh' ? 'zh-CN' : 'en'
  root.dataset.theme = theme === 'system' ? (darkAsked().matches ? 'dark' : 'light') : theme
  root.dataset.size = size
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', getComputedStyle(root).getPropertyValue('--paper').trim())
}

/** Reads the settings and puts them on <html>; called once, first of all, by `mount`. Follows the system's theme from then on. */
export function startSettings(): void {
  try { current = readSettings(localStorage.getItem(STORED)) } catch { /* storage is closed: the usual settings */ }
  show(current)
  darkAsked().addEventListener('change', () => { current = { ...current }; announce() })
  addEventListener('storage', (event) => { if (event.key === STORED) { current = readSettings(event.newValue); announce() } })
}

function announce(): void {
  show(current)
  for (const tell of listeners) tell()
}

/** Changes one or more settings, for this browser only. */
export function changeSettings(part: Partial<Settings>): void {
  current = { ...current, ...part }
  try { localStorage.setItem(STORED, JSON.stringify(current)) } catch { /* storage is closed: lasts until the page is left */ }
  announce()
}

const subscribe = (tell: () => void) => { listeners.add(tell); return () => { listeners.delete(tell) } }

/** The settings in force; the part that calls it is drawn again when one changes. */
export const useSettings = (): Settings => useSyncExternalStore(subscribe, () => current, () => usual)

/** The comma between two parts of a line in the language of the screen. The part that draws it asks for its words, so it is drawn again with them. */
export const comma = (): string => (current.lang === 'en' ? ', ' : '，')
/** The colon before what is said, in the language of the screen. */
export const colon = (): string => (current.lang === 'en' ? ': ' : '：')
/** What stands between the items of a list, in the language of the screen. */
export const between = (): string => (current.lang === 'en' ? ', ' : '、')
