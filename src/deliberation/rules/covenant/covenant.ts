/** A neighbourhood covenant: drafted in the open, posted, amended clause by clause, put to a vote, signed. [DC1]–[DC9] */
import { civilDay, daysOf, ok, refuse, saidDay, type Refusal, type Result } from '../../../kit/pure.ts'
import { findPrivate } from '../../../matters/rules/index.ts'
import type { Clause } from './difference.ts'

export const VERSION_STATES = ['draft', 'posted', 'voting', 'adopted', 'rejected', 'replaced'] as const
export type VersionState = (typeof VERSION_STATES)[number]
export const AMENDMENT_STATES = ['held', 'open', 'taken', 'declined', 'removed'] as const
export type AmendmentState = (typeof AMENDMENT_STATES)[number]

/** How many days a version is posted for comments at least. Our own default. */
export const COMMENT_DAYS = 15
/** Most clauses of a covenant and most characters of one: it has to fit on a poster. Our own default. */
export const MOST_CLAUSES = 30
export const CLAUSE_MOST = 300

/** What a vote that adopts a covenant may be on: the owners' covenant or another of their major matters, or the households' own, one vote each. [DC7] */
export const COVENANT_ITEMS = ['covenant', 'other', 'residents_covenant'] as const
/** Posts of which organisations look after the covenant of their place. */
export const COVENANT_KEEPERS: readonly string[] = ['community', 'branch']

export type Version = { readonly n: number; readonly state: VersionState; readonly clauses: readonly Clause[]; readonly commentsUntil: string | null }
const no = (code: string, rule: string, zh: string, en: string, more: Partial<Refusal> = {}) => refuse({ code, rule, explain: { zh, en }, ...more })

/** The day from which a version posted today may be put to the vote at the earliest is the one after this. */
export const earliestEnd = (today: string): string => civilDay(daysOf(today) + COMMENT_DAYS)

/**
 * What neighbours cannot do to each other, whatever they agree: the covenant would promise what nobody may carry out. '不停电瓶车' and '此处20点后'
 * are what covenants are full of, and are none of it.
 */
const FORCE = /罚款|罚金|罚钱|处以\d|处\d+元|断水|断电|停水|停电(?![瓶动])|没收|扣押|拘留/

/** [DC2] Whether clauses may stand in a covenant: some, not too many, none empty, nobody named in them, and no penalty. */
export function mayStand(clauses: readonly Clause[]): Result<readonly Clause[]> {
  if (clauses.length === 0) return no('no_clauses', 'DC2', '至少写一条。', 'Write at least one clause.')
  if (clauses.length > MOST_CLAUSES) return no('too_many_clauses', 'DC2', `最多${MOST_CLAUSES}条，多了没人记得住。`, `At most ${MOST_CLAUSES} clauses.`)
  for (const [at, { words }] of clauses.entries()) {
    if (words.trim() === '') return no('empty_clause', 'DC2', `第${at + 1}条还空着。`, `Clause ${at + 1} is empty.`)
    if ([...words].length > CLAUSE_MOST) return no('long_clause', 'DC2', `第${at + 1}条超过${CLAUSE_MOST}字，拆成两条。`, `Clause ${at + 1} has more than ${CLAUSE_MOST} characters.`)
    if (findPrivate(words).length > 0) return no('private_clause', 'DC2', `第${at + 1}条里像是有人名、电话或门牌，公约不点名。`, `Clause ${at + 1} seems to name somebody or a home.`)
    if (FORCE.test(words)) return no('penalty', 'DC2', `第${at + 1}条写了罚或强制，邻里之间约定不了这个。换成“怎么提醒、找谁商量”。`,
      `Clause ${at + 1} has a penalty or force: neighbours cannot agree on that. Say how to remind, and who talks it over.`)
  }
  if (new Set(clauses.map(({ key }) => key)).size !== clauses.length) return no('same_key', 'DC2', '有两条重了。', 'Two clauses have the same key.')
  return ok(clauses)
}

/** A key that no clause had before. */
export const nextKey = (used: readonly string[]): string => `c${Math.max(0, ...used.map((key) => Number(key.slice(1)) || 0)) + 1}`

/** Gives each clause without a key one that was never used, and leaves the others theirs. */
export function withKeys(clauses: readonly { readonly key: string | null; readonly words: string }[], used: readonly string[]): readonly Clause[] {
  const known = [...used]
  return clauses.map(({ key, words }) => {
    const own = key !== null && used.includes(key) ? key : nextKey(known)
    known.push(own)
    return { key: own, words: words.trim() }
  })
}

/** [DC3] Whether a draft may be edited: a posted version never is. */
export const mayEdit = ({ state }: Pick<Version, 'state'>): Result<true> => (state === 'draft' ? ok(true)
  : no('posted_stays', 'DC3', '公示过的稿子不能改，改动另起一稿。', 'A posted version is never edited: changes make a new draft.'))

