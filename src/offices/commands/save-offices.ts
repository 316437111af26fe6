import type { Tx } from '../../kit/db.ts'
import { ok, refuse, type Result } from '../../kit/pure.ts'
import { isPlaceKind } from '../../places/index.ts'
import { fitsKind, mayStand, ORG_KIND_SAID, POST_RULES, STATION_SAID, type Audience, type OrgKind, type PostKind, type StationKind,
  type UtilityKind } from '../rules/index.ts'
import { pathsOf, writeRows, type Column, type PlacePaths } from '../store/save-offices.ts'
import { workingTimeChanged } from '../views/working-time.ts'

/** An organisation as a file or the demo gives it. `serves` are the places written down as served, each with hours where it has some. */
export type OrgInput = {
  readonly id: string; readonly kind: OrgKind; readonly name: string; readonly place: string
  readonly stationKind?: StationKind | UtilityKind; readonly shortName?: string; readonly badge?: string
  readonly phone?: string; readonly urgentByPhone?: boolean; readonly validFrom?: string; readonly validTo?: string
  readonly serves?: readonly { readonly place: string; readonly from: string; readonly to?: string; readonly hours?: string;
    readonly firstInLine?: boolean }[]
}

/** A post. The audience follows from its kind unless it is given; `further` are more places that it covers. */
export type PostInput = {
  readonly id: string; readonly org: string; readonly kind: PostKind; readonly title: string; readonly place: string
  readonly audience?: Audience; readonly floors?: readonly [from: number, to: number]; readonly quiet?: readonly [from: string, to: string]
  readonly phone?: string; readonly namedWorker?: boolean; readonly validFrom?: string; readonly validTo?: string;
    readonly further?: readonly string[]
}

/** Somebody in a post. Dates are 'YYYY-MM-DD'; `to` is the first day no longer held. */
export type TenureInput = {
  readonly id: string; readonly post: string; readonly person: string; readonly from: string; readonly to?: string; readonly termUntil?: string
  readonly consentAt?: string; readonly publicName?: boolean; readonly publicPhone?: boolean; readonly deputyOf?: string
}

/** A team with its members. */
export type TeamInput = {
  readonly id: string; readonly kind: 'command' | 'area_contract' | 'co_governance' | 'group' | 'project'; readonly name: string;
  readonly place: string
  readonly from: string; readonly to?: string; readonly purpose?: string
  readonly members: readonly { readonly person: string; readonly role: string; readonly post?: string; readonly fromUnit?: string;
    readonly from?: string }[]
}

/** How many rows were saved. */
export type Saved = { readonly saved: number }

const wrong = (at: number, name: string, zh: string, en: string): Result<never> => refuse({
  code: 'office_row_wrong', rule: 'O1', explain: { zh: `第 ${at + 1} 行（${name}）：${zh}`, en: `Row ${at + 1} (${name}): ${en}` },
})

const where: readonly Column[] = [['place', 'uuid'], ['path', 'ltree'], ['compound_path', 'ltree']]
const orgColumns: readonly Column[] = [['district', 'char(6)'], ['id', 'uuid'], ['kind', 'text'], ['station_kind', 'text'], ['name', 'text'],
  ['short_name', 'text'],
  ['badge', 'char(1)'], ...where, ['phone_public', 'text'], ['urgent_by_phone', 'boolean'], ['valid_from', 'date'], ['valid_to', 'date']]
const servesColumns: readonly Column[] = [['district', 'char(6)'], ['org', 'uuid'], ...where, ['hours', 'text'], ['first_in_line', 'boolean'],
  ['valid_from', 'date'], ['valid_to', 'date']]
const postColumns: readonly Column[] = [['district', 'char(6)'], ['id', 'uuid'], ['org', 'uuid'], ['kind', 'text'], ['title', 'text'], ...where,
  ['audience', 'text'],
  ['floor_from', 'int'], ['floor_to', 'int'], ['quiet_from', 'time'], ['quiet_to', 'time'], ['phone', 'text'], ['named_worker', 'boolean'],
  ['valid_from', 'date'], ['valid_to', 'date']]
