/** Where one complains and asks: the communities with the telephone that they publish. */
import { statement, type Tx } from '../../kit/db.ts'

const rows = statement<{ district: string }, { name: string; phone: string | null }>('roster.privacy.contacts', (db, p) => db.selectFrom('org')
  .select(['name', 'phone_public as phone']).where('district', '=', p('district')).where('kind', 'in', ['community', 'street']).where('valid_to', 'is', null)
  .orderBy('kind').orderBy('path'))

/** Communities, then the street above them: names of offices and published telephones, of no person. */
export const privacyContacts = (tx: Tx, district: string): Promise<readonly { readonly name: string; readonly phone: string | null }[]> => rows(tx, { district })
