/** The doors of a building as a phone keeps them: how each home is used, who lives there, masked. No dates of birth, no numbers of cards. [RO59] */
import { sql } from 'kysely'
import { statement, type Tx } from '../../kit/db.ts'
import { placeById } from '../../places/index.ts'
import type { Actor } from '../../trust/index.ts'
import { reaches } from '../commands/reach.ts'
import { keeperOf, type DwellingState } from '../rules/index.ts'
import { doorFields } from '../rules/door.ts'
import { valuesOf } from '../store/value.ts'

export type DoorPerson = {
  readonly who: string; readonly ties: readonly string[]; readonly name: string | null; readonly phone: string | null; readonly phoneTie: string
  readonly relation: string | null; readonly rents: boolean
}
export type DoorFile = {
  readonly home: string; readonly version: number; readonly state: DwellingState; readonly children: number; readonly confirmedOn: string | null
  readonly waiting: boolean; readonly people: readonly DoorPerson[]
}

type HomeRow = { home: string; version: number; state: DwellingState; children: number; confirmed_on: string | null; doubts: string[] }
const homesOf = statement<{ district: string; building: string }, HomeRow>('roster.door.homes', (db, p) => db.selectFrom('dwelling')
  .select(['home', 'version', 'state', 'children', 'doubts', sql<string | null>`confirmed_on::text`.as('confirmed_on')])
  .where('district', '=', p('district')).where('building', '=', p('building')).orderBy('home'))
type TieRow = { id: string; who: string; home: string; rents: boolean }
const livingIn = statement<{ district: string; homes: string[] }, TieRow>('roster.door.ties', (db, p) => db.selectFrom('dweller')
  .select(['id', 'who', 'home', 'rents']).where('district', '=', p('district')).where('home', '=', sql<string>`any(${p('homes')}::uuid[])`)
  .where('until', 'is', null).where((e) => e.or([e('lives', '=', true), e('rents', '=', true)])).orderBy('recorded_at').orderBy('id'))

/** The homes of a building within the reach of somebody who keeps the roster; null for others. */
export async function doorsOf(tx: Tx, actor: Actor, building: string): Promise<readonly DoorFile[] | null> {
  const { district, audience } = actor
  const place = await placeById(tx, district, building)
  if (keeperOf(audience) === null || place?.kind !== 'building' || !reaches(actor, place)) return null
  const homes = await homesOf(tx, { district, building })
  const ties = await livingIn(tx, { district, homes: homes.map(({ home }) => home) })
  const values = Map.groupBy((await valuesOf(tx, { district, dwellers: ties.map(({ id }) => id) }))
    .filter(({ field, state }) => state === 'current' && doorFields.some((one) => one === field)), ({ dweller }) => dweller)
  const byHome = Map.groupBy(ties, ({ home }) => home)
  const personOf = (who: string, own: readonly TieRow[]): DoorPerson => {
    const said = own.flatMap(({ id }) => values.get(id) ?? [])
    const find = (field: string) => said.find((value) => value.field === field)
    return { who, ties: own.map(({ id }) => id), name: find('name')?.masked ?? null, phone: find('phone')?.masked ?? null,
      phoneTie: find('phone')?.dweller ?? own[0]?.id ?? '', relation: find('relation')?.code ?? null, rents: own.some(({ rents }) => rents) }
  }
  return homes.map(({ home, version, state, children, confirmed_on: confirmedOn, doubts }) => ({
    home, version, state, children, confirmedOn, waiting: doubts.length > 0,
    people: [...Map.groupBy(byHome.get(home) ?? [], ({ who }) => who)].map(([who, own]) => personOf(who, own))
      .sort((one, other) => Number(other.relation === 'head') - Number(one.relation === 'head')),
  }))
}
