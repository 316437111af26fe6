/** What stands around every field page: who is signed in and in which post, or the way to sign in. */
import './field.css'
import type { ReactNode } from 'react'
import { Button, Empty, ErrorNote, FieldShell, Skeleton, useWords } from '../../../ui-kit/index.ts'
import { useSession, type StaffPost } from '../staff-api.ts'
import { fieldWords } from './words.ts'

/** Who works here now. */
export type Worker = { readonly person: string; readonly name: string; readonly post: StaffPost; readonly posts: readonly StaffPost[];
  readonly demo: boolean }

/** Draws the page for who is signed in; until then, what is missing. */
export function SignedIn({ children }: { children: (worker: Worker) => ReactNode }) {
  const w = useWords(fieldWords)
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
  const w = useWords(fieldWords)
  return <ErrorNote title={w.notRead} error={error}><Button onClick={onAgain}>{w.again}</Button></ErrorNote>
}
