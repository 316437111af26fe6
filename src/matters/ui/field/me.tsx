/** 我: who I am, the post I act in, how the screen looks, sign out. */
import { Button, changeSettings, Choices, ErrorNote, FieldShell, Meta, RadioCards, SectionTitle, useSettings,
  useWords } from '../../../ui-kit/index.ts'
import { useActAs, useSignOut } from '../staff-api.ts'
import { forgetDrafts } from '../../../trust/ui/parts/draft.ts'
import { SignedIn, type Worker } from './frame.tsx'
import { fieldWords } from './words.ts'

/** The page at /field/me. */
export default function MePage() {
  return <SignedIn>{(worker) => <Me worker={worker} />}</SignedIn>
}

function Me({ worker }: { worker: Worker }) {
  const w = useWords(fieldWords)
  const signOut = useSignOut()
  const leave = () => { forgetDrafts(); signOut.mutate(null) }
  return <FieldShell current="me" title={worker.name} right={<>{worker.post.title}<br />{worker.post.orgName}</>}>
    <div className="fd-sections">
      <Posts worker={worker} />
      <section className="lk-stack"><SectionTitle rule="hair">{w.looks}</SectionTitle><Looks /></section>
      {worker.post.audience !== 'captain' && <Button href="/console" outside>{w.console}</Button>}
      {signOut.error && <ErrorNote error={signOut.error} />}
      <Button busy={signOut.isPending} onClick={leave}>{w.signOut}</Button>
    </div>
  </FieldShell>
}

function Posts({ worker }: { worker: Worker }) {
  const w = useWords(fieldWords)
  const actAs = useActAs()
  const { post, posts } = worker
  if (posts.length < 2) return <section><SectionTitle rule="hair">{w.postNow}</SectionTitle>
    <p className="fd-post"><b>{post.title}</b><span className="lk-second"><Meta>{post.orgName}{post.placeName}</Meta></span></p></section>
  return <section className="lk-stack"><SectionTitle rule="hair">{w.posts}</SectionTitle>
    <RadioCards legend={w.posts} value={post.post} onChange={actAs}
      options={posts.map((one) => ({ value: one.post, word: one.title, note: <Meta>{one.orgName}{one.placeName}</Meta> }))} />
    <p className="lk-small">{w.postNote}</p></section>
}

function Looks() {
  const w = useWords(fieldWords)
  const { size, theme, lang } = useSettings()
  return <>
    <Choices legend={w.size} value={size} onChange={(chosen) => changeSettings({ size: chosen })}
      options={[{ value: 'normal', word: w.normal }, { value: 'large', word: w.large }]} />
    <Choices legend={w.theme} value={theme} onChange={(chosen) => changeSettings({ theme: chosen })}
      options={[{ value: 'light', word: w.light }, { value: 'dark', word: w.dark }, { value: 'system', word: w.system }]} />
    <Choices legend={w.language} value={lang} onChange={(chosen) => changeSettings({ lang: chosen })}
      options={[{ value: 'zh', word: <span lang="zh-CN">中文</span> }, { value: 'en', word: <span lang="en">English</span> }]} />
  </>
}
