/** Drafting a covenant in the open, and posting a version for comments. */
import { shanghaiDay } from '../../../kit/clock.ts'
import { common } from '../../../kit/http.ts'
import { newId } from '../../../kit/ids.ts'
import { ok, refuse, type Result } from '../../../kit/pure.ts'
import { placeById } from '../../../places/index.ts'
import { isWithin } from '../../../trust/index.ts'
import { COVENANT_KEEPERS, covenantActs, mayEdit, mayPost, mayStand, withKeys, type Clause } from '../../rules/covenant/index.ts'
import { amendmentsOf, changeVersion, covenantsOf, insertDraft, mapVersion, type VersionRow } from '../../store/covenants.ts'
import { onVersion, recordCovenant, withCovenant, notCovenantKeeper, type ById, type CovenantDone, type Staff } from './on-covenant.ts'

type Written = readonly { readonly key: string | null; readonly words: string }[]
const no = (code: string, zh: string, en: string) => refuse({ code, rule: 'DC1', explain: { zh, en } })

/** Every key that a clause of a covenant ever had: a key is never used for another clause. */
export const usedKeys = (versions: readonly VersionRow[]): readonly string[] => [...new Set(versions.flatMap((one) => mapVersion(one).clauses.map(({ key }) => key)))]

export type BeginCovenant = { readonly place: string; readonly title: string; readonly clauses: Written }
/** [DC1] Begins the covenant of a community, compound or building; a place has one, whose versions follow each other. */
export async function beginCovenant(ctx: Staff, input: BeginCovenant): Promise<Result<CovenantDone>> {
  const { tx, actor, at } = ctx
  const place = await placeById(tx, actor.district, input.place)
  if (!place || !['community', 'compound', 'building'].includes(place.kind)) return refuse(common.notFound)
  const within = actor.scopes.some((scope) => isWithin(place.path, scope) || (place.compoundPath !== null && isWithin(place.compoundPath, scope)))
  if (!actor.org || !within || !actor.audience.some((word) => COVENANT_KEEPERS.includes(word))) return refuse(notCovenantKeeper)
  if ((await covenantsOf(tx, actor.district, [place.id])).length > 0) return no('covenant_there', '这里已经有一份公约，改它就好。', 'There is a covenant here: change that one.')
  const clauses = withKeys(input.clauses, [])
  const stand = clauses.length === 0 ? ok(clauses) : mayStand(clauses)
  if (!stand.ok) return stand
  const row = { district: actor.district, id: newId(), place: place.id, path: place.path, compound_path: place.compoundPath, keeper: actor.org, title: input.title, started_at: at }
  await tx.insertInto('covenant').values(row).execute()
  await insertDraft(tx, row, 1, clauses, null, at)
  await recordCovenant(ctx, row, covenantActs.state('covenant.begin', {}))
  return ok({ id: row.id, n: 1, state: 'draft' })
}

/** [DC3] Begins the next version as a draft: of what is posted or in force. One draft at a time. */
export const newDraft = (ctx: Staff, input: ById & { readonly reason: string }): Promise<Result<CovenantDone>> => withCovenant(ctx, input.id, async ({ row, versions, inState }) => {
  if (!ctx.actor.orgs.includes(row.keeper)) return refuse(notCovenantKeeper)
  if (inState('draft')) return no('draft_there', '已经有一份草稿了，改那一份。', 'There is a draft already.')
  const from = inState('posted') ?? inState('adopted') ?? versions[0]
  const n = (versions[0]?.n ?? 0) + 1
  const clauses: readonly Clause[] = from ? mapVersion(from).clauses : []
  await insertDraft(ctx.tx, row, n, clauses, input.reason, ctx.at)
  await recordCovenant(ctx, row, covenantActs.state('covenant.draft', { version: n, clauses: clauses.length }))
  return ok({ id: row.id, n, state: 'draft' })
})

export type EditDraft = ById & { readonly clauses: Written; readonly reason: string }
/** [DC2] [DC3] Writes the clauses of a draft; a clause keeps its key whatever happens to its words. */
export const editDraft = (ctx: Staff, input: EditDraft): Promise<Result<CovenantDone>> => onVersion(ctx, input, 'draft', async ({ row, versions }, version) => {
  const may = mayEdit(mapVersion(version))
  if (!may.ok) return may
  const clauses = withKeys(input.clauses, usedKeys(versions))
  const stand = clauses.length === 0 ? ok(clauses) : mayStand(clauses)
  if (!stand.ok) return stand
  await changeVersion(ctx.tx, version, { clauses, reason: input.reason.trim() || null })
  await recordCovenant(ctx, row, covenantActs.state('covenant.draft', { version: version.n, clauses: clauses.length }))
  return ok({ id: row.id, n: version.n, state: 'draft' })
})

const sameClauses = (one: readonly Clause[], other: readonly Clause[]): boolean =>
  one.length === other.length && one.every(({ key, words }, at) => key === other[at]?.key && words === other[at]?.words)
const nothingChanged = { code: 'nothing_changed', rule: 'DC4', explain: { zh: '和现在的一版一字不差：先改好再公示。', en: 'It says the same as the version that stands: change it first.' } }

/** [DC3] [DC4] Posts the draft for comments. A version posted before gives way to it; one that is voted on has to be decided first. */
export const postVersion = (ctx: Staff, input: ById & { readonly until: string }): Promise<Result<CovenantDone>> => onVersion(ctx, input, 'draft', async ({ row, inState }, version) => {
  const { tx, actor: { district }, at } = ctx
  if (inState('voting')) return refuse({ code: 'vote_runs', rule: 'DC7', explain: { zh: '上一稿正在表决，有了结果再公示新的。', en: 'A version is being voted on.' } })
  const stands = inState('posted') ?? inState('adopted')
  if (stands && sameClauses(mapVersion(stands).clauses, mapVersion(version).clauses)) return refuse(nothingChanged)
  const open = (await amendmentsOf(tx, district, row.id, ['held', 'open'])).length
  const may = mayPost(mapVersion(version), input.until, open, shanghaiDay(at))
  if (!may.ok) return may
  const before = inState('posted')
  if (before) await changeVersion(tx, before, { state: 'replaced' })
  await changeVersion(tx, version, { state: 'posted', comments_until: input.until })
  await recordCovenant(ctx, row, covenantActs.state('covenant.post', { version: version.n, until: input.until }))
  return ok({ id: row.id, n: version.n, state: 'posted' })
})