const furtherColumns: readonly Column[] = [['district', 'char(6)'], ['post', 'uuid'], ...where]
const tenureColumns: readonly Column[] = [['district', 'char(6)'], ['id', 'uuid'], ['post', 'uuid'], ['person', 'uuid'], ['from_date', 'date'],
  ['to_date', 'date'],
  ['term_until', 'date'], ['consent_at', 'date'], ['public_name', 'boolean'], ['public_phone', 'boolean'], ['deputy_of', 'uuid']]
const teamColumns: readonly Column[] = [['district', 'char(6)'], ['id', 'uuid'], ['kind', 'text'], ['name', 'text'], ['purpose', 'text'], ...where,
  ['from_date', 'date'], ['to_date', 'date']]
const memberColumns: readonly Column[] = [['district', 'char(6)'], ['team', 'uuid'], ['person', 'uuid'], ['post', 'uuid'], ['role', 'text'],
  ['from_unit', 'text'], ['from_date', 'date']]

const at = (place: string, paths: ReadonlyMap<string, PlacePaths>): Record<string, unknown> =>
  ({ place, path: paths.get(place)?.path, compound_path: paths.get(place)?.compoundPath ?? null })

/** Saves organisations with the places they serve; known ids are brought up to date. Refuses with the first wrong row. [O1] [O2] */
export async function saveOrgs(tx: Tx, district: string, orgs: readonly OrgInput[]): Promise<Result<Saved>> {
  const paths = await pathsOf(tx, district, orgs.flatMap(({ place, serves = [] }) => [place, ...serves.map((one) => one.place)]))
  for (const [row, org] of orgs.entries()) {
    if (!fitsKind(org.kind, org.stationKind ?? null)) return wrong(row, org.name, '站所种类与单位种类不符。',
      'the kind of station does not fit the kind of organisation.')
    if ([org.place, ...(org.serves ?? []).map((one) => one.place)].some((place) => !paths.has(place))) return wrong(row, org.name, '地点不存在。',
      'the place does not exist.')
  }
  await writeRows(tx, 'org', orgColumns, ['district', 'id'], orgs.map((org) => ({
    district, id: org.id, kind: org.kind, station_kind: org.stationKind ?? null, name: org.name, short_name: org.shortName ?? null,
    badge: org.badge ?? (org.stationKind === undefined ? ORG_KIND_SAID[org.kind].badge : STATION_SAID[org.stationKind].badge),
    ...at(org.place, paths),
    phone_public: org.phone ?? null, urgent_by_phone: org.urgentByPhone ?? false, valid_from: org.validFrom ?? null, valid_to: org.validTo ?? null,
  })))
  await writeRows(tx, 'org_place', servesColumns, ['district', 'org', 'place', 'valid_from'], orgs.flatMap((org) => (org.serves ?? []).map((one) => ({
    district, org: org.id, ...at(one.place, paths), hours: one.hours ?? null, first_in_line: one.firstInLine ?? false, valid_from: one.from,
    valid_to: one.to ?? null,
  }))))
  workingTimeChanged()
  return ok({ saved: orgs.length })
}

async function orgKinds(tx: Tx, district: string): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('org').select(['id', 'kind']).where('district', '=', district).execute()
  return new Map(rows.map(({ id, kind }) => [id, kind]))
}

