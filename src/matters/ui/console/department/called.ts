/** What an organisation is called to: its part in each matter, with the two deadlines that bind it. */
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { request } from '../../../../ui-kit/index.ts'
import { useCards, usePost, type MatterDetail, type MatterParty } from '../../staff-api.ts'

/** `answer`: what the matter waits for from us, or null while we are at work. Times in epoch milliseconds. */
export type Called = {
  readonly matter: MatterDetail; readonly part: MatterParty | undefined; readonly answer: 'report_in' | 'take' | 'slip_answer' | null
  readonly answerBy: number | null; readonly finishBy: number | null
}

const time = (at: string | null | undefined): number | null => (at ? Date.parse(at) : null)

/** How an organisation stands towards one matter; `utility` answers slips. */
export function calledTo(matter: MatterDetail, org: string, utility: boolean): Called {
  const part = matter.parties.find((p) => p.org === org && p.state !== 'released')
  const may = (name: 'report_in' | 'take' | 'slip_answer') => matter.moves.includes(name)
  const answer = may('report_in') ? 'report_in' as const : may('take') ? 'take' as const
    : utility && may('slip_answer') && part?.state === 'asked' ? 'slip_answer' as const : null
  const due = time(matter.due)
  return {
    matter, part, answer,
    answerBy: answer === 'report_in' ? time(part?.reportBy) ?? due : answer === 'take' ? due : null,
    finishBy: time(part?.finishBy) ?? (matter.dueKind === 'finish' ? due : null),
  }
}

const SHOWN = 30

/** Matters that the post's organisation is called to, nearest deadline first; the first thirty that are open. */
export function useCalled() {
  const post = usePost()
  const utility = post?.audience === 'utility'
  const list = useCards({ tab: utility ? 'all' : 'mine', limit: utility ? 100 : SHOWN }, post !== undefined)
  const open = list.cards.filter((c) => c.state !== 'closed' && c.state !== 'withdrawn').slice(0, SHOWN)
  const details = useQueries({ queries: open.map(({ id }) => ({
    queryKey: ['matters', 'one', id], queryFn: () => request<MatterDetail>('GET', `/api/v1/matters/${id}`), placeholderData: keepPreviousData,
  })) })
  const called = details.flatMap(({ data }) => (data && post ? [calledTo(data, post.org, utility)] : []))
    .sort((a, b) => (a.answerBy ?? a.finishBy ?? Infinity) - (b.answerBy ?? b.finishBy ?? Infinity))
  return { called, isPending: list.isPending || details.some((d) => d.isPending), error: list.error ?? details.find((d) => d.error)?.error ?? null,
    refetch: list.refetch, post }
}
