/** What both phone shells share: the header, and the bar at the foot with what happens next. */
import type { ReactNode } from 'react'
import { Go } from '../go.tsx'
import { changeSettings, useSettings } from '../settings.ts'
import { useWords } from '../words.ts'
import { Icon } from '../parts/icon.tsx'
import { phoneWords } from '../parts/words.ts'

export type Back = { readonly href: string; readonly word: ReactNode }

/** The wordmark, or the way back; `right` takes the place of the tools. */
export function PhoneHeader({ back, right, home = '/' }: { back?: Back | undefined; right?: ReactNode; home?: string }) {
  const w = useWords(phoneWords)
  return <header className="lk-header">
    {back ? <Go href={back.href} className="lk-header__back"><Icon name="left" size={20} /><span>{back.word}</span></Go>
      : <Go href={home} className="lk-wordmark">{w.product}</Go>}
    <div className="lk-header__right">{right ?? <Tools />}</div>
  </header>
}

/** Large or standard, and the other language. In large mode only the way back to standard is left. */
export function Tools({ theme = false }: { theme?: boolean }) {
  const w = useWords(phoneWords)
  const { lang, size, theme: chosen } = useSettings()
  if (size === 'large') return <button type="button" className="lk-tool lk-tool--framed"
    onClick={() => changeSettings({ size: 'normal' })}>{w.normalSize}</button>
  const dark = chosen === 'dark' || (chosen === 'system' && document.documentElement.dataset.theme === 'dark')
  return <>
    <button type="button" className="lk-tool" onClick={() => changeSettings({ size: 'large' })}>{w.large}</button>
    {theme && <button type="button" className="lk-tool"
      onClick={() => changeSettings({ theme: dark ? 'light' : 'dark' })}>{dark ? w.light : w.dark}</button>}
    <button type="button" className="lk-tool" lang={lang === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => changeSettings({ lang: lang === 'zh' ? 'en' : 'zh' })}>{w.otherLanguage}</button>
  </>
}

/** The bar fixed at the foot: one primary button, or two side by side, and one line that says what happens next. */
export function BottomBar({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return <div className="lk-bar"><div className="lk-bar__inside">
    <div className="lk-bar__buttons">{children}</div>{note && <p className="lk-bar__note">{note}</p>}</div></div>
}

const live = () => document.querySelector<HTMLMetaElement>('meta[name="linli-mode"]')?.content === 'live'

/** Whether this is the demo; the server writes its mode into the page's head. In the demo phone numbers are text and no links. */
export const isDemo = (): boolean => !live()

/** One quiet line that says that this is a demo; nothing in live mode. */
export function DemoBanner() {
  const w = useWords(phoneWords)
  return live() ? null : <p className="lk-demo" role="note">{w.demo}</p>
}

/** The first stop of the keyboard: past the header to the text. */
export function SkipLink() {
  const w = useWords(phoneWords)
  return <a className="lk-skip" href="#text">{w.skip}</a>
}
