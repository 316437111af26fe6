/** The law kept, as pages read it: the register, a community's assessments and certificates, and what somebody of a home agreed to. */
import { sql } from 'kysely'
import { shanghaiDay } from '../../kit/clock.ts'
import { statement, type Tx } from '../../kit/db.ts'
import { isWithin, type Actor } from '../../trust/index.ts'
import { isGoodConsent, mayKeepLaw, mayKeepSensitive, sensitiveKinds, type ConsentHow, type GivenBy, type GuardianIs,
  type SensitiveKind } from '../rules/law/index.ts'
import { relations, type DwellerField } from '../rules/fields.ts'
import { placeById } from '../../places/index.ts'
import { reaches } from '../commands/reach.ts'
import { tiesOfHome } from '../store/dweller.ts'
import { assessmentsOf, certificates, consentsOfTies, dayOrNull, factOf, sensitiveOfTies, type AssessmentRow } from '../store/law.ts'
import { valuesOf } from '../store/value.ts'
import { communitiesOf } from './reach.ts'

const postNames = statement<{ district: string; ids: string[] }, { id: string; title: string }>('roster.law.posts', (db, p) => db.selectFrom('post')
  .select(['id', 'title']).where('district', '=', p('district')).where('id', '=', sql<string>`any(${p('ids')}::uuid[])`))

/** An assessment as pages show and print it. */
export type AssessmentView = {
  readonly id: string; readonly kinds: readonly SensitiveKind[]; readonly purpose: string; readonly need: string; readonly effect: string
  readonly measures: string; readonly madeOn: string; readonly validUntil: string; readonly keepUntil: string; readonly endedOn: string | null
  readonly by: string; readonly holds: boolean
}
export type LawView = {
  readonly today: string
  readonly communities: readonly { readonly id: string; readonly name: string; readonly assessments: readonly AssessmentView[] }[]
  readonly certificates: readonly { readonly id: string; readonly at: string; readonly rule: string; readonly digest: string
    readonly counts: readonly { readonly what: string; readonly n: number }[] }[]
}

const holds = (row: AssessmentRow, today: string): boolean => row.made_on <= today && today < row.valid_until
  && (row.ended_on === null || today < row.ended_on)

/** Assessments and certificates of the reader's communities; null for those who neither keep the roster's law nor supervise it. [RO60] [RO66] */
export async function lawOf(tx: Tx, actor: Actor, at: Date): Promise<LawView | null> {
  if (!actor.audience.some((word) => word === 'community' || word === 'street')) return null
  const [{ district }, today] = [actor, shanghaiDay(at)]
  const own = (await communitiesOf(tx, actor)).filter(({ path }) => actor.scopes.some((scope) => isWithin(path, scope)))
  const [lists, papers] = [await Promise.all(own.map(({ id }) => assessmentsOf(tx, { district, community: id }))),
    await certificates(tx, { district })]
  const posts = new Map((await postNames(tx, { district, ids: [...new Set(lists.flat().map(({ post }) => post))] })).map(({ id, title }) => [id,
    title]))
  return {
    today,
    communities: own.map(({ id, name }, n) => ({ id, name, assessments: (lists[n] ?? []).map((row) => ({
      id: row.id, kinds: row.kinds, purpose: row.purpose, need: row.need, effect: row.effect, measures: row.measures, madeOn: row.made_on,
      validUntil: row.valid_until, keepUntil: row.keep_until, endedOn: row.ended_on, by: posts.get(row.post) ?? '', holds: holds(row, today),
    })) })),
    certificates: papers.map(({ id, at: when, rule, counts, digest }) => ({ id, at: when.toISOString(), rule, digest: digest.toString('hex'),
      counts: Object.entries(counts).map(([what, n]) => ({ what, n })) })),
  }
}

