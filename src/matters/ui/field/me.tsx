/** 我: who I am, the post I act in, how the screen looks, sign out. */
import { Button, changeSettings, Choices, FieldShell, Go, Icon, Meta, RadioCards, SectionTitle, useSettings, useUnsent, useWords } from '../../../ui-kit/index.ts'
import { SignOut } from '../../../trust/ui/parts/sign-out.tsx'
import { NoticesWay } from '../../../notices/ui/parts/field-links.tsx'
import { MyVisits } from '../../../visits/ui/parts/my-visits.tsx'
import { useActAs } from '../staff-api.ts'
import { SignedIn, type Worker } from './frame.tsx'
import { fieldWords } from './words.ts'

/** The page at /field/me. */
export default function MePage() {
  return <SignedIn>{(worker) => <Me worker={worker} />}</SignedIn>
}

function Me({ worker }: { worker: Worker }) {
  const w = useWords(fieldWords)
  const unsent = useUnsent().length
  return <FieldShell current="me" title={worker.name} right={<>{worker.post.title}<br />{worker.post.orgName}</>}>
    <div className="fd-sections">
      <div><Posts worker={worker} /><NoticesWay /></div>
      <MyVisits audience={worker.post.audience} />
      {unsent > 0 && <Go href="/field/waiting" className="fd-more">{w.unsent(unsent)}<Icon name="right" size={16} /></Go>}
      <Ways audience={worker.post.audience} />
      <section className="lk-stack"><SectionTitle rule="hair">{w.looks}</SectionTitle><Looks /></section>
      {worker.post.audience !== 'captain' && <Button href="/console" outside>{w.console}</Button>}
      <SignOut word={w.signOut} />
    </div>
  </FieldShell>
}

/** What is done now and then, each a page of its own. */
function Ways({ audience }: { audience: string }) {
  const w = useWords(fieldWords)
  const atDoors = ['captain', 'grid', 'community'].includes(audience)
  const ways = [
    ...(audience === 'captain' ? [['/field/care', w.care, w.careLine]] as const : []),
    ...(atDoors ? [['/field/speech', w.speech, w.speechLine], ['/field/polls', w.polls, w.pollsLine]] as const : []),
    ...(audience === 'unit' ? [['/field/mediation', w.mediation, w.mediationLine]] as const : []),
  ]
  if (ways.length === 0) return null
  return <section><SectionTitle rule="hair">{w.ways}</SectionTitle><ul>{ways.map(([href, word, line]) => <li key={href}><Go href={href}
    className="fd-way"><span><b>{word}</b><span className="lk-small">{line}</span></span><Icon name="right" size={18} /></Go></li>)}</ul></section>
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
