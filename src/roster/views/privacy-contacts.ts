/** Where one complains and asks: the communities and the street with the telephone that they publish. */
import { statement, type Tx } from '../../kit/db.ts'

const rows = statement<{ district: string }, { name: string; phone: string | null }>('roster.privacy.contacts', (db, p) => db.selectFrom('org as o')
  .select(['o.name', 'o.phone_public as phone']).where('o.district', '=', p('district')).where('o.valid_to', 'is', null)
  .where((e) => e.exists(e.selectFrom('post as t').select('t.id').whereRef('t.district', '=', 'o.district').whereRef('t.org', '=', 'o.id')
    .where('t.kind', 'in', ['community_secretary', 'street_director'])))
  .orderBy('o.kind').orderBy('o.path'))

/** Communities, then the street above them: names of offices and published telephones, of no person. */
export const privacyContacts = (tx: Tx, district: string): Promise<readonly { readonly name: string; readonly phone: string | null }[]> => rows(tx,
  { district })
