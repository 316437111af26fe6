/** What is said of a thread or a covenant, as everybody reads it: newest first, twenty at a time, never a silent hole. */
import type { Tx } from '../../kit/db.ts'
import { GONE_NAME, GONE_WORDS, mayAppeal, rulingDue, moderationRules } from '../rules/speech/index.ts'
import { decisionsAbout, type ModerationRow } from '../store/moderations.ts'
import type { SpeechRow } from '../store/speech.ts'

export const PAGE = 20

/** Where a page goes on: the moment and id of its last line. */
export const cursorOf = ({ at, id }: { readonly at: Date; readonly id: string }): string => `${at.toISOString()}~${id}`
/** Reads a cursor; null where it is none. */
export function readCursor(text: string | undefined): { readonly at: Date; readonly id: string } | null {
  const [, at, id] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~([0-9a-f-]{36})$/.exec(text ?? '') ?? []
  return at === undefined || id === undefined ? null : { at: new Date(at), id }
}

/** Titles of posts by id. */
export async function postTitles(tx: Tx, district: string, posts: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(posts.filter((one) => one !== null))]
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('post').select(['id', 'title']).where('district', '=', district).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row.title]))
}

const known = (rule: string): number | null => moderationRules.find((one) => one.code === rule)?.n ?? null

const dueOf = (decision: Parameters<typeof rulingDue>[0]): string | null => {
  const due = rulingDue(decision)
  return due === null ? null : new Date(due).toISOString()
}

/** One decision: which rule, which post, why, and what became of the appeal. `own`: its speaker looks, who sees the own appeal and whether one is possible. */
export function ruledView(row: ModerationRow, titles: ReadonlyMap<string, string>, at: Date, own: boolean) {
  const decision = { did: row.did, at: row.at.getTime(), appealedAt: row.appealed_at?.getTime() ?? null, ruling: row.ruling, byPost: row.by_post, byPerson: row.by_person }
  return { id: row.id, did: row.did, rule: row.rule, n: known(row.rule), reason: row.reason, at: row.at.toISOString(), post: titles.get(row.by_post) ?? '',
    until: row.until?.toISOString() ?? null, appealed: row.appealed_at !== null, rulingDue: dueOf(decision), appeal: own ? row.appeal : null, ruling: row.ruling, rulingReason: row.ruling_reason,
    ruledBy: row.ruled_by === null ? null : titles.get(row.ruled_by) ?? '', mayAppeal: own && mayAppeal(decision, at.getTime()).ok }
}

type Seen = Pick<SpeechRow, 'state' | 'withdrawn_at' | 'name' | 'words'>
/** How a line stands: taken back and left say so, and have no words any more. */
export function standOf({ state, withdrawn_at, name, words }: Seen): 'shown' | 'held' | 'removed' | 'withdrawn' | 'left' {
  if (name === GONE_NAME && words === GONE_WORDS) return 'left'
  if (withdrawn_at !== null) return 'withdrawn'
  return state === 'removed' ? 'removed' : state === 'held' ? 'held' : 'shown'
}

const columns = ['id', 'name', 'words', 'at', 'channel', 'clause', 'by_post', 'state', 'held_for', 'speaker', 'reply_to', 'withdrawn_at'] as const
export type TalkOf = { readonly about: 'thread' | 'covenant'; readonly subject: string; readonly clause?: string | undefined; readonly after?: string | undefined }

async function linesOf(tx: Tx, district: string, of: TalkOf, speaker: string | null) {
  const from = readCursor(of.after)
  return tx.selectFrom('speech').select(columns).where('district', '=', district).where('subject', '=', of.subject).where('about', '=', of.about)
    .$if(of.clause !== undefined, (q) => q.where('clause', '=', of.clause ?? ''))
    .where((e) => (speaker === null ? e('state', '<>', 'held') : e.or([e('state', '<>', 'held'), e('speaker', '=', speaker)])))
    .$if(from !== null, (q) => q.where((e) => e(e.refTuple('at', 'id'), '<', e.tuple(from?.at ?? new Date(0), from?.id ?? ''))))
    .orderBy('at', 'desc').orderBy('id', 'desc').limit(PAGE + 1).execute()
}

async function countsOf(tx: Tx, district: string, of: TalkOf): Promise<{ readonly total: number; readonly held: number }> {
  const rows = await tx.selectFrom('speech').select(['state', (e) => e.fn.countAll<string>().as('n')]).where('district', '=', district).where('subject', '=', of.subject)
    .where('about', '=', of.about).$if(of.clause !== undefined, (q) => q.where('clause', '=', of.clause ?? '')).groupBy('state').execute()
  const n = (state: string): number => Number(rows.find((row) => row.state === state)?.n ?? 0)
  return { total: n('shown') + n('removed'), held: n('held') }
}

/** What was said, with the answers' beginnings and the decisions about what was taken away or put back. `speaker`: who looks, and sees their own that waits. [DS6] */
export async function talkOf(tx: Tx, district: string, of: TalkOf, speaker: string | null, at: Date) {
  const [all, counts] = [await linesOf(tx, district, of, speaker), await countsOf(tx, district, of)]
  const lines = all.slice(0, PAGE)
  const answered = [...new Set(lines.flatMap(({ reply_to }) => (reply_to === null ? [] : [reply_to])))]
  const quoted = answered.length === 0 ? [] : await tx.selectFrom('speech').select(['id', 'name', 'words', 'state', 'withdrawn_at']).where('district', '=', district)
    .where('id', 'in', answered).execute()
  const decisions = await decisionsAbout(tx, district, lines.map(({ id }) => id))
  const titles = await postTitles(tx, district, [...lines.map(({ by_post }) => by_post), ...decisions.flatMap((one) => [one.by_post, one.ruled_by])])
  const last = lines.at(-1)
  return { ...counts, next: all.length > PAGE && last ? cursorOf(last) : null, items: lines.map((line) => {
    const [state, mine] = [standOf(line), speaker !== null && line.speaker === speaker]
    const decision = decisions.find((one) => one.subject === line.id && one.did === 'removed')
    const answers = quoted.find((one) => one.id === line.reply_to)
    return { id: line.id, name: line.name, words: state === 'shown' || (mine && (state === 'held' || state === 'removed')) ? line.words : null, at: line.at.toISOString(),
      channel: line.channel, clause: line.clause, by: line.by_post === null ? null : titles.get(line.by_post) ?? '', state, mine,
      heldFor: state === 'held' ? line.held_for : null, decision: decision ? ruledView(decision, titles, at, mine) : null,
      answers: answers ? { id: answers.id, name: answers.name, words: standOf(answers) === 'shown' ? [...answers.words].slice(0, 40).join('') : null } : null }
  }) }
}

