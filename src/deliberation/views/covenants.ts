/** A covenant as pages read it: what is in force, what is being drafted with its amendments, and what changed between versions. */
import { shanghaiDay } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { voteStanding } from '../../ballots/index.ts'
import { namesOf } from '../../offices/index.ts'
import { ancestors, children, placeById, type PlaceView } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import type { CovenantPoster } from '../papers/covenant.ts'
import { signedBy } from '../commands/covenant/sign.ts'
import { changesOf, COVENANT_ITEMS, differenceOf, earliestEnd, mayVote, type AmendmentState, type Clause, type Version } from '../rules/covenant/index.ts'
import { amendmentsOf, amendmentState, covenantById, covenantsOf, mapVersion, signaturesOf, versionsOf, type AmendmentRow, type CovenantRow, type VersionRow } from '../store/covenants.ts'

/** What everybody reads of amendments: not what waits for a look, and not what was taken down. */
const PUBLIC: readonly AmendmentState[] = ['open', 'taken', 'declined']
const clausesOf = (row: VersionRow): Clause[] => mapVersion(row).clauses.map((one) => ({ ...one }))

function versionView(row: VersionRow, signatures: ReadonlyMap<number, number>) {
  const { state, commentsUntil } = mapVersion(row)
  return { n: row.n, state, commentsUntil, vote: row.vote, yes: row.yes, answers: row.answers, adoptedOn: row.adopted_on, reason: row.reason, clauses: clausesOf(row).length,
    signatures: signatures.get(row.n) ?? 0 }
}

const amendmentView = (row: AmendmentRow, of: VersionRow | undefined) => {
  const clause = of && mapVersion(of).clauses.findIndex(({ key }) => key === row.clause)
  const before = of && clause !== undefined && clause >= 0 ? mapVersion(of).clauses[clause]?.words ?? '' : ''
  return { id: row.id, n: row.n, clause: row.clause, number: clause === undefined || clause < 0 ? null : clause + 1, words: row.words, reason: row.reason, name: row.name, state: amendmentState(row),
    answer: row.answer, at: row.at.toISOString(), parts: differenceOf(before, row.words).map((one) => ({ ...one })) }
}

/** The difference of a version to the one that was in force before it, or to the version `from`. */
function changesFor(versions: readonly VersionRow[], row: VersionRow, from: number | null) {
  const before = from === null ? versions.find(({ n, adopted_on: adopted }) => n < row.n && adopted !== null) ?? versions.find(({ n }) => n < row.n) : versions.find(({ n }) => n === from)
  return { from: before?.n ?? null, changes: changesOf(before ? clausesOf(before) : [], clausesOf(row)).map((one) => ({ ...one, parts: one.parts.map((part) => ({ ...part })) })) }
}

async function whole(tx: Tx, row: CovenantRow, speaker: string | null) {
  const { district } = row
  const [place, names, versions, amendments, signatures] = [await placeById(tx, district, row.place), await namesOf(tx, district, { orgs: [row.keeper] }),
    await versionsOf(tx, district, [row.id]), await amendmentsOf(tx, district, row.id, PUBLIC), await signaturesOf(tx, district, row.id)]
  const force = versions.find(({ state }) => state === 'adopted')
  const next = versions.find(({ state }) => state === 'voting') ?? versions.find(({ state }) => state === 'posted') ?? versions.find(({ state }) => state === 'draft')
  const draft = versions.find(({ state }) => state === 'draft')
  const view = (one: VersionRow) => ({ ...versionView(one, signatures), text: clausesOf(one), ...changesFor(versions, one, null) })
  const signed = force && speaker !== null ? await signedBy(tx, district, row.id, force.n, speaker) : false
  return { rows: versions, view: {
    id: row.id, title: row.title, place: { id: row.place, name: place?.fullName ?? '', kind: place?.kind ?? '' }, keeper: names.org(row.keeper)?.name ?? '', startedAt: row.started_at.toISOString(),
    force: force ? view(force) : null, next: next ? view(next) : null, draft: draft && draft.n !== next?.n ? view(draft) : null, signed,
    amendments: amendments.map((one) => amendmentView(one, versions.find(({ n }) => n === one.n))), versions: versions.map((one) => versionView(one, signatures)) } }
}

