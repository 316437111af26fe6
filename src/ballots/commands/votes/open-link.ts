/** The key list of a named vote: each scrutineer takes a slip, and two together open it for one listed dispute. What was chosen is shown once. (P10) */
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import type { Tx } from '../../../kit/db.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import type { FieldKey } from '../../../trust/index.ts'
import { ballotActs } from '../../rules/life/index.ts'
import { answersIn, mayOpenLink, TOGETHER_MS } from '../../rules/sealed/index.ts'
import { openLink, type LinkPair, type SealedLink } from '../../sealing/index.ts'
import { openedChoices } from '../../store/choices.ts'
import { electorsNamed, meant, type Named } from '../../store/electors.ts'
import { dropListKey, keepList, listOf, sealKeyOf, type StoredList } from '../../store/vote-keys.ts'
import { recordVote, type VoteRow } from '../../store/votes.ts'
import { asClock, onVote, type ById, type OnVote, type Staff } from './on-vote.ts'

const no = (code: string, zh: string, en: string): Refusal => ({ code, rule: 'B54', explain: { zh, en } })
const NO_LIST = no('no_list', '这次表决没有密钥清单：无记名投票，或者已经到期销毁。', 'This vote has no key list: it was secret, or the list has expired.')
const NO_SLIP = no('no_slip', '没有给您这个岗位留的条，或者已经领过了。', 'There is no slip for your post, or it was taken before.')
const WRONG = no('wrong_slip', '两张条上的码对不上，再核对一下。', 'The codes of the two slips do not fit: look again.')

/** A year after the count courts may no longer be asked, and the list goes. Civil Code art. 280; interpretation art. 12. */
const YEAR_MS = 365 * 86_400_000

const slipField = (post: string): string => `slip ${post}`
const stored = ({ pairs, codes }: SealedLink, list: FieldKey): StoredList => ({
  pairs: pairs.map((pair) => ({ posts: pair.posts, sealed: pair.sealed.toString('base64') })),
  slips: codes.map(({ post, code }) => ({ post, code: list.seal(slipField(post), code).toString('base64') })),
})
const pairsOf = ({ pairs }: StoredList): readonly LinkPair[] => pairs.map(({ posts, sealed }) => ({ posts, sealed: Buffer.from(sealed, 'base64') }))

/** The post in which somebody is a scrutineer of this vote: slips are of that post, whichever they act in now. */
async function postOf({ tx, actor }: Staff, row: VoteRow): Promise<string | null> {
  if (actor.person === null) return null
  const found = await tx.selectFrom('vote_member').select('post').where('district', '=', row.district).where('vote', '=', row.id).where('person', '=', actor.person)
    .where('role', '=', 'scrutineer').where('until', 'is', null).executeTakeFirst()
  return found?.post ?? null
}

/** [B54] A scrutineer takes their slip: shown once, on paper from then on. */
export const takeSlip = (ctx: Staff, input: ById): Promise<Result<{ readonly code: string }>> => onVote(ctx, input, 'countFile', async ({ row, scope }) => {
  const { tx } = ctx
  const [where, own] = [{ district: row.district, vote: row.id }, await postOf(ctx, row)]
  const taken = await asClock(ctx, row, scope, async () => {
    const list = await listOf(tx, where)
    if (!list) return NO_LIST
    const slip = list.stored.slips.find(({ post }) => post === own)
    if (!slip) return NO_SLIP
    await keepList(tx, where, { ...list.stored, slips: list.stored.slips.filter((one) => one !== slip) })
    return list.key.open(slipField(slip.post), Buffer.from(slip.code, 'base64'))
  })
  if (typeof taken !== 'string') return refuse(taken)
  await recordVote(ctx, row, ballotActs.state('ballots.slip', {}))
  return ok({ code: taken })
})

export type AskOpening = ById & Named & { readonly objection: string; readonly reason: string; readonly slip: string }

/** [B54] The first scrutineer asks, for one home and one listed dispute, with their slip; the second has ten minutes. */
export const askOpening = (ctx: Staff, input: AskOpening): Promise<Result<{ readonly id: string; readonly shuts: string }>> =>
  onVote(ctx, input, 'countFile', async ({ row, scope }) => {
    const { tx, actor, at } = ctx
    const [person, post] = [actor.person, await postOf(ctx, row)]
    if (person === null || post === null) return refuse(common.notFound)
    const elector = meant(await electorsNamed(tx, row.district, row.id, [input]), input)
    const listed = await tx.selectFrom('vote_objection').select('id').where('district', '=', row.district).where('vote', '=', row.id).where('id', '=', input.objection).executeTakeFirst()
    if (!elector || !listed) return refuse(common.notFound)
    const [id, shuts] = [newId(), new Date(at.getTime() + TOGETHER_MS)]
    const kept = await asClock(ctx, row, scope, async () => {
      const list = await listOf(tx, { district: row.district, vote: row.id })
      if (!list) return false
      await tx.insertInto('key_opening').values({ district: row.district, vote: row.id, id, elector: elector.id, reason: input.reason, objection: input.objection,
        first_person: person, first_post: post, first_code: list.key.seal(`opening ${id}`, input.slip), asked_at: at, shuts_at: shuts }).execute()
      return true
    })
    if (!kept) return refuse(NO_LIST)
    await recordVote(ctx, row, ballotActs.state('ballots.asked', { elector: elector.id }))
    return ok({ id, shuts: shuts.toISOString() })
  })

