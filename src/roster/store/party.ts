/** The branch's compartment: its lines. */
import { sql } from 'kysely'
import { statement } from '../../kit/db.ts'

export type PartyRow = {
  id: string; person: string; compound: string; compound_name: string; home: string | null; home_name: string | null; name_cipher: Buffer
  name_masked: string; phone_cipher: Buffer | null; phone_masked: string | null; checked_in: boolean; written_by: 'self' | 'branch'
  consent_how: 'own_file' | 'paper'; since: string
}

/** The lines within reach, by compound and name as shown. */
export const partyLines = statement<{ district: string }, PartyRow>('roster.party', (db, p) => db.selectFrom('party_tie as t')
  .innerJoin('place as k', (join) => join.onRef('k.district', '=', 't.district').onRef('k.id', '=', 't.compound'))
  .leftJoin('place as h', (join) => join.onRef('h.district', '=', 't.district').onRef('h.id', '=', 't.home'))
  .select(['t.id', 't.person', 't.compound', 'k.full_name as compound_name', 't.home', 'h.full_name as home_name', 't.name_cipher', 't.name_masked',
    't.phone_cipher', 't.phone_masked', 't.checked_in', 't.written_by', 't.consent_how', sql<string>`t.since::text`.as('since')])
  .where('t.district', '=', p('district')).orderBy('k.code').orderBy('h.code').orderBy('t.id'))

/** Deletes a line within reach; answers it, or nothing. */
export const dropParty = statement<{ district: string; id: string }, { person: string; written_by: 'self' | 'branch' }>('roster.party.drop',
  (db, p) => db
  .deleteFrom('party_tie').where('district', '=', p('district')).where('id', '=', p('id')).returning(['person', 'written_by']))