/** The covenants that hold at a place: its own, those of what it lies in, and for a community those of its compounds; in short. Undefined for an unknown place. */
export async function covenantsAt(tx: Tx, district: string, id: string) {
  const place = await placeById(tx, district, id)
  if (!place) return undefined
  const around: readonly PlaceView[] = [place, ...(await ancestors(tx, district, id)).reverse(), ...(place.kind === 'community' || place.kind === 'compound' ? await children(tx, district, id) : [])]
  const rows = await covenantsOf(tx, district, around.map((one) => one.id))
  const versions = await versionsOf(tx, district, rows.map((one) => one.id))
  return { place: { id: place.id, name: place.fullName, kind: place.kind }, items: around.flatMap((one) => rows.filter((row) => row.place === one.id).map((row) => {
    const own = versions.filter(({ covenant }) => covenant === row.id)
    const force = own.find(({ state }) => state === 'adopted')
    const next = own.find(({ state }) => state === 'voting' || state === 'posted' || state === 'draft')
    return { id: row.id, title: row.title, place: { id: one.id, name: one.fullName, kind: one.kind }, inForce: force?.n ?? null, adoptedOn: force?.adopted_on ?? null,
      next: next ? { n: next.n, state: mapVersion(next).state, commentsUntil: next.comments_until } : null }
  })) }
}

/** A covenant for everybody; `speaker` says whether they signed. Undefined where there is none. */
export async function publicCovenant(tx: Tx, district: string, id: string, speaker: string | null) {
  const row = await covenantById(tx, district, id)
  return row && (await whole(tx, row, speaker)).view
}

/** One version in full with what changed since another; undefined where there is none. */
export async function covenantVersion(tx: Tx, district: string, id: string, n: number, from: number | null) {
  const row = await covenantById(tx, district, id)
  const versions = row ? await versionsOf(tx, district, [id]) : []
  const version = versions.find((one) => one.n === n)
  if (!row || !version) return undefined
  return { id, title: row.title, ...versionView(version, await signaturesOf(tx, district, id)), text: clausesOf(version), ...changesFor(versions, version, from) }
}

/** What the keeper may do now, by name of the step. */
function movesOf(versions: readonly Version[], open: number, held: number, today: string): string[] {
  const has = (state: Version['state']) => versions.find((one) => one.state === state)
  const posted = has('posted')
  const vote = posted ? mayVote(posted, open + held, has('draft') !== undefined, today) : null
  return [...(has('draft') ? ['edit', ...(open + held === 0 && !has('voting') && (has('draft')?.clauses.length ?? 0) > 0 ? ['post'] : [])] : ['new_draft']), ...(open > 0 ? ['answer'] : []),
    ...(vote?.ok ? ['vote'] : []), ...(has('adopted') ? ['paper'] : [])]
}

/** A covenant for staff, with what its keeper may do, what stops the vote, and the votes that it may be put to. Null where unseen. */
export async function staffCovenant(tx: Tx, actor: Actor, id: string, at: Date) {
  const row = await covenantById(tx, actor.district, id)
  if (!row) return null
  const { rows, view } = await whole(tx, row, null)
  const [today, keeps] = [shanghaiDay(at), actor.orgs.includes(row.keeper)]
  const held = (await amendmentsOf(tx, actor.district, id, ['held'])).length
  const open = view.amendments.filter(({ state }) => state === 'open').length
  const versions = rows.map(mapVersion)
  const posted = versions.find(({ state }) => state === 'posted')
  const stops = posted ? mayVote(posted, open + held, versions.some(({ state }) => state === 'draft'), today) : null
  const voting = rows.find(({ state }) => state === 'voting')
  const standing = voting?.vote ? await voteStanding(tx, actor.district, voting.vote) : null
  const votes = keeps ? await tx.selectFrom('vote').select(['id', 'title', 'number']).where('district', '=', actor.district)
    .where((e) => e.or([e('place', '=', row.place), e('electorate', '=', row.place)])).where('state', 'in', ['draft', 'noticed', 'frozen', 'open']).where('kind', '=', 'motion').where('item', 'in', [...COVENANT_ITEMS])
    .orderBy('id', 'desc').limit(20).execute() : []
  return { ...view, keeps, held, moves: keeps ? [...movesOf(versions, open, held, today), ...(standing?.decided ? ['settle'] : [])] : [], votes, earliest: earliestEnd(today),
    rowVersions: rows.map(({ n, version }) => ({ n, version })),
    stops: stops !== null && !stops.ok ? { explain: stops.refusal.explain, from: stops.refusal.from ?? null } : null, vote: standing ? { id: standing.id, title: standing.title, decided: standing.decided } : null }
}

/** What stands on the poster of a covenant: the version in force, else the one posted for comments. Null where there is neither. `host`: where its code leads. */
export async function posterOf(tx: Tx, district: string, id: string, host: string): Promise<CovenantPoster | null> {
  const row = await covenantById(tx, district, id)
  if (!row) return null
  const { view } = await whole(tx, row, null)
  const version = view.force ?? (view.next?.state === 'posted' ? view.next : null)
  return version && { title: view.title, place: view.place.name, n: version.n, clauses: version.text.map(({ words }) => words), keeper: view.keeper, commentsUntil: version.commentsUntil,
    adopted: version.adoptedOn === null ? null : { on: version.adoptedOn, yes: version.yes, answers: version.answers }, signatures: version.signatures, address: `https://${host}/covenants/${row.place}` }
}
