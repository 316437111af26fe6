/** One ballot on the phone: that the elector took part, and apart from it what was chosen, in one transaction. */
import { randomUUID } from 'node:crypto'
import { shanghaiDay } from '../../../kit/clock.ts'
import { withScope, type Db, type Tx } from '../../../kit/db.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kit/pure.ts'
import { clockActor, type FieldKey, type VoteLink } from '../../../trust/index.ts'
import { ballotContent, type Answer } from '../../rules/life/index.ts'
import { newBallotSalt, openLinkKey, openSealKey, pseudonymOf, sealChoice } from '../../sealing/index.ts'
import * as hot from '../../store/casting.ts'
import { ballotPaper } from '../../store/paper.ts'
import { addTurnout, AGAIN, slotOf } from '../../store/turnout.ts'
import { loadVote } from '../../store/votes.ts'
import { CLOSING_LOCK } from './open-close.ts'
import { proxyHolds } from './proxy-holds.ts'

/** Where ballots are cast: the district, and its path for the clock, as which choices are written. */
export type CastDesk = { readonly db: Db; readonly district: string; readonly path: string }
/** `heads`: heads that a phone code opened. `proxies`: those of them that a written authority alone opened, with its id. `key`: the request's key. */
export type CastBallot = { readonly vote: string; readonly elector: string; readonly heads: readonly string[]
  readonly proxies?: ReadonlyMap<string, string>
  readonly answers: readonly Answer[]; readonly key: string | undefined }
export type Given = { readonly vote: string; readonly commitment: string; readonly seq: number }

const no = (code: string, zh: string, en: string): Refusal => ({ code, rule: 'B28', explain: { zh, en } })
const KEY_REUSED = no('key_reused', '这次提交的编号用过了，内容却不一样。请刷新页面再投一次。', 'This request key was used before with another ballot. Reload the page.')
const SEALED = no('vote_sealed', '这张票已经收到并封存。', 'This ballot was received and is sealed by now.')

class Stop extends Error {
  readonly refusal: Refusal | 'repeat'
  constructor(refusal: Refusal | 'repeat') { super('cast'); this.refusal = refusal }
}

type Keys = { readonly seal: FieldKey; readonly link: VoteLink }
function keysFrom(rows: Awaited<ReturnType<typeof hot.keysOf>>, district: string, vote: string): Keys {
  const row = (kind: string) => {
    const found = rows.find((one) => one.kind === kind)
    if (!found?.wrapped) throw new Stop(SEALED)
    return { wrapped: found.wrapped, alg: found.alg }
  }
  return { seal: openSealKey(district, vote, row('seal')), link: openLinkKey(district, vote, row('link')) }
}

/** Under which name the key of a request is kept: nobody finds the elector by it once the link is gone. */
const actorOf = (link: VoteLink, elector: string): string => `ballot ${link.hash(`actor ${elector}`).toString('hex').slice(0, 32)}`

/** Why nothing was taken, looked up when it was not: it costs the voters nothing who may. */
async function whyNot(tx: Tx, district: string, { vote, elector, heads }: CastBallot, at: Date): Promise<Refusal> {
  const row = await loadVote(tx, district, vote)
  const found = await tx.selectFrom('elector').select(['head', 'blocked', 'casts']).where('district', '=', district).where('vote', '=', vote)
    .where('id', '=', elector).executeTakeFirst()
  if (!row || !found?.head || !heads.includes(found.head)) return no('not_found', '没有找到这张票。', 'There is no such ballot here.')
  if (row.state === 'closed' || (row.closes_at !== null && row.closes_at <= at)) return no('vote_closed', '投票已经截止，不能再投了。', 'Voting has ended: no ballot is taken any more.')
  if (row.state !== 'open') return no('not_open', '还没有开始投票。', 'Voting has not begun.')
  if (!row.channels.includes('phone')) return no('phone_off', '这次表决不能用手机投，请用纸质票。', 'This vote takes no ballots on the phone: please use paper.')
  if (found.blocked !== null) return no('elector_blocked', '这一户现在不能投票，请找表决工作组。', 'This home cannot vote now: please ask the ballot team.')
  return no('cast_once', '按本小区议事规则，先投的一次算数，不能再改。', 'By the rules of this compound the first ballot counts: it cannot be changed.')
}

