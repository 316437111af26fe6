/** What stands around every field page: who is signed in and in which post, or the way to sign in. */
import type { ReactNode } from 'react'
import { Button, Empty, ErrorNote, FieldShell, Skeleton, useWords, words } from '../../../ui-kit/index.ts'
import { useSession, type StaffPost } from './session.ts'

const frameWords = words({
  signInTitle: { zh: '先登录，再看今天的事', en: 'Sign in to see today’s matters' },
  signInLine: { zh: '登录以后，写到一半的还在，存好没发的接着发。', en: 'What you had begun to write is still here; what waits is sent then.' },
  signIn: { zh: '去登录', en: 'Sign in' },
  noPostTitle: { zh: '您现在没有在任的岗位', en: 'You hold no post at present' },
  noPostLine: { zh: '如果刚接任，请社区或街道补上任期。', en: 'If you have just taken over, ask the community or the street to enter your term.' },
  again: { zh: '再取一次', en: 'Try again' },
  notRead: { zh: '没有取到', en: 'Not read' },
})

/** Who works here now. */
export type Worker = { readonly person: string; readonly name: string; readonly post: StaffPost; readonly posts: readonly StaffPost[];
  readonly demo: boolean }

/** Draws the page for who is signed in; until then, what is missing. */
export function SignedIn({ children }: { children: (worker: Worker) => ReactNode }) {
  const w = useWords(frameWords)
  const { data, error, refetch } = useSession()
  const post = data?.posts.find((one) => one.post === data.post)
  if (data?.person && post) return children({ person: data.person.id, name: data.person.name, post, posts: data.posts, demo: data.demo })
  return <FieldShell>
    {data?.person ? <Empty title={w.noPostTitle} line={w.noPostLine} />
      : data ? <Empty title={w.signInTitle} line={w.signInLine}><Button look="primary" href="/sign-in" outside>{w.signIn}</Button></Empty>
        : error ? <ReadError error={error} onAgain={() => void refetch()} /> : <Skeleton repeat={4} />}
  </FieldShell>
}

/** What could not be read, with one more try. */
export function ReadError({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const w = useWords(frameWords)
  return <ErrorNote title={w.notRead} error={error}><Button onClick={onAgain}>{w.again}</Button></ErrorNote>
}
