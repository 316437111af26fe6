import type { Tx } from '../../kit/db.ts'
import { namesOf } from '../../offices/index.ts'
import { placeById } from '../../places/index.ts'
import { maskedFields, type Actor } from '../../trust/index.ts'
import { confirmBy } from '../rules/clock.ts'
import { standingOf } from '../rules/dispute.ts'
import { movesFor } from '../rules/moves.ts'
import { loadDispute, type ClauseRow, type Loaded, type SideRow } from '../store/load-dispute.ts'

/** Persons of a side as screens show them: masked. */
export async function personsOf(tx: Tx, district: string, side: SideRow) {
  return Promise.all(side.persons.map(async (person) => {
    const fields = await maskedFields(tx, district, person)
    return { name: fields['name'] ?? '＊', phone: fields['phone'] ?? null, address: fields['address'] ?? null }
  }))
}

async function sidesOf(tx: Tx, { row, sides }: Loaded) {
  const names = await namesOf(tx, row.district, { orgs: sides.map(({ org }) => org) })
  return Promise.all(sides.map(async (side) => ({
    side: side.side, org: names.org(side.org)?.name ?? null, persons: await personsOf(tx, row.district, side),
    building: side.building ? (await placeById(tx, row.district, side.building))?.fullName ?? null : null,
    consent: side.consent, consentAt: side.consent_at?.toISOString() ?? null, consentVia: side.consent_via, objected: side.objected !== null,
    signedAt: side.signed_at?.toISOString() ?? null, signedVia: side.signed_via, slips: side.slips,
  })))
}

async function notesOf(tx: Tx, { row }: Loaded) {
  const notes = await tx.selectFrom('dispute_note').selectAll().where('district', '=', row.district).where('dispute', '=', row.id)
    .orderBy('at', 'desc').orderBy('id', 'desc').execute()
  const names = await namesOf(tx, row.district, { persons: notes.map(({ person }) => person) })
  return notes.map((note) => ({
    id: note.id, at: note.at.toISOString(), kind: note.kind, session: note.session, who: names.person(note.person), said: note.said,
  }))
}

/** Clauses as a page shows them; fen is a whole number of fen. */
export const clausesOf = (clauses: readonly ClauseRow[]) => clauses.map((clause) => ({
  n: clause.n, by: clause.by_side, what: clause.what, until: clause.until_day, fen: clause.fen === null ? null : Number(clause.fen),
    basis: clause.basis,
  state: clause.state, checkedAt: clause.checked_at?.toISOString() ?? null,
}))

async function headOf(tx: Tx, loaded: Loaded) {
  const { row } = loaded
  const [place, names] = await Promise.all([
    placeById(tx, row.district, row.place),
    namesOf(tx, row.district, { persons: [row.mediator, loaded.agreement?.second ?? null], posts: [row.mediator_post, row.opened_post],
      orgs: [row.committee] }),
  ])
  return {
    names,
    head: {
      id: row.id, number: row.number, kind: row.kind, state: row.state, place: { id: row.place, name: place?.fullName ?? '' },
      committee: names.org(row.committee)?.name ?? '', openedAt: row.opened_at.toISOString(), openedBy: names.post(row.opened_post)?.title ?? '',
      acceptedOn: row.accepted_day, until: row.until_day, signedOn: row.signed_day, confirmBy: row.signed_day ? confirmBy(row.signed_day) : null,
      endedAt: row.ended_at?.toISOString() ?? null, endedHow: row.ended_how, version: row.version,
    },
  }
}

/**
 * One dispute for staff. The committee reads it; notes of sessions come only to its mediator, by the database's wall. Who opened it reads how far
 * it is, and the sides only while both are being asked. Undefined when it may not be seen.
 */
export async function disputeDetail(tx: Tx, actor: Actor, id: string) {
  const loaded = await loadDispute(tx, actor.district, id)
  if (!loaded) return undefined
  const { row, agreement } = loaded
  const standing = standingOf(loaded.dispute, actor)
  const { head, names } = await headOf(tx, loaded)
  const inside = standing.committee
  const asking = inside || row.state === 'asked'
  return {
    ...head, role: standing.mediates ? 'mediator' : inside ? 'committee' : 'opener',
    source: row.source && standing.opener ? row.source : null, fromMatter: row.source !== null,
    mediator: inside && row.mediator ? { person: row.mediator, name: names.person(row.mediator) ?? '',
      title: names.post(row.mediator_post)?.title ?? '' } : null,
    sides: asking ? await sidesOf(tx, loaded) : [],
    sessions: inside ? loaded.sessions.filter(({ state }) => state !== 'cancelled')
      .map((one) => ({ id: one.id, at: one.at.toISOString(), spot: one.spot, state: one.state, present: one.present })) : [],
    notes: inside ? await notesOf(tx, loaded) : [],
    agreement: inside && agreement ? {
      facts: agreement.facts, draftedAt: agreement.drafted_at.toISOString(), secondNeeded: agreement.second_needed,
      second: names.person(agreement.second),
    } : null,
    clauses: inside ? clausesOf(loaded.clauses) : [], moves: [...movesFor(loaded.dispute, standing)],
  }
}
