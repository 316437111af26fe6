/** How a resident was spoken with. */
export type Contact = 'in_person' | 'on_screen' | 'missed'

/** What is looked at of an act. */
export type ContactAct = { readonly kind: string; readonly facts: Readonly<Record<string, unknown>> }

/** Kinds of act that may be a contact; the worker reads these alone. [V6] */
export const CONTACT_KINDS: readonly string[] = ['visit.recorded', 'matter.verdict', 'matter.contact']

/**
 * [V6] Whether an act is a contact with a resident, and how: a visit or three answers at the door are in person, a telephone call, a link or the
 * follow page are on a screen, a visit at which nobody was met is a miss and stands outside the base. Anything else is none (null).
 */
export function contactOf({ kind, facts }: ContactAct): Contact | null {
  switch (kind) {
    case 'visit.recorded': return facts['met'] !== 'met' ? 'missed' : facts['in_person'] === false ? 'on_screen' : 'in_person'
    case 'matter.verdict': case 'matter.contact': return facts['via'] === 'door' ? 'in_person' : 'on_screen'
    default: return null
  }
}

/** Contacts of a place in a span of time. */
export type Contacts = { readonly inPerson: number; readonly onScreen: number }

/** The share of contacts made in person with its base; null where there was none: no data is a word, never 0. [V6] */
export function inPersonShare({ inPerson, onScreen }: Contacts): { readonly share: number; readonly base: number } | null {
  const base = inPerson + onScreen
  return base === 0 ? null : { share: inPerson / base, base }
}
