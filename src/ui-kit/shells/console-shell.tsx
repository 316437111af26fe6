/** The frame of the console: groups at the side, a list, the detail, and keys for everything. */
import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { Go } from '../go.tsx'
import { useKeys } from '../keys.ts'
import { Kbd } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { consoleWords, phoneWords } from '../parts/words.ts'
import { useWords } from '../words.ts'
import { hasRows, useRowKeys } from './row-keys.ts'
import { DemoBanner, SkipLink } from './phone.tsx'

/** `what`: what it is for, in a sentence or two. `urgent`: the count is of decisions that wait for this person now. */
export type ConsoleItem = { readonly href: string; readonly word: string; readonly what?: string; readonly icon: IconName;
  readonly count?: number | undefined; readonly urgent?: boolean }
/** `folded`: the group is closed until its heading is pressed, or while one of its pages is open; on a phone all stand in the row. */
export type ConsoleGroup = { readonly word?: string; readonly items: readonly ConsoleItem[]; readonly folded?: boolean }
/** A line of the list of keys: the keys as shown, and what they do. */
export type KeyHelp = { readonly keys: readonly string[]; readonly word: string }

export type ConsoleShellProps = {
  readonly groups: readonly ConsoleGroup[]
  /** The address of the item that is open. */
  readonly current: string
  /** Who works here, and in which post: '望江社区', '书记'. */
  readonly person: { readonly name: string; readonly line: ReactNode }
  /** Opened by a press on the person: other posts, settings, sign out. */
  readonly personMenu?: ReactNode
  /** The list pane (`ListPane`); `backToList` is shown instead of it below 1180 px while something is open. */
  readonly list?: ReactNode
  readonly open?: boolean
  readonly backToList?: { readonly href: string; readonly word: string }
  /** The explaining column at the right, on sheet (form pages). */
  readonly rail?: ReactNode
  /** Consequences and buttons at the foot of a form. */
  readonly foot?: ReactNode
  readonly undo?: ReactNode
  readonly keys?: readonly KeyHelp[]
  /** ⌘K: go to a matter, a place, a page. */
  readonly onGo?: () => void
  readonly children?: ReactNode
}

export function ConsoleShell({ groups, current, person, personMenu, list, open = true, backToList, rail, foot, undo, keys = [], onGo,
  children }: ConsoleShellProps) {
  const w = useWords(consoleWords)
  const [help, showHelp] = useState(false)
  useRowKeys()
  useKeys({ '?': () => showHelp(true), ...(onGo ? { 'mod+k': onGo } : {}) })
  const look = ['lk-console', list ? 'lk-console--list' : '', rail ? 'lk-console--rail' : '', open ? 'lk-console--open' : '']
    .filter(Boolean).join(' ')
  return <div className="lk-desk">
    <SkipLink /><DemoBanner />
    <div className={look}>
      <Side groups={groups} current={current} person={person} personMenu={personMenu} onGo={onGo} onHelp={() => showHelp(true)} />
      {list}
      <div className="lk-main">
        <main id="text" className="lk-main__text" tabIndex={-1}>
          {backToList && <Go href={backToList.href} className="lk-back"><Icon name="left" size={16} />{backToList.word}</Go>}
          {children}
        </main>
        {foot && <footer className="lk-foot">{foot}</footer>}
        {undo && <div className="lk-main__undo">{undo}</div>}
      </div>
      {rail && <aside className="lk-rail" tabIndex={0}>{rail}</aside>}
    </div>
    {help && <Keys keys={keys} go={onGo !== undefined} undo={undo !== undefined} onClose={() => showHelp(false)}
      here={groups.flatMap(({ items }) => items).find(({ href }) => href === current)} />}
  </div>
}

type SideProps = Pick<ConsoleShellProps, 'groups' | 'current' | 'person' | 'personMenu'> & { onGo: (() => void) | undefined; onHelp: () => void }

