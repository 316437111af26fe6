/** Contact in person beside contact on screens: a sentence, the share with its base, never a target. */
import { useWords } from '../../../ui-kit/index.ts'
import { inPersonShare } from '../../rules/index.ts'
import { visitWords } from '../field/words.ts'
import type { CommunityContact } from './doors.ts'

export function ContactLine({ contact }: { contact: CommunityContact }) {
  const w = useWords(visitWords)
  const [month] = contact.months
  const share = month ? inPersonShare(month) : null
  if (!month || !share) return <p>{w.contactNone(contact.name)}</p>
  return <div><p>{w.contactLine(contact.name, month.inPerson, month.onScreen)}</p>
    <p className="lk-second">{w.share(Math.round(share.share * 100), share.base)}</p></div>
}
