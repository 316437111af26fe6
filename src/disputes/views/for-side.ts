import type { Tx } from '../../kit/db.ts'
import { namesOf } from '../../offices/index.ts'
import { placeById } from '../../places/index.ts'
import { confirmBy } from '../rules/clock.ts'
import { standingOf } from '../rules/dispute.ts'
import { movesFor } from '../rules/moves.ts'
import { loadDispute, type Loaded } from '../store/load-dispute.ts'
import type { Party } from '../commands/on-dispute.ts'
import { clausesOf, personsOf } from './detail.ts'

/** What both sides may know of each other and of how far it is: masked names, yes or no only of one's own. */
async function sidesFor(tx: Tx, { row, sides }: Loaded, own: string) {
  const names = await namesOf(tx, row.district, { orgs: sides.map(({ org }) => org) })
  return Promise.all(sides.map(async (side) => ({
    side: side.side, own: side.side === own, org: names.org(side.org)?.name ?? null,
    names: (await personsOf(tx, row.district, side)).map(({ name }) => name), signed: side.signed_at !== null,
    ...(side.side === own ? { consent: side.consent, objected: side.objected !== null, judged: side.judged_at !== null }
      : { consent: null, objected: null, judged: null }),
  })))
}

/** A dispute as one of its sides reads it: no notes, no words of the other side, no home. */
export async function disputeForSide(tx: Tx, actor: Party) {
  const [id] = actor.disputes ?? []
  const loaded = id === undefined ? undefined : await loadDispute(tx, actor.district, id)
  if (!loaded || !actor.side) return undefined
  const { row, agreement } = loaded
  const names = await namesOf(tx, row.district, { persons: [row.mediator], posts: [row.mediator_post], orgs: [row.committee] })
  const place = await placeById(tx, row.district, row.place)
  const shown = place && (place.kind === 'room' || place.kind === 'unit') && place.building ? await placeById(tx, row.district, place.building)
    : place
  const standing = standingOf(loaded.dispute, actor)
  const held = loaded.sessions.some(({ state }) => state === 'held')
  const own = loaded.sides.find(({ side }) => side === actor.side)
  const blocked = [...(held || own?.objected ? ['object'] : []), ...(own?.signed_at ? ['sign'] : []), ...(own?.judged_at ? ['judge'] : []),
    ...(own?.consent === 'yes' && row.state === 'asked' ? ['consent'] : [])]
  return {
    number: row.number, kind: row.kind, state: row.state, place: shown?.fullName ?? '', committee: names.org(row.committee)?.name ?? '',
    mediator: row.mediator ? { name: names.person(row.mediator) ?? '', title: names.post(row.mediator_post)?.title ?? '' } : null,
    side: actor.side, sides: await sidesFor(tx, loaded, actor.side), until: row.until_day, signedOn: row.signed_day,
    confirmBy: row.signed_day ? confirmBy(row.signed_day) : null, endedHow: row.ended_how,
    sessions: loaded.sessions.filter(({ state }) => state !== 'cancelled').map(({ at, spot, state }) => ({ at: at.toISOString(), spot, state })),
    agreement: agreement ? { facts: agreement.facts, draftedAt: agreement.drafted_at.toISOString(),
      waitsForSecond: agreement.second_needed && agreement.second === null } : null,
    clauses: clausesOf(loaded.clauses), moves: movesFor(loaded.dispute, standing).filter((move) => !blocked.includes(move)), version: row.version,
  }
}
