/** What stands under Me of visits: the community's contact this month, and the way to one's own visits. */
import { Go, Icon, SectionTitle, useWords } from '../../../ui-kit/index.ts'
import { VISITING } from '../../rules/index.ts'
import { visitWords } from '../field/words.ts'
import { ContactLine } from './contact-line.tsx'
import { useContact } from './doors.ts'

export function MyVisits({ audience }: { audience: string }) {
  const w = useWords(visitWords)
  const may = VISITING.includes(audience)
  const { data } = useContact(may)
  if (!may) return null
  return <section className="lk-stack"><SectionTitle rule="hair">{w.contact}</SectionTitle>
    {data?.map((contact) => <ContactLine key={contact.community} contact={contact} />)}
    <p className="lk-small">{w.noTarget}</p>
    <Go href="/field/visits" className="fd-more">{w.seeMine}<Icon name="right" size={16} /></Go></section>
}