/** What a ballot said, as it was read: expressions in order. Shown once, to the two who opened it. */
export type OpenedBallot = { readonly elector: string; readonly expressions: readonly { readonly seq: number; readonly channel: string; readonly chose: readonly string[] }[] }

async function choicesOf(tx: Tx, row: VoteRow, pseudonym: string): Promise<OpenedBallot['expressions']> {
  const where = { district: row.district, vote: row.id }
  const all = await openedChoices(tx, where, await sealKeyOf(tx, where))
  return all.filter(({ open }) => open.pseudonym === pseudonym).map(({ open }) => ({ seq: open.seq, channel: open.channel,
    chose: answersIn(open.content)?.flatMap(({ said }) => said) ?? [] })).sort((a, b) => a.seq - b.seq)
}

export type AgreeOpening = ById & { readonly opening: string; readonly slip: string }

/** [B54] The second scrutineer agrees with their own slip: the ballot of that home is shown to them once, both slips are spent and new ones made. */
export const agreeOpening = (ctx: Staff, input: AgreeOpening): Promise<Result<OpenedBallot>> => onVote(ctx, input, 'countFile', async (of) => {
  const { row, scope } = of
  const opened = await asClock(ctx, row, scope, () => openTogether(ctx, of, input))
  if (!opened.ok) return opened
  await recordVote(ctx, row, ballotActs.state('ballots.opened_link', { elector: opened.value.elector }))
  return opened
})

async function openTogether(ctx: Staff, { row }: OnVote, input: AgreeOpening): Promise<Result<OpenedBallot>> {
  const { tx, actor, at } = ctx
  const [person, post] = [actor.person, await postOf(ctx, row)]
  const where = { district: row.district, vote: row.id }
  const asked = await tx.selectFrom('key_opening').selectAll().where('district', '=', row.district).where('vote', '=', row.id).where('id', '=', input.opening)
    .where('opened_at', 'is', null).forUpdate().executeTakeFirst()
  const list = await listOf(tx, where)
  if (!asked?.first_code || person === null || post === null) return refuse(common.notFound)
  if (!list) return refuse(NO_LIST)
  const scrutineers = await tx.selectFrom('vote_member').select(['person', 'post']).where('district', '=', row.district).where('vote', '=', row.id)
    .where('role', '=', 'scrutineer').where('until', 'is', null).execute()
  const dispute = asked.objection
  const may = mayOpenLink({ scrutineers, disputes: [dispute], expires: (row.counted_at?.getTime() ?? 0) + YEAR_MS }, dispute,
    [{ post: asked.first_post, person: asked.first_person, dispute, at: asked.asked_at.getTime() }, { post, person, dispute, at: at.getTime() }], at.getTime())
  if (!may.ok) return may
  const codes = [{ post: asked.first_post, code: list.key.open(`opening ${asked.id}`, asked.first_code) }, { post, code: input.slip }] as const
  const link = openLink(list.key, row.id, pairsOf(list.stored), codes, [asked.elector])
  const [found] = link?.pseudonyms ?? []
  if (!link || !found) return refuse(WRONG)
  await keepList(tx, where, stored(link.again, list.key))
  await tx.updateTable('key_opening').set({ second_person: person, second_post: post, opened_at: at, first_code: null })
    .where('district', '=', row.district).where('vote', '=', row.id).where('id', '=', asked.id).execute()
  return ok({ elector: asked.elector, expressions: await choicesOf(tx, row, found.pseudonym) })
}

/** [B54] Destroys the key list of a vote when its year is over; nobody opens a ballot any more. For the clock. */
export const expireList = (tx: Tx, district: string, vote: string, at: Date): Promise<void> => dropListKey(tx, { district, vote }, at)
export const LIST_TIMER = 'vote.list'
/** When the key list of a vote that is counted now has to go. */
export const listExpires = (counted: Date): Date => new Date(counted.getTime() + YEAR_MS)
