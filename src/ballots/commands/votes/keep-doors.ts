/** The notice at the doors: that it hangs, and the photos that show it. */
import { sql } from 'kysely'
import { shanghaiDay } from '../../../kit/clock.ts'
import { newId, readCode, sha256 } from '../../../kit/ids.ts'
import { ok, type Result } from '../../../kit/pure.ts'
import { placeById } from '../../../places/index.ts'
import { ballotActs } from '../../rules/life/index.ts'
import { recordVote } from '../../store/votes.ts'
import { onVote, type ById, type Staff } from './on-vote.ts'
import type { ManyDone } from './prepare.ts'

/** `photo`: the claim that sending the photo gave; null where there is none. */
export type Doors = ById & { readonly day?: string | undefined; readonly photos: readonly { readonly place: string; readonly photo: string | null }[] }

const NOT_HERE = { code: 'not_here', explain: { zh: '这张照片上的门栋不在这次表决的范围里。', en: 'The door on this photo is not part of this vote.' } }
const GONE = { code: 'photo_gone', explain: { zh: '这张照片没传上来，请重新选一次。', en: 'This photo did not arrive: choose it again.' } }

/** The files of photos that were sent before, by the claims their sender got; each can be taken once. */
async function filesOf({ tx, actor: { district } }: Staff, claims: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map(claims.map((claim) => [sha256(readCode(claim)).toString('hex'), claim]))
  if (hashes.size === 0) return new Map()
  const rows = await tx.deleteFrom('upload').where('district', '=', district).where('claim', 'in', [...hashes.keys()].map((hash) => Buffer.from(hash, 'hex')))
    .returning(['claim', 'file']).execute()
  return new Map(rows.flatMap(({ claim, file }) => { const said = hashes.get(claim.toString('hex')); return said === undefined ? [] : [[said, file] as const] }))
}

/**
 * [B23] Photos of the notice at the doors, all in one go: each is of a building or staircase of the electorate; what is none, or did not arrive, is told,
 * the rest is kept. The first day on which a door had it stays.
 */
export const keepDoors = (ctx: Staff, input: Doors): Promise<Result<ManyDone>> => onVote(ctx, input, 'notices', async ({ row }) => {
  const { tx, actor } = ctx
  const day = input.day ?? shanghaiDay(ctx.at)
  const found = await Promise.all([...new Set(input.photos.map(({ place }) => place))].map((id) => placeById(tx, row.district, id)))
  const known = new Set(found.filter((one) => one !== null).filter(({ kind }) => kind === 'building' || kind === 'unit')
    .filter(({ id, community, compound, building }) => [id, community, compound, building].includes(row.electorate)).map(({ id }) => id))
  const files = await filesOf(ctx, input.photos.filter(({ place }) => known.has(place)).flatMap(({ photo }) => photo ?? []))
  const why = input.photos.map(({ place, photo }) => (!known.has(place) ? NOT_HERE : photo !== null && !files.has(photo) ? GONE : null))
  const good = new Map(input.photos.filter((_, at) => why[at] === null).map((one) => [one.place, one]))
  if (good.size > 0) {
    await tx.insertInto('vote_notice').values([...good.values()].map(({ place, photo }) => ({ district: row.district, vote: row.id, place, posted_on: day,
      photo: photo === null ? null : newId(), file: photo === null ? null : files.get(photo) ?? null, post: actor.post })))
      .onConflict((c) => c.columns(['district', 'vote', 'place']).doUpdateSet((e) => ({ photo: sql`coalesce(${e.ref('excluded.photo')}, vote_notice.photo)`,
        file: sql`coalesce(${e.ref('excluded.file')}, vote_notice.file)`, post: e.ref('excluded.post'),
        posted_on: sql`least(vote_notice.posted_on, ${e.ref('excluded.posted_on')})` }))).execute()
    await recordVote(ctx, row, ballotActs.state('ballots.doors', { doors: good.size, on: day }))
  }
  return ok({ id: row.id, done: good.size, version: row.version, refused: why.flatMap((one, at) => (one ? [{ at, ...one }] : [])) })
})