/** Somebody of a home and what they agreed to. A kind that may not be kept today says why. Agreements of care are not shown here (P18). */
export type LawPerson = {
  readonly tie: string; readonly name: string; readonly relation: string | null; readonly sex: string | null
  /** Masked: the year alone. */
  readonly born: string | null
  readonly kinds: readonly { readonly kind: SensitiveKind; readonly why: { readonly zh: string; readonly en: string } | null;
    readonly value: string | null
    readonly consent: { readonly id: string; readonly givenOn: string; readonly givenBy: GivenBy; readonly guardianIs: GuardianIs | null
      readonly how: ConsentHow } | null
    readonly before: readonly { readonly givenOn: string; readonly withdrawnOn: string | null }[] }[]
}
export type HomeLaw = { readonly home: { readonly id: string; readonly name: string }; readonly assessed: readonly SensitiveKind[];
  readonly people: readonly LawPerson[] }

/** Consents and sensitive values of a home's people, none in clear, for the community. Null for others and elsewhere. [RO61] */
export async function homeLaw(tx: Tx, actor: Actor, home: string, at: Date): Promise<HomeLaw | null> {
  const [{ district }, today] = [actor, shanghaiDay(at)]
  const place = await placeById(tx, district, home)
  if (!mayKeepLaw(actor.audience).ok || place === null || place.kind !== 'room' || place.community === null || !reaches(actor, place)) return null
  const ties = (await tiesOfHome(tx, { district, home })).filter(({ until }) => until === null)
  const ids = ties.map(({ id }) => id)
  const [values, consents, sensitive, assessments] = await Promise.all([valuesOf(tx, { district, dwellers: ids }),
    consentsOfTies(tx, { district, ties: ids }),
    sensitiveOfTies(tx, { district, ties: ids }), assessmentsOf(tx, { district, community: place.community })])
  const facts = assessments.map(factOf)
  const shown = (tie: string, of: DwellerField) => values.find(({ dweller, field, state }) => dweller === tie && field === of && state === 'current')
  const rankOf = (tie: string): number => relations.indexOf(relations.find((one) => one === shown(tie, 'relation')?.code) ?? 'other')
  const anybody = sensitiveKinds.map((kind) => ({ kind, givenBy: 'guardian' as const, withdrawn: false }))
  return {
    home: { id: place.id, name: place.fullName },
    assessed: sensitiveKinds.filter((kind) => mayKeepSensitive(kind, today, facts, anybody).ok),
    people: ties.toSorted((a, b) => rankOf(a.id) - rankOf(b.id)).map((tie) => {
      const own = consents.filter(({ dweller }) => dweller === tie.id)
      return {
        tie: tie.id, name: shown(tie.id, 'name')?.masked ?? '＊', relation: shown(tie.id, 'relation')?.code ?? null,
        sex: shown(tie.id, 'sex')?.code ?? null, born: shown(tie.id, 'born')?.masked ?? null,
        kinds: sensitiveKinds.map((kind) => {
          const mine = own.filter((one) => one.kind === kind)
          const held = mine.find(({ withdrawn_at }) => withdrawn_at === null)
          const may = mayKeepSensitive(kind, today, facts, mine.map((one) => ({ kind, givenBy: one.given_by, withdrawn: one.withdrawn_at !== null })))
          return {
            kind, why: may.ok ? null : may.refusal.explain, value: sensitive.find((one) => one.dweller === tie.id && one.kind === kind)?.id ?? null,
            consent: held && isGoodConsent(kind, held.given_by, held.guardian_is).ok ? { id: held.id, givenOn: shanghaiDay(held.given_at),
              givenBy: held.given_by,
              guardianIs: held.guardian_is, how: held.how } : null,
            before: mine.filter(({ withdrawn_at }) => withdrawn_at !== null)
              .map((one) => ({ givenOn: shanghaiDay(one.given_at), withdrawnOn: dayOrNull(one.withdrawn_at) })),
          }
        }),
      }
    }),
  }
}
