/** A phone number and a name, both left out unless the person opens it. */
import { Field, Icon, useWords } from '../../../ui-kit/index.ts'
import type { Contact } from './draft.ts'
import { reportWords } from './report-words.ts'

/** Whether this can't be a mobile number of the mainland; an empty one is fine. */
export const phoneIsOdd = (phone: string): boolean => {
  const digits = phone.normalize('NFKC').replace(/[\s-]/g, '').replace(/^\+?86/, '')
  return digits !== '' && !/^1\d{10}$/.test(digits)
}

export function ContactFields({ contact, wrong, onChange }: { contact: Contact; wrong: boolean; onChange: (part: Partial<Contact>) => void }) {
  const w = useWords(reportWords)
  return <details className="mr-fold mr-contact" open={contact.phone !== '' || undefined}>
    <summary><span><b>{w.contact}</b><span className="lk-small">{w.contactLine}</span></span><Icon name="right" size={20} /></summary>
    <div className="lk-stack mr-contact__inside">
      <Field label={w.phone} type="tel" inputMode="tel" autoComplete="tel" maxLength={20} value={contact.phone} hint={w.phoneHint}
        error={wrong ? w.phoneWrong : undefined} onChange={(event) => onChange({ phone: event.target.value })} />
      <Field label={w.name} optional autoComplete="name" maxLength={40} value={contact.name}
        onChange={(event) => onChange({ name: event.target.value })} />
    </div>
  </details>
}
