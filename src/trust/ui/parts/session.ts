/** Who is signed in at this browser, and in which post: for the staff pages of every capability. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { actAs, actingAs, eraseHere, request } from '../../../ui-kit/index.ts'

/** A post of the person who is signed in; `audience` is the one word that decides what is closed to it. */
export type StaffPost = {
  readonly post: string; readonly kind: string; readonly title: string; readonly org: string; readonly orgKind: string; readonly orgName: string
  readonly place: string; readonly placeName: string; readonly audience: string
}
export type Session = {
  readonly person: { readonly id: string; readonly name: string } | null; readonly posts: readonly StaffPost[]; readonly post: string | null;
    readonly demo: boolean
}

const KEPT_POST = 'linli.post'

/** Takes up the post chosen last in this browser, if the server still knows it. Called before the first question of an entry's pages. */
function resumePost(): void {
  if (actingAs() !== null) return
  try { actAs(sessionStorage.getItem(KEPT_POST)) } catch { /* storage is closed: the first post */ }
}

/** Keeps the post to act in for the next page of this tab, or forgets it: for the pages that sign somebody in. */
export function keepPost(post: string | null): void {
  try { if (post === null) sessionStorage.removeItem(KEPT_POST); else sessionStorage.setItem(KEPT_POST,
    post) } catch { /* storage is closed: the first post */ }
}

async function askSession(): Promise<Session & { readonly withdrawn?: boolean }> {
  resumePost()
  try { return await request('GET', '/api/v1/session') } catch (error) {
    if (actingAs() === null) throw error
    actAs(null) // the kept post is somebody else's now
    return request('GET', '/api/v1/session')
  }
}

/** Where the session was taken away, what was written here and not sent goes with it. [T10] */
async function readSession(): Promise<Session> {
  const session = await askSession()
  if (session.withdrawn) await eraseHere(null)
  return session
}

/** Who is signed in, and the post acted in. */
export const useSession = () => useQuery({ queryKey: ['session'], queryFn: readSession, staleTime: 60_000 })

/** The post acted in, once the session is known. */
export function usePost(): StaffPost | undefined {
  const { data } = useSession()
  return data?.posts.find((p) => p.post === data.post)
}

/** Gives a function that acts in another post of the same person from now on (this tab), and reads everything anew. */
export function useActAs(): (post: string) => void {
  const client = useQueryClient()
  return (post) => {
    actAs(post)
    try { sessionStorage.setItem(KEPT_POST, post) } catch { /* lasts until the page is left */ }
    void client.resetQueries()
  }
}