/** [DC3] [DC4] Whether a draft may be posted for comments until a day; `open`: amendments to the version before that wait for an answer. */
export function mayPost(version: Version, until: string, open: number, today: string): Result<true> {
  if (version.state !== 'draft') return no('posted_stays', 'DC3', '这一稿已经公示过了。', 'This version was posted already.')
  const stand = mayStand(version.clauses)
  if (!stand.ok) return stand
  if (open > 0) return no('amendments_open', 'DC4', `上一稿还有${open}条修改没答复，答复完再公示。`, `${open} amendments to the version before wait for an answer.`)
  const earliest = earliestEnd(today)
  if (until < earliest) return no('too_short', 'DC4', `至少公示${COMMENT_DAYS}天，最早到${saidDay(earliest).zh}。`, `Post it for ${COMMENT_DAYS} days at least: until ${saidDay(earliest).en} or later.`, { from: `${earliest}T00:00:00+08:00` })
  return ok(true)
}

/** [DC5] Whether one may propose to change a clause now. */
export function mayAmend(version: Version, clause: string, words: string, today: string): Result<true> {
  if (version.state !== 'posted') return no('not_posted', 'DC5', version.state === 'draft' ? '这一稿还没公示，公示了再提修改。' : '这一稿已经定了，修改留到下一稿。', 'This version takes no amendments now.')
  if (version.commentsUntil !== null && today > version.commentsUntil) return no('over', 'DC5', `修改收到${saidDay(version.commentsUntil).zh}为止。`, `Amendments were taken until ${saidDay(version.commentsUntil).en}.`)
  const now = version.clauses.find(({ key }) => key === clause)
  if (!now && words.trim() === '') return no('nothing', 'DC5', '要加一条，写出这一条怎么说。', 'To add a clause, say what it is.')
  if (now && now.words === words.trim()) return no('nothing', 'DC5', '和现在的写法一样，改一改再提。', 'This says the same as now.')
  return ok(true)
}

/** [DC5] The clauses after an amendment was taken: changed in its place, added at the end, or struck where it has no words. */
export function withAmendment(clauses: readonly Clause[], { clause, words }: { readonly clause: string; readonly words: string }): readonly Clause[] {
  if (words.trim() === '') return clauses.filter(({ key }) => key !== clause)
  return clauses.some(({ key }) => key === clause) ? clauses.map((one) => (one.key === clause ? { ...one, words: words.trim() } : one)) : [...clauses, { key: clause, words: words.trim() }]
}

/** [DC6] Whether an amendment may be taken or declined: once, and with words that who proposed it reads. */
export function mayAnswerAmendment(state: AmendmentState, answer: string): Result<true> {
  if (state !== 'open') return no('answered', 'DC6', state === 'held' ? '这一条还在等人看过。' : '这一条已经答复了。', 'This waits for a look, or was answered.')
  return [...answer.trim()].length >= 4 ? ok(true) : no('no_reason', 'DC6', '写清为什么这样定，提的人看得到。', 'Say why: who proposed it reads that.')
}

/** [DC7] Whether a version may be put to the vote: its posting is over, every amendment has its answer, and none was taken into a later draft. */
export function mayVote(version: Version, open: number, laterDraft: boolean, today: string): Result<true> {
  if (version.state !== 'posted') return no('not_posted', 'DC7', '先公示，再表决。', 'Post it before the vote.')
  if (version.commentsUntil !== null && today <= version.commentsUntil) {
    const from = civilDay(daysOf(version.commentsUntil) + 1)
    return no('posting_runs', 'DC7', `公示到${saidDay(version.commentsUntil).zh}，${saidDay(from).zh}才能表决。`, `It is posted until ${saidDay(version.commentsUntil).en}.`, { from: `${from}T00:00:00+08:00` })
  }
  if (open > 0) return no('amendments_open', 'DC7', `还有${open}条修改没答复，答复完再表决。`, `${open} amendments wait for an answer.`)
  if (laterDraft) return no('draft_waits', 'DC7', '采纳的修改写进了新稿，先公示新稿。', 'Amendments were taken into a new draft: post that first.')
  return ok(true)
}

/** [DC8] What a version becomes when its vote was decided. */
export const decided = (passed: boolean): 'adopted' | 'rejected' => (passed ? 'adopted' : 'rejected')

/** [DC9] Whether a version may be signed: the one in force alone. */
export const maySign = (state: VersionState): Result<true> => (state === 'adopted' ? ok(true)
  : no('not_in_force', 'DC9', state === 'replaced' ? '这一版已经换成新的了，去签现在的这一版。' : '还没有通过，通过了再签。', 'Only the version in force is signed.'))

const DIGITS = '零一二三四五六七八九'
/** The number of a clause as a covenant says it: 第一条, 第十二条. From 1 to 99. */
export function clauseName(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  return `第${tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens] ?? ''}十`}${ones === 0 && tens > 0 ? '' : DIGITS[ones] ?? ''}条`
}
