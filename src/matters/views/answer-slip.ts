import type { Tx } from '../../kit/db.ts'
import { namesOf } from '../../offices/index.ts'
import { placeById } from '../../places/index.ts'
import { answersOf } from '../rules/answering.ts'
import { maskText } from '../rules/privacy.ts'
import { mapRow } from '../store/load-matter.ts'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null
/** Kinds of place that a link names; a home is named by its building. */
const NAMED: readonly string[] = ['district', 'street', 'community', 'grid', 'compound', 'building', 'unit', 'spot']

async function whereOf(tx: Tx, district: string, place: string, building: string | null) {
  const at = await placeById(tx, district, place)
  if (at && NAMED.includes(at.kind)) return at.fullName
  return (building ? await placeById(tx, district, building) : null)?.fullName ?? ''
}

/**
 * What a party reads by an answer link: number, place, task, deadlines, who else comes, and the words without names, phones and doors. Nothing of the
 * reporter. Undefined when the organisation takes no part.
 */
export async function answerSlip(tx: Tx, district: string, id: string, org: string, kind: string) {
  const row = await tx.selectFrom('matter').selectAll().where('district', '=', district).where('id', '=', id).executeTakeFirst()
  const parties = await tx.selectFrom('matter_party').selectAll().where('district', '=', district).where('matter', '=', id).execute()
  const own = parties.find((one) => one.org === org && one.state !== 'released')
  if (!row || !own) return undefined
  const names = await namesOf(tx, district, { orgs: [...parties.map((one) => one.org), row.accountable] })
  const whistle = await tx.selectFrom('matter_entry').select('said').where('district', '=', district).where('matter', '=', id)
    .where('kind', '=', 'whistle').orderBy('at', 'desc').limit(1).executeTakeFirst()
  const community = names.org(row.accountable)
  return {
    number: row.number, title: row.title, place: await whereOf(tx, district, row.place, row.building), words: maskText(row.words),
    difficulty: whistle ? maskText(whistle.said) : null, situation: row.situation, state: row.state,
    org: names.org(org)?.name ?? '', role: own.role, part: own.state, task: own.task, reportBy: iso(own.report_by), finishBy: iso(own.finish_by),
    reportedAt: iso(own.reported_at), outsideNumber: own.outside_number,
    others: parties.filter((one) => one.org !== org && (one.role === 'lead' || one.role === 'support') && one.state !== 'released')
      .map((one) => ({ name: names.org(one.org)?.name ?? '', role: one.role })),
    community: { name: community?.name ?? '', phone: community?.phone ?? null },
    answers: [...answersOf(mapRow(row, parties), org, kind)],
  }
}