/** Saves posts; known ids are brought up to date. Refuses a post that cannot stand in that organisation or for that place. [O1] [O3] */
export async function savePosts(tx: Tx, district: string, posts: readonly PostInput[]): Promise<Result<Saved>> {
  const paths = await pathsOf(tx, district, posts.flatMap(({ place, further = [] }) => [place, ...further]))
  const kinds = await orgKinds(tx, district)
  for (const [row, post] of posts.entries()) {
    const place = paths.get(post.place)
    const org = kinds.get(post.org)
    if (place === undefined || (post.further ?? []).some((one) => !paths.has(one))) return wrong(row, post.title, '地点不存在。',
      'the place does not exist.')
    if (org === undefined) return wrong(row, post.title, '单位不存在。', 'the organisation does not exist.')
    // the table forbids other words; the check narrows the type
    if (!isPlaceKind(place.kind) || !mayStand(post.kind, org as OrgKind, place.kind)) {
      return wrong(row, post.title, `${POST_RULES[post.kind].said.zh}不能设在这样的单位或地点。`,
        'this kind of post cannot stand in such an organisation or for such a place.')
    }
  }
  await writeRows(tx, 'post', postColumns, ['district', 'id'], posts.map((post) => ({
    district, id: post.id, org: post.org, kind: post.kind, title: post.title, ...at(post.place, paths),
    audience: post.audience ?? POST_RULES[post.kind].audience,
    floor_from: post.floors?.[0] ?? null, floor_to: post.floors?.[1] ?? null, quiet_from: post.quiet?.[0] ?? null, quiet_to: post.quiet?.[1] ?? null,
    phone: post.phone ?? null, named_worker: post.namedWorker ?? false, valid_from: post.validFrom ?? null, valid_to: post.validTo ?? null,
  })))
  await writeRows(tx, 'post_place', furtherColumns, ['district', 'post', 'place'],
    posts.flatMap((post) => (post.further ?? []).map((place) => ({ district, post: post.id, ...at(place, paths) }))))
  return ok({ saved: posts.length })
}

/** Saves the names under which people hold office. [O1] */
export async function saveOfficers(tx: Tx, district: string,
  officers: readonly { readonly person: string; readonly name: string }[]): Promise<Result<Saved>> {
  await writeRows(tx, 'officer', [['district', 'char(6)'], ['person', 'uuid'], ['name', 'text']], ['district', 'person'],
    officers.map((one) => ({ district, ...one })))
  return ok({ saved: officers.length })
}

/** Saves terms as they are, for import and the demo; a change of holder from today on is `handOverPost`. [O1] [O6] */
export async function saveTenures(tx: Tx, district: string, tenures: readonly TenureInput[]): Promise<Result<Saved>> {
  await writeRows(tx, 'tenure', tenureColumns, ['district', 'id'], tenures.map((one) => ({
    district, id: one.id, post: one.post, person: one.person, from_date: one.from, to_date: one.to ?? null, term_until: one.termUntil ?? null,
    consent_at: one.consentAt ?? null, public_name: one.publicName ?? true, public_phone: one.publicPhone ?? false, deputy_of: one.deputyOf ?? null,
  })))
  return ok({ saved: tenures.length })
}

/** Saves teams with their members. [O1] [O12] */
export async function saveTeams(tx: Tx, district: string, teams: readonly TeamInput[]): Promise<Result<Saved>> {
  const paths = await pathsOf(tx, district, teams.map(({ place }) => place))
  const missing = teams.findIndex(({ place }) => !paths.has(place))
  if (missing >= 0) return wrong(missing, teams[missing]?.name ?? '', '地点不存在。', 'the place does not exist.')
  await writeRows(tx, 'team', teamColumns, ['district', 'id'], teams.map((team) => ({
    district, id: team.id, kind: team.kind, name: team.name, purpose: team.purpose ?? null, ...at(team.place, paths), from_date: team.from,
    to_date: team.to ?? null,
  })))
  await writeRows(tx, 'team_member', memberColumns, ['district', 'team', 'person', 'from_date'],
    teams.flatMap((team) => team.members.map((member) => ({
    district, team: team.id, person: member.person, post: member.post ?? null, role: member.role, from_unit: member.fromUnit ?? null,
    from_date: member.from ?? team.from,
  }))))
  return ok({ saved: teams.length })
}
