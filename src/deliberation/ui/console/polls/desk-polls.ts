/** Which polls the desk knows: of the post's communities, and of one thread. */
import { useQueries } from '@tanstack/react-query'
import { useCommunities } from '../../../../offices/ui/parts/communities.ts'
import { staffPoll, staffPolls, type StaffPoll } from '../../parts/polls/poll-api.ts'

/** The polls in the communities of the post, newest first. */
export function useDeskPolls() {
  const communities = useCommunities() ?? []
  const asked = useQueries({ queries: communities.map(({ id }) => staffPolls(id)) })
  return {
    items: asked.flatMap(({ data }) => data?.items ?? []), error: asked.find(({ error }) => error)?.error,
    known: communities.length > 0 && asked.every(({ isPending }) => !isPending), again: () => { for (const { refetch } of asked) void refetch() },
  }
}

/** The newest poll of a thread whose common ground the reader may draft from. [OM18] */
export function useGround(thread: string): StaffPoll | undefined {
  const own = useDeskPolls().items.filter((one) => one.thread === thread && one.state !== 'draft')
  return useQueries({ queries: own.map(({ id }) => staffPoll(id)) }).find(({ data }) => data?.moves.includes('draft'))?.data
}
