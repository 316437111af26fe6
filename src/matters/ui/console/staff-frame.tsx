/** Around every page of the console: who is signed in, the side column of their post, going somewhere by ⌘K or Ctrl K. */
import { useState, type ReactNode } from 'react'
import { Button, changeSettings, ConsoleFrameProvider, Empty, ErrorNote, Meta, Skeleton, useSettings, useWords,
  type ConsoleItem } from '../../../ui-kit/index.ts'
import { useActAs, useCounts, useLive, usePost, useSession, type StaffPost } from '../staff-api.ts'
import { SignOut } from '../../../trust/ui/parts/sign-out.tsx'
import { useRulings } from './waiting/waiting-api.ts'
import { frameWords } from './frame-words.ts'
import { GoDialog } from './go-dialog.tsx'
import { sectionLines } from './section-lines.ts'
import { pagesBehind, sectionsOf } from './sections.ts'
import './console.css'

/** A hook of another capability that adds items to the side column, for the posts that have them. */
type More = (post: StaffPost | undefined) => readonly ConsoleItem[]

/** Draws `children` for a signed-in member of staff; says what to do for everybody else. */
export function StaffFrame({ more, children }: { more: More; children: ReactNode }) {
  const w = useWords(frameWords)
  const session = useSession()
  const post = usePost()
  if (session.isPending) return <div className="lk-page"><Skeleton /></div>
  if (session.error) {
    return <div className="lk-page"><ErrorNote title={w.notOpen} error={session.error}><Button look="primary"
      onClick={() => void session.refetch()}>{w.again}</Button></ErrorNote></div>
  }
  if (session.data.person === null) return <div className="lk-page"><Empty title={w.whoTitle} line={w.whoLine}><Button
    href="/" outside>{w.toStart}</Button></Empty></div>
  if (!post) return <div className="lk-page"><Empty title={w.noPostTitle} line={w.noPostLine}><Button
    href="/" outside>{w.toStart}</Button></Empty></div>
  return <Working key={post.post} name={session.data.person.name} useMore={more}>{children}</Working>
}

function Working({ name, useMore, children }: { name: string; useMore: More; children: ReactNode }) {
  const w = useWords(frameWords)
  const l = useWords(sectionLines)
  const post = usePost()
  const counts = useCounts()
  const rulings = useRulings(post?.audience === 'street')
  const more = useMore(post)
  const [going, go] = useState(false)
  useLive()
  if (!post) return null
  const [first = { items: [] }, ...rest] = sectionsOf(post.audience, { ...counts.data, ...(rulings.data ? { rulings: rulings.data.length } : {}) }, w, l)
  // What comes to this person stands beside what waits for them.
  const groups = [{ ...first, items: [...first.items.slice(0, 1), ...more, ...first.items.slice(1)] }, ...rest]
  const line = <Meta><span>{post.orgName}</span><span>{post.title}</span></Meta>
  return <ConsoleFrameProvider value={{ groups, person: { name, line }, personMenu: <PersonMenu />, onGo: () => go(true) }}>
    {children}
    {going && <GoDialog pages={[...groups.flatMap(({ items }) => items), ...pagesBehind(post.audience, w, l)]} onClose={() => go(false)} />}
  </ConsoleFrameProvider>
}

function PersonMenu() {
  const w = useWords(frameWords)
  const { lang, theme } = useSettings()
  const session = useSession()
  const actAs = useActAs()
  const others = session.data?.posts.filter((p) => p.post !== session.data.post) ?? []
  const dark = theme === 'dark' || (theme === 'system' && document.documentElement.dataset.theme === 'dark')
  return <>
    {others.length > 0 && <p className="lk-caption">{w.otherPosts}</p>}
    {others.map((p) => <Button key={p.post} look="quiet" size="small" onClick={() => actAs(p.post)}>{p.orgName}{lang === 'en' ? ' ' :
      ''}{p.title}</Button>)}
    <Button look="quiet" size="small" onClick={() => changeSettings({ theme: dark ? 'light' : 'dark' })}>{dark ? w.light : w.dark}</Button>
    <Button look="quiet" size="small" onClick={() => changeSettings({ lang: lang === 'zh' ? 'en' : 'zh' })}>{w.language}</Button>
    <SignOut look="quiet" size="small" word={w.signOut} />
  </>
}