function Side({ groups, current, person, personMenu, onGo, onHelp }: SideProps) {
  const w = useWords(consoleWords)
  const { product } = useWords(phoneWords)
  const nav = useRef<HTMLElement>(null)
  const drawn = groups.map(({ items }) => items.map(({ word, count }) => `${word}${count ?? ''}`).join()).join()
  // On a phone the sections are one row that scrolls, on a low desk a column: the open one is to be seen, also when counts or fonts come later.
  useLayoutEffect(
    () => {
      const show = () => nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
      show()
      void document.fonts.ready.then(show)
    },
    [current, drawn],
  )
  return <nav ref={nav} className="lk-side" aria-label={w.mainMenu}>
    <div className="lk-side__head"><Go href="/console" className="lk-wordmark">{product}</Go>
      <div className="lk-side__tools">{onGo && <button type="button" onClick={onGo} aria-keyshortcuts="Meta+K Control+K" title={w.keyGo}>
        <Icon name="search" size={17} /><Kbd>{MOD}K</Kbd><span className="lk-side__go">{w.keyGo}</span></button>}
        <button type="button" onClick={onHelp} aria-keyshortcuts="?" title={w.help}><Kbd>?</Kbd><span className="lk-hidden">{w.help}</span></button>
      </div></div>
    <div className="lk-side__groups">{groups.map((group, i) => <Group key={group.word ?? i} group={group} current={current} />)}</div>
    {personMenu ? <details className="lk-person"><summary><b>{person.name}</b><span>{person.line}</span></summary>
      <div className="lk-person__menu">{personMenu}</div></details>
      : <div className="lk-person"><b>{person.name}</b><span>{person.line}</span></div>}
  </nav>
}

/** The key that goes with a letter here: ⌘ on a Mac, Ctrl elsewhere. */
const MOD = /* @__PURE__ */ (() => (/Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '') ? '⌘' : 'Ctrl '))()

/** Groups that somebody opened or closed by hand stay so from page to page. */
const byHand = new Map<string, boolean>()

function Group({ group, current }: { group: ConsoleGroup; current: string }) {
  const id = useId()
  const { word, items } = group
  const [chosen, choose] = useState(() => (word === undefined ? undefined : byHand.get(word)))
  const here = items.some(({ href }) => href === current)
  const shown = word === undefined || here || (chosen ?? !group.folded)
  const turn = () => {
    if (word !== undefined) byHand.set(word, !shown)
    choose(!shown)
  }
  // What was just opened is to be seen, also where the column is full.
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => { if (chosen) list.current?.scrollIntoView({ block: 'nearest' }) }, [chosen])
  return <div>
    {word && <h2 className="lk-side__group">{here ? word : <button type="button" className="lk-side__fold" aria-expanded={shown} aria-controls={id}
      onClick={turn}>{word}<Icon name="down" size={14} /></button>}</h2>}
    <ul ref={list} id={id} className={shown ? undefined : 'lk-side__folded'}>{items.map((item) => <li key={item.href}><Go href={item.href}
      className="lk-side__item" aria-current={item.href === current ? 'page' : undefined} title={item.what}>
      <Icon name={item.icon} size={17} /><span>{item.word}</span>{item.count !== undefined && item.count > 0 &&
        <span className={item.urgent ? 'lk-side__count lk-side__count--urgent' : 'lk-side__count'}>{item.count > 99 ? '99+' : item.count}</span>}
    </Go></li>)}</ul>
  </div>
}

type KeysProps = { keys: readonly KeyHelp[]; go: boolean; undo: boolean; here: ConsoleItem | undefined; onClose: () => void }

/** What the open page is for, and the keys that work on it. */
function Keys({ keys, go, undo, here, onClose }: KeysProps) {
  const w = useWords(consoleWords)
  const walks = hasRows() && !keys.some((line) => line.keys.includes('J'))
  const always: readonly KeyHelp[] = [...(walks ? [{ keys: ['J', 'K'], word: w.keyRows }] : []), ...(go ? [{ keys: [`${MOD}K`], word: w.keyGo }] : []), ...(undo ? [{ keys: [`${MOD}Z`], word: w.keyUndo }] : []),
    { keys: ['?'], word: w.keyHelp }]
  const about = here?.what ? here : undefined
  return <Dialog title={about ? about.word : w.keysTitle} onClose={onClose}>
    {about && <><p className="lk-keys__what">{about.what}</p><h3 className="lk-keys__title">{w.keysTitle}</h3></>}
    <dl className="lk-keys">
      {[...keys, ...always].map((line) => <div key={line.word}><dt>{line.keys.map((key) => <kbd key={key} className="lk-kbd">{key}</kbd>)}</dt>
        <dd>{line.word}</dd></div>)}
    </dl></Dialog>
}