async function castIn(tx: Tx, desk: CastDesk, input: CastBallot, at: Date): Promise<Given> {
  const { district } = desk
  const { vote, elector } = input
  const held = hot.holdOpen(tx, { lock: CLOSING_LOCK(vote) })
  const paper = await ballotPaper(tx, district, vote)
  const [, [expressed], rows] = await Promise.all([held,
    hot.express(tx, { district, vote, elector, heads: [...input.heads], at, once: paper?.once ?? true }), hot.keysOf(tx, { district, vote })])
  if (!paper) throw new Stop(no('not_found', '没有找到这次表决。', 'There is no such vote.'))
  const content = ballotContent(paper.kind, paper.asked, input.answers)
  if (!content.ok) throw new Stop(content.refusal)
  if (!expressed) throw new Stop(input.key === undefined ? await whyNot(tx, district, input, at) : 'repeat')
  const proxy = input.proxies?.get(expressed.head) ?? null
  const row = proxy === null ? undefined : await loadVote(tx, district, vote)
  const bad = proxy === null || !row ? null : await proxyHolds(tx, row, { id: elector, head: expressed.head }, proxy, at)
  if (bad) throw new Stop(bad)
  const { seal, link } = keysFrom(rows, district, vote)
  const [pseudonym, seq] = [pseudonymOf(link, elector), expressed.casts]
  const choice = { pseudonym, seq, channel: 'phone' as const, area: Number(expressed.area), heads: expressed.heads, content: content.value, salt: newBallotSalt() }
  const { sealed, commitment } = sealChoice(seal, vote, choice)
  const first = seq === 1
  const [claimed] = await Promise.all([
    input.key === undefined ? [{ key: '' }] : hot.claimCast(tx, { district, actor: actorOf(link, elector), key: input.key,
      request: link.hash(`request ${content.value}`), at, reply: JSON.stringify({ seq }) }),
    hot.insertCast(tx, { district, vote, elector, seq, channel: 'phone', day: shanghaiDay(at), envelope: null, collectors: null, proxy }),
    hot.insertChoice(tx, { district, vote, id: randomUUID(), pseudonym, seq, channel: 'phone', area: expressed.area, heads: expressed.heads, sealed,
      commitment: Buffer.from(commitment, 'hex') }),
    addTurnout(tx, { district, vote, building: expressed.building ?? expressed.place, channel: first ? 'phone' : AGAIN, slot: slotOf(elector),
      heads: first ? expressed.heads : 1, area: first ? expressed.area : '0', titles: first ? expressed.titles : 0 }),
  ])
  if (claimed.length === 0) throw new Stop('repeat')
  return { vote, commitment, seq }
}

/** The answer that the same key got before; the refusal that holds now when it got none. */
async function again(tx: Tx, desk: CastDesk, input: CastBallot, at: Date): Promise<Result<Given>> {
  const { district } = desk
  const { vote, elector, key = '' } = input
  const rows = await hot.keysOf(tx, { district, vote })
  if (!rows.some(({ kind, wrapped }) => kind === 'link' && wrapped !== null)) return refuse(await whyNot(tx, district, input, at))
  const { link } = keysFrom(rows, district, vote)
  const earlier = await hot.earlierCast(tx, { district, actor: actorOf(link, elector), key })
  const paper = await ballotPaper(tx, district, vote)
  const content = paper ? ballotContent(paper.kind, paper.asked, input.answers) : null
  if (!earlier || !content?.ok) return refuse(await whyNot(tx, district, input, at))
  if (!earlier.request.equals(link.hash(`request ${content.value}`))) return refuse(KEY_REUSED)
  const commitment = await hot.commitmentAt(tx, { district, vote, pseudonym: pseudonymOf(link, elector), seq: earlier.seq })
  return commitment ? ok({ vote, commitment: commitment.toString('hex'), seq: earlier.seq }) : refuse(SEALED)
}

/**
 * [B28] Takes one ballot on the phone: the row that says that the elector took part holds no choice, the row with the choice holds no elector, and
 * nothing says the time. With a key a repeat gets the same commitment and counts once. Neither the key's row nor an act leads from one to the other.
 */
export async function castBallot(desk: CastDesk, input: CastBallot, at: Date): Promise<Result<Given>> {
  const clock = clockActor(desk.district, desk.path)
  try {
    return ok(await withScope(desk.db, clock, (tx) => castIn(tx, desk, input, at)))
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    if (error.refusal !== 'repeat') return refuse(error.refusal)
    return withScope(desk.db, clock, (tx) => again(tx, desk, input, at))
  }
}
